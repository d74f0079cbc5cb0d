"""How texts become words: one analyzer per language, and one that folds names in any spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from typing import Any

# language of an article -> analyzer of its text; every other language is read as `und`, and so are texts with
# letters that the analyzer of their language is spared, see `field_of`
ANALYZERS = {
    "en": "harmattan_english",
    "fr": "harmattan_french",
    "ar": "harmattan_arabic",
    "ha": "harmattan_hausa",
    "und": "harmattan_folded",
}
FOLDED = "harmattan_folded"
# language -> analyzer of what is typed, which may have those letters
TYPED = {"fr": "harmattan_french_typed", "ar": "harmattan_arabic_typed", "ha": "harmattan_hausa_typed"}

# Character filters look at each letter of each text, which is an eighth of what Elasticsearch takes for an article, for
# letters that hardly any has. So they stand where texts are short or few (titles, names, `und`) and where one is typed.
# English goes without; its names are in `names` all the same.
# An apostrophe that counts as a letter (U+02BC) or as a symbol (grave, acute) would keep `l'armée` or
# `'yan` from being the same word in two typings of it.
_APOSTROPHES = ["\u02bc=>'", "\u02bb=>'", "\u02be=>'", "`=>'", "\u00b4=>'"]


def _presentation_forms() -> list[str]:
    """Arabic letters as old PDF files write them, by place in the word, back to plain letters."""
    forms = (chr(code) for code in (0x0671, *range(0xFB50, 0xFDFC), *range(0xFE70, 0xFEFD)))
    # alef wasla, as vowelled texts write the article, has no decomposition
    plain = ((form, "ا" if form == "ٱ" else unicodedata.normalize("NFKC", form)) for form in forms)
    return [f"{form}=>{letters}" for form, letters in plain if letters != form and " " not in letters]


# Letters that only a character filter makes a word of, by language, and bytes that some of these have, which are found
# faster. In French a grave or an acute accent in an apostrophe's place parts the same words as an apostrophe does.
_ODD = {
    "fr": ((b"\xca",), re.compile("[\u02bc\u02bb\u02be]")),
    "ar": ((b"\xef", b"\xd9\xb1"), re.compile("[\u0671\ufb50-\ufdfb\ufe70-\ufefc]")),
    "ha": ((b"\xca", b"`", b"\xc2\xb4"), re.compile("[\u02bc\u02bb\u02be`\u00b4]")),
}


def field_of(language: str, text: str) -> str:
    """The field under `text` that holds a text of this language: its own, or `und`."""
    if language not in ANALYZERS:
        return "und"
    if language in _ODD:
        hints, odd = _ODD[language]
        encoded = text.encode("utf-8", "surrogatepass")
        if any(hint in encoded for hint in hints) and odd.search(text):
            return "und"
    return language


def analysis(analyzers: Collection[str]) -> dict[str, Any]:
    """The `analysis` settings of an index whose fields have these analyzers; KeyError for one that is not ours.

    No others, since Elasticsearch builds all that it is told of, for every index anew.

    Those of Latin letters fold accents, so that Traore finds Traoré, and does it after the stop words, whose lists
    are written with accents, and before the stemmer, so that both spellings are cut alike.
    """
    used = {name: _ANALYZERS[name] for name in sorted(analyzers)}
    return {
        "char_filter": {name: _CHAR_FILTERS[name] for one in used.values() for name in one["char_filter"]},
        "filter": {name: _FILTERS[name] for one in used.values() for name in one["filter"] if name in _FILTERS},
        "analyzer": used,
    }


def _analyzer(*filters: str, char_filter: list[str] | None = None) -> dict[str, Any]:
    return {"type": "custom", "tokenizer": "standard", "char_filter": char_filter or [], "filter": list(filters)}


_CHAR_FILTERS: dict[str, dict[str, Any]] = {
    "apostrophes": {"type": "mapping", "mappings": _APOSTROPHES},
    "presentation_forms": {"type": "mapping", "mappings": _presentation_forms()},
}

# besides these, Elasticsearch's own by their names
_FILTERS: dict[str, dict[str, Any]] = {
    "english_possessive": {"type": "stemmer", "language": "possessive_english"},
    "english_stop": {"type": "stop", "stopwords": "_english_"},
    "english_stem": {"type": "stemmer", "language": "english"},
    "french_elision": {
        "type": "elision",
        "articles_case": True,
        "articles": ["l", "m", "t", "qu", "n", "s", "j", "d", "c", "jusqu", "quoiqu", "lorsqu", "puisqu"],
    },
    "french_stop": {"type": "stop", "stopwords": "_french_"},
    "french_stem": {"type": "stemmer", "language": "light_french"},
    "arabic_stop": {"type": "stop", "stopwords": "_arabic_"},
    "arabic_stem": {"type": "stemmer", "language": "arabic"},
}

_FRENCH = ("french_elision", "lowercase", "french_stop", "asciifolding", "french_stem")
# no asciifolding: it looks every Arabic letter up in vain, at a fifth of the cost of such a text
_ARABIC = ("lowercase", "decimal_digit", "arabic_stop", "persian_normalization", "arabic_normalization", "arabic_stem")
_HAUSA = ("lowercase", "asciifolding")
_ANALYZERS: dict[str, dict[str, Any]] = {
    "harmattan_english": _analyzer(
        "english_possessive", "lowercase", "english_stop", "asciifolding", "english_stem"
    ),
    "harmattan_french": _analyzer(*_FRENCH),
    TYPED["fr"]: _analyzer(*_FRENCH, char_filter=["apostrophes"]),
    "harmattan_arabic": _analyzer(*_ARABIC),
    TYPED["ar"]: _analyzer(*_ARABIC, char_filter=["presentation_forms"]),
    "harmattan_hausa": _analyzer(*_HAUSA),
    TYPED["ha"]: _analyzer(*_HAUSA, char_filter=["apostrophes"]),
    FOLDED: _analyzer(
        "french_elision", "lowercase", "decimal_digit", "persian_normalization", "arabic_normalization",
        "asciifolding", char_filter=["apostrophes", "presentation_forms"],
    ),
}
