"""Kinds that dated English news of the crisis's first seven weeks showed, in words of our own."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Why we will send no soldiers to Niger – Senator Kaka",
            "The member for Gwadabawa told a radio that nobody wants a war with the junta in Niamey.",
        ),
        ("Niger: Why we removed Bazoum – Junta", "The soldiers in power in Niamey gave their reasons on television."),
        (
            "How we were received in Niamey – clerics",
            "The preachers said the general who seized power in Niger had heard them for three hours.",
        ),
        ("What I told Niger's putschists – Sanusi", "The former emir came back on Thursday from talks in Niamey."),
        ("What Tinubu told governors about Niger", "The president met them on Wednesday on the junta next door."),
        (
            "Sultan explains why the mission left Niamey at night",
            "He said on Friday that the general who leads the junta in Niger had not come.",
        ),
    ],
)
def test_a_headline_that_only_begins_like_a_question_and_is_signed_wakes_the_desk(
    title: str, text: str, tagged: Tagger
) -> None:
    assert tagged(text, title=title, published="2023-08-12").alert


@pytest.mark.parametrize(
    "title",
    [
        "Why the coup in Niger matters – a newspaper",
        "Who is the general behind Niger's coup – a portrait",
        "What is the junta of Niger – senators and soldiers",
        "A map explains why soldiers seized power in Niger",
        "Why soldiers seized power in Niger",
    ],
)
def test_what_a_writer_explains_wakes_nobody_whatever_stands_behind_the_dash(title: str, tagged: Tagger) -> None:
    text = "Soldiers of the guard toppled President Bazoum in Niamey in July. Uranium and anger play their part."
    assert not tagged(text, title=title, published="2023-08-12").alert


@pytest.mark.parametrize(
    "title",
    [
        "Dozens of lorries stuck on the road to Niger following the coup",
        "Near the frontier with Niger, a hundred drivers wait",
        "Niger coup jeopardises fuel supplies of reactors",
        "Niger's coup hurts cattle trade of Katsina",
        "Coup in Niger puts desert pipeline in doubt",
    ],
)
def test_what_a_coup_does_to_goods_and_trade_wakes_nobody(title: str, tagged: Tagger) -> None:
    text = "Since soldiers toppled President Bazoum in Niamey the bridge is shut, and nobody knows for how long."
    assert not tagged(text, title=title, published="2023-08-12").alert


@pytest.mark.parametrize(
    "title",
    [
        "Niger junta stops fuel exports to Benin",
        "Junta lets stranded trucks through to Niamey",
        "Benin: stranded drivers demand that the bloc lift its sanctions on Niger",
    ],
)
def test_who_acts_on_goods_is_news(title: str, tagged: Tagger) -> None:
    text = "The convoy had stood at the bridge since soldiers toppled President Bazoum in Niamey."
    assert tagged(text, title=title, published="2023-08-12").alert


@pytest.mark.parametrize(
    "title",
    [
        "Whoever attacks Niger attacks us, Mali's colonel says",
        "Senators oppose attack on Niger",
        "Bloc will not attack Niger for now, commissioner says",
        "Why the bloc must not attack Niger – Northern elders",
    ],
)
def test_an_attack_on_the_state_itself_is_the_war_that_is_threatened(title: str, tagged: Tagger) -> None:
    text = "Force against the junta in Niamey would set the region on fire, they said on Friday."
    assert tagged(text, title=title, published="2023-08-05").alert


@pytest.mark.parametrize("title", ["Gunmen attack Niger village, kill nine", "Attack in Niger leaves twenty dead"])
def test_a_raid_in_the_country_is_not(title: str, tagged: Tagger) -> None:
    text = "Riders struck in Tillaberi on Monday. It is the bloodiest raid since the coup of July, the mayor said."
    assert not tagged(text, title=title, published="2023-08-16").alert


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "'We have a date', army chief of the bloc says",
            "The chiefs of Ecowas have set the day for a military operation to bring back civil rule in Niger.",
        ),
        (
            "EU ministers discuss crisis in the Sahel",
            "They met in Toledo. They agreed to prepare steps against the soldiers who took power in Niger.",
        ),
        (
            "Army chiefs agree on a day",
            "West African commanders have picked the day on which they would enter Niger, where soldiers ousted the "
            "president.",
        ),
    ],
)
def test_a_headline_that_leaves_the_country_to_the_lead_is_of_its_crisis(
    title: str, text: str, tagged: Tagger
) -> None:
    tags = tagged(text, title=title, published="2023-08-19")
    assert tags.alert
    assert {crisis.salience for crisis in tags.crises} == {"main"}


def test_beside_the_coup_of_these_weeks_that_of_last_year_is_background(tagged: Tagger) -> None:
    text = (
        "The military governments of Burkina Faso and Mali said on Monday that they would fight beside the soldiers "
        "who toppled Niger's president last week."
    )
    title = "Burkina Faso and Mali warn against intervention in Niger"
    told = told_of(tagged(text, title=title, published="2023-08-01"))
    assert ("niger-2023", "asserted") in told
    assert ("burkina-faso-2022-09", "historical") in told


@pytest.mark.parametrize("words", ["It is not our ambition to seize power", "Our goal is not to take power"])
def test_rulers_who_say_what_they_did_it_not_for_deny_no_coup(words: str, tagged: Tagger) -> None:
    text = f'"{words}," General Tchiani, who overthrew Niger\'s president last month, said on Saturday.'
    assert told_of(tagged(text, published="2023-08-20")) == {("niger-2023", "asserted")}


def test_an_army_that_rules_nobody_denies_one_by_the_same_words(tagged: Tagger) -> None:
    text = "Ghana's army said that it had no ambition to seize power in Accra. Posts had told of a coup."
    assert told_of(tagged(text, published="2023-08-20")) == {("unspecified", "negated")}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Army was asked to topple Tinubu, spokesman says", "Some urged Nigeria's soldiers to take power, he said."),
        ("Headquarters condemns calls to oust president", "Those who incite troops to overthrow him are wicked."),
        ("Politicians push generals to stage a coup", "A former minister of Nigeria named nobody on the radio."),
    ],
)
def test_a_coup_that_somebody_only_asks_for_is_none(title: str, text: str, tagged: Tagger) -> None:
    told = told_of(tagged(f"{text} Nigeria's army is loyal, a general said.", title=title, published="2023-08-14"))
    assert told == {("unspecified", "hypothetical")}


def test_an_army_that_was_never_asked_for_a_coup_denies_one(tagged: Tagger) -> None:
    text = "Nigeria's defence headquarters called the report mischief. Its soldiers are loyal, it said."
    tags = tagged(text, title="Military never got any coup request", published="2023-08-14")
    assert told_of(tags) == {("unspecified", "negated")}


@pytest.mark.parametrize("verb", ["worry", "stir fears of"])
def test_a_headline_of_several_coups_that_nobody_acts_on_wakes_nobody(verb: str, tagged: Tagger) -> None:
    text = "Paul Biya changed the men at his ministry a day after soldiers in Libreville deposed Ali Bongo."
    tags = tagged(text, title=f"Coups in Niger and Gabon {verb} Cameroon's palace", published="2023-09-02")
    assert not tags.alert
    assert {crisis.salience for crisis in tags.crises} == {"background"}


def test_a_body_that_condemns_several_coups_wakes_the_desk(tagged: Tagger) -> None:
    text = "The council met in Addis Ababa on Thursday and demanded that Mohamed Bazoum and Ali Bongo be freed."
    assert tagged(text, title="African Union condemns coups in Niger and Gabon", published="2023-09-02").alert


@pytest.mark.parametrize(
    "text",
    [
        "Guinea, Chad and Mali are under harsh military rule, the bishops of Togo wrote in Lomé.",
        "Soldiers rule Guinea, Chad and Mali, the bishops of Togo wrote in Lomé.",
        "The army is in charge in Guinea, Chad and Mali, the bishops of Togo wrote in Lomé.",
    ],
)
def test_states_that_soldiers_rule_had_their_coups(text: str, tagged: Tagger) -> None:
    told = {event for event, _ in told_of(tagged(text, title="Togo's bishops fear for region", published="2023-08-12"))}
    assert told == {"guinea-2021", "chad-2021", "mali-2020"}


@pytest.mark.parametrize(
    "words", ["followed by the one in Niger", "a month after that in Niger", "and another in Niger"]
)
def test_one_more_coup_is_told_by_its_country_alone(words: str, tagged: Tagger) -> None:
    text = f"After the coup in Gabon in August, {words}, nobody sleeps well, a bishop of Benin wrote."
    told = {event for event, _ in told_of(tagged(text, published="2023-09-22"))}
    assert told == {"gabon-2023", "niger-2023"}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Washington: Bazoum must be freed at once", "The secretary of state rang Niger's president on Thursday."),
        ("US pulls staff out of Niamey", "The State Department ordered families to go on Wednesday."),
        ("Crowds fill Niamey stadium as deadline runs out", "Generals were cheered on Sunday evening."),
    ],
)
def test_acts_of_the_first_weeks_wake_the_desk_without_a_word_for_the_coup(
    title: str, text: str, tagged: Tagger
) -> None:
    assert tagged(text, title=title, published="2023-08-02").alert


def test_a_country_told_in_maps_wakes_nobody(tagged: Tagger) -> None:
    text = "Where soldiers, uranium and foreign bases are, since the army took power in Niamey."
    assert not tagged(text, title="From ally to outcast: Niger in five maps", published="2023-08-12").alert


@pytest.mark.parametrize(
    ("title", "wakes"),
    [
        ("Niger coup: border villagers cry out as Nigeria shuts frontier", False),
        ("Traders groan over closed frontier with Niger", False),
        ("Traders suffer as junta bans protests in Niamey", True),
        ("Junta shuts airspace of Niger as residents cry out", True),
        ("Senate rejects force in Niger as northerners suffer", True),
    ],
)
def test_what_others_bear_wakes_nobody_unless_soldiers_act_or_the_act_comes_first(
    title: str, wakes: bool, tagged: Tagger
) -> None:
    text = "The frontier was closed after soldiers toppled the president of Niger on July 26."
    assert tagged(text, title=title, published="2023-08-08").alert == wakes


def test_a_new_coup_of_a_man_of_another_country_is_his(tagged: Tagger) -> None:
    text = (
        "Soldiers seized power in Gabon on August 30. "
        "In October 2021 the army chief Abdel Fattah al-Burhan staged a new coup in Sudan."
    )
    told = told_of(tagged(text, title="What happened in Libreville", published="2023-09-02"))
    assert {event for event, _ in told} == {"gabon-2023", "sudan-2021"}


def test_two_takeovers_at_the_beginning_of_a_sentence_are_both_of_them(tagged: Tagger) -> None:
    text = "Niger's neighbours saw soldiers rise. Two army takeovers took place in Burkina Faso last year."
    told = told_of(tagged(text, title="The Sahel", published="2023-08-06"))
    assert {"burkina-faso-2022-01", "burkina-faso-2022-09"} <= {event for event, _ in told}


@pytest.mark.parametrize(
    "title",
    [
        "Tinubu and the drums of war in Niger, By Azu Okon",
        "The coup in Niger and the rest of us - by Prof. Jibo Musa",
        "Niger's coup and our burden (2), by Segun O. Ade",
    ],
)
def test_a_headline_that_ends_with_its_writer_wakes_nobody(title: str, tagged: Tagger) -> None:
    text = "Soldiers toppled President Bazoum in Niamey on July 26. We had it coming."
    assert not tagged(text, title=title, published="2023-08-06").alert


@pytest.mark.parametrize(
    "title",
    [
        "Airspace of Niger closed, by order of the junta",
        "Niger: My country is under attack, by Mohamed Bazoum",
        "Six held in Niger, backed by Wagner Group",
        "Niger's junta rejects delegation led by Abdulsalami Abubakar",
    ],
)
def test_who_acts_behind_the_same_word_is_news(title: str, tagged: Tagger) -> None:
    text = "Soldiers toppled President Bazoum in Niamey on July 26. The bloc has given them a week."
    assert tagged(text, title=title, published="2023-08-06").alert


def test_who_took_over_power_made_a_coup(tagged: Tagger) -> None:
    told = told_of(tagged("General Tchiani took over power in Niger on July 28.", published="2023-08-06"))
    assert told == {("niger-2023", "asserted")}
    assert not told_of(tagged("President Tinubu took over power in Nigeria on May 29.", published="2023-08-06"))


@pytest.mark.parametrize(
    "title",
    [
        "Niger coup: what it holds, and lessons for Abuja",
        "The putsch in Niger and its implications",
        "Niger coup: A matter of bread",
        "Abuja, the bloc and the Niger quagmire",
        "Niger: One putsch too many",
    ],
)
def test_who_only_thinks_about_the_coup_wakes_nobody(title: str, tagged: Tagger) -> None:
    text = "Soldiers toppled President Bazoum in Niamey on July 26. History has much to tell us."
    assert not tagged(text, title=title, published="2023-08-02").alert


@pytest.mark.parametrize(
    "title",
    [
        "Tinubu seeks a way out of the crisis with Niger's junta",
        "ECOWAS chiefs warn Niger's junta of implications for the north",
        "Bazoum breaks silence on the price of the coup",
        "Niger's junta arrests ministers, lessons for the bloc, says envoy",
    ],
)
def test_who_acts_or_speaks_of_them_is_news(title: str, tagged: Tagger) -> None:
    text = "Soldiers toppled President Bazoum in Niamey on July 26. The bloc has given them a week."
    assert tagged(text, title=title, published="2023-08-02").alert


@pytest.mark.parametrize(
    ("title", "wakes"),
    [
        ("Fearing attack, Niger puts its troops on alert", True),
        ("Threat of attack: Niger's soldiers reinforce frontier", True),
        ("Niger puts villages on alert as gunmen attack", False),
        ("Jihadists' threat of attack empties villages in Niger", False),
    ],
)
def test_an_attack_that_a_state_fears_is_the_war_that_is_threatened(
    title: str, wakes: bool, tagged: Tagger
) -> None:
    text = "The junta in Niger ordered its forces on Friday to go on the highest alert."
    if not wakes:
        text = "Villages near Tillaberi were left by night. Soldiers took power in Niger in July."
    assert tagged(text, title=title, published="2023-08-26").alert == wakes


@pytest.mark.parametrize(
    ("title", "wakes"),
    [
        ("The coup in Niger", False),
        ("On the military coup in Niger Republic", False),
        ("Coup in Niger", True),
        ("The coup in Niger is over", True),
        ("The Niger coup: bloc acts", True),
    ],
)
def test_a_coup_that_a_headline_only_names_as_known_wakes_nobody(title: str, wakes: bool, tagged: Tagger) -> None:
    text = "Soldiers toppled President Bazoum in Niamey on July 26. The army's command stood by them on Thursday."
    assert tagged(text, title=title, published="2023-07-31").alert == wakes


@pytest.mark.parametrize(
    ("title", "wakes"),
    [
        ("Senators from the north caution Tinubu against war", True),
        ("Clerics to president: we won't support war with neighbours", True),
        ("Tinubu bows to lawmakers, drops war plan", True),
        ("Deputies split over troop deployment", True),
        ("Senators from the north decry war of bandits", False),
    ],
)
def test_a_war_that_is_spoken_of_may_leave_the_country_to_the_lead(title: str, wakes: bool, tagged: Tagger) -> None:
    text = "They come from states that border Niger, and said on Friday that the junta in Niamey must be met by talks."
    if not wakes:
        text = "They said on Friday that gangs kill. Sokoto borders Niger, where soldiers seized power in July."
    assert tagged(text, title=title, published="2023-08-05").alert == wakes


@pytest.mark.parametrize(
    ("title", "wakes"),
    [
        ("Analysis: the bloc is running out of road in Niger", False),
        ("LONG READ | How the junta in Niger rejects every envoy", False),
        ("Briefing: Pentagon says its troops stay in Niger", True),
    ],
)
def test_a_headline_that_is_labelled_as_an_analysis_wakes_nobody(title: str, wakes: bool, tagged: Tagger) -> None:
    text = "The junta in Niger, which seized power on July 26, was told so on Friday."
    assert tagged(text, title=title, published="2023-08-20").alert == wakes
