"""`seeds/*/manner.yaml`: what in how a text is written speaks for a report, and what for a piece that weighs things."""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import field_validator

from schemas.cues import Role
from schemas.gazetteer import SeedModel

Part = Literal["head", "lead", "below"]

# What is counted beside the cues of a role; see services/enrich/pieces/reported.py.
Counted = Literal[
    "asks",  # question marks
    "colon",
    "quotes",  # passages between quotation marks
    "days",  # days of the week, and whom it is had from
    "happens",  # verbs of headlines
    "muses",  # the turns of essays
    "names",
    "numbers",
    "speaker",  # a person, a party to the crisis or an office
    "people",  # persons of the crisis
    "dated",  # one of the last days is named by its date
    "none",  # there is no headline
    "length",  # in hundreds of letters
    "weighs",  # words in ten that weigh
    "reports",  # words in ten that report
]

_KNOWN = frozenset((*get_args(Role), *get_args(Counted)))


class Manner(SeedModel):
    """Points for each thing that is counted in a part of an article, the parts in their order.

    Below the `limit` of its language in all it is no report.

    Fitted to labelled articles by `python -m tests.quality.manner`, which also says what is gained.
    """

    points: dict[Part, dict[str, float]]
    limit: dict[str, float]
    # so many points in the parts before are enough, whatever stands in those behind them
    enough: float

    @field_validator("points")
    @classmethod
    def _is_known(cls, points: dict[Part, dict[str, float]]) -> dict[Part, dict[str, float]]:
        for part, counted in points.items():
            for name in counted:
                if name not in _KNOWN:
                    raise ValueError(f"{part}: {name} is neither a role of cues nor counted")
        return points
