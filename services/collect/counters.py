"""What software writes about a text, and not its author: how often it was read, how long ago it came. Pure.

Counters stand in the text that is extracted of a page, and some feeds have them too; they are others at each fetch,
and the article is the same. A number within a sentence is the article's own: only short lines are looked at.
"""

from __future__ import annotations

import html
import re

from services.article.months import FILLERS, MONTHS, fold
from services.article.words import words
from services.collect.item import TAG

# Words beside a counter, such as the name of its author. A longer line is a sentence.
_BESIDE = 6
_BREAK = re.compile(
    r"</?(p|div|br|hr|li|ul|ol|td|tr|th|table|h[1-6]|section|footer|header|figure)\b[^>]{0,2000}>", re.IGNORECASE
)
_SILENT = re.compile(
    r"<(script|style)\b[^>]{0,500}>.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL
)
_BULLET = "\ue000"  # of a list, for as long as it is looked at
# Links to other articles, which are others each day: a line that says so, and the list behind it.
_ALSO = (
    "à lire (?:aussi|également)|a lire aussi|lire aussi|voir aussi|articles? similaires?|dans la même rubrique|"
    "sur le même (?:sujet|thème)|read also|also read|see also|you may also like|recommended for you|"
    "related (?:posts?|articles?|stories|news|topics)|"
    "اقرأ أيض[اًا]+|مواضيع ذات صلة|أخبار ذات صلة|مقالات ذات صلة|karanta kuma|karin labarai"
)
_RELATED = re.compile(
    rf"^[\s>*{_BULLET}–-]{{0,9}}(?:{_ALSO})(?!\w)[^\n]{{0,200}}$(?:\n\s{{0,9}}(?:[-*•–{_BULLET}][^\n]{{0,250}}$)?){{0,40}}",
    re.IGNORECASE | re.MULTILINE,
)
_ALSO_HINTS = (
    "aussi", "également", "similaire", "même", "also", "related", "recommended for", "أيض", "ذات صلة", "karanta kuma",
    "karin labarai",
)
_NUMBER = r"(?:\d{1,3}(?:[.,'’\s\u00a0\u202f]\d{3})+|\d{1,9}(?:[.,]\d{1,2})?)(?:\s?(?:k|m|mille|ألف))?(?!\w)\+?"
_COUNTED = (
    # English; French; Arabic; Hausa
    "views?|reads?|hits?|clicks?|visits?|visitors?|readers?|shares?|comments?|repl(?:y|ies)|likes?|reactions?|tweets?|"
    "retweets?|downloads?|followers?|watching|responses?|"
    "vues?|lectures?|lecteurs?|visites?|visiteurs?|affichages?|clics?|commentaires?|partages?|réactions?|réponses?|"
    "j[’']aime|abonnés|téléchargements?|"
    "مشاهد(?:ة|ه|ات)|قراء(?:ة|ه|ات)|قارئ|زيار(?:ة|ه|ات)|زائر|تعليق(?:ات|ا|ًا)?|إعجاب(?:ات|ا)?|مشارك(?:ة|ه|ات)|"
    "sharhi|sharhuna|ra[’']ayoyi|masu karatu"
)
_LABEL = (
    f"{_COUNTED}|read|viewed|shared|seen|visited|share|tweet|partager|tweeter|lu|vu|lue|vue|visité|consulté|popularité|"
    "facebook|twitter|whatsapp|telegram|linkedin|pinterest|"
    "(?:عدد\\s)?(?:ال)?(?:مشاهدات|قراءات|زيارات|تعليقات|مشاركات|قراء|زوار)|شارك"
)
_FEW = "an?|one|two|three|a few|few|une?|deux|trois|quelques"
_SPAN = "seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|months?|mo|years?|y"
_DUREE = "secondes?|sec|s|minutes?|mins?|mn|heures?|h|jours?|j|semaines?|mois|ans?|années?"
_MUDDA = (
    "ثانية|ثوان[يٍ]?|ثانيتين|دقيقة|دقائق|دقيقتين|ساعة|ساعات|ساعتين|يوم|يوما|يومًا|أيام|يومين|أسبوع|أسابيع|أسبوعين|"
    "شهر|أشهر|شهرا|شهرين|سنة|سنوات|سنتين"
)
_LOKACI = (
    "daƙiƙu|dakiku|minti|mintuna|mintoci|awa|awoyi|awanni|sa[’']a|sa[’']o[’']i|kwana|kwanaki|mako|makonni|wata|watanni"
)
_COUNTER = re.compile(
    rf"(?<!\w)(?:"
    rf"(?:{_NUMBER}\s?|(?:no|aucune?|zéro|لا)\s)(?:{_COUNTED})(?!\w)"
    rf"|{_NUMBER}\s(?:people|persons|others|personnes|internautes)\s(?:have\s|are\s|ont\s)?(?:already\s|déjà\s)?"
    r"(?:read(?:ing)?|view(?:ed|ing)|watch(?:ed|ing)|shared|liked|lu|vu|consulté|partagé|aimé|lisent)"
    r"(?:\s(?:this|it|cet article|ceci|now)(?!\w)|(?=\W*\Z))"
    rf"|{_NUMBER}\s?min(?:ute)?s?\s(?:read|de lecture)(?!\w)"
    rf"|(?:{_LABEL})\s?[:(]?\s?{_NUMBER}(?:\s?(?:times|fois|مرة|مرات|%))?\)?"
    rf"|(?:{_NUMBER}|{_FEW})\s?(?:{_SPAN})\sago(?!\w)|(?:just now|moments ago|à l[’']instant)(?!\w)"
    rf"|il y a\s(?:environ\s|plus de\s)?(?:{_NUMBER}|{_FEW})\s?(?:{_DUREE})(?!\w)"
    rf"|(?:منذ|قبل)\s(?:حوالي\s)?(?:{_NUMBER}\s)?(?:{_MUDDA})(?!\w)|الآن(?!\w)"
    rf"|(?:{_LOKACI})\s(?:{_NUMBER}|ɗaya|daya|biyu)\sda\s(?:suka|ta|ya)\s(?:wuce|gabata)(?!\w)"
    rf")",
    re.IGNORECASE,
)
# Beside a date, with what the words of dates are.
_LABELS = frozenset(map(fold, words(
    "dernière dernier update maj à jour actualisé actualisée aujourd hui today now il est اليوم آخر تحديث yau sabunta"
)))
# A clock or a year, without which no line is a date that changes.
_MOMENT = re.compile(r"\d\s?[:h]\s?\d\d|(?<!\d)(?:19|20)\d\d(?!\d)")
_PIECE = re.compile(r"(\n|[|·•]|(?<=[.!?؟…])\s+|\s[–—-]\s)")
_LONGEST = 90
_DIGIT = re.compile(r"\d")
# Of a counter or a date without a number: looked for first, because most pieces of most texts have none of all this.
_HINTS = ("ago", "now", "instant", "no ", "aucun", "zéro ", "il y a", "منذ", "قبل", "الآن", "لا ", " da ")
_WORD = re.compile(r"[^\W\d_]+")


