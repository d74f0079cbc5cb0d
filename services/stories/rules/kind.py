"""What a kind of rule is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from schemas.decision import Decision
from schemas.enriched import EnrichedArticle
from schemas.rules import AlertRule
from services.stories.novelty import New
from services.stories.state import CrisisState


@dataclass(frozen=True, slots=True)
class Case:
    """An article for which the conditions of a rule hold, and what is known at that moment.

    `decision` is about the article and not yet in `state`; `new` is what it brings to its story.
    """

    article: EnrichedArticle
    decision: Decision
    state: CrisisState
    new: tuple[New, ...]


Judge = Callable[[AlertRule, Case], New | None]
"""What is new by a rule, or None. Pure."""


@dataclass(frozen=True, slots=True)
class Kind:
    """`counts`: it keeps count of articles and alerts beside the rules on stories."""

    name: str
    judge: Judge
    counts: bool
