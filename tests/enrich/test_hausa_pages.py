"""Kinds that real Hausa pages had and no invented text; each sample is in our own words."""

from __future__ import annotations

import pytest

from services.enrich.enrich import Compiled
from services.enrich.read.reading import read
from tests.enrich.conftest import Tagger, entries_of, ids, told_of
from tests.enrich.test_coups import told


def _told(
    tagged: Tagger, title: str, text: str, published: str | None, language: str = "ha"
) -> set[tuple[str, str]]:
    return told_of(tagged(text, title=title, published=published, language=language))


@pytest.mark.parametrize(
    ("title", "text", "published", "events"),
    [
        (
            "An dakile juyin mulki a Benin",
            "Sojoji sun yi yunkurin juyin mulki a Cotonou. Sojoji sun kwace mulki a makwabtan Benin, wato Nijar da "
            "Burkina Faso, haka ma a kasashen Mali da Guinea.",
            "2025-12-07",
            {"niger-2023", "burkina-faso-2022-09", "mali-2020", "guinea-2021"},
        ),
        (
            "Talon ya yi jawabi",
            "Yankin ya sha fama da juyin mulki a shekarun nan, ciki har da makwabta, Mali da Nijar, haka kuma Gabon "
            "da, "
            "kwanan nan, Guinea-Bissau.",
            "2025-12-08",
            {"mali-2020", "niger-2023", "gabon-2023", "guinea-bissau-2025"},
        ),
        (
            "Sojoji sun hambarar da Bongo a Gabon",
            "Juyin mulkin shi ne na biyu a bana bayan wanda aka yi a Nijar.",
            "2023-08-31",
            {"niger-2023"},
        ),
        (
            "Faransa ta yi gargadi kan Nijar",
            "Juyin mulkin da aka yi shi ne na uku tun daga shekarar 2020 bayan wadanda aka gani a Mali da Gabon.",
            "2023-09-30",
            {"mali-2020", "mali-2021", "gabon-2023"},
        ),
        (
            "Juyin mulki a Nijar: ECOWAS ta yi taro",
            "A Nijar aka yi juyin mulki a watan jiya, haka ma Burkina Faso a 2022, sai kuma Mali a 2020.",
            "2023-08-10",
            {"burkina-faso-2022-09", "mali-2020"},
        ),
    ],
)
def test_a_row_of_countries_in_hausa_shares_one_coup_word(
    title: str, text: str, published: str, events: set[str], tagged: Tagger
) -> None:
    found = _told(tagged, title, text, published)
    assert {event for event, status in found if status == "historical"} >= events


@pytest.mark.parametrize(
    ("title", "text", "published"),
    [
        ("Juyin mulki a Nijar", "Mali da Guinea sun yi Allah wadai da juyin mulkin da aka yi a Nijar.", "2023-08-02"),
        ("Juyin mulkin Nijar", "Benin da Senegal sun tura wakilai, haka ma Najeriya da Ghana.", "2023-08-02"),
    ],
)
def test_countries_that_only_speak_of_a_coup_had_none(
    title: str, text: str, published: str, tagged: Tagger
) -> None:
    assert {event for event, _ in _told(tagged, title, text, published)} == {"niger-2023"}


@pytest.mark.parametrize("name", ["Guinea Bisau", "Gini Bisau", "Guinea-Bisau", "Guinea Bisao"])
def test_guinea_bissau_is_not_guinea_however_it_is_spelt(name: str, tagged: Tagger) -> None:
    tags = tagged(f"An yi harbe-harbe a {name}.", title=f"{name}: yunkurin juyin mulki", published="2022-02-02")
    assert ids(tags) == {"guinea-bissau"}
    assert {c.event for c in tags.coups} == {"guinea-bissau-2022-attempt"}


@pytest.mark.parametrize(
    "text",
    [
        "Angola ta samu 'yancin kai daga Portugal a shekarar 1974. Janar din ya kwace mulki a Nijar.",
        "Kasar ta samu 'yancin kai a shekara ta 1966 daga Ingila. Sojoji sun kwace mulki a Nijar.",
        "An zabe shi a shekarar 2010, kuma sojoji sun kwace mulki a hannunsa a Nijar.",
    ],
)
def test_a_year_of_independence_or_of_a_vote_dates_no_coup(text: str, tagged: Tagger) -> None:
    assert _told(tagged, "", text, "2023-08-01") == {("niger-2023", "asserted")}


