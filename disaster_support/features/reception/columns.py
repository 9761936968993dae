"""The columns of the files that go in and out, and what other files call them.

A column is called as the field of `Details` is; each need and each consent has a column of its own. The same names are
the keys of JSON.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from disaster_support.content.fold import fold_spaceless
from disaster_support.features.reception.model import TEXT_FIELDS, Audience, NeedKind

NEED_COLUMNS: Mapping[str, NeedKind] = {f"need_{kind}": kind for kind in NeedKind}
CONSENT_COLUMNS: Mapping[str, Audience] = {f"consent_{audience}": audience for audience in Audience}
COLUMNS: tuple[str, ...] = (
    *TEXT_FIELDS[: TEXT_FIELDS.index("telling")],
    "languages",
    *TEXT_FIELDS[TEXT_FIELDS.index("telling") :],
    *NEED_COLUMNS,
    *CONSENT_COLUMNS,
    "household",
    "state",
    "arrived_at",
)
"""Every column of the documented CSV, in its order."""

LEFT_OUT = ""
"""Where a mapping leads a heading that is not wanted."""

TO_NOTE = "note+"
"""Where a mapping leads a heading without a field of its own: "heading: value" goes into the note."""

_HEADINGS: Mapping[str, str] = {
    "name": """
        氏名 名前 お名前 姓名 避難者氏名 氏名漢字 本人氏名 対象者氏名 漢字氏名 姓 氏 名 full_name fullname nickname
        ニックネーム first_name last_name given_name family_name surname
    """,
    "kana": """
        フリガナ ふりがな よみ 読み ヨミガナ 読み仮名 カナ カナ氏名 氏名カナ 氏名フリガナ 氏名かな セイ メイ reading
        furigana
    """,
    "latin": """
        ローマ字 ローマ字氏名 氏名ローマ字 英字氏名 氏名英字 英語名 アルファベット romaji name_latin latin_name
        passport_name
    """,
    "other_names": "別名 通称 通称名 旧姓 alternate_names alias aliases 本名 洗礼名",
    "sex": "性別 男女 gender",
    "birth": "生年月日 誕生日 出生日 出生年月日 date_of_birth birthday birthdate dob 生年",
    "age_years": "年齢 満年齢 年令 age",
    "age_on": "年齢基準日",
    "nationality": "国籍 国籍地域 国籍等 国 出身国 citizenship country country_of_origin",
    "address": """
        住所 現住所 自宅住所 避難前住所 居住地 home_address 郵便番号 都道府県 市区町村 町名 番地 home_street
        home_neighborhood home_city home_state home_postal_code home_country
    """,
    "phone": """
        電話 電話番号 携帯 携帯電話 携帯番号 携帯電話番号 自宅電話 連絡先電話番号 tel telephone phone_number mobile
    """,
    "contact": "連絡先 その他連絡先 メール メールアドレス email e-mail sns line wechat facebook",
    "languages": """
        言語 使用言語 母語 母国語 話せる言語 対応言語 必要言語 言葉 language spoken_languages mother_tongue
    """,
    "telling": "伝え方 情報伝達手段 希望する伝達方法",
    "room": "部屋 部屋番号 居室 区画 場所 居住スペース ブロック エリア 避難場所内位置 place area",
    "notify": "緊急連絡先 知らせる人 家族連絡先 emergency_contact next_of_kin",
    "note": "備考 メモ 特記事項 その他特記事項 摘要 notes remarks comment comments description",
    "need_injury": "けが 怪我 負傷 傷病 injury injured",
    "need_illness": "病気 持病 既往症 既往歴 疾患 病名 illness disease chronic_disease",
    "need_medicine": "薬 服薬 常用薬 お薬 内服薬 服用薬 medicine medication medicines",
    "need_pregnancy": "妊娠 妊産婦 妊婦 妊娠中 pregnant pregnancy",
    "need_infant": "乳幼児 乳児 赤ちゃん infant baby",
    "need_disability": "障害 障がい 障碍 障害の有無 障害者手帳 障害等級 disability",
    "need_mobility": "歩行 移動 車いす 車椅子 要介護 要介護度 介護 介助 mobility wheelchair",
    "need_allergy": "アレルギー アレルギーの有無 食物アレルギー allergy allergies",
    "need_diet": "食事 食事制限 食事の制限 食事の配慮 ハラル ハラール 宗教食 diet dietary dietary_restrictions",
    "need_prayer": "礼拝 お祈り 祈り 宗教 宗教上の配慮 prayer religion",
    "need_pet": "ペット ペット同伴 同行動物 pet pets",
    "need_car": "車 車中泊 自動車 車両 車両番号 car",
    "need_other": "配慮 要配慮 要配慮事項 配慮事項 その他の配慮 要望 other_needs special_needs needs",
    "consent_relatives": "親族への公開 家族への公開 安否情報親族 consent_family",
    "consent_acquaintances": "知人への公開 同僚への公開 安否情報知人",
    "consent_public": "公開 公表 安否情報公開 安否情報の公開 氏名公表 公開可否 一般への公開",
    "household": "世帯 世帯番号 世帯no 世帯id 世帯主 世帯主名 世帯主氏名 家族番号 household_id family family_id",
    "state": "状態 状況 入退所 入所状況 status",
    "arrived_at": """
        入所日 入所日時 入所時刻 受付日時 受付日 到着 到着日時 避難日 避難日時 登録日時 arrived arrival check_in
    """,
}
_RUNNING_NUMBERS = {"no", "番号", "通番", "連番", "通し番号", "項番", ""}
_LONGEST_HEADING = 60  # letters; what is longer explains something
_DECORATION = re.compile(r"[*※]|[(\[【]?(?:必須|任意|required|optional)[)\]】]?", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[【].*?[)\]】]")


def _fields_by_heading() -> dict[str, str]:
    named = {fold_spaceless(column): column for column in COLUMNS}
    for column, headings in _HEADINGS.items():
        named |= {fold_spaceless(heading): column for heading in headings.split()}
    return named


_FIELDS = _fields_by_heading()


def find_column(heading: str) -> str | None:
    """Return the column that a file calls by this heading (氏名（漢字）※, 電話番号1, date_of_birth), or None."""
    if len(heading) > _LONGEST_HEADING:
        return None
    plain = _DECORATION.sub("", unicodedata.normalize("NFKC", heading))
    shorter = _BRACKETS.sub("", plain)
    for spelling in (plain, shorter, shorter.rstrip("0123456789 ")):
        found = _FIELDS.get(fold_spaceless(spelling))
        if found:
            return found
    return None


def guess_columns(header: Iterable[str]) -> dict[str, str]:
    """Return for each heading a column, `TO_NOTE`, or `LEFT_OUT` (row numbers): a proposal to be looked over."""
    return {heading: find_column(heading) or _beside(heading) for heading in header}


def _beside(heading: str) -> str:
    return LEFT_OUT if fold_spaceless(heading) in _RUNNING_NUMBERS else TO_NOTE
