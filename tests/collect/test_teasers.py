"""What says less of an article than was said of it takes the place of nothing; a correction does, however short."""

from __future__ import annotations

from collections.abc import Mapping

import orjson
import pytest

from schemas.source import Source
from services.collect.item import Document, Item, is_whole
from services.collect.pace import Pace
from services.collect.pages import Later, Page
from services.collect.poll import conclude, look, new_state
from services.fetch.answer import Answer

LETTERS = "ABCDEFGHIJKLMNOPQR"


def full(number: int) -> str:
    return f"The council in Niamey answered the bloc on day {number} of the closure. " + " ".join(
        f"Its speaker {name} said that flight {number}{name} may land, if its crew asks the tower for leave at dawn."
        for name in LETTERS
    )


def words(text: str, count: int) -> str:
    return " ".join(text.split()[:count])


class Told:
    """A source of the kind whose answers are given one after another."""

    def __init__(self, kind: str = "feed", full_text: bool = True) -> None:
        self.source = Source.model_validate(
            {"id": "a", "name": "Sahel", "kind": kind, "address": "https://sahel.example.org/x", "full_text": full_text}
        )
        self.state, self.time = new_state(self.source, Pace()), 1_690_500_000_000

    def says(self, texts: Mapping[int, str | None], pages: Mapping[str, Page] | None = None, **more: str) -> list[str]:
        """The texts that are fed of items with these."""
        items = tuple(
            Item(url=f"https://sahel.example.org/{number}", title=more.get("title", f"Day {number}"), text=text,
                 updated=more.get("updated"), whole=self.source.kind == "page" or is_whole(text))
            for number, text in texts.items()
        )
        self.time += 600_000
        answer = Answer(self.source.address, 200, body=str(self.time).encode())
        step = look(self.source, self.state, answer, Document(items=items), self.time, Pace())
        asked = {one.url: (pages or {}).get(one.url, "its page answers 404") for one in step.pages}
        self.asked = len(asked)
        articles, self.state = conclude(self.source, step, asked, self.state.items, self.time)
        return [orjson.loads(one.value).get("text", "") for one in articles]


@pytest.mark.parametrize("end", [" […]", "...", "… Read more »", " […] The post Day 1 appeared first on Sahel.", ""])
@pytest.mark.parametrize("count", [8, 20, 55])
def test_the_beginning_of_what_was_fed_is_no_new_version(end: str, count: int) -> None:
    told = Told()
    assert told.says({1: full(1), 2: full(2)}) == [full(1), full(2)]
    if count < 20 and len(end) > 20:
        return  # more is said of the site than of the article
    assert told.says({1: f"<p>{words(full(1), count)}{end}</p>", 2: full(2)}) == []
    assert told.asked == 0
    # and when it is whole again
    assert told.says({1: full(1), 2: full(2)}) == []


def test_a_feed_that_is_switched_to_teasers_in_other_words_is_no_news() -> None:
    told = Told(full_text=False)
    told.says({number: full(number) for number in range(5)})
    teasers: dict[int, str | None] = {number: f"What was said on day {number}, in short." for number in range(5)}
    assert told.says(teasers) == []
    assert told.says(teasers) == []
    # what comes then is fed as it is
    assert told.says({7: "What was said on day 7, in short.", **teasers}) == ["What was said on day 7, in short."]


def test_an_item_that_lost_its_text_keeps_it() -> None:
    told = Told(full_text=False)
    told.says({1: full(1)})
    assert told.says({1: None}) == []


def test_a_correction_is_fed_though_it_is_short() -> None:
    withdrawn = "This report was withdrawn: the council said nothing of the kind, and no flight was let in."
    told = Told(full_text=False)
    told.says({number: full(number) for number in range(4)})
    assert told.says({0: withdrawn, **{number: full(number) for number in range(1, 4)}}) == [withdrawn]


def test_a_mended_headline_over_a_teaser_is_fed() -> None:
    told = Told(full_text=False)
    told.says({1: full(1)})
    assert told.says({1: words(full(1), 30)}, title="The bloc is answered") == [words(full(1), 30)]


def test_a_longer_text_with_the_same_beginning_and_one_that_goes_on_in_other_words_are_fed() -> None:
    told = Told(full_text=False)
    told.says({1: full(1)})
    assert len(told.says({1: f"{full(1)} The first landed at noon."})) == 1
    passed = (f"At {hour} the guard let bus {hour} pass the gate." for hour in range(9))
    live = f"{words(full(1), 12)} {' '.join(passed)}"
    assert told.says({1: live}) == [live]


def test_a_teaser_that_changes_is_news_though_its_page_said_more() -> None:
    told = Told()
    page = Item(url="https://sahel.example.org/1", text=full(1), whole=True)
    first = "The council in Niamey answered the bloc; its speaker said that flights may land."
    second = "The council in Niamey answered the bloc; its speaker said that no flights may land."
    assert told.says({1: first}, {"https://sahel.example.org/1": page}) == [full(1)]
    assert told.says({1: second}) == [second]


@pytest.mark.parametrize("page", [
    Later("its page answers 503"), "its page answers 402", Item(text=words(full(1), 90), whole=True),
], ids=["away", "gone", "behind a wall now"])
def test_an_item_that_was_only_touched_keeps_the_text_of_its_page(page: Page) -> None:
    told = Told()
    url = "https://sahel.example.org/1"
    teaser = words(full(1), 30)
    whole = {url: Item(url=url, text=full(1), whole=True)}
    assert told.says({1: teaser}, whole, updated="2023-07-27T08:00:00Z") == [full(1)]
    assert told.says({1: teaser}, {url: page}, updated="2023-07-27T09:00:00Z") == []
    assert told.says({1: teaser}, {url: page}, updated="2023-07-27T09:00:00Z") == []
    mended = {url: Item(url=url, text=f"{full(1)} It was calm.", whole=True)}
    assert told.says({1: teaser}, mended, updated="2023-07-27T10:00:00Z") == [f"{full(1)} It was calm."]


def test_a_watched_page_that_closes_behind_a_wall_keeps_its_text() -> None:
    told = Told("page")
    told.says({1: full(1)})
    assert told.says({1: words(full(1), 60)}) == []
    wall = "Subscribe or log in to your account to read on. We and our partners use cookies. " * 2
    assert told.says({1: wall}) == []
    assert "asks to sign in" in (told.state.problem or "")
    assert told.says({1: f"{full(1)} The first landed at noon."}) == [f"{full(1)} The first landed at noon."]


def test_an_item_that_shares_its_link_says_that_it_has_a_summary_only() -> None:
    source = Source(id="a", name="Sahel", address="https://sahel.example.org/x")
    items = tuple(Item(url="https://sahel.example.org/live", title=f"Day {n}", text="In short.") for n in range(2))
    for full_text, said in ((True, "collect: summary only: it has no page of its own"), (False, None)):
        one = source.model_copy(update={"full_text": full_text})
        step = look(one, new_state(one, Pace()), Answer(one.address, 200), Document(items=items), 0, Pace())
        articles, _ = conclude(one, step, {}, (), 0)
        assert [orjson.loads(article.value).get("note") for article in articles] == [said, said]
