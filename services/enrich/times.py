"""Words that say when, as patterns: what stands before a year that dates no coup, how long ago, of what month. As with
services/enrich/phrases.py, they are searched only around what was found, and the words are the cue files'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from services.enrich.deeds import AND
from services.enrich.phrases import ENDS, WORD, either

# The roles of schemas/cues.py that are kept out of the automata.
ROLES: Final = frozenset(
    {
        "before-year", "since-year", "of-the-year", "since-month", "of-the-month", "treaty", "treaty-of", "no-treaty",
        "month", "then-coup", "years-since", "more-than", "a-year", "month-past", "part-of-month",
        "last", "last-behind", "ago", "ago-before", "came-to-power", "carried", "to-power", "depose", "coup-word",
        "mutiny", "entry-opens", "entry-weekday", "entry-of", "entry-month", "ere", "oath",
    }
)
_YEAR: Final = rb"(?:19|20)[0-9][0-9]"


@dataclass(frozen=True, slots=True)
class Times:
    """What each says is told beside its role in schemas/cues.py."""

    since: re.Pattern[bytes]
    then: re.Pattern[bytes]
    since_years: re.Pattern[bytes]
    month_past: re.Pattern[bytes]
    part_of_month: re.Pattern[bytes]
    last: re.Pattern[bytes]
    last_behind: re.Pattern[bytes]
    ago: re.Pattern[bytes]
    rose: re.Pattern[bytes]
    depose: re.Pattern[bytes]
    coup_word: re.Pattern[bytes]
    mutiny: re.Pattern[bytes]
    entry: re.Pattern[bytes]
    span_of_days: re.Pattern[bytes]
    before_oath: re.Pattern[bytes]


def compile_times(words: Mapping[str, Iterable[str]]) -> Times:
    """Patterns of the words of each role, `(a|b|)` and `~` spelt out before; a role without words never matches.

    In what stands before a year `#` is another year, `@` a month, `%` any word.
    """
    of = {role: either(words.get(role, ())) for role in ROLES}
    word = rb"(?:(?!" + of["no-treaty"] + rb" )[a-z\x80-\xff]+)"

    def open_(role: str) -> bytes:
        return of[role].replace(rb"\#", _YEAR).replace(b"@", of["month"]).replace(b"%", word)

    month = rb"(?:" + of["month"] + rb"|" + of["entry-month"] + rb")"
    # a second name of it may stand behind: يوليو/تموز
    names = month + rb"(?: ?[/(] ?" + month + rb"\)?)?"
    ordinal = rb"(?:er|st|nd|rd|th)?"
    opens = rb"[^a-z0-9\x80-\xff]{0,4}(?:" + of["entry-opens"] + rb" )?(?:" + of["entry-weekday"] + rb",? )?"
    return Times(
        # since April 2021, elected in 2021, une loi de 2015, tun shekarar 2020
        since=re.compile(
            rb"(?:^|[ (\x01\x02])(?:" + open_("before-year")
            + rb"|" + open_("since-year") + rb"(?: " + open_("of-the-year") + rb")?"
            + rb"|" + of["since-month"] + rb" " + open_("of-the-month")
            + rb"|" + of["treaty"] + rb" " + open_("treaty-of") + rb") $"
        ),
        # not since 1966, when Nkrumah was toppled
        then=re.compile(rb",? " + of["then-coup"] + rb"(?: |$|[,.])"),
        # منذ أزيد من سنة، منذ عامين; but not: منذ عام 2021
        since_years=re.compile(
            of["years-since"] + rb" (?:" + of["more-than"] + rb" )?" + of["a-year"]
            + rb"(?= *[,.;)\x01\x02]| (?!(?:19|20)[0-9]))"
        ),
        # at the end of July
        part_of_month=re.compile(rb"(?:^| )" + AND + of["part-of-month"] + rb" $"),
        month_past=re.compile(rb" " + of["month-past"]),
        last=re.compile(of["last"] + rb" $"),
        last_behind=re.compile(rb" " + of["last-behind"]),
        # a coup four years ago; il y a quatre ans
        ago=re.compile(rb" (?:" + of["ago"] + rb"\b|" + of["ago-before"] + rb" )"),
        rose=re.compile(
            WORD + rb"(?:" + of["came-to-power"] + rb"|" + of["carried"] + rb" [a-z0-9\x80-\xff]+ "
            + of["to-power"] + rb")" + ENDS
        ),
        depose=re.compile(of["depose"]),
        coup_word=re.compile(of["coup-word"]),
        mutiny=re.compile(of["mutiny"]),
        # Le 3 août, … | July 26: … | ranar 26 ga Yuli | Le 7, …
        entry=re.compile(
            opens + rb"(?:(?P<day>[0-3]?[0-9])" + ordinal + rb" (?:" + of["entry-of"] + rb" )?(?P<month>" + month
            + rb")(?: ?[/(] ?" + month + rb"\)?)?" + ENDS + rb"|(?P<first>" + month + rb") (?P<second>[0-3]?[0-9])"
            + ordinal + rb"(?![a-z0-9])|(?<=[a-z\x80-\xff] )(?P<alone>[0-3]?[0-9])" + ordinal + rb" ?[,:])"
        ),
        # 3-24 septembre 2023 - Niger | July 26-30: … | 26 juillet-3 août :
        span_of_days=re.compile(
            rb"(?:[0-3]?[0-9](?: " + names + rb")?(?: (?:19|20)[0-9][0-9])? (?:\x02 ?)?[0-3]?[0-9] "
            + rb"(?:" + of["entry-of"] + rb" )?" + names + rb"|" + names
            + rb" [0-3]?[0-9] (?:\x02 ?)?(?:" + names + rb" )?[0-3]?[0-9])(?:,? (?:19|20)[0-9][0-9])? ?[:\x02|]"
        ),
        # two days before his inauguration; avant même qu'il ne prête serment
        before_oath=re.compile(WORD + AND + of["ere"] + rb"(?: [^ ,;.\x01\x02]+){0,4} " + of["oath"] + ENDS),
    )
