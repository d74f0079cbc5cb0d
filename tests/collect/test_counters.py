"""Counters and clocks that software writes beside a text make no new version of it; numbers of the text itself do."""

from __future__ import annotations

import orjson
import pytest

from schemas.source import Source
from schemas.source_state import SourceState
from services.collect.counters import plain, told
from services.collect.item import Document, Item
from services.collect.pace import Pace
from services.collect.poll import conclude, look, new_state
from services.fetch.answer import Answer

BODY = (
    "The council in Niamey reopened the airspace over Niger on Monday after 12 days, its speaker said on television. "
    "Two flights from Lomé landed before noon."
)


@pytest.mark.parametrize(("before", "after"), [
    ("1,203 views", "1,318 views"),
    ("Views: 998", "Views: 1.2K"),
    ("Hits: 41", "Hits: 57"),
    ("No comments", "1 comment"),
    ("Comments (3)", "Comments (12)"),
    ("Read 44 times", "Read 45 times"),
    ("By Hadiza Issa | 5 minutes ago | 3 min read", "By Hadiza Issa | 2 hours ago | 3 min read"),
    ("Updated just now", "Updated an hour ago"),
    ("Last updated: 3 August 2023 at 14:02", "Last updated: 4 August 2023 at 09:10"),
    ("Vu 1 203 fois", "Vu 1 377 fois"),
    ("Affichages : 310", "Affichages : 325"),
    ("Aucun commentaire", "2 commentaires"), ("35 people read this", "71 people read this"),
    ("1,204 people are reading it", "998 people are reading it"),
    ("12 personnes ont lu cet article", "40 personnes ont lu"),
    ("Publié il y a 3 heures par Hadiza Issa", "Publié il y a 2 jours par Hadiza Issa"),
    ("Mis à jour le 03/08/2023 à 14h02", "Mis à jour le 05/08/2023 à 08h30"),
    ("Dernière mise à jour : 14:02", "Dernière mise à jour : 14:32"),
    ("Post Views: 31", "Post Views: 62"),
    ("Facebook 3 | Twitter 9", "Facebook 12 | Twitter 10"),
    ("عدد المشاهدات: 120", "عدد المشاهدات: 455"),
    ("١٢ تعليقات", "١٩ تعليقات"),
    ("نشر منذ 5 دقائق", "نشر منذ ساعتين"),
    ("mintuna 20 da suka wuce", "awa 3 da suka wuce"),
])
@pytest.mark.parametrize("form", ["{0}\n" + BODY, BODY + "\n{0}", "<p>" + BODY + "</p><div><span>{0}</span></div>"])
def test_a_counter_on_a_line_of_its_own_is_no_change(before: str, after: str, form: str) -> None:
    assert told(form.format(before)) == told(form.format(after))
    assert told(form.format(before)).startswith(("By Hadiza", "Publié", "Updated", "نشر", "Post", BODY[:20]))


def test_a_counter_behind_the_last_sentence_is_no_change() -> None:
    assert told(f"{BODY} 3 comments") == told(f"{BODY} 11 comments") == told(BODY) == BODY


@pytest.mark.parametrize(("before", "after"), [
    ("Three soldiers were killed and 12 people were hurt near Tillabéri, said the council in Niamey on Sunday.",
     "Three soldiers were killed and 14 people were hurt near Tillabéri, said the council in Niamey on Sunday."),
    ("12 dead.", "14 dead."), ("12 people viewed the body of the general", "14 people viewed the body of the general"),
    ("Dead: 12", "Dead: 14"),
    ("12 votes were against it", "14 votes were against it"),
    ("The film of his arrest, which was put on the net by a guard, had 1,203 views before noon that day",
     "The film of his arrest, which was put on the net by a guard, had 9,203 views before noon that day"),
    ("Killed | 12", "Killed | 14"),
    ("Le bilan : 17 morts", "Le bilan : 29 morts"),
    ("قتل 12 جنديا", "قتل 14 جنديا"),
    ("The junta met on 3 August 2023", "The junta met on 4 August 2023"),
])
def test_a_number_of_the_text_itself_is_a_change(before: str, after: str) -> None:
    assert told(f"{BODY}\n{before}") != told(f"{BODY}\n{after}")


