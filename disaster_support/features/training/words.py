"""What methods, means and topics are called: on paper in the paper's language, on pages in the interface's."""

from collections.abc import Mapping

from disaster_support.bilingual import Bilingual
from disaster_support.features.training.model import Means, Method

METHODS: Mapping[Method, Bilingual] = {
    Method.LECTURE: Bilingual("講義", "Lecture"),
    Method.PRACTICE: Bilingual("実習（ボード・シート）", "Practice with boards and sheets"),
    Method.APP: Bilingual("翻訳アプリの演習", "Translation app exercise"),
    Method.ROLE_PLAY: Bilingual("役割演習", "Role-play"),
    Method.DESK: Bilingual("机上演習", "Desk exercise"),
    Method.PEER: Bilingual("教え合い", "Peer teaching"),
}

MEANS: Mapping[Means, Bilingual] = {
    Means.LIST: Bilingual("名簿", "List"),
    Means.SCAN: Bilingual("カードの読み取り", "Scanned card"),
    Means.CODE: Bilingual("画面の番号", "Code on the screen"),
}

TOPICS: Mapping[str, Bilingual] = {
    "tools": Bilingual("道具の使い分け", "Tools"),
    "easy-japanese": Bilingual("やさしい日本語", "Easy Japanese"),
    "reception": Bilingual("受付", "Reception"),
    "evacuation": Bilingual("避難誘導", "Evacuation"),
    "shelter-life": Bilingual("避難所の生活", "Life in a shelter"),
    "medical": Bilingual("救急・医療", "Medical care"),
    "systems": Bilingual("制度と体制", "Systems"),
    "culture": Bilingual("文化・宗教・くらし", "Culture and religion"),
}
"""The topics of the question bank, by the names of its files."""
