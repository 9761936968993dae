"""Values of every type of slot, for properties."""

from datetime import date

from hypothesis import strategies as st

from disaster_support.content.model import SlotType
from disaster_support.features.notices.model import Place

_WORDS = (
    st.text("体育館本部AB あいアイ9-ابن{}《》｜", min_size=1, max_size=20)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
VALUES = {
    SlotType.DATE: st.dates(date(2025, 1, 1), date(2030, 12, 31)),
    SlotType.TIME: st.times().map(lambda one: one.replace(second=0, microsecond=0)),
    SlotType.PLACE: _WORDS.map(lambda name: Place(name=name)) | st.just(Place(entry="water.place")),
    SlotType.COUNT: st.integers(1, 20),
    SlotType.PHONE: st.from_regex(r"0[0-9]{1,3}-[0-9]{3,4}-[0-9]{4}", fullmatch=True, alphabet="0123456789-"),
    SlotType.NAME: _WORDS,
    SlotType.TEXT: _WORDS,
}