def test_a_year_behind_since_dates_what_happened_when(tagged: Tagger) -> None:
    text = "It is the first such trial since 1966, when soldiers toppled the government of Kwame Nkrumah."
    found = told(tagged, text, title="Ghana court hears treason case", published="2024-01-25")
    assert ("ghana-1966", "historical") in found


@pytest.mark.parametrize(
    ("month", "event"),
    [
        ("Janairun", "burkina-faso-2022-01"),
        ("Satumbar", "burkina-faso-2022-09"),
        ("Satumban", "burkina-faso-2022-09"),
    ],
)
def test_months_take_the_endings_of_hausa(month: str, event: str, tagged: Tagger) -> None:
    text = f"Sojoji sun yi juyin mulki a Burkina Faso a watan {month} 2022."
    assert {e for e, _ in _told(tagged, "", text, "2023-02-01")} == {event}


def test_last_year_needs_no_month_where_that_year_had_one_coup(tagged: Tagger) -> None:
    text = (
        "Mataimakin shugaban Mali Assimi Goita ya tsige shugaban kasa Bah Ndaw, sojoji sun kama shi. A shekarar da "
        "ta gabata "
        "Goita ya jagoranci juyin mulkin da aka yi wa shugaban farar hula."
    )
    found = _told(tagged, "Goita ya kwace mulki a Mali", text, "2021-05-25")
    assert found == {("mali-2021", "asserted"), ("mali-2020", "historical")}


def test_a_year_before_another_country_is_not_that_of_the_subject(tagged: Tagger) -> None:
    text = (
        "Gwamnatin sojin Mali ta ce za a yi zabe. Ta zo ne bayan juyin mulkin watan Agustan 2020. Sai kuma Guinea, "
        "inda Kanar "
        "Doumbouya ya hambarar da gwamnatin Alpha Conde."
    )
    assert "guinea-2021" in {e for e, _ in _told(tagged, "Sojojin Mali sun tsaida ranar zabe", text, "2022-06-01")}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Bayan juyin mulkin, sojojin sun nada Janar Muhammadu Buhari shugaban kasa a 1983.", "nigeria-1983"),
        ("Sojoji sun yi wa Aguiyi-Ironsi juyin mulki. Bayan juyin mulkin sun nada Yakubu Gowon.", "nigeria-1966-07"),
    ],
)
def test_whom_the_soldiers_made_head_of_state_was_not_their_victim(text: str, event: str, tagged: Tagger) -> None:
    assert {e for e, _ in _told(tagged, "Juyin mulki a Najeriya", text, "2010-09-14")} == {event}


@pytest.mark.parametrize(
    "words", ["shekara uku bayan", "shekaru uku da", "kusan shekaru uku bayan", "shekara uku ke nan da"]
)
def test_years_are_counted_back_in_hausa_with_either_word(words: str, tagged: Tagger) -> None:
    assert {e for e, _ in _told(tagged, f"Mali: {words} juyin mulkin", "", "2023-08-20")} == {"mali-2020"}


def test_the_end_of_military_rule_is_no_coup(tagged: Tagger) -> None:
    text = "Yau shekara 20 da kawo karshen mulkin soji a Najeriya. Ministan ya ce Nijar makwabciyarta ce."
    assert not _told(tagged, "Talauci ke kawo fitina", text, "2019-06-12")


def test_who_tries_to_prevent_something_attempts_no_coup(tagged: Tagger) -> None:
    text = "Janar Tchiani ya ce Faransa na kokarin hana kasarsa cin gajiyar arzikinta, ya kuma soki Shugaba Tinubu."
    assert not _told(tagged, "Tchiani ya zargi Faransa", text, "2025-09-22")


@pytest.mark.parametrize(
    ("title", "alert"),
    [
        ("Nijar ta haramta gangamin neman sakin Bazoum shekaru biyu bayan juyin mulki", True),
        ("Shekaru biyu bayan juyin mulki: yadda sojojin Faransa suka fice daga Nijar", False),
        ("Nijar: shekaru biyu bayan juyin mulki", False),
    ],
)
def test_an_act_that_is_told_before_the_years_since_is_news(title: str, alert: bool, tagged: Tagger) -> None:
    tags = tagged("Magajin garin Yamai ya sa hannu kan takardar.", title=title, published="2025-07-25", language="ha")
    assert tags.alert is alert


