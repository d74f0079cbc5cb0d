"""Mutinies whose men want better pay."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

OVER_PAY = [
    (
        "fr",
        "Le Niger met fin à sa mutinerie",
        "La mutinerie des soldats de Diffa a pris fin lundi. Les mutins réclamaient une augmentation de leur solde.",
    ),
    ("en", "Niger quells mutiny", "The soldiers' mutiny in Diffa ended on Monday. The men wanted better pay."),
    ("ar", "النيجر تخمد تمردا", "انتهى تمرد الجنود في ديفا بالنيجر الاثنين. وكانوا يطالبون بزيادة رواتبهم."),
    ("ha", "An kashe bore a Nijar", "Boren sojoji a Diffa ta Nijar ya kare ranar Litinin. Sun nemi karin albashi."),
]


@pytest.mark.parametrize(("language", "title", "text"), OVER_PAY)
def test_a_mutiny_over_pay_is_no_coup(tagged: Tagger, language: str, title: str, text: str) -> None:
    tags = tagged(text, title=title, published=None, language=language)
    assert not told_of(tags)


def test_a_mutiny_at_the_palace_is_one_whatever_its_men_want(tagged: Tagger) -> None:
    text = "A mutiny of soldiers at the presidential palace in Niamey goes on. They also want better pay."
    assert told_of(tagged(text, title="Niger president held", published="2023-07-26", language="en"))