def plain(text: str | None) -> str:
    """Text as it is compared: without tags, scripts, entities and the width of white space."""
    return " ".join(_unmarked(text).split()) if text else ""


def told(text: str | None, whole: str | None = None) -> str:
    """What is told in a text: `plain`, but for counters and dates that stand alone, where there is more than these.

    `whole` is its `plain`, where that is known already.
    """
    whole = plain(text) if whole is None else whole
    lowered = whole.lower()
    also = any(map(lowered.__contains__, _ALSO_HINTS))
    if not text or not (also or _may_count(lowered)):
        return whole
    lines = _unmarked(_BREAK.sub(_line_of, text) if "<" in text else text)
    rest_of = _RELATED.sub("\n", lines) if also else lines
    pieces, kept, cut = _PIECE.split(rest_of), list[str](), rest_of != lines
    for between, piece in zip(("", *pieces[1::2]), pieces[::2], strict=True):
        rest = _without(piece) if len(piece) <= _LONGEST and _may_count(piece.lower()) else piece
        cut = cut or rest is not piece
        if rest.strip() or rest is piece:
            kept += (between, rest)
    return (" ".join("".join(kept).replace(_BULLET, " ").split()) or whole) if cut else whole


def _unmarked(text: str) -> str:
    if "<" in text:
        text = TAG.sub(" ", _SILENT.sub(" ", text))
    return html.unescape(text) if "&" in text else text


def _line_of(tag: re.Match[str]) -> str:
    return f"\n{_BULLET}" if tag[1].lower() == "li" and tag[0][1] != "/" else "\n"


def _may_count(lowered: str) -> bool:
    return _DIGIT.search(lowered) is not None or any(map(lowered.__contains__, _HINTS))


def without_counters(line: str) -> str:
    """A line without the counters in it."""
    return _COUNTER.sub(" ", line)


def _without(piece: str) -> str:
    rest = _COUNTER.sub(" ", piece)
    if rest != piece:
        return rest if len(_WORD.findall(rest)) <= _BESIDE else piece
    if not _MOMENT.search(piece):
        return piece
    names = _WORD.findall(fold(piece))
    return "" if names and all(name in FILLERS or name in MONTHS or name in _LABELS for name in names) else piece