def test_those_who_rule_came_from_no_failed_attempt(tagged: Tagger) -> None:
    text = (
        "Kungiyar ta ce shugabannin Togo da Saliyo za su gana da gwamnatin mulkin sojan Nijar kan dawo da "
        "dimokuradiyya. Tinubu "
        "ya ce a taimaka wa kasashen da ke karkashin mulkin soja su yi kokarin zabe."
    )
    found = _told(tagged, "ECOWAS ta tura shugaban Saliyo zuwa Nijar", text, "2023-12-11")
    assert found == {("niger-2023", "asserted")}


def test_takeovers_in_the_plural_take_their_ending(tagged: Tagger) -> None:
    text = "Hakan ya zo ne bayan juye-juyen mulkin da aka gani a kasashen Mali da Guinea da Nijar."
    found = _told(tagged, "Sojoji sun kwace mulki a Gabon", text, "2023-08-31")
    assert found >= {("mali-2020", "historical"), ("guinea-2021", "historical"), ("niger-2023", "historical")}


def test_a_country_is_counted_in_the_feminine(tagged: Tagger) -> None:
    text = "An yi juyin mulki a Nijar, kasa ta uku ke nan tun shekarar 2020, bayan Guinea da kuma Gabon."
    found = _told(tagged, "Algeria ta tura wakili Nijar", text, "2023-10-24")
    assert found == {("niger-2023", "asserted"), ("guinea-2021", "historical"), ("gabon-2023", "historical")}


def test_a_supreme_council_of_soldiers_is_a_junta(tagged: Tagger) -> None:
    text = "Majalisar koli ta soji za ta jagoranci kasar na watanni 18 a karkashin Mahamat Idriss Deby."
    assert _told(tagged, "Chadi: dan Deby ya zama shugaba", text, "2021-04-20") == {("chad-2021", "asserted")}


def test_what_a_headline_denies_is_not_told_below_it(tagged: Tagger) -> None:
    text = (
        "Hedkwatar tsaro ta ce rahoton karya ne. Wata jarida ta ce an kama hafsoshi bisa zargin yunkurin juyin "
        "mulki. Jaridar ta ce "
        "an soke bikin cika shekaru 65 da samun 'yancin kai saboda zargin shirin juyin mulki."
    )
    found = _told(tagged, "Hedkwata ta karyata labarin yunkurin juyin mulki a Najeriya", text, "2025-10-18")
    assert found == {("unspecified", "negated")}


def test_an_attempt_is_of_the_year_that_the_first_lines_give(tagged: Tagger) -> None:
    text = (
        "A watan Oktoba, 2025 aka fara jita-jitar. Rundunar soji ta tabbatar cewa wasu hafsoshi sun yi yunkurin "
        "kifar da gwamnatin "
        "Najeriya; za a gurfanar da su bisa zargin kitsa juyin mulki."
    )
    tags = tagged(text, title="An tabbatar da yunkurin juyin mulki a Najeriya", published="2026-01-26", language="ha")
    assert entries_of(tags) == {("nigeria-2025-attempt", "attempted", "asserted")}


@pytest.mark.parametrize(
    ("title", "text", "published", "expected"),
    [
        (
            "Kotu ta saurari masu yunkurin kifar da gwamnati",
            "Kotu a Nijar ta bude shari'ar sojoji bisa yunkurin juyin mulki na ranar 31 ga Maris a shekara ta 2020.",
            "2022-12-16",
            {("niger-2021-attempt", "historical")},
        ),
        (
            "Kotun Ghana ta yanke hukunci kan yunkurin juyin mulki",
            "An samu mutum shida da hannu a yunkurin juyin mulki shekaru uku da suka gabata. Shi ne hukuncin farko "
            "tun 1966 "
            "lokacin da aka hambarar da gwamnatin Kwame Nkrumah.",
            "2024-01-25",
            {("unspecified", "historical"), ("ghana-1966", "historical")},
        ),
    ],
)
def test_an_attempt_that_a_court_judges_years_later_is_none_of_these_days(
    title: str, text: str, published: str, expected: set[tuple[str, str]], tagged: Tagger
) -> None:
    assert _told(tagged, title, text, published) == expected


def test_a_court_may_judge_an_attempt_of_these_months(tagged: Tagger) -> None:
    text = "Kotun soji ta gurfanar da hafsoshi bisa yunkurin juyin mulki na watan Maris."
    found = _told(tagged, "Togo: an gurfanar da masu yunkurin juyin mulki", text, "2027-05-02")
    assert {event for event, _ in found} == {"togo-2027-attempt"}


