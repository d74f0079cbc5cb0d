"""Which language an article is in: by counting function words, which costs a tenth of what a model does.

py3langid is asked only about long prose that the tables do not know: it takes 200 µs, and it calls a list of generals
Walloon and one name Breton, where the tables have nothing to count and say so.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from services.article.language_codes import ARABIC_SCRIPT, OTHER_SCRIPTS, declared_code
from services.article.scripts import main_script
from services.article.stopwords import LANGUAGES, STOPWORDS

UNKNOWN = "und"
_SAMPLE = 160  # code points; some 27 words, of which 10 are in the table
_LONG_SAMPLE = 4000
_MODEL_SAMPLE = 400
_ENOUGH = 2.0  # words found, where one shared by n languages is the n-th part of a word
_CLEAR = 3.0  # enough to contradict what the article declares
_MARGIN = 1.5
_LEAST_SHARE = 0.06  # of all words; a list of names with two "de" in it is no French
_PROSE = 40  # words that a text has at least before a model is asked
_NOT_SURE = ("dje", UNKNOWN)  # known only to be told from Hausa; has no ISO 639-1 code
_GENITIVE = re.compile(r"(?<=[^\W\d_])['’]s\b")  # its "s" is not the French one of "s'est"
# Every language says it; of French it is one word like another.
_LOAN = re.compile(r"\bcoups? d [eé]tat\b")
_PUNCTUATION = str.maketrans(dict.fromkeys("'’ʼ`\"“”«»,.:;!?()،؟", " "))


class Languages(NamedTuple):
    """`text` is ISO 639-1 or und; `declared` is what the article said, as such a code where it can be read as one."""

    text: str
    declared: str | None
    notes: tuple[str, ...] = ()


def read_languages(declared: str | None, title: str, text: str) -> Languages:
    """The language that the text shows; where it shows none, the declared one if it is written in that script."""
    if declared and not declared.isprintable():
        declared = "".join(filter(str.isprintable, declared))
    code = declared_code(declared) if declared else None
    shown = code or ((declared or "").strip()[:35] or None)
    found, strength, of_declared = _detect(title, text, code)
    if found == code:
        return Languages(found or UNKNOWN, shown)
    if code is None:
        return Languages(found, shown)
    # a few letters say nothing of the language, but much of what it is not
    fits = _may_be(code, main_script(f"{title} {text[:_SAMPLE]}", 1))
    if found == UNKNOWN:
        return Languages(code if fits else UNKNOWN, shown)
    clear = strength >= _CLEAR or (of_declared == 0.0 and code in LANGUAGES)  # not a word of what it declares
    if fits and (not clear or of_declared * 2 > strength):
        return Languages(code, shown)
    return Languages(found, shown, (f"language: declared {code}, but the text is {found}",))


def detect(title: str, text: str) -> str:
    """ISO 639-1, or und where nothing is certain."""
    return _detect(title, text, None)[0]


def _detect(title: str, text: str, declared: str | None) -> tuple[str, float, float]:
    """The language, how strong the evidence is, and how much there is for the declared one."""
    sample, best = f"{title} {text}", None
    if len(text) >= _SAMPLE:
        # As it stands first: function words are seldom capitals or next to a comma, and lower() of Arabic costs 20 µs.
        sample = text[:_SAMPLE]
        scores, count = _vote(sample.replace("’", " ").split())
        best = _winner(scores, count)
    if best is None:
        lowered = _GENITIVE.sub("", f"{title} {text[:_LONG_SAMPLE]}".lower()).translate(_PUNCTUATION)
        scores, count = _vote(_LOAN.sub("état", lowered).split())
        best = _winner(scores, count)
    if best is None:
        return _without_words(sample, text, scores.get("ar", 0.0)), _CLEAR, 0.0
    return (UNKNOWN if best in _NOT_SURE else best), scores[best], scores.get(declared or "", 0.0)


def _vote(words: list[str]) -> tuple[dict[str, float], int]:
    scores: dict[str, float] = {}
    for languages, times in Counter(map(STOPWORDS.get, words)).items():
        if languages is not None:
            share = times / len(languages)
            for language in languages:
                scores[language] = scores.get(language, 0.0) + share
    return scores, len(words)


def _winner(scores: dict[str, float], count: int) -> str | None:
    if not scores:
        return None
    second, top = sorted((0.0, *scores.values()))[-2:]
    if top < max(_ENOUGH, count * _LEAST_SHARE) or top < second * _MARGIN:
        return None
    return max(scores, key=scores.__getitem__)


def _without_words(sample: str, text: str, arabic: float) -> str:
    """What the script alone says, or the model for a long text. `arabic` is how many words of that language it has."""
    script = main_script(sample)
    if script in OTHER_SCRIPTS:
        return OTHER_SCRIPTS[script]
    if script == "arabic":
        return "ar" if _looks_arabic(sample, arabic) else UNKNOWN
    words = text[:_LONG_SAMPLE].split()
    if len(words) >= _PROSE and sum(word[:1].islower() for word in words) * 2 > len(words):
        found = _model(text[:_MODEL_SAMPLE])
        # A language that the tables know would have been found by them.
        return UNKNOWN if found in LANGUAGES else declared_code(found) or UNKNOWN
    return UNKNOWN


# With the article, with the ending or with the letters that neighbours in the same script write otherwise.
_ARABIC = re.compile(r"\b(?:(?:[وفبك]?ال|لل)\w{3,}|\w{2,}ة\b|[وفبل]?[أإ]\w{2,})")
_NOT_ARABIC = re.compile("[پچژگکیےںٹڈڑہھټډړښې]")


def _looks_arabic(sample: str, words: float) -> bool:
    """Two words of three that only Arabic forms so or has, and no letter that only Persian, Urdu or Pashto has."""
    if len(sample.split()) <= _ENOUGH or _NOT_ARABIC.search(sample):
        return False
    return len(_ARABIC.findall(sample)) + words >= _ENOUGH


def _may_be(code: str, script: str | None) -> bool:
    if script is None or script == "latin":
        return code not in ARABIC_SCRIPT and code not in OTHER_SCRIPTS.values()
    if script == "arabic":
        return code in ARABIC_SCRIPT or code == "ha"  # ajami
    return OTHER_SCRIPTS.get(script, code) == code


@cache
def _identifier():  # type: ignore[no-untyped-def]  # py3langid ships no types
    # Two seconds and 70 MB that most processes never need.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE)


def _model(sample: str) -> str:
    return str(_identifier().classify(sample)[0])
