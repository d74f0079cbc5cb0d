"""The small words beside a mention are data: each language brings its own, and none may be left out of the patterns."""

from __future__ import annotations

from dataclasses import fields

import pytest

from services.enrich.enrich import Compiled
from services.enrich.read.patterns import BESIDE
from services.enrich.read.seeds import read
from services.enrich.text.fold import fold_name
from services.enrich.words.deeds import Deeds
from services.enrich.words.joints import Joints
from services.enrich.words.phrases import Phrases
from services.enrich.words.shapes import Shapes, compiled
from services.enrich.words.times import Times
from services.enrich.words.whose import Whose
from tests.enrich.conftest import SEEDS


def test_every_kind_of_small_word_has_data() -> None:
    told = {role for cues in read(SEEDS).cues for role in cues.cues}
    assert told >= BESIDE


@pytest.mark.parametrize("text", ["rumours of a", "les rumeurs de", "jita-jitar", "jita jitan", "شائعات عن"])
def test_talk_is_known_in_four_languages(text: str, crises: Compiled) -> None:
    assert crises.phrases.talk.search(b" " + fold_name(text) + b" ")


def test_a_word_between_any_and_the_mention_is_seen_through(crises: Compiled) -> None:
    assert crises.phrases.any.search(b" any further ")
    assert not crises.phrases.any.search(b" any one of the many ")


def test_what_a_coup_could_do_is_told_from_what_it_could_be(crises: Compiled) -> None:
    assert crises.phrases.could_do.match(b"could fuel unrest")
    assert not crises.phrases.could_do.match(b"could be under way")


@pytest.mark.parametrize(
    ("kind", "between"),
    [
        ("link", " in neighbouring "),
        ("link", " militaire au "),
        ("link", " na soja a kasar "),
        ("link", " العسكري في "),
        ("joined", " in 2020 and twice in "),
        ("joined", " en 2021, puis le "),
        ("joined", " a watan yuli, sannan a kasar "),
        ("joined", " في يوليو 2023 ثم "),
        ("led", " has been run by a "),
        ("where", ", where soldiers have "),
        ("where", ", inda sojoji suka "),
        ("likewise", " as they have recently in "),
        ("likewise", " comme la "),
        ("likewise", " kamar yadda ta faru a kasar "),
        ("likewise", " كما حدث في "),
        ("after", " after those of "),
        ("after", " bayan wadanda aka yi a "),
        ("after", " بعد "),
    ],
)
def test_what_stands_between_a_mention_and_a_country_is_known(kind: str, between: str, crises: Compiled) -> None:
    key = (b" " if between[:1] == " " else b"") + fold_name(between) + b" "
    assert getattr(crises.joints, kind).search(key)


@pytest.mark.parametrize("between", [" was welcomed in ", " a été suivi par l'annonce du ", " اندلعت في "])
def test_another_clause_ties_no_country(between: str, crises: Compiled) -> None:
    assert not crises.joints.link.search(b" " + fold_name(between) + b" ")
    assert not crises.joints.joined.search(b" " + fold_name(between) + b" ")


def test_coups_are_counted_by_words_and_numbers(crises: Compiled) -> None:
    for text in ("the 9th since 2020", "le troisieme en trois ans", "na uku", "الانقلاب الثالث"):
        assert crises.joints.counted.search(b" " + fold_name(text) + b" ")
    assert not crises.joints.counted.search(b" 120 tanks and a 4x4 ")


@pytest.mark.parametrize("text", ["since 2020", "depuis l'an 2020", "depuis l'année 2020", "tun daga shekarar 2020"])
def test_the_year_from_which_coups_are_counted_is_read(text: str, crises: Compiled) -> None:
    found = crises.joints.from_year.search(b" " + fold_name(text) + b" ")
    assert found
    assert found.group(1) == b"2020"


@pytest.mark.parametrize(
    "between", [", aimed at ", " destinée à ", " qui visait à ", " كانت تهدف إلى ", " تجري في البلاد، بهدف "]
)
def test_what_a_coup_is_for_is_told_in_every_language_that_has_words_for_it(between: str, crises: Compiled) -> None:
    key = fold_name("x" + between)[1:] + b" "
    assert crises.deeds.purpose.match(key) or crises.deeds.purpose_far.match(key)


