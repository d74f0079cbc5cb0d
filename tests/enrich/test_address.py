"""Where a site files an article says whether it is an opinion."""

from __future__ import annotations

import pytest

from services.cli.why import weight
from services.enrich.enrich import Compiled, draft, tag
from services.enrich.read.address import is_filed_under
from tests.enrich.conftest import article

REPORT = (
    "Niger's junta expels the French ambassador",
    "Niger's military rulers ordered the French ambassador on Friday to leave within 48 hours, the foreign ministry "
    "said in a statement. Paris answered that those who seized power have no right to ask for it.",
)


@pytest.mark.parametrize(
    ("address", "wakes"),
    [
        ("https://example.org/news/2023/08/the-junta", True),
        ("https://example.org/opinion/2023/08/the-junta", False),
        ("https://example.org/commentisfree/2023/aug/25/the-junta", False),
        ("https://example.org/fr/tribunes/la-junte", False),
        ("https://example.org/%D8%A2%D8%B1%D8%A7%D8%A1/the-junta", False),
        # what an article is called says nothing, nor does the paper's name
        ("https://example.org/news/opinion", True),
        ("https://tribune.example.org/news/the-junta", True),
        (None, True),
    ],
)
def test_what_is_filed_among_opinions_wakes_nobody(address: str | None, wakes: bool, crises: Compiled) -> None:
    title, text = REPORT
    one = article(text, title, "2023-08-25", "en").model_copy(update={"url": address})
    assert tag(one, crises).alert == wakes


def test_what_somebody_of_the_crisis_writes_there_is_news(crises: Compiled) -> None:
    text = (
        "I write this as a hostage. Niger is under attack from a junta that wants to overthrow our democracy, and I am "
        "one of hundreds who are held. This coup, launched against my government by a faction of the military, has no "
        "justification. Mohamed Bazoum is the president of Niger."
    )
    one = article(text, "President of Niger: My country is under attack and I am a hostage", "2023-08-03", "en")
    filed = one.model_copy(update={"url": "https://example.org/opinions/2023/08/03/my-country"})
    assert tag(filed, crises).alert


def test_a_person_is_told_that_it_was_the_address(crises: Compiled) -> None:
    title, text = REPORT
    one = article(text, title, "2023-08-25", "en").model_copy(update={"url": "https://example.org/opinion/the-junta"})
    assert weight("niger-2023", *draft(one, crises), one)[-1] == "no news: its address files it among opinions"


def test_without_sections_no_address_is_an_opinion() -> None:
    assert not is_filed_under("https://example.org/opinion/one", frozenset())
