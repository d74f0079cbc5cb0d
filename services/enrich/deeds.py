"""Words of what is done in a coup, as patterns: how power is taken, where a ruler is not held, what a plot is for. As
with services/enrich/phrases.py, they are searched only around what was found, and the words are the cue files'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from services.enrich.fold import fold_name
from services.enrich.phrases import ENDS, WORD, either

# The roles of schemas/cues.py that are kept out of the automata.
ROLES: Final = frozenset(
    {
        "control", "control-of", "over", "takes", "takes-office", "border", "plane", "prison", "who-are", "purpose",
        "purpose-far", "self-coup", "having", "tried", "tries", "wanted", "in-order-to",
        "body-of", "body", "tried-alone", "tried-another", "tried-again", "tried-seat", "foiled", "say-foiled",
        "swept", "sent", "sent-off", "swept-whom", "men-of",
    }
)
# What may be glued before an Arabic word: and, then; by.
AND: Final = rb"(?:" + fold_name("و") + rb"|" + fold_name("ف") + rb")?"
_BY: Final = fold_name("ب") + rb"?"
_TO: Final = rb"(?:" + fold_name("ل") + rb"|" + fold_name("ب") + rb")?"
_THE: Final = rb"(?:" + fold_name("ال") + rb")?"


@dataclass(frozen=True, slots=True)
class Deeds:
    """What each says is told beside its role in schemas/cues.py."""

    control: re.Pattern[bytes]
    control_of: re.Pattern[bytes]
    over: re.Pattern[bytes]
    takes: re.Pattern[bytes]
    takes_office: re.Pattern[bytes]
    border: re.Pattern[bytes]
    plane: re.Pattern[bytes]
    prison: re.Pattern[bytes]
    who_are: re.Pattern[bytes]
    purpose: re.Pattern[bytes]
    purpose_far: re.Pattern[bytes]
    self_coup: re.Pattern[bytes]
    having: re.Pattern[bytes]
    tried: re.Pattern[bytes]
    tried_alone: re.Pattern[bytes]
    tried_another: re.Pattern[bytes]
    tried_again: re.Pattern[bytes]
    tried_seat: re.Pattern[bytes]
    foiled: re.Pattern[bytes]
    say_foiled: re.Pattern[bytes]
    tries: re.Pattern[bytes]
    wanted: re.Pattern[bytes]
    in_order_to: re.Pattern[bytes]
    of_a_body: re.Pattern[bytes]
    swept: re.Pattern[bytes]
    swept_whom: re.Pattern[bytes]
    men_of: re.Pattern[bytes]


def compile_deeds(words: Mapping[str, Iterable[str]]) -> Deeds:
    """Patterns of the words of each role, `(a|b|)` and `~` spelt out before; a role without words never matches."""
    of = {role: either(words.get(role, ())) for role in ROLES}
    return Deeds(
        control=re.compile(WORD + rb"(" + of["control"] + rb")(?: " + of["control-of"] + rb")?$"),
        control_of=re.compile(rb" " + of["control-of"] + rb" "),
        over=re.compile(of["over"]),
        # its doer may stand between: استولى العميد عمر البشير على السلطة
        takes=re.compile(rb"(?:^|[ \x01\x02])(" + AND + of["takes"] + rb")(?: [^ ,;.\x01\x02]+){0,6} $"),
        takes_office=re.compile(rb" " + of["takes-office"] + rb" $"),
        border=re.compile(WORD + of["border"] + ENDS),
        plane=re.compile(WORD + of["plane"] + ENDS),
        prison=re.compile(rb" " + of["prison"] + ENDS),
        who_are=re.compile(rb" " + of["who-are"] + rb" $"),
        purpose=re.compile(rb"^,?(?: " + of["purpose"] + rb"){1,3} $"),
        purpose_far=re.compile(rb"^[^.;\x01]* " + of["purpose-far"] + rb" $"),
        self_coup=re.compile(of["self-coup"]),
        having=re.compile(rb" " + of["having"] + rb" $"),
        tried=re.compile(of["tried"]),
        tried_another=re.compile(WORD + AND + of["tried-another"] + ENDS),
        tried_alone=re.compile(WORD + AND + of["tried-alone"] + ENDS),
        # but not: another attempt at talks
        tried_again=re.compile(WORD + AND + of["tried-again"] + rb"(?= ?[,.;:)\x01\x02]| [0-9]|$)"),
        tried_seat=re.compile(WORD + AND + of["tried-seat"] + ENDS),
        say_foiled=re.compile(WORD + of["say-foiled"] + ENDS),
        foiled=re.compile(WORD + AND + of["foiled"] + ENDS),
        tries=re.compile(rb" " + of["tries"] + rb" $"),
        wanted=re.compile(rb"(?:^| )" + _BY + of["wanted"] + rb" \"?$"),
        in_order_to=re.compile(rb"(?:^| )" + of["in-order-to"] + rb" $"),
        # met fin au mandat de sa mission
        of_a_body=re.compile(rb" " + of["body-of"] + rb" " + of["body"]),
        # got rid of the government; sent that cabinet home
        swept=re.compile(
            WORD + rb"(" + AND + rb"(?:" + of["swept"] + rb"|" + of["sent"] + rb"(?: [^ ,;.\x01\x02]+){1,4}? "
            + of["sent-off"] + rb"))" + ENDS
        ),
        swept_whom=re.compile(WORD + _THE + of["swept-whom"] + ENDS),
        # the soldiers of 1996; لعسكريي عام 1996
        men_of=re.compile(WORD + _TO + rb"(" + of["men-of"] + rb") $"),
    )
