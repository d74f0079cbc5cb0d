"""What articles and feeds declare as their language, as ISO 639-1 codes."""

from __future__ import annotations

import re

from services.article.words import words

ARABIC_SCRIPT = words("ar fa ur ps ug sd ckb")
# Scripts that one language, or by far one language of news, is written in.
OTHER_SCRIPTS = {
    "greek": "el", "armenian": "hy", "hebrew": "he", "thai": "th", "georgian": "ka", "kana": "ja", "han": "zh",
    "hangul": "ko", "bengali": "bn",
}  # fmt: skip
_ISO_639_1 = words(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg
    ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn
    no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta
    te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """
)
_OTHER_NAMES = {
    name: code
    for code, names in {
        "en": "eng english anglais turanci ingles الإنجليزية",
        "fr": "fra fre french français francais faransanci الفرنسية",
        "ha": "hau hausa haoussa haousa haussa الهوسا",
        "ar": "ara arb arabic arabe larabci العربية عربي عربية",
        "es": "spa spanish espagnol español",
        "pt": "por portuguese portugais português",
        "de": "deu ger german deutsch",
        "it": "ita italian italiano",
        "nl": "nld dut dutch",
        "sw": "swa swh swahili kiswahili",
        "yo": "yor yoruba",
        "ig": "ibo igbo",
        "ff": "ful fuv fulah fulfulde peul",
        "wo": "wol wolof",
        "so": "som somali",
        "tr": "tur turkish",
        "id": "ind in indonesian",
        "ro": "ron rum",
        "pl": "pol",
        "sv": "swe",
        "da": "dan",
        "ru": "rus russian russe",
        "uk": "ukr",
        "fa": "fas per prs farsi persian",
        "ur": "urd urdu",
        "zh": "zho chi cmn chinese",
        "ja": "jpn japanese",
        "ko": "kor",
        "he": "heb iw",
        "el": "ell gre",
        "kr": "kau kanuri",
        "am": "amh",
        "hi": "hin",
    }.items()
    for name in names.split()
}
_FIRST = re.compile(r"[^\W\d_]+")


def declared_code(declared: str) -> str | None:
    """`fra`, `fr_NE`, `FR-fr` and `Français` are fr; None for what names no language."""
    match = _FIRST.search(declared)
    if match is None:
        return None
    first = match[0].lower()
    if first in _ISO_639_1:
        return first
    return _OTHER_NAMES.get(first)
