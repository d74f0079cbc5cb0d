"""Words that say whose a coup was, as patterns: who made it, whom it drove out, and that he was something once. As with
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
        "rank", "has", "been", "done-against", "done-to", "done-to-one", "makers", "himself", "led-by",
        "led", "at-its-head", "kin", "against", "former", "was", "by-whom", "his-fall", "died", "by-means", "means-a",
        "once", "once-behind", "republic-of", "definite", "that", "first", "slain", "slain-then", "slain-by",
        "we-are-no",
    }
)


@dataclass(frozen=True, slots=True)
class Whose:
    """What each says is told beside its role in schemas/cues.py."""

    rank: re.Pattern[bytes]
    suffered: re.Pattern[bytes]
    done_against: re.Pattern[bytes]
    done_to: re.Pattern[bytes]
    done_to_one: re.Pattern[bytes]
    makers: re.Pattern[bytes]
    himself: re.Pattern[bytes]
    led_by: re.Pattern[bytes]
    led: re.Pattern[bytes]
    against: re.Pattern[bytes]
    former: re.Pattern[bytes]
    was: re.Pattern[bytes]
    by_whom: re.Pattern[bytes]
    his_fall: re.Pattern[bytes]
    died: re.Pattern[bytes]
    slain: re.Pattern[bytes]
    slain_then: re.Pattern[bytes]
    slain_by: re.Pattern[bytes]
    we_are_no: re.Pattern[bytes]
    by_a_coup: re.Pattern[bytes]
    once: re.Pattern[bytes]
    once_behind: re.Pattern[bytes]
    title_gap: re.Pattern[bytes]
    definite: re.Pattern[bytes]
    that: re.Pattern[bytes]
    first: re.Pattern[bytes]


def compile_whose(words: Mapping[str, Iterable[str]]) -> Whose:
    """Patterns of the words of each role, `(a|b|)` and `~` spelt out before; a role without words never matches."""
    of = {role: either(words.get(role, ())) for role in ROLES}
    begins = rb"(?:^| )"
    return Whose(
        rank=re.compile(rb"^ ?(?:" + of["rank"] + rb"\.? ?){0,4}$"),
        # but "Doumbouya a renversé Condé" is what he did
        suffered=re.compile(rb"^ ?(?:(?:" + of["has"] + rb" ){0,2}" + of["been"] + rb")? ?$"),
        # ba za ta yi wa gwamnatin Tinubu juyin mulki ba
        done_against=re.compile(rb" " + of["done-against"] + rb"(?: [^ ,;.\x01\x02]+){0,4} $"),
        done_to=re.compile(rb" " + of["done-to"] + rb"$"),
        done_to_one=re.compile(rb" " + of["done-to-one"] + rb"(?: |[,.;:)]|$)"),
        makers=re.compile(of["makers"]),
        himself=re.compile(begins + of["himself"] + rb"(?: |$)"),
        # the military regime led by General Bare Mainassara
        led_by=re.compile(
            rb"^(?: " + of["led-by"] + rb"|.{0,130} " + of["at-its-head"] + rb")(?: (?!" + of["kin"]
            + rb"\b)[a-z]+\.?){0,3} $"
        ),
        led=re.compile(rb" " + of["led"] + rb"$"),
        against=re.compile(rb"(?: [^ ,;.\x01\x02]+){0,3} " + of["against"] + rb" "),
        former=re.compile(begins + of["former"] + rb" (?:[a-z]+ )?$"),
        # Damiba est démis; Kaboré, renversé en janvier
        was=re.compile(rb"(?:, | " + of["was"] + rb" )$"),
        # Bashir ousted by the army
        by_whom=re.compile(rb" " + of["by-whom"] + rb" "),
        his_fall=re.compile(of["his-fall"] + rb"$"),
        died=re.compile(begins + AND + of["died"] + rb"(?: [^ .\x01\x02]+){0,6} $"),
        slain=re.compile(WORD + AND + rb"(" + of["slain"] + rb")" + ENDS),
        # toppled his predecessor and was then killed: ثم قتل
        slain_then=re.compile(begins + of["slain-then"] + rb" (?:[a-z]+ ){0,2}$"),
        slain_by=re.compile(WORD + of["slain-by"] + ENDS),
        # we are no putschists; refuse to be called "putschists"
        we_are_no=re.compile(rb"(?:^|[ \x01\x02\"])" + AND + of["we-are-no"] + rb" \"?$"),
        # il a pris le pouvoir lors d'un putsch
        by_a_coup=re.compile(
            rb"^(?: [^,;\x01\x02]{1,44})? " + of["by-means"] + rb"(?: " + of["means-a"] + rb"){0,2} ?$"
        ),
        once=re.compile(WORD + of["once"] + rb" (?:[a-z]+ )?$"),
        once_behind=re.compile(of["once-behind"]),
        # President Buhari, shugaban Najeriya Muhammadu Buhari
        title_gap=re.compile(
            rb"^ (?:[^ ,;.\x01\x02]+ )?$|^ (?:[^ ,;.\x01\x02]+ ){0,2}[^ ,;.\x01\x02]+, $|^ " + of["republic-of"]
            + rb" [^ ,;.\x01\x02]+ $"
        ),
        definite=re.compile(rb"(?:^|[ (\"])" + of["definite"] + rb" (?:" + of["first"] + rb" )?$"),
        that=re.compile(rb"(?:^|[ \x01\"])" + of["that"] + rb" $"),
        first=re.compile(rb" " + of["first"] + rb" (?:[a-z]+ )?$"),
    )
