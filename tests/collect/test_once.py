"""An item met again is not fed again, a changed one under its old address, whatever feeds do to them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.source_state import Known
from services.collect.item import Item
from services.collect.once import REMEMBERED, Sifted, remember, sift

HERE, SITE = "https://sahel.example.org/feed", "https://sahel.example.org/"


def item(number: int, **changes: str | None) -> Item:
    one = Item(
        url=f"https://sahel.example.org/report-{number}", guid=f"https://sahel.example.org/?p={number}",
        title=f"Niger: report {number}", text=f"The airspace was closed, says report {number}.",
        published="Thu, 27 Jul 2023 08:00:00 +0100",
    )
    return replace(one, **changes)  # type: ignore[arg-type]  # the texts of an Item


def after(sifted: Sifted, before: tuple[Known, ...] = ()) -> tuple[Known, ...]:
    return remember([*(one.known for one in sifted.fresh), *sifted.unchanged], before)


def again(first: list[Item], second: list[Item]) -> Sifted:
    """What is fresh in the second answer after the first."""
    return sift(second, after(sift(first, (), HERE, SITE)), HERE, SITE)


def test_what_was_never_met_is_fresh_and_the_same_again_is_not() -> None:
    items = [item(1), item(2)]
    assert [one.changed for one in sift(items, (), HERE, SITE).fresh] == [False, False]
    assert again(items, items).fresh == ()


def test_a_guid_that_is_new_each_time_says_nothing() -> None:
    assert again([item(1, guid="a8f5f167f44f")], [item(1, guid="4964ca32cfbc")]).fresh == ()


def test_a_guid_that_counts_places_says_nothing() -> None:
    first = [item(1, guid="1"), item(2, guid="2")]
    second = [item(3, guid="1"), item(1, guid="2"), item(2, guid="3")]
    [fresh] = again(first, second).fresh
    assert (fresh.item.title, fresh.changed, fresh.url) == ("Niger: report 3", False, item(3).url)


@pytest.mark.parametrize("changes", [{}, {"url": None}], ids=["with links", "without"])
@pytest.mark.parametrize("places", [("item-0001", "item-0002"), ("item-0020", "item-0019")], ids=["up", "down"])
def test_a_long_guid_that_counts_places_says_nothing_either(
    places: tuple[str, str], changes: dict[str, None]
) -> None:
    def answer(*numbers: int) -> list[Item]:
        return [item(number, guid=guid, **changes) for number, guid in zip(numbers, places, strict=True)]

    first = sift(answer(2, 1), (), HERE, SITE)
    second = sift(answer(3, 2), after(first), HERE, SITE)
    [fresh] = second.fresh
    assert (fresh.item.title, fresh.changed, second.places) == ("Niger: report 3", False, True)
    known = after(second, after(first))
    # and when all others came at once
    third = sift(answer(5, 4), known, HERE, SITE, second.places)
    assert [one.changed for one in third.fresh] == [False, False]
    assert len({one.url for one in (*first.fresh, *second.fresh, *third.fresh)}) == 5
    # and when they are gone again
    assert sift(answer(2, 1), after(third, known), HERE, SITE, third.places).fresh == ()


def test_guids_that_count_up_from_one_are_places_before_anything_was_seen_to_shift() -> None:
    first = [item(number, guid=f"urn:report:{number}") for number in (1, 2, 3)]
    other = [item(number + 3, guid=f"urn:report:{number}") for number in (1, 2, 3)]
    assert [one.changed for one in again(first, other).fresh] == [False] * 3


def test_one_guid_that_went_over_to_another_item_makes_no_guid_a_place() -> None:
    first = [item(number) for number in range(41, 45)]
    moved = replace(first[0], guid=first[3].guid)
    mended = item(42, title="Niger: airspace closed", url="https://sahel.example.org/niger-airspace-closed")
    [fresh] = again(first, [moved, mended, first[2]]).fresh
    assert (fresh.changed, fresh.url) == (True, item(42).url)


def test_addresses_as_guids_may_count_up_from_one_and_be_names() -> None:
    first = [item(1), item(2)]
    mended = item(2, title="Niger: airspace closed", url="https://sahel.example.org/niger-airspace-closed")
    assert [one.changed for one in again(first, [first[0], mended]).fresh] == [True]


def test_known_tracking_is_seen_through() -> None:
    one = item(1, url="https://sahel.example.org/report-1?utm_source=rss", guid=None)
    two = item(1, url="http://www.sahel.example.org/report-1/?utm_campaign=july&fbclid=2", guid=None)
    assert again([one], [two]).fresh == ()


def test_a_parameter_that_nobody_knows_is_seen_through_too() -> None:
    first = [item(1, url="https://sahel.example.org/report?zx=81", guid=None), item(2)]
    second = [item(1, url="https://sahel.example.org/report?zx=93", guid=None), item(2)]
    assert again(first, second).fresh == ()
    changed = [replace(second[0], text="A corrected text.")]
    [fresh] = again(first, changed).fresh
    assert (fresh.changed, fresh.url) == (True, "https://sahel.example.org/report?zx=81")


def test_a_query_that_names_the_page_is_not_seen_through() -> None:
    first = [item(1, url="https://sahel.example.org/read.php?id=1423", guid=None)]
    second = [item(2, url="https://sahel.example.org/read.php?id=1424", guid=None), *first]
    [fresh] = again(first, second).fresh
    assert (fresh.item.title, fresh.changed) == ("Niger: report 2", False)


def test_a_mended_text_is_a_new_version_under_the_same_address() -> None:
    [fresh] = again([item(1)], [item(1, text="The airspace was closed on Sunday.")]).fresh
    assert (fresh.changed, fresh.url) == (True, item(1).url)


def test_a_mended_title_that_takes_the_link_along_is_the_same_article() -> None:
    mended = item(1, title="Niger: airspace closed", url="https://sahel.example.org/niger-airspace-closed")
    [fresh] = again([item(1)], [mended]).fresh
    assert (fresh.changed, fresh.url) == (True, item(1).url)


def test_one_link_for_all_items_is_the_address_of_none() -> None:
    items = [item(number, url=SITE, guid=None) for number in range(3)]
    first = sift(items, (), HERE, SITE)
    assert len({one.url for one in first.fresh}) == 3
    assert all(one.url.startswith(SITE) for one in first.fresh)
    assert sift(items, after(first), HERE, SITE).fresh == ()
    [changed] = sift([*items[:2], replace(items[2], text="Corrected.")], after(first), HERE, SITE).fresh
    assert (changed.changed, changed.url) == (True, first.fresh[2].url)


def test_one_link_for_all_is_seen_through_where_it_is_no_front_page() -> None:
    items = [item(number, url="https://sahel.example.org/live", guid=None) for number in range(3)]
    assert len({one.url for one in sift(items, (), HERE, None).fresh}) == 3
    assert again(items, items).fresh == ()


def test_items_without_any_link_are_told_apart_and_known_again() -> None:
    items = [item(number, url=None) for number in range(3)]
    first = sift(items, (), HERE, None)
    assert len({one.url for one in first.fresh}) == 3
    renamed = [replace(one, guid=f"new-{one.guid}") for one in items]
    assert sift(renamed, after(first), HERE, None).fresh == ()
    [changed] = sift([replace(items[0], title="Mended title")], after(first), HERE, None).fresh
    assert (changed.changed, changed.url) == (True, first.fresh[0].url)


@pytest.mark.parametrize("guid", [None, "another each time"])
def test_a_mended_title_of_an_item_without_link_or_lasting_guid_is_a_new_version(guid: str | None) -> None:
    long = "The junta in Niamey closed the airspace over Niger until further notice, its speaker said on television. "
    for changes in ({}, {"published": "2023-07-27", "text": long}, {"published": None, "text": long * 3}):
        items = [item(number, url=None, guid=guid and f"{guid} {number}", **changes) for number in range(3)]
        items = [replace(one, text=f"{one.text} {at}") for at, one in enumerate(items)]
        mended = replace(items[0], title="Niger closes its airspace", guid=guid and f"{guid} 8")
        first = sift(items, (), HERE, SITE)
        [fresh] = sift([mended, *items[1:]], after(first), HERE, SITE).fresh
        assert (fresh.changed, fresh.url) == (True, first.fresh[0].url)


def test_words_that_introduce_every_bulletin_make_one_article_of_none() -> None:
    text = "What happened in Niger, every evening, by our reporters in Niamey, Abuja and Paris, with your questions. "
    for published, then in ((None, None), ("2023-07-27", "2023-07-28")):
        first = item(1, url=None, guid=None, text=text, published=published, title="Bulletin of Thursday")
        second = replace(first, title="Bulletin of Friday", published=then)
        assert [one.changed for one in again([first], [second]).fresh] == [False]
    both = [item(number, url=None, guid=None, text=text) for number in range(2)]
    assert [one.changed for one in again(both[:1], both).fresh] == [False]


def test_untitled_linkless_items_are_known_by_their_text() -> None:
    items = [Item(text=f"Post {number}.") for number in range(3)]
    assert len(sift(items, (), HERE, None).fresh) == 3
    assert again(items, items).fresh == ()


def test_the_same_item_twice_in_one_answer_is_fed_once() -> None:
    assert len(sift([item(1), item(1)], (), HERE, SITE).fresh) == 1


def test_markup_and_white_space_are_no_change() -> None:
    first = item(1, text="The <b>airspace</b> was closed.<img src='//t.example/1.gif'>")
    second = item(1, text="The  <i>airspace</i>\nwas closed.<img src='//t.example/2.gif'>")
    assert again([first], [second]).fresh == ()


def test_one_item_that_is_touched_is_looked_at_and_a_clock_in_all_of_them_is_not() -> None:
    first = [item(number, updated="2023-07-27T08:00:00Z") for number in range(4)]
    touched = [replace(first[0], updated="2023-07-27T09:00:00Z"), *first[1:]]
    [fresh] = again(first, touched).fresh
    assert fresh.changed
    assert again(first, [replace(one, updated="2023-07-27T09:00:00Z") for one in first]).fresh == ()


def test_empty_items_are_none() -> None:
    assert sift([Item(), Item(guid="x")], (), HERE, SITE) == Sifted((), ())


def test_what_is_remembered_is_bounded_and_has_all_of_the_last_answer() -> None:
    before = after(sift([item(number) for number in range(3000)], (), HERE, SITE))
    now = after(sift([item(number) for number in range(2990, 3100)], before, HERE, SITE), before)
    assert len(now) == 110 + REMEMBERED
    assert sift([item(number) for number in range(2990, 3100)], now, HERE, SITE).fresh == ()


texts = st.one_of(st.none(), st.sampled_from(["", "a", "b", "https://a.example/1", "http://[", "//x", "\ud800", "<b>"]))
items = st.lists(
    st.builds(Item, url=texts, guid=texts, title=texts, text=texts, published=texts, updated=texts), max_size=8
)


@given(items)
def test_no_item_of_any_answer_is_fresh_when_the_answer_comes_again(found: list[Item]) -> None:
    first = sift(found, (), HERE, SITE)
    assert sift(found, after(first), HERE, SITE).fresh == ()


@given(items, items)
def test_an_answer_between_does_not_make_items_fresh_again(found: list[Item], other: list[Item]) -> None:
    known = after(sift(found, (), HERE, SITE))
    then = after(sift(other, known, HERE, SITE), known)
    assert all(one.changed for one in sift(found, then, HERE, SITE).fresh)


def test_a_link_that_is_another_each_time_says_nothing_where_headline_date_and_text_are_the_same() -> None:
    text = "The airspace over Niger was closed on Sunday evening. " * 3
    first = item(1, url="https://feeds.example.org/~r/sahel/~3/AbC/", guid=None, text=text)
    moved = replace(first, url="https://feeds.example.org/~r/sahel/~3/XyZ/")
    assert again([first], [moved]).fresh == ()
    assert [one.changed for one in again([first], [replace(moved, text=f"{text} It reopened.")]).fresh] == [False]


def test_a_whole_text_is_known_again_though_link_guid_and_date_are_others_each_time() -> None:
    text = " ".join(f"Clerk {name} at Ayorou counts the sacks that the ferry brings." for name in "ABCDEFGHIJKLMNOP")

    def met(day: int, text: str, title: str = "The ferry") -> Item:
        there = f"https://sahel.example.org/read?n={day}&s={day * 7919}"
        return Item(url=there, guid=f"x-{day * 7919}", title=title, text=text, published=f"2023-07-{day}T08:00Z")

    assert again([met(26, text)], [met(27, text)]).fresh == ()
    # of a teaser the page may say more; another headline is another article, and what stands twice is of two
    assert len(again([met(26, text[:400])], [met(27, text[:400])]).fresh) == 1
    assert len(again([met(26, text)], [met(27, text, "Another ferry")]).fresh) == 1
    assert len(again([met(25, text)], [met(26, text), met(27, text)]).fresh) == 2


def test_two_pages_of_one_headline_are_two_items_where_text_or_date_tells_them_apart() -> None:
    text = "Follow the events in Niger minute by minute, with our reporters in Niamey, Abuja and Paris. " * 2
    live = item(1, guid=None, title="Live", text=text)
    for other in (replace(live, published="Fri, 28 Jul 2023 08:00:00 +0100"), replace(live, text=f"{text} Day two.")):
        assert len(again([live], [live, replace(other, url="https://sahel.example.org/live-2")]).fresh) == 1
    both = [live, replace(live, url="https://sahel.example.org/live-2")]
    assert len(sift(both, (), HERE, SITE).fresh) == 2


def test_a_comment_and_an_entry_of_a_running_report_are_not_the_article_on_whose_page_they_stand() -> None:
    page = "https://sahel.example.org/report-1"
    comment = item(8, url=f"{page}#comment-8")
    [fresh] = again([item(1)], [comment, item(1)]).fresh
    assert (fresh.item, fresh.changed) == (comment, False)
    assert fresh.url not in (page, comment.url)
    [tracked] = sift([item(1, url=f"{page}#xtor=RSS-1")], (), HERE, SITE).fresh
    assert tracked.url == f"{page}#xtor=RSS-1"


def test_the_bulletin_of_each_day_is_another_though_only_its_number_differs() -> None:
    for published in ("2023-07-27", None):
        first = item(1, title="Bulletin", url="https://sahel.example.org/r?id=1", guid=None, published=published)
        second = item(2, title="Bulletin", url="https://sahel.example.org/r?id=2", guid=None, published=published)
        [fresh] = again([first], [second]).fresh
        assert (fresh.url, fresh.changed) == (second.url, False)
        assert again([first], [replace(first, url="https://sahel.example.org/r?id=1&zx=2")]).fresh == ()


@pytest.mark.parametrize("changes", [{}, {"url": None}], ids=["with links", "without"])
@pytest.mark.parametrize("first_place", [1, 7])
def test_an_item_put_in_between_takes_no_guid_of_another_along(changes: dict[str, None], first_place: int) -> None:
    def answer(*numbers: int) -> list[Item]:
        return [item(number, guid=f"item-{at}", **changes) for at, number in enumerate(numbers, first_place)]

    first = sift(answer(1, 2, 3, 4, 5, 6), (), HERE, SITE)
    second = sift(answer(1, 2, 3, 4, 5, 9, 6), after(first), HERE, SITE)
    [fresh] = second.fresh
    assert (fresh.item.title, fresh.changed) == ("Niger: report 9", False)
    assert fresh.url not in {one.url for one in first.fresh}
    third = sift(answer(1, 2, 8, 3, 4, 5, 9, 6), after(second, after(first)), HERE, SITE, second.places)
    assert [(one.item.title, one.changed) for one in third.fresh] == [("Niger: report 8", False)]


def test_guids_that_shift_by_hand_give_no_item_away_either() -> None:
    first = [item(number, guid=f"sahel-{number}{number}x") for number in range(1, 7)]
    between = item(9, guid=first[4].guid)
    [fresh] = again(first, [*first[:4], between, replace(first[4], guid=first[5].guid), first[5]]).fresh
    assert (fresh.item, fresh.changed, fresh.url) == (between, False, between.url)


def test_untitled_posts_under_one_guid_are_all_fed() -> None:
    posts = [Item(guid="https://sahel.example.org/live", text=f"Post {number}.") for number in range(3)]
    assert len(sift(posts, (), HERE, SITE).fresh) == 3


def test_a_mended_title_over_a_short_text_without_date_is_a_new_version_where_the_item_kept_its_place() -> None:
    items = [item(number, url=None, guid=None, published=None) for number in range(4)]
    mended = replace(items[1], title="Niger closes its airspace")
    first = sift(items, (), HERE, SITE)
    for second in ([items[0], mended, *items[2:]], [item(9, url=None, guid=None, published=None), items[0], mended]):
        [fresh] = [one for one in sift(second, after(first), HERE, SITE).fresh if one.item == mended]
        assert (fresh.changed, fresh.url) == (True, first.fresh[1].url)
    known = after(sift([items[0], mended, *items[2:]], after(first), HERE, SITE), after(first))
    assert sift([items[0], mended, *items[2:]], known, HERE, SITE).fresh == ()
    # its words again in another place, or beside it, are another item
    for other in ([*items[2:], mended, items[0]], [items[0], items[1], mended, *items[2:]]):
        [fresh] = [one for one in sift(other, after(first), HERE, SITE).fresh if one.item == mended]
        assert not fresh.changed


def test_one_date_for_all_items_is_that_of_the_answer_and_makes_no_item_new() -> None:
    def answer(minute: int) -> list[Item]:
        return [
            item(number, url=None, guid=f"{minute}-{number}", published=f"Thu, 27 Jul 2023 08:{minute:02}:00 +0100")
            for number in range(3)
        ]

    first = sift(answer(1), (), HERE, SITE)
    second = sift(answer(2), after(first), HERE, SITE)
    assert second.fresh == ()
    third = [replace(answer(3)[0], text="Corrected."), *answer(3)[1:]]
    assert len(sift(third, after(second), HERE, SITE).fresh) == 1
    # the same bulletin of another day is another, where dates are not all the same
    bulletin, other = item(1, url=None, guid="f3a1"), item(2, published="Wed, 26 Jul 2023 08:00:00 +0100")
    later = replace(bulletin, guid="b7c4", published="Fri, 28 Jul 2023 08:00:00 +0100")
    assert [one.item for one in again([other, bulletin], [other, later]).fresh] == [later]


def test_an_item_that_goes_back_to_an_earlier_text_is_fed_when_it_stays_there() -> None:
    known: tuple[Known, ...] = ()
    told = []
    for text in ("One.", "Two.", "One.", "Two.", "One.", "One.", "One.", "Three.", "Two.", "Two."):
        found = sift([item(1, text=text, updated=f"2023-07-27, {text}"), item(2)], known, HERE, SITE)
        known = after(found, known)
        told.append([one.item.text for one in found.fresh if one.item.title == "Niger: report 1"])
    assert told == [["One."], ["Two."], [], [], [], ["One."], [], ["Three."], [], ["Two."]]


def test_entries_of_one_page_whose_guids_differ_behind_the_hash_only_are_all_fed_and_known_again() -> None:
    def entry(number: int) -> Item:
        address = f"https://sahel.example.org/live#{number}"
        return Item(url=address, guid=address, title=f"Entry {number}", text=f"It was calm at hour {number}.")

    first = sift([entry(2), entry(1)], (), HERE, SITE)
    assert len({one.url for one in first.fresh}) == 2
    second = sift([entry(3), entry(2), entry(1)], after(first), HERE, SITE)
    assert [(one.item, one.changed) for one in second.fresh] == [(entry(3), False)]
    known = after(second, after(first))
    assert sift([entry(3)], known, HERE, SITE).fresh == ()
    [mended] = sift([replace(entry(3), text="Shots fell."), entry(2)], known, HERE, SITE).fresh
    assert (mended.changed, mended.url) == (True, second.fresh[0].url)
    # of one article such a number counts its changes
    one = item(1, guid=f"{item(1).url}#0")
    assert again([one, item(2)], [replace(one, guid=f"{item(1).url}#1"), item(2)]).fresh == ()


@pytest.mark.parametrize("guid", [None, "own", "https://sahel.example.org/live"])
@pytest.mark.parametrize("dated", [True, False])
def test_one_headline_and_one_link_for_all_entries_hide_none_of_their_texts(guid: str | None, dated: bool) -> None:
    def entry(number: int) -> Item:
        return Item(
            url="https://sahel.example.org/live", guid=f"4f{number}c{number}" if guid == "own" else guid,
            title="Just in", text=f"The convoy {number} has passed the bridge of Gaya.",
            published=f"Thu, 27 Jul 2023 0{number}:00:00 +0100" if dated or guid else None,
        )

    first = sift([entry(2), entry(1)], (), HERE, SITE)
    assert len({one.url for one in first.fresh}) == 2
    second = sift([entry(3), entry(2), entry(1)], after(first), HERE, SITE)
    assert [(one.item, one.changed) for one in second.fresh] == [(entry(3), False)]


def test_the_same_item_twice_is_one_though_one_of_its_texts_is_behind() -> None:
    twice = [item(1), item(1, text="The airspace is closed.")]
    [fresh] = sift(twice, (), HERE, SITE).fresh
    assert (fresh.item, fresh.url) == (item(1), item(1).url)