@pytest.mark.parametrize(
    "title",
    [
        "Juyin mulkin Nijar: fasinjoji sun makale a filin jirgi",
        "Layin dogo zuwa Nijar na cikin hadari bayan juyin mulki",
    ],
)
def test_what_becomes_of_travellers_and_trains_wakes_nobody(title: str, tagged: Tagger) -> None:
    tags = tagged("Sojoji sun yi juyin mulki a Nijar a watan jiya.", title=title, published="2023-08-20", language="ha")
    assert not tags.alert


def test_who_rules_since_a_coup_of_that_year_has_it_behind_him(tagged: Tagger) -> None:
    text = "Marigayin ya mulki Chadi tun shekarar 1990 sakamakon wani juyin mulki."
    assert _told(tagged, "Tarihin Idriss Deby", text, "2019-04-20") == {("chad-1990", "historical")}


def test_a_small_word_of_hausa_is_no_month_of_french(tagged: Tagger) -> None:
    text = "Kanar mai shekaru 37 ya jagoranci juyin mulkin watan Agusta a kasar Mali, in ji mai magana da yawunsa."
    assert {e for e, _ in _told(tagged, "", text, "2022-01-20")} == {"mali-2020"}


@pytest.mark.parametrize("day", ["en mai", "le 24 mai", "au mois de mai", "mai 2021"])
def test_may_is_a_month_in_french(day: str, crises: Compiled) -> None:
    assert "month-05" in read(f"Le colonel a mené un coup d'État {day}.", 0, "fr", crises).cues


def test_coups_that_are_items_of_a_list_are_no_background(tagged: Tagger) -> None:
    text = (
        "Mali: sojoji sun hambarar da Keita a watan Agustan 2020.\nGuinea: Doumbouya ya yi wa Alpha Conde juyin "
        "mulki a 2021.\n"
        "Nijar: a watan jiya sojoji suka yi juyin mulki.\nGabon: sojoji sun kwace mulki a wannan makon."
    )
    found = _told(tagged, "Juyin mulki takwas cikin shekaru uku a Afirka", text, "2023-08-31")
    assert found >= {("niger-2023", "asserted"), ("gabon-2023", "asserted"), ("guinea-2021", "historical")}


@pytest.mark.parametrize(
    "title",
    [
        "Rufe iyakar Nijar ya sa farashin kaya tsada",
        "Rufe iyakar Nijar ya shafi kasuwancin Kano",
        "Muna tafka asara saboda rufe iyakar Nijar - 'yan kasuwa",
        "Ra'ayoyin jama'a kan wa'adin da ECOWAS ta ba sojojin Nijar",
    ],
)
def test_tolls_and_what_people_think_wake_nobody_in_hausa(title: str, tagged: Tagger) -> None:
    text = "Tun bayan juyin mulkin da sojoji suka yi a Nijar aka rufe iyakar, in ji masu kasuwa."
    assert not tagged(text, title=title, published="2023-08-20", language="ha").alert


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Kyaftin Traore ya fatattaki gwamnatin Damiba a Burkina Faso a watan Satumban 2022.", "burkina-faso-2022-09"),
        ("Da taimakon sojoji ya wancakalar da gwamnatin Ravalomanana a Madagascar a 2009.", "madagascar-2009"),
        ("Tun a shekara ta 2020 bayan karbar mulki, sojojin Mali suka ce za su kawo tsaro.", "mali-2020"),
        ("A shekarar 1952 hafsoshin Masar suka fara shirya juyin mulki a Afirka.", "egypt-1952"),
    ],
)
def test_an_old_coup_is_told_by_rarer_words(text: str, event: str, tagged: Tagger) -> None:
    assert _told(tagged, "", text, "2024-12-05") == {(event, "historical")}


def test_gunmen_who_want_power_attempt_no_coup(tagged: Tagger) -> None:
    text = "A arewa sojojin Mali na fafatawa da 'yan bindiga wadanda ke neman kwace madafun iko."
    assert not _told(tagged, "Hari a Mali", text, "2025-06-22")


def test_an_anniversary_in_the_headline_does_not_date_an_attempt_of_last_week(tagged: Tagger) -> None:
    text = "Ana zargin wani janar da yunkurin juyin mulki a makon da ya gabata a Mali. Sojoji sun kama shi."
    found = _told(tagged, "Mali: shekaru biyar bayan juyin mulki", text, "2025-08-18")
    assert ("mali-2025-attempt", "asserted") in found


