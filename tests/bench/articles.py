"""Articles to measure with: four languages, 3 to 4 KB, mostly about other things, as a real stream is.

Words are drawn by Zipf's law from lists of ours, with invented ones for the long tail, so that Elasticsearch meets
a vocabulary of a natural size. The sentences mean nothing and were written by nobody.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import orjson

LANGUAGES = ("en", "fr", "ar", "ha")

COMMON = {
    "en": "the of and to in a is that for it was on with as are by at from said have this be has its were their he which an but not after who they been more one will about two new had over people year government country also would when there first last his could time three state out some than other".split(),
    "fr": "de la le et les des en un une du dans que qui pour a sur est par au plus ne pas se son avec ce il sont cette été aux mais ont ses deux comme nous leur après fait ces être entre pays sans lors depuis ans selon contre aussi même tout gouvernement avait ville dont encore sous où hier".split(),
    "ar": "في من على إلى أن التي عن مع هذا الذي هذه بعد كان قال بين ما لا كما ذلك وقال قد عام خلال حيث أو كانت يوم الحكومة البلاد حتى عند منذ أمام غير لم وهو ضد بعض أكثر دون أيضا كل إن له تم نحو سنة وكان العاصمة أمس اليوم ثلاثة الناس المدينة الوزير مجلس".split(),
    "ha": "da na ya a ta ne an wannan cewa ce shi ke wani sun ba su don mai kuma wanda daga kan ko cikin yi har zai akan wata yana bayan shugaba kasa gwamnati jama'a mutane domin ranar jiya yau tun lokacin wadanda sai babu kasar jihar gari shekara amma yadda kowa duk dai kafin ita mutum haka aka".split(),
}
SYLLABLES = {
    "en": "ba con der est fin gor hal ing jor kel lan mor nes oth per qua rin sol tur ven wes yar zel".split(),
    "fr": "bé cou dré est fin gue ham ier jou lai mou née oir pri que ré son tou vrai ment tion eur".split(),
    "ar": "با تم جر حد خل دس رق زم سل شع صن ضر طب عم غر فت قد كل مه نو".split(),
    "ha": "ba ci da fi ga hu ja ka la ma na ra sa ta wa ya za ɓa ɗo ƙi".split(),
}
# a twentieth is news of the crisis, as much again names it in passing
CRISIS = {
    "en": "Niger's military rulers said President Mohamed Bazoum, ousted in the coup of 26 July, would stay in detention in Niamey, and General Abdourahamane Tchiani received a delegation of ECOWAS.",
    "fr": "La junte au pouvoir à Niamey a annoncé que le président Mohamed Bazoum, renversé par le coup d’État du 26 juillet, resterait détenu, et le général Abdourahamane Tchiani a reçu une délégation de la CEDEAO.",
    "ar": "أعلن المجلس العسكري في النيجر أن الرئيس محمد بازوم الذي أطاح به انقلاب 26 يوليو سيبقى محتجزا في نيامي واستقبل الجنرال عبد الرحمن تشياني وفدا من إيكواس.",
    "ha": "Sojojin da suka yi juyin mulki a Nijar sun ce shugaba Mohamed Bazoum zai ci gaba da zama a tsare a Yamai, kuma Janar Abdourahamane Tchiani ya gana da tawagar ECOWAS.",
}
PASSING = {
    "en": "The bank compared prices in Niger, Mali and Nigeria.",
    "fr": "La banque a comparé les prix au Niger, au Mali et au Nigeria.",
    "ar": "وقارن البنك الأسعار في النيجر ومالي ونيجيريا.",
    "ha": "Bankin ya kwatanta farashi a Nijar da Mali da Najeriya.",
}
FIRST = datetime(2023, 8, 1, tzinfo=UTC)


def articles(count: int, seed: int = 1) -> Iterator[bytes]:
    """`count` different articles as JSON, the same ones for the same seed."""
    rng = random.Random(seed)
    vocabulary = {language: _vocabulary(language, rng) for language in LANGUAGES}
    for number in range(count):
        language = LANGUAGES[number % 4]
        yield orjson.dumps(_article(number, language, vocabulary[language], rng))


def _vocabulary(language: str, rng: random.Random) -> tuple[list[str], list[float]]:
    tail = ["".join(rng.choices(SYLLABLES[language], k=rng.randint(2, 4))) for _ in range(20_000)]
    words = COMMON[language] + tail
    weights, total = [], 0.0
    for rank in range(1, len(words) + 1):
        total += 1 / rank
        weights.append(total)
    return words, weights


def _article(number: int, language: str, vocabulary: tuple[list[str], list[float]], rng: random.Random) -> dict[str, str]:
    words, weights = vocabulary
    # letters of Arabic and of Hausa's hooked kind take two bytes
    size = 3_000 + number % 1_000
    paragraphs: list[str] = []
    left = size - 350
    while left > 0:
        sentence = " ".join(rng.choices(words, cum_weights=weights, k=rng.randint(30, 60))) + "."
        paragraphs.append(sentence)
        left -= len(sentence.encode())
    title = " ".join(rng.choices(words, cum_weights=weights, k=8))
    kind = number // 4 % 20
    if kind == 0:
        title, paragraphs[0] = CRISIS[language][:90], CRISIS[language]
    elif kind == 1:
        paragraphs[len(paragraphs) // 2] = PASSING[language]
    return {
        "url": f"https://www.example.org/{language}/{number // 1000}/story-{number}.html?utm_source=feed",
        "title": title,
        "text": "\n\n".join(paragraphs),
        "published": (FIRST + timedelta(seconds=number)).isoformat(),
        "language": language,
        "source": f"Source {number % 37}",
    }
