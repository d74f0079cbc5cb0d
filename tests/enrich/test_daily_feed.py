"""Kinds that a natural sample of the news showed: what a watcher's feeds bring on any day, in words of our own."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of


def told(tagged: Tagger, text: str, **more: str) -> set[tuple[str, str]]:
    return told_of(tagged(text, **more))


def events(tagged: Tagger, text: str, **more: str) -> set[str]:
    return {event for event, _ in told(tagged, text, **more)}


@pytest.mark.parametrize("since", ["in office since April 2021", "elected in March 2021", "here since early May 2021"])
def test_since_what_month_he_rules_dates_no_coup(since: str, tagged: Tagger) -> None:
    text = f"Niger's president Mohamed Bazoum, {since}, is held by his own guards at the palace in Niamey."
    assert events(tagged, text, published="2023-07-27") == {"niger-2023"}


def test_the_row_of_countries_that_a_coup_comes_after_had_coups_too(tagged: Tagger) -> None:
    text = "The colonels took over in Libreville, following Guinea, Mali and Chad. Gabon's borders are shut."
    assert events(tagged, text, published="2023-09-03") == {"gabon-2023", "guinea-2021", "mali-2020", "chad-2021"}
    text = "Soldiers toppled governments in Gabon and Niger, following similar events in Mali and Guinea."
    assert events(tagged, text, published="2023-09-10") == {"gabon-2023", "niger-2023", "mali-2020", "guinea-2021"}


def test_who_only_acted_before_a_coup_had_none(tagged: Tagger) -> None:
    text = "Niger's generals seized power in July, after Mali and Chad had closed their borders to smugglers."
    assert events(tagged, text, title="Niger's generals form a cabinet", published="2023-08-20") == {"niger-2023"}


def test_a_country_that_fell_to_its_own_army_had_a_coup(tagged: Tagger) -> None:
    text = "Gabon is the latest state to fall to its own army, joining Niger, Guinea and Chad."
    told_events = events(tagged, text, title="Gabon's cobalt shares slump", published="2023-09-01")
    assert told_events == {"gabon-2023", "niger-2023", "guinea-2021", "chad-2021"}


def test_a_power_grab_that_no_soldier_makes_is_no_coup(tagged: Tagger) -> None:
    title = "Togo's charter: reform or power grab?"
    text = "Togo's opposition calls the charter a power grab that keeps the president in office. Lawmakers passed it."
    assert not told(tagged, text, title=title, published="2025-07-10")
    text = "The union condemned the power grab by soldiers in Niger."
    assert events(tagged, text, published="2023-08-01") == {"niger-2023"}


def test_a_father_of_the_same_surname_made_a_coup_of_his_own(tagged: Tagger) -> None:
    text = (
        "In Chad, General Mahamat Idriss Déby took power in a coup in April 2021 when his father died. Idriss Déby, "
        "who had himself taken power in a coup, ruled for thirty years."
    )
    assert events(tagged, text, published="2024-04-24") == {"chad-2021", "chad-1990"}


@pytest.mark.parametrize("what", ["the city of El-Fasher", "the firm that runs the mine", "both airfields"])
def test_control_of_less_than_a_country_is_no_coup(what: str, tagged: Tagger) -> None:
    text = f"In Sudan, General Burhan met people who fled since the paramilitaries took control of {what}."
    assert not told(tagged, text, published="2025-11-02")


@pytest.mark.parametrize("what", ["the country", "the oil-rich Central African state", "Gabon"])
def test_control_of_a_country_is_one(what: str, tagged: Tagger) -> None:
    text = f"Gabon's presidential guard said that it took control of {what} on Wednesday. Bongo is held at home."
    assert events(tagged, text, published="2023-08-30") == {"gabon-2023"}


def test_coups_in_these_countries_are_those_of_the_countries_before(tagged: Tagger) -> None:
    title = "Niger silences broadcaster"
    text = (
        "Niger took a foreign radio off the air. Niger, along with Mali and Burkina Faso, fights jihadists. Military "
        "coups in these countries have cost France its bases."
    )
    found = events(tagged, text, title=title, published="2024-12-13")
    assert found == {"niger-2023", "mali-2020", "burkina-faso-2022-09"}


def test_a_junta_that_ruled_in_a_year_is_that_of_the_last_coup_before(tagged: Tagger) -> None:
    title = "Guinea's former ruler in the dock"
    text = "The court hears how soldiers shot at a march against the military regime in 2009 in Conakry, Guinea."
    assert told(tagged, text, title=title, published="2022-09-28") == {("guinea-2008", "historical")}


def test_an_elite_unit_turns_on_the_president(tagged: Tagger) -> None:
    text = "Madagascar: army unit turns on President Rajoelina. It calls on others to join the march."
    assert told(tagged, text, published="2025-10-12") == {("madagascar-2025", "asserted")}


def test_rumours_that_the_first_sentence_denies_are_denied(tagged: Tagger) -> None:
    title = "Nigeria: headquarters slams coup plot rumours"
    text = (
        "Nigeria's defence headquarters has denied rumours of an attempted military coup. The reports had linked a "
        "parade that was called off to a coup plot of sixteen officers."
    )
    assert {s for _, s in told(tagged, text, title=title, published="2025-10-18")} == {"negated"}


def test_a_surge_of_coups_in_the_region_is_no_fear_of_one(tagged: Tagger) -> None:
    title = "Liberia shuts schools after gunfire"
    text = "Liberia's president shut schools, amid fears of disorder amid a surge of coups in the region."
    assert "hypothetical" not in {s for _, s in told(tagged, text, title=title, published="2023-11-26")}


def test_an_attack_amid_tensions_wakes_nobody(tagged: Tagger) -> None:
    title = "Gunmen attack Niamey airport amid rising tensions"
    text = "Shots were heard in Niger's capital on Thursday. The military government rose by a coup in July 2023."
    tags = tagged(text, title=title, published="2026-01-29")
    assert not tags.alert
    assert [c.salience for c in tags.crises] == ["background"]


def test_a_peace_move_towards_the_junta_is_news(tagged: Tagger) -> None:
    title = "Abuja makes peace move to Niger"
    text = (
        "Nigeria's foreign minister flew to Niamey with a message for General Tchiani. The ties of the two neighbours "
        "have been strained since the coup in Niger in July 2023."
    )
    assert tagged(text, title=title, published="2025-04-16").alert


def test_ministers_who_meet_this_week_in_a_city_make_no_digest(tagged: Tagger) -> None:
    text = (
        "The ministers of Mali, Burkina Faso and Niger, the members of the Confederation of Sahel States, met this "
        "week in Niamey to prepare their withdrawal from the court in The Hague. They spoke of a court of their own."
    )
    assert tagged(text, published=None).alert
    assert not tagged(text, title="This week in Africa: Sahel states meet", published=None).alert


def test_an_ambassador_who_only_speaks_of_extremists_wakes_nobody(tagged: Tagger) -> None:
    text = (
        "Members of the council fly to Lake Chad to see what extremists do in Nigeria, Niger, Chad and Cameroon. An "
        "ambassador told reporters that they have never been there."
    )
    assert not tagged(text, published=None).alert


def test_soldiers_of_all_three_states_took_power_in_each(tagged: Tagger) -> None:
    text = (
        "Burkina Faso, like its neighbours Mali and Niger, fights jihadists. All three nations are under officials who "
        "assumed power by force. Burkina Faso's Traoré leads the youngest junta."
    )
    assert {"mali-2020", "niger-2023", "burkina-faso-2022-09"} == events(tagged, text, published="2023-10-02")


def test_a_year_that_dates_what_a_junta_repealed_dates_no_junta(tagged: Tagger) -> None:
    text = "The military rulers in Niamey have repealed a law of 2015 on migrants. Niger's courts free smugglers."
    assert told(tagged, text, published="2023-11-29") == {("niger-2023", "asserted")}


def test_coups_of_a_region_that_names_a_country_are_told_beside_investors(tagged: Tagger) -> None:
    text = "He will meet investors, and speak on the coups in the Sahel, of which the last was in Niger in July."
    found = told(tagged, text, title="Tinubu flies to New York", published="2023-09-14")
    assert found == {("niger-2023", "historical")}


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers had already ousted the presidents of Mali and Guinea when a coup took place in Burkina Faso.",
        "Mutineers have toppled elected leaders of Mali and Guinea, and last week a putsch occurred in Burkina Faso.",
        "Des soldats avaient renversé les présidents du Mali et de Guinée quand un putsch a eu lieu au Burkina Faso.",
        "Ils ont renversé les gouvernements du Mali et de la Guinée. Un coup d'Etat s'est produit au Burkina Faso.",
    ],
)
def test_the_presidents_of_several_countries_fell_each_in_his_own(text: str, tagged: Tagger) -> None:
    found = events(tagged, text, title="West Africa", published="2022-02-06")
    assert found == {"mali-2021", "guinea-2021", "burkina-faso-2022-01"}


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Traders blame the rain in Kano.", "Read also: Soldiers seize power in Niger"),
        ("Traders blame the rain in Kano.", "RELATED: Niger junta recalls its envoy"),
        ("Les commerçants accusent la pluie à Kano.", "À lire aussi : Niger, les militaires prennent le pouvoir"),
        ("Yan kasuwa sun koka a Kano.", "Karanta kuma: Sojoji sun kwace mulki a Nijar"),
        ("يشكو التجار من المطر في كانو.", "اقرأ أيضا: الجيش يستولي على السلطة في النيجر"),
    ],
)
def test_the_headline_of_another_article_tells_nothing_of_this_one(text: str, other: str, tagged: Tagger) -> None:
    tags = tagged(f"{text}\n\n{other}\n\n60 000.", title="Kano", published="2023-08-03")
    assert not tags.coups
    assert not tags.alert
    assert told(tagged, f"{text}\n\n{other.partition(':')[2]}.", title="Kano", published="2023-08-03")


@pytest.mark.parametrize(
    "text",
    [
        "The bloc failed to prevent the coup in Burkina Faso, where Captain Traoré seized power.",
        "La Cedeao a échoué à empêcher le putsch au Burkina Faso, où le capitaine Traoré a pris le pouvoir.",
    ],
)
def test_who_failed_to_prevent_a_coup_attempted_none(text: str, tagged: Tagger) -> None:
    assert {c.type for c in tagged(text, published="2022-10-05").coups} == {"realized"}


@pytest.mark.parametrize(
    "text",
    [
        "It met on unconstitutional changes of government in Africa from 15 to 17 March 2022, in Accra, Ghana.",
        "Elle a parlé des changements anticonstitutionnels de gouvernement en Afrique en 2022 à Accra, au Ghana.",
    ],
)
def test_where_a_forum_on_coups_met_had_none(text: str, tagged: Tagger) -> None:
    assert events(tagged, text, title="African Union", published="2022-06-08") <= {"unspecified"}


def test_juntas_that_are_promised_arms_wake_where_niger_is_one_of_them(tagged: Tagger) -> None:
    title = "Moscow pledges arms to Sahelian juntas"
    text = "It will help the military governments of {}, ministers said on Thursday. They left ECOWAS in January."
    assert tagged(text.format("Niger, Mali and Burkina Faso"), title=title, published="2025-04-03").alert
    assert not tagged(text.format("Mali and Burkina Faso"), title=title, published="2025-04-03").alert


@pytest.mark.parametrize("done", ["reverses migration law", "scraps a law on migrants", "ends law on migrants"])
def test_a_law_that_a_junta_takes_back_is_news(done: str, tagged: Tagger) -> None:
    text = "The law of 2015 had kept migrants from Agadez. The junta's decree was read out on Monday."
    assert tagged(text, title=f"Niger's military government {done}", published="2023-11-28").alert


def test_attempts_in_a_row_of_years_are_not_only_of_the_one_that_failed(tagged: Tagger) -> None:
    text = (
        "The visit was unusual: earlier military takeovers and takeover attempts in the nation in 2021, 2010, "
        "1999 and 1996 saw nothing like it. The generals in Niamey hold President Bazoum."
    )
    found = events(tagged, text, title="American envoy flies to Niger", published="2023-08-10")
    assert {"niger-2021-attempt", "niger-2010", "niger-1999", "niger-1996"} <= found


def test_talks_on_border_control_are_no_act_of_the_crisis(tagged: Tagger) -> None:
    title = "Libya and Niger discuss border control"
    text = "Officials of the two countries met in Tripoli. They spoke of migrants and of Niger's army."
    assert not tagged(text, title=title, published="2024-04-03").alert