def test_whatever_a_headline_of_the_first_weeks_tells_is_of_that_coup(tagged: Tagger) -> None:
    text = "An rantsar da Damiba a wani biki a Ouagadougou. " * 12 + "A watan Janairu ya hambarar da shugaba Kabore."
    found = _told(tagged, "Burkina Faso ta yi sabon shugaba", text, "2022-02-16")
    assert found == {("burkina-faso-2022-01", "asserted")}


@pytest.mark.parametrize(
    "text",
    [
        "Kasashen uku da ke karkashin mulkin soji sun ce fasfon zai fara aiki a badi.",
        "Sun kafa ta ne sakamakon juyin mulkin da aka yi a wadannan kasashe.",
    ],
)
def test_these_states_are_those_of_the_headline(text: str, tagged: Tagger) -> None:
    found = _told(tagged, "Mali da Burkina Faso da Nijar za su yi sabon fasfo", text, "2024-09-16")
    assert {event for event, _ in found} == {"mali-2020", "burkina-faso-2022-09", "niger-2023"}


def test_who_did_not_succeed_denies_nothing(tagged: Tagger) -> None:
    text = "Gwamnatin Benin ta ce sojojin ba su yi nasarar yin juyin mulkin ba."
    found = _told(tagged, "An dakile juyin mulki a Benin", text, "2025-12-08")
    assert found == {("benin-2025-attempt", "asserted")}


def test_who_is_tried_for_plotting_an_attempt_is_tried_for_that_one(tagged: Tagger) -> None:
    text = (
        "Kotu a Kwango na shari'ar mutane 51 kan yunkurin juyin mulki na ranar 19 ga watan Mayu. Wanda ake tuhuma ya "
        "musanta "
        "zargin kitsa juyin mulki."
    )
    found = _told(tagged, "Kwango: shari'ar masu yunkurin juyin mulki", text, "2024-07-02")
    assert {event for event, _ in found} == {"dr-congo-2024-attempt"}


def test_an_army_chief_is_no_junta_of_long_ago(tagged: Tagger) -> None:
    text = "Babban hafsan sojin Najeriya ya gana da gwamnan Kaduna kan tsaron jihohin Neja da Zamfara."
    assert not _told(tagged, "Sabon shugaban sojoji ya yi alkawarin tsaro", text, "2023-07-28")


@pytest.mark.parametrize(("title", "alert"), [("Juyin mulkin Nijar 2023", False), ("Juyin mulkin Nijar", True)])
def test_a_page_that_is_named_after_a_coup_is_no_news(title: str, alert: bool, tagged: Tagger) -> None:
    text = "Sojoji sun tsare shugaba Mohamed Bazoum, sun rufe iyakoki kuma sun kafa gwamnati."
    assert tagged(text, title=title, published="2023-07-28", language="ha").alert is alert


def test_an_attempt_that_was_prevented_is_no_fear(tagged: Tagger) -> None:
    text = "A shekarar 2021 Tchiani ya hana yunkurin juyin mulki a Nijar kwanaki biyu kafin rantsuwar Bazoum."
    assert ("niger-2021-attempt", "historical") in _told(tagged, "Tarihin Janar Tchiani", text, "2025-03-28")


def test_without_a_date_the_earlier_of_two_coups_is_past(tagged: Tagger) -> None:
    text = "Sojoji sun tsare shugaban Nijar a 2023. A shekarar 2021 an yi yunkurin juyin mulki a Nijar."
    found = _told(tagged, "Sojoji sun yi juyin mulki a Nijar", text, None)
    assert found == {("niger-2023", "asserted"), ("niger-2021-attempt", "historical")}


@pytest.mark.parametrize(
    ("title", "text", "published"),
    [
        ("Ba a ganin kwazon Buhari", "Buhari ya karbi ragamar mulkin Najeriya bayan ya ci zabe.", "2022-03-01"),
        ("Buhari ya kori shugaban hukumar lafiya", "Shugaba Buhari ya kori shugaban hukumar inshora.", "2022-03-01"),
        ("Barazana ga ma'aikatan lafiya", "A Kwango 'yan bindiga sun tsare likita, in ji Shugaba Tshisekedi.", None),
    ],
)
def test_a_general_who_was_elected_and_nurses_who_are_held_tell_no_coup(
    title: str, text: str, published: str | None, tagged: Tagger
) -> None:
    assert not _told(tagged, title, text, published)
