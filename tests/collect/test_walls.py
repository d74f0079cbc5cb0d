"""A page that asks to sign in, to pay or to take cookies is no article: the summary stays, and says why."""

from __future__ import annotations

import orjson
import pytest

from schemas.source import Source
from services.collect.item import Document, Item
from services.collect.pace import Pace
from services.collect.pages import languages_asked
from services.collect.poll import conclude, conditions, look, new_state
from services.fetch.answer import Answer

SOURCE = Source(id="a", name="Sahel", address="https://sahel.example.org/flux")
SUMMARY = "La junte de Niamey ferme l'aéroport Diori Hamani jusqu'à nouvel ordre."
ARTICLE = "À Niamey, la junte a annoncé la fermeture de l'aéroport international Diori Hamani. " * 9
WALL = "Nous respectons votre vie privée. Acceptez les traceurs de nos partenaires, ou abonnez-vous afin de continuer. "
NOW = 1_690_500_000_000


def fed(*texts: str, title: str = "Niger: l'aéroport fermé", summary: str = SUMMARY) -> list[tuple[str, str]]:
    """Text and note of each article whose page has one of the texts."""
    items = [
        Item(url=f"https://sahel.example.org/{at}", title=f"{title} {at}", text=f"{summary} {at}")
        for at in range(len(texts))
    ]
    step = look(SOURCE, new_state(SOURCE, Pace()), Answer(SOURCE.address, 200), Document(items=tuple(items)), NOW)
    pages = {
        item.url or "": Item(url=item.url, text=text, whole=True) for item, text in zip(items, texts, strict=True)
    }
    articles, _ = conclude(SOURCE, step, pages, (), NOW)
    return [(one["text"], one.get("note", "")) for one in (orjson.loads(article.value) for article in articles)]


def test_a_page_about_the_item_takes_the_place_of_its_summary() -> None:
    assert fed(ARTICLE) == [(ARTICLE, "")]


def test_a_page_that_has_hardly_a_word_of_the_item_does_not() -> None:
    assert fed(WALL * 3) == [(f"{SUMMARY} 0", "collect: summary only: its page is about something else")]


def test_a_text_that_stands_on_two_pages_is_of_neither() -> None:
    first, second, third = fed(WALL + SUMMARY, WALL + SUMMARY, ARTICLE)
    assert first == (f"{SUMMARY} 0", "collect: summary only: another page has the same text")
    assert second[0] == f"{SUMMARY} 1"
    assert third == (ARTICLE, "")


def test_scripts_without_spaces_and_items_of_few_words_are_not_judged_by_words() -> None:
    text = "尼日尔军方宣布关闭机场和边境并解除总统职务。" * 9
    assert fed(text, title="尼日尔政变", summary="军方宣布关闭尼亚美国际机场") == [(text, "")]
    other = "Le président est retenu par sa garde au palais. " * 9
    assert fed(other, title="Niger", summary="Coup") == [(other, "")]


def test_a_short_text_that_begins_like_a_wall_is_one_however_few_words_the_item_has() -> None:
    note = "collect: summary only: its page asks to sign in, to pay or to take cookies"
    assert fed(WALL * 3, title="Niger", summary="Coup") == [("Coup 0", note)]
    # what stands behind the wall is an article all the same
    assert fed(WALL + ARTICLE * 2) == [(WALL + ARTICLE * 2, "")]


def test_not_modified_is_no_answer_where_nothing_is_known() -> None:
    step = look(SOURCE, new_state(SOURCE, Pace()), Answer(SOURCE.address, 304), None, NOW)
    assert step.state.fails == 1
    assert (step.state.problem or "").startswith("304")


def test_what_no_header_can_carry_is_not_sent_back() -> None:
    then = "Thu, 27 Jul 2023 08:00:00 GMT"
    state = new_state(SOURCE, Pace()).model_copy(update={"etag": '"é"', "last_modified": then})
    assert conditions(state) == {"If-Modified-Since": then}


@pytest.mark.parametrize(("date", "sent"), [
    ("Thu, 27 Jul 2023 08:00:00 GMT", True), ("Fri, 28 Jul 2023 08:00:00 GMT", False), ("lately", True),
])
def test_a_time_of_change_that_had_not_come_is_not_sent_back(date: str, sent: bool) -> None:
    polled = 1_690_459_200_000  # 27 July 2023, noon
    state = new_state(SOURCE, Pace()).model_copy(update={"last_modified": date, "polled": polled})
    assert (conditions(state) == {"If-Modified-Since": date}) is sent


def test_a_page_whose_text_has_no_word_of_the_item_is_none_though_its_headline_is_the_items() -> None:
    title = "Journal du soir : le pont de Gaya rouvert aux camions chargés"
    menu = "À propos, presse, droits, publicité, règles de sécurité, conditions et fonctions neuves. " * 3
    item = Item(url="https://sahel.example.org/1", title=title)
    step = look(SOURCE, new_state(SOURCE, Pace()), Answer(SOURCE.address, 200), Document(items=(item,)), NOW)
    page = Item(url=item.url, title=title, text=menu, whole=True)
    [article], _ = conclude(SOURCE, step, {item.url or "": page}, (), NOW)
    assert orjson.loads(article.value).get("text") is None
    assert orjson.loads(article.value)["note"] == "collect: summary only: its page is about something else"


def test_a_page_in_another_language_than_its_item_is_left() -> None:
    english = "The junta of Niamey keeps the airport Diori Hamani closed until the bloc answers them all. " * 6
    assert fed(english) == [(f"{SUMMARY} 0", "collect: summary only: its page is in another language")]


def test_a_watched_page_that_comes_in_another_language_keeps_its_text() -> None:
    source = Source(id="a", name="Sahel", address="https://sahel.example.org/gaya", kind="page", language="fr")
    english = "The bridge of Gaya is open, and the trucks that were held there for a week go on to the north. " * 9
    state = new_state(source, Pace())

    def polled(text: str, at: int) -> int:
        nonlocal state
        items = (Item(url=source.address, title="Gaya", text=text, whole=True),)
        step = look(source, state, Answer(source.address, 200, body=text.encode()), Document(items=items), at)
        articles, state = conclude(source, step, {}, state.items, at)
        return len(articles)

    assert polled(ARTICLE, NOW) == 1
    assert polled(english, NOW + 1) == 0
    assert state.problem == "the page came in another language: en"
    assert polled(ARTICLE, NOW + 2) == 0
    assert state.problem is None
    assert polled(f"{ARTICLE} Le pont est rouvert.", NOW + 3) == 1
    # what was never in the language that it is said to be in is fed as it is
    state = new_state(source, Pace())
    assert polled(english, NOW) == 1


def test_pages_are_asked_for_in_the_language_of_their_source() -> None:
    assert languages_asked(SOURCE) == {}
    for said in ("ha", "hau", "ha_NE"):
        assert languages_asked(SOURCE.model_copy(update={"language": said})) == {"Accept-Language": "ha, *;q=0.5"}
