"""Where no line may end although ICU lets it: what its dictionaries take apart and readers read as one.

Source: the breaks of ICU 78 in every text of the library, compared with words; for syllables of Burmese and Khmer the
Unicode Standard, sections 16.3 and 16.4.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

_WHOLE = re.compile(r"Wi-Fi|Safety tips|Help Mark", re.IGNORECASE)

# Words that stay whole: polite endings, verbs in kana and compounds; elsewhere loan words, which ICU cuts in syllables.
_WORDS = {
    "ja": re.compile(
        r"くださ[いる]|ま(?:す|せん|した|しょう)|で(?:す|した|しょう)|がんば|お[一-龥]|[ァ-ヶー][0-9０-９]"
        r"|かす[んみむ]|かわ[いか]|なく[しさす]|もら[いうえっ]|うるさ|つか[まむめっり]|ござい|あげ|やす[いく]"
        r"|(?:子ども|友だち|赤ちゃん|ここ)[がでには]|大津波|手伝|線状|健診"
    ),
    "my": re.compile(r"ပတ်စပို့|ဆူနာမီ|ဆော်လမွန်|ပစ်စတာချီယို|အက်ဒရီနလင်|စမတ်ဖုန်း|ဂျယ်လတင်|ကုသ|ခရက်ဒစ်ကတ်|မက်ဆေ့ချ်"),
    "km": re.compile(
        r"អាឡែស៊ី|អាហារ|ហាឡាល់|រ៉ូប៊ីណេ|ជប៉ុន|និយាយ|ព្រលានយន្តហោះ|រញ្ជួយដី|ស៊ូណាមិ|ប៉ុណ្ណោះ|ហ៊ីរ៉ាហ្គាណា|កាតាកាណា"
        r"|ការហាត់សម|ថានរណា|អាចយក|អុកស៊ីសែន|បាក់វីត|អាល់ម៉ុន|វ៉ល់ណាត់|សាម៉ុន|អាបាឡូន|គីវី|អាផាតមិន|ប៉ែស|ស្មាតហ្វូន|បដិសេធ|ត្រូវ"
    ),
    "zh": re.compile(r"[請请][勿不]|工作人員|工作人员|避[難难]所|死亡|危[險险]|翻[譯译]|[協协]助|[標标][誌志]"),
    "th": re.compile(
        r"สึนามิ|ฮิรางานะ|คาตากานะ|ฮาลาล|เตรียม|บันทึก|วอลนัท|เจลาติน|อะดรีนาลีน|อัลมอนด์|พิสตาชิโอ|สมาร์ตโฟน"
        r"|ไหวนันไคทราฟ|บัควีท|วีลแชร์|โคเชอร์|ฮาซาร์ด"
    ),
}

# Places where no line ends. Japanese: before kana after a kanji, a loan word or a bracket (an ending, a particle),
# before endings after kana, within compounds (駐車場, 飲み水), between a number and its counter. Elsewhere: before a
# final consonant (killed, silenced or stacked), part of the syllable before it, and before a sign of repetition.
_PLACES = {
    "ja": re.compile(
        r"(?<=[一-龥々ァ-ヺー〉）」])(?=[ぁ-ん])"
        r"|(?<=[ぁ-ん])(?=て|にく[いく]|やす[いく]|くさ[いく]|しめ|やみ|こめ)|(?<=[いしっれん])(?=た(?!くさん))"
        r"|(?<=[一-龥])(?=[場室者所口類券品用機人師物中帯症車等薬隊値金的犬])|(?<=[一-龥][きぎじちびみり])(?=[一-龥])"
        r"|(?<=申し)(?=込)|(?<=[0-9０-９何])(?=[一-龥か])|(?<=[0-9０-９何]か)(?=[月国所])|(?<=[一-龥]か)(?=[にな])"
        r"|(?<=[ァ-ヺー])(?=用)|(?<=て)(?=は)|(?=～)"
    ),
    "my": re.compile(r"(?=[က-အ][ျြွှ]*့?(?:်|္))|(?<=္)"),
    "mn": re.compile(r"(?<= )(?=(?:уу|үү)\b)"),  # the word that makes a request of a verb
    "zh": re.compile(r"(?=[一-龥][。！？」）]*$)"),  # no character alone on the last line
    "km": re.compile(r"(?=[ក-អ]់)|(?<=្)|(?=ៗ)"),
    "th": re.compile(r"(?=[ก-ฮ][ิุ]?์)|(?=ๆ)"),
}

# Where ICU sees no phrase end after a particle (ペットが, カードを), but not within 死にます, 日にち, 下がる.
_PARTICLE_JA = re.compile(
    r"(?<=を)|(?<=[一-龥ァ-ヺー][がに])(?<!死に)(?<!日に)(?![がにはもでのとよらりるれろっ])|(?<=子どもが)|(?<=静かに)(?!は)"
)

# Particles and endings, which lean on the word before them.
_LEANING = {
    "my": re.compile(r"ပါ|တယ်|ပါသည်|ဘူး|ရ|မည်|မယ်|သည်|သလား|လား|သလဲ|လဲ|စို့|ပြီ|ကို|က|မှာ|မှ|နဲ့|နှင့်|တွင်|တွေ|များ|ရဲ့|လည်း|ရင်|လျှင်|သို့|ပဲ"),
    "km": re.compile(r"ទេ|ក"),
}

_NEGATION_MY = "မ"  # "not": on a line's end of its own it leaves "smoke" to begin the next
_STOPS = "။၊។?៖ "


def never_break(text: str, language: str, breaks: Sequence[int]) -> set[int]:
    """Return offsets at which no line may begin, among them those of `breaks` at which a leaning word begins.

    `language` is the first subtag; `breaks` are ICU's offsets, the end of the text included.
    """
    inside = {
        offset
        for pattern in (_WHOLE, _WORDS.get(language))
        if pattern
        for match in pattern.finditer(text)
        for offset in range(match.start() + 1, match.end())
    }
    if places := _PLACES.get(language):
        inside.update(match.start() for match in places.finditer(text))
    if leaning := _LEANING.get(language):
        pieces = [(start, text[start:end].rstrip(_STOPS)) for start, end in pairwise((0, *breaks))]
        after_word = [(start, piece) for start, piece in pieces if start and text[start - 1] != " "]
        inside.update(start for start, piece in after_word if leaning.fullmatch(piece))
        inside.update(start + 1 for start, piece in pieces if piece == _NEGATION_MY)
    return inside - {len(text)}


def phrase_ends(text: str) -> set[int]:
    """Return the offsets after Japanese particles at which a line may begin although ICU joins what follows."""
    return {match.end() for match in _PARTICLE_JA.finditer(text)}
