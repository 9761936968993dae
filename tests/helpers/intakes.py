"""People of every kind that a form or a file can hold, for what must always hold."""

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st

from disaster_support.features.reception.intake import Intake
from disaster_support.features.reception.model import (
    Audience,
    Consent,
    Details,
    Level,
    Need,
    NeedKind,
    NeedState,
    Sex,
    SpokenLanguage,
    State,
    Telling,
)
from disaster_support.features.reception.names import clean_line, clean_phone, clean_text

JST = timezone(timedelta(hours=9))


def _said(text):
    # Words that mean a missing answer are read as one; a person does not answer with them.
    return clean_line(text) not in {"", "ー", "不明", "わからない", "unknown", "declined", "回答拒否", "答えたくない"}


LINES = st.text(min_size=1).map(clean_line).filter(_said)
ANSWERS = st.none() | st.sampled_from(["?", "-"])
LINE_ANSWERS = ANSWERS | LINES.filter(lambda text: text.casefold() not in "‐‑–—―−ー？－")
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2026, 11, 20), timezones=st.sampled_from([JST, UTC]))
DAYS = st.dates(date(1920, 1, 1), date(2026, 11, 22)).map(date.isoformat)
BIRTHS = st.one_of(
    st.tuples(ANSWERS | DAYS | DAYS.map(lambda day: day[:7]) | DAYS.map(lambda day: day[:4]), st.none(), st.none()),
    st.tuples(ANSWERS, st.integers(0, 120), DAYS),
)
LANGUAGES = st.lists(
    st.builds(
        SpokenLanguage,
        st.sampled_from(["vi", "ja", "zh-Hant", "si"]),
        st.none() | st.sampled_from(Level),
        st.sampled_from(["", "none", "Deva"]),
    ),
    unique_by=lambda language: language.tag,
).map(tuple)
NEEDS = st.dictionaries(
    st.sampled_from(NeedKind), st.builds(Need, st.sampled_from(NeedState), st.text().map(clean_line))
)
CONSENTS = st.dictionaries(st.sampled_from(Audience), st.builds(Consent, st.booleans(), st.none() | MOMENTS))


@st.composite
def intakes(draw):
    birth, age_years, age_on = draw(BIRTHS)
    details = Details(
        name=draw(LINES.filter(lambda name: name not in "?-")),
        kana=draw(ANSWERS | st.sampled_from(["ヤマダ タロウ", "やまだ", "グエン・アン"])),
        latin=draw(ANSWERS | st.sampled_from(["NGUYEN Van An", "Ram Thapa"])),
        other_names=draw(LINE_ANSWERS),
        sex=draw(ANSWERS | st.sampled_from(Sex).map(str)),
        birth=birth,
        age_years=age_years,
        age_on=age_on,
        nationality=draw(ANSWERS | st.sampled_from(["VN", "NP", "JP"])),
        address=draw(LINE_ANSWERS),
        phone=draw(LINE_ANSWERS.map(lambda text: clean_phone(text) if text else None)),
        contact=draw(LINE_ANSWERS),
        languages=draw(LANGUAGES),
        telling=draw(ANSWERS | st.lists(st.sampled_from(Telling), min_size=1, unique=True).map(";".join)),
        needs=draw(NEEDS),
        consents=draw(CONSENTS),
        room=draw(LINE_ANSWERS),
        notify=draw(LINE_ANSWERS),
        note=draw(ANSWERS | st.text().map(clean_text).filter(_said).filter(lambda text: text not in "‐‑–—―−ー？－")),
    )
    return Intake(details, draw(st.text().map(clean_line)), draw(st.sampled_from(State)), draw(st.none() | MOMENTS))