@pytest.mark.parametrize("form", [
    "<p>" + BODY + "</p><h3>{head}</h3><ul><li><a href=/{n}>Title {n} of it</a></li><li>And {n}</li></ul><p>End.</p>",
    BODY + "\n{head}\n- Title {n} of the day\n- And {n}\nEnd.", BODY + "\n{head}: Title {n} of the day\nEnd.",
])
@pytest.mark.parametrize("head", ["Related articles", "À lire aussi", "Voir aussi", "اقرأ أيضا", "Karanta kuma"])
def test_links_to_other_articles_are_no_change_and_what_stands_behind_them_is(form: str, head: str) -> None:
    first, second = (form.format(head=head, n=number) for number in ("nine", "ten"))
    assert told(first) == told(second)
    assert told(first) != told(first.replace("End.", "Ends."))
    assert told(first).startswith(BODY)


def test_a_sentence_that_only_begins_like_such_links_is_a_sentence() -> None:
    line = (
        "Related articles of the charter were read out by the secretary general of the council: he said that {} of "
        "them bind the bloc, no state may close its border for {} days, and all flights will go on as they did before."
    )
    assert told(line.format(3, 9)) != told(line.format(4, 9))


def test_scripts_and_comments_say_nothing() -> None:
    form = "<p>A.</p><script>var a = '{n}';</script><style>.a{n} {{}}</style><!-- made in > {n} ms --><p>End.</p>"
    assert plain(form.format(n=1)) == plain(form.format(n=2)) == "A. End."


def test_what_has_no_counter_is_compared_as_it_always_was() -> None:
    for text in (BODY, f"<p>{BODY}</p>\n<p>A | B – C</p>", f"{BODY}<ul><li>a<li>2 of them</ul>",
                 "5 minutes ago", "27 July 2023", "", "a  b\n\nc"):
        assert told(text) == plain(text)


def test_a_watched_page_is_fed_again_when_its_text_changes_and_not_when_its_counters_do() -> None:
    source = Source(id="a", name="Sahel", kind="page", address="https://sahel.example.org/7")
    state: SourceState = new_state(source, Pace())
    fed = []
    for count, text in enumerate((BODY, BODY, BODY, BODY.replace("Two", "Three"), BODY.replace("Two", "Three"))):
        page = Item(url=source.address, title="Airspace open", text=f"{count} minutes ago\n{text}\n{count * 31} views",
                    whole=True)
        answer = Answer(source.address, 200, body=str(count).encode())
        step = look(source, state, answer, Document(items=(page,)), 1000 * count, Pace())
        articles, state = conclude(source, step, {}, state.items, 1000 * count)
        fed += [orjson.loads(one.value)["text"] for one in articles]
    assert ["Two" in text for text in fed] == [True, False]


def test_a_source_whose_item_went_back_to_an_earlier_text_is_read_again_at_its_own_pace() -> None:
    source = Source(id="a", name="Sahel", address="https://sahel.example.org/x")
    state = new_state(source, Pace())
    for count, text in enumerate("ABA"):
        item = Item(url="https://sahel.example.org/7", title="Airspace", text=f"{BODY * 9} {text}.", whole=True)
        answer = Answer(source.address, 200, {"etag": f'"{text}"'}, body=text.encode())
        step = look(source, state, answer, Document(items=(item,)), 1000 * count, Pace())
        _, state = conclude(source, step, {}, state.items, 1000 * count)
    assert (state.etag, state.body) == (None, None)
    assert (state.next or 0) > Pace().shortest * 1000 + 2000
