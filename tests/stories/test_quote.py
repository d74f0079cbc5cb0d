"""What an alert shows of an article."""

from __future__ import annotations

import pytest

from services.stories.quote import HEADLINE_MAX, PASSAGE_MAX, headline, passage, sentence
from tests.alert.articles import TEXT, article


def test_the_headline_is_the_title() -> None:
    assert headline(article()) == "Niger: soldiers on television"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\n\nFirst line of it.\nSecond.", "First line of it."),
        ("One sentence. Another one.", "One sentence."),
        ("Gen. Tchiani spoke. Nobody else did.", "Gen. Tchiani spoke."),
        ("Les soldats ont parlé !  Et puis ?", "Les soldats ont parlé !"),
        ("هل عاد بازوم؟ لا أحد يعرف.", "هل عاد بازوم؟"),
    ],
)
def test_without_a_title_the_first_sentence_is_the_headline(text: str, expected: str) -> None:
    assert headline(article(title="", text=text)) == expected


def test_a_long_headline_is_cut_with_a_sign() -> None:
    cut = headline(article(title="Niger " * 100))
    assert len(cut) <= HEADLINE_MAX
    assert cut.endswith("…")


def test_the_passage_is_the_sentence_of_the_evidence() -> None:
    assert passage(article(), "niger-2023") == "Soldiers have removed President Bazoum from power, he said."


def test_without_a_coup_it_is_that_of_the_first_name() -> None:
    text = "Nothing here. President Bazoum was seen on Friday. Nothing there."
    assert passage(article(text=text), "niger-2023") == "President Bazoum was seen on Friday."


def test_without_either_it_is_the_headline() -> None:
    assert passage(article(text="A curfew is in force."), "niger-2023") == "Niger: soldiers on television"


def test_a_passage_of_the_text_is_better_than_the_headline() -> None:
    title = "Bazoum held"
    found = article(title=title, text="It rained. Mr. Bazoum is held in his palace. It rained.")
    both = found.model_copy(update={
        "entities": tuple(
            one.model_copy(update={"mentions": (*one.mentions, one.mentions[0].model_copy(update={
                "start": found.content().rindex("Bazoum"), "end": found.content().rindex("Bazoum") + 6,
            }))}) for one in found.entities
        ),
    })
    assert passage(both, "niger-2023") == "Mr. Bazoum is held in his palace."


def test_an_endless_sentence_is_cut_and_found_in_bounded_time() -> None:
    text = "word " * 200_000
    middle = len(text) // 2
    assert len(sentence(text, middle, middle + 4)) <= 2 * PASSAGE_MAX + 4
    assert len(passage(article(text=TEXT.replace(". ", ", ") + " and" * 1000), "niger-2023")) <= PASSAGE_MAX


@pytest.mark.parametrize("text", ["", "x", ".", "a. b", "…\n…"])
def test_any_span_of_any_text_has_a_sentence(text: str) -> None:
    for start in range(len(text)):
        for end in range(start, len(text) + 1):
            assert isinstance(sentence(text, start, end), str)