@pytest.mark.parametrize("before", ["suspected of wanting to", "ils ont voulu", "bisa niyyar", "بتهمة السعي إلى"])
def test_what_was_only_wanted_is_known_by_the_words_before_it(before: str, crises: Compiled) -> None:
    assert crises.deeds.wanted.search(b" " + fold_name(before) + b" ")


@pytest.mark.parametrize("before", ["faced with this new", "à la suite d'un autre", "soldiers had staged yet another"])
def test_one_more_that_took_place_is_told_from_one_that_is_feared(before: str, crises: Compiled) -> None:
    key = b" " + fold_name(before) + b" "
    assert bool(crises.phrases.done_again.search(key))
    assert not crises.phrases.done_again.search(b" fears of another ")


def test_a_camp_in_hausa_is_no_french_without(crises: Compiled) -> None:
    assert crises.phrases.no_denial.match(b" sans reserve")
    assert not crises.phrases.no_denial.match(b" sansanin sojoji")


@pytest.mark.parametrize(
    "before",
    [
        "since April", "elected president in", "between 1999 and", "independence from France in",
        "depuis juin", "une loi électorale de", "des élections prévues en février", "élue en fin mars",
        "tun shekarar", "an zabe shi a watan Maris shekarar", "منذ عام", "منذ سبتمبر", "انتخابات",
    ],
)  # fmt: skip
def test_a_year_behind_such_words_dates_no_coup(before: str, crises: Compiled) -> None:
    assert crises.times.since.search(b" " + fold_name(before) + b" ")


@pytest.mark.parametrize("before", ["the coup of", "un accord rompu par le coup de", "juyin mulkin da aka yi a", "في"])
def test_a_year_behind_other_words_may_date_one(before: str, crises: Compiled) -> None:
    assert not crises.times.since.search(b" " + fold_name(before) + b" ")


@pytest.mark.parametrize("between", ["the elected president, gen.", "l'ancien chef", "Janar", "الرئيس العقيد"])
def test_between_driving_out_and_a_name_may_stand_a_rank(between: str, crises: Compiled) -> None:
    assert crises.whose.rank.match(b" " + fold_name(between).replace(b",", b"") + b" ")
    assert not crises.whose.rank.match(b" the minister who met ")


@pytest.mark.parametrize("between", [" lors d'un ", " in a bloodless ", " ta hanyar wani "])
def test_by_what_power_was_taken_is_known(between: str, crises: Compiled) -> None:
    assert crises.whose.by_a_coup.match(b" " + fold_name(between) + b" ")
    assert not crises.whose.by_a_coup.match(b" and condemned the ")


@pytest.mark.parametrize("before", ["this was the third", "Thursday's was the latest", "which became his 4th"])
def test_an_attempt_that_is_counted_as_this_one_is_the_articles_own(before: str, crises: Compiled) -> None:
    assert crises.joints.this_one.search(b" " + fold_name(before) + b" ")
    assert not crises.joints.this_one.search(b" he was there at the third ")


@pytest.mark.parametrize("before", ["independence from", "l'indépendance du", "yancin kai daga hannun", "استقلالها عن"])
def test_whom_a_country_became_free_of_is_known(before: str, crises: Compiled) -> None:
    assert (b" " + fold_name(before) + b" ").endswith(crises.joints.freed_from)


def test_a_kind_without_words_matches_nothing() -> None:
    assert not compiled(Whose, {}).former.search(b" former ")
    assert not compiled(Times, {}).since.search(b" since ")
    assert not compiled(Deeds, {}).wanted.search(b" planning to ")
    assert not compiled(Phrases, {}).talk.search(b"rumours of a coup")
    assert not compiled(Joints, {}).link.match(b" in neighbouring ")


@pytest.mark.parametrize("shapes", [Phrases, Joints, Deeds, Times, Whose])
def test_every_shape_can_be_compiled(shapes: type[Shapes], crises: Compiled) -> None:
    of_this_kind = next(one for one in (crises.phrases, crises.joints, crises.deeds, crises.times, crises.whose)
                        if isinstance(one, shapes))  # fmt: skip
    names = [one.name for one in fields(shapes)]
    assert all(getattr(of_this_kind, name) is not None for name in names)


def test_a_name_that_is_no_shape_is_unknown(crises: Compiled) -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        getattr(crises.phrases, "nonsense")  # noqa: B009 - a checker would stop the plain form, as it should
