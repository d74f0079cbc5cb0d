"""`seeds/*/cues/*.yaml`: the words that tell a coup."""

from __future__ import annotations

from typing import Literal

from schemas.gazetteer import SeedModel
from schemas.small_words import SmallWord
from schemas.spelled import Spelled

_Found = Literal[
    # what tells a coup
    "coup",
    "maybe",
    "junta",
    "ousted",
    "seize",
    "soft",
    "over-pay",  # what mutineers of no coup want: augmentation de leur solde
    # parts that tell one together in a sentence
    "overthrow",
    "ruler",
    "soldiers",
    "civil",  # holds a word for soldiers and means none: le secrétaire général, قوات الأمن
    "hold",
    "fell-in-turn",  # what is told of countries that each have the year of a coup: ont basculé
    "shot",  # gunfire: holds a ruler where it is heard at his seat
    "seat",
    "conspiracy",  # plotted without the word coup, where soldiers are held for it or it was foiled
    "arrest",
    # what speaks against it
    "idiom",
    "notcoup",
    "other-actor",
    # what becomes of a mention
    "negate",
    "negate-after",
    "hypothetical",
    "again",  # one more: feared, unless there is one these very days
    "future",
    "past",
    "history",  # what a country has seen in all its history: coups of no year in particular
    "attempt",
    "plot",
    "claim",
    "charged",
    "stance",  # takes what follows for a fact: to condemn, accept, undo or profit from a coup
    "epithet",  # calls something else a coup
    "self-rule",  # a ruler shuts parliament or rules by decree: no coup, whatever his opponents call it
    "fiction",  # a novel, a game, an exercise: what is told in it did not happen
    "leads-on",  # begins a line that is the headline of another article: read also
    # what an article is
    "act",
    "act-weak",
    "move",  # who leaves or arrives: an act where soldiers do
    "aftermath",  # a sign of the crisis that tells no coup: a return to constitutional order
    "say",
    "explainer",
    "question",
    "anniversary",
    "opinion",
    "toward",
    "denial",  # the headline denies what the text tells of
    "toll",  # an act of state and what it does to daily life: the closure empties market stalls
    "ought",  # what someone should do: opinion, where the headline names nobody who says so
    "leave",  # behind it, what is no opinion where a mission or troops are told so: must go
    # small words by which a text is known for a report or for a piece that weighs; see services/enrich/words/manner.py
    "weighs",  # but, perhaps, must, the region
    "reports",  # said, on Thursday, in a statement
    # the parts of an address by which a site files its opinions; see services/enrich/read/address.py
    "section",
    "voice",  # the writer speaks in the first lines: Sir, we urge the bloc to desist
    "digest",
    "effect",
    "review",
    "today",
    "apart",
    "title",
    # names of months, which tell two coups of one country apart
    "month-01", "month-02", "month-03", "month-04", "month-05", "month-06",
    "month-07", "month-08", "month-09", "month-10", "month-11", "month-12",
    "last-month",
    "last-year",
    "function-en",
    "function-fr",
    "function-ha",
]
Role = Literal[_Found, SmallWord]


class Cues(SeedModel):
    """Words of one language by what they do.

    `(a|b|)` stands for alternatives, `~` at the end of a Hausa word for its endings -n and -r too. Words are matched
    as names are: whole, without case and accents, behind any Arabic clitic.
    """

    language: str
    cues: dict[Role, tuple[Spelled, ...]]
