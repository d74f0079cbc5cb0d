"""The steps of enriching, in order. To add one, write its file and add its line; a test fails where it is forgotten.

Each step is (article, reading, tags so far) -> tags: it may look at everything and change only the tags.
"""

from __future__ import annotations

from collections.abc import Callable

from schemas.normalized import NormalizedArticle
from services.enrich.draft import Draft
from services.enrich.read.reading import Reading
from services.enrich.steps import alert, coups, entities, salience, topics

Step = Callable[[NormalizedArticle, Reading, Draft], Draft]

STEPS: tuple[Step, ...] = (
    entities.step,
    coups.step,
    salience.step,
    topics.step,
    alert.step,
)
