"""The 36 languages with a sentence each, for tests of printing that must not wait for the catalogue."""

from disaster_support.content.model import Language

_TABLE = [
    # tag, script, font, ICU locale, sample
    (
        "ja",
        "Jpan",
        "jp",
        "ja-u-lb-strict-lw-phrase",
        "避難所はどこですか。「トイレ」は2階にあります。きゃく、ちゃわん。",
    ),
    ("ja-simple", "Jpan", "jp", "ja-u-lb-strict-lw-phrase", "水がほしいです。5月10日に もらえます。"),
    ("en", "Latn", "sans", "en", "Where is the toilet? Office 24, first floor (free Wi-Fi)."),
    ("zh-Hans", "Hans", "sc", "zh-Hans-u-lb-strict", "避难所在哪里?请在直角骨门前等候,5月10日下午3点。"),
    ("zh-Hant", "Hant", "tc", "zh-Hant-u-lb-strict", "避難所在哪裡?請在直角骨門前等候,5月10日下午3點。"),
    ("ko", "Kore", "kr", "ko-u-lw-phrase", "화장실은 어디에 있습니까? 2층에서 물을 나누어 드립니다."),
    ("vi", "Latn", "sans", "vi", "Nhà vệ sinh ở đâu? Nước uống được phát lúc 10 giờ ở tầng hai."),
    ("pt-BR", "Latn", "sans", "pt-BR", "Onde fica o banheiro? A distribuição de água começa às 10h."),
    ("es", "Latn", "sans", "es", "¿Dónde está el baño? Se reparte agua a las 10 de la mañana."),
    ("fil", "Latn", "sans", "fil", "Nasaan ang palikuran? Mamimigay ng tubig ng alas-10."),
    ("th", "Thai", "thai", "th", "ห้องน้ำอยู่ที่ไหน แจกน้ำดื่มเวลา 10:30 น. ที่ชั้น 2 ผู้ที่ป่วยโปรดแจ้งเจ้าหน้าที่"),
    ("id", "Latn", "sans", "id", "Di mana toilet? Air dibagikan pukul 10 di lantai 2."),
    ("ne", "Deva", "devanagari", "ne", "शौचालय कहाँ छ? पानी 10 बजे दोस्रो तल्लामा बाँडिन्छ। कृपया पर्खनुहोस्।"),
    ("my", "Mymr", "myanmar", "my", "အိမ်သာ ဘယ်မှာရှိပါသလဲ။ သောက်ရေကို 10 နာရီတွင် ဒုတိယထပ်၌ ဖြန့်ဝေပါမည်။ ကျေးဇူးပြု၍ စောင့်ပါ။"),
    ("km", "Khmr", "khmer", "km", "បន្ទប់ទឹកនៅឯណា? ទឹកនឹងចែកជូននៅម៉ោង 10 នៅជាន់ទី២។ សូមរង់ចាំក្នុងជួរ។"),
    ("mn", "Cyrl", "sans", "mn", "Ариун цэврийн өрөө хаана байдаг вэ? Ус 10 цагт тараана."),
    ("ru", "Cyrl", "sans", "ru", "Где находится туалет? Воду раздают в 10 часов на 2-м этаже."),
    ("uk", "Cyrl", "sans", "uk", "Де знаходиться туалет? Воду роздають о 10 годині. Її ґанок."),
    ("fr", "Latn", "sans", "fr", "Où sont les toilettes ? L’eau est distribuée à 10 h, au 2e étage."),
    ("de", "Latn", "sans", "de", "Wo ist die Toilette? Trinkwasserausgabe um 10 Uhr im Obergeschoß."),
    ("it", "Latn", "sans", "it", "Dov’è il bagno? L’acqua è distribuita alle 10 al secondo piano."),
    ("hi", "Deva", "devanagari", "hi", "शौचालय कहाँ है? पानी 10 बजे दूसरी मंज़िल पर मिलेगा। कृपया प्रतीक्षा करें।"),
    ("bn", "Beng", "bengali", "bn", "শৌচাগার কোথায়? ১০টায় দ্বিতীয় তলায় পানি দেওয়া হবে (Wi-Fi 24)। অনুগ্রহ করে অপেক্ষা করুন।"),
    ("ur", "Arab", "arabic", "ur", "بیت الخلا کہاں ہے؟ پانی 10 بجے دوسری منزل پر (Wi-Fi) ملے گا۔"),
    ("si", "Sinh", "sinhala", "si", "වැසිකිළිය කොහෙද? ජලය 10ට දෙවන මහලේ බෙදා දෙනු ලැබේ. ශ්‍රී ලංකාව ප්‍රශ්නය."),
    ("ta", "Taml", "tamil", "ta", "கழிப்பறை எங்கே? தண்ணீர் 10 மணிக்கு இரண்டாம் தளத்தில் வழங்கப்படும். ஸ்ரீ"),
    ("ar", "Arab", "arabic", "ar", "أين المرحاض؟ يُوزَّع الماء الساعة 10:30 في الطابق 2 (Wi-Fi) مجانًا."),
    ("fa", "Arab", "arabic", "fa", "دستشویی کجاست؟ آب ساعت ۱۰ در طبقهٔ ۲ توزیع می‌شود (Wi-Fi)."),
    ("lo", "Laoo", "lao", "lo", "ຫ້ອງນ້ຳຢູ່ໃສ? ແຈກນ້ຳດື່ມເວລາ 10:30 ຢູ່ຊັ້ນ 2 ກະລຸນາລໍຖ້າ"),
    ("ms", "Latn", "sans", "ms", "Di manakah tandas? Air diagihkan pada pukul 10 di tingkat 2."),
    ("tr", "Latn", "sans", "tr", "Tuvalet nerede? Su saat 10'da ikinci katta dağıtılacaktır. Işık, İyi, şifre, fiil."),
    ("nl", "Latn", "sans", "nl", "Waar is het toilet? Water wordt om 10 uur uitgedeeld in de hal. Café, ijs."),
    ("da", "Latn", "sans", "da", "Hvor er toilettet? Vandet uddeles kl. 10 på 2. sal. Ærø, å."),
    ("hu", "Latn", "sans", "hu", "Hol van a mosdó? A vizet 10 órakor osztják a második emeleten. Őrült, fűző."),
    ("pl", "Latn", "sans", "pl", "Gdzie jest toaleta? Woda będzie wydawana o 10 na piętrze. Źdźbło, łąka."),
    ("pt-PT", "Latn", "sans", "pt-PT", "Onde é a casa de banho? A água é distribuída às 10h no 2.º andar."),
]

LANGUAGES = {
    tag: Language(tag, tag, tag, tag, script, "rtl" if script == "Arab" else "ltr", font, line_break, 1)
    for tag, script, font, line_break, _ in _TABLE
}
SAMPLES = {tag: sample for tag, _, _, _, sample in _TABLE}
