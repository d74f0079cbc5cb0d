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
    ("Aucun commentaire", "2 commentaires"),
    ("Publié il y a 3 heures par Hadiza Issa", "Publié il y a 2 jours par Hadiza Issa"),
    ("Mis à jour le 03/08/2023 à 14h02", "Mis à jour le 05/08/2023 à 08h30"),
    ("عدد المشاهدات: 120", "عدد المشاهدات: 455"),
    ("١٢ تعليقات", "١٩ تعليقات"),
    ("نشر منذ 5 دقائق", "نشر منذ ساعتين"),
    ("mintuna 20 da suka wuce", "awa 3 da suka wuce"),
])
@pytest.mark.parametrize("form", ["{0}\n" + BODY, BODY + "\n{0}", "<p>" + BODY + "</p><div><span>{0}</span></div>"])
def test_a_counter_on_a_line_of_its_own_is_no_change(before: str, after: str, form: str) -> None:
    assert told(form.format(before)) == told(form.format(after))
    assert told(form.format(before)).startswith(("By Hadiza", "Published", "Publié", "Updated", "نشر", BODY[:20]))


def test_a_counter_behind_the_last_sentence_is_no_change() -> None:
    assert told(f"{BODY} 3 comments") == told(f"{BODY} 11 comments") == told(BODY) == BODY


@pytest.mark.parametrize(("before", "after"), [
    ("Three soldiers were killed and 12 people were hurt near Tillabéri, said the council in Niamey on Sunday.",
     "Three soldiers were killed and 14 people were hurt near Tillabéri, said the council in Niamey on Sunday."),
    ("12 dead.", "14 dead."),
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


def test_what_has_no_counter_is_compared_as_it_always_was() -> None:
    for text in (BODY, f"<p>{BODY}</p>\n<p>A | B – C</p>", "5 minutes ago", "27 July 2023", "", "a  b\n\nc"):
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
