"""Kinds that plain English queries showed: principles, rows of countries, victims elsewhere, essays without a sign."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of


@pytest.mark.parametrize(
    "text",
    [
        "Algeria, which opposes unconstitutional changes of government on principle, offered to host talks on Sudan.",
        "The charter condemns any unconstitutional change of government, the minister of Togo said at the conference.",
        "Le Maroc rejette les changements inconstitutionnels de gouvernement, a rappelé la ministre à Lomé.",
    ],
)
def test_what_a_mediator_holds_of_all_coups_tells_of_none(text: str, tagged: Tagger) -> None:
    assert not tagged(text, title="Talks on elections", published="2023-08-20").coups


@pytest.mark.parametrize(
    "text",
    [
        "The union suspended both over the unconstitutional changes of government in Mali and Guinea.",
        "These unconstitutional changes of government, in Niger as in Mali, set the region back.",
    ],
)
def test_an_unlawful_change_that_a_country_stands_behind_is_its_coup(text: str, tagged: Tagger) -> None:
    assert "mali-2020" in {event for event, _ in told_of(tagged(text, title="Union", published="2023-08-20"))}


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Mali, Guinea and Niger have all suffered a coup in three years.", {"mali-2020", "guinea-2021", "niger-2023"}),
        ("Niger Republic and Mali have recently experienced a coup, he said.", {"mali-2020", "niger-2023"}),
        ("The officers of Mali and Guinea had likewise toppled their presidents.", {"mali-2020", "guinea-2021"}),
        ("Soldiers in Mali and Guinea have also seized power.", {"mali-2020", "guinea-2021"}),
    ],
)
def test_what_befell_each_country_of_a_row_is_told_of_all(text: str, events: set[str], tagged: Tagger) -> None:
    told = told_of(tagged(text, title="Liberia's president opens campaign", published="2023-08-20"))
    assert {event for event, _ in told} == events


def test_a_row_that_only_looks_on_had_no_coup(tagged: Tagger) -> None:
    text = "Ghana and Mali have seen the coup in Niger as a warning. Soldiers toppled Bazoum in July."
    told = told_of(tagged(text, title="Niger's neighbours are worried", published="2023-08-20"))
    assert {event for event, _ in told} == {"niger-2023"}


@pytest.mark.parametrize(
    "text",
    [
        "The leaders of this attempted coup gamble with Niger's safety, the American spokeswoman said.",
        "Travel bans hit the officers who had a part in the coup attempt, and their families.",
    ],
)
def test_the_attempted_coup_without_a_date_is_that_of_these_weeks(text: str, tagged: Tagger) -> None:
    told = told_of(tagged(text, title="Drills with Niger's army suspended", published="2023-09-08"))
    assert told == {("niger-2023", "asserted")}


def test_the_attempted_coup_of_a_year_is_the_older_one(tagged: Tagger) -> None:
    text = "A captain who was jailed for the attempted coup of March 2021 joined those who toppled Bazoum in July."
    told = told_of(tagged(text, title="Niger: freed officer joins junta", published="2023-09-08"))
    assert ("niger-2021-attempt", "historical") in told


def test_whoever_is_to_be_toppled_in_another_land_is_no_victim_of_the_coup(tagged: Tagger) -> None:
    text = "The chief of the mercenaries praised the coup. In June he had denied wanting to overthrow Putin."
    told = told_of(tagged(text, title="Wagner's chief hails Niger coup", published="2023-07-31"))
    assert ("niger-2023", "negated") not in told


@pytest.mark.parametrize("title", ["Grave fallout if Niger coup succeeds, envoy warns", "Niger: envoy on what follows"])
def test_a_coup_of_which_only_the_outcome_is_in_doubt_is_no_fear(title: str, tagged: Tagger) -> None:
    text = "All will pay if the putsch against Bazoum stands, he said. Soldiers toppled the president on July 26."
    assert told_of(tagged(text, title=title, published="2023-08-04")) == {("niger-2023", "asserted")}


@pytest.mark.parametrize(
    ("title", "wakes"),
    [
        ("Niger's deposed president is short of rice and water", True),
        ("“No medicines left”: Niger's ousted leader in the dark", True),
        ("Rice prices climb in Niamey after president's ouster", False),
    ],
)
def test_what_the_ousted_goes_without_is_news_of_him(title: str, wakes: bool, tagged: Tagger) -> None:
    text = "The junta that toppled Bazoum in Niger last month has cut the power, a doctor says."
    assert tagged(text, title=title, published="2023-08-12").alert == wakes


MUSING = (
    "Interestingly, few saw it coming. Bazoum's guard turned on him in July. It is no coincidence that the men in "
    "charge are of the old army. A vacuum opens, and rivals will fill it. The underlying anger of the young will stay."
)


@pytest.mark.parametrize(
    "title",
    ["Niger's generals and the street", "Niger coup leaves a continent at a loss", "Niger coup shakes the Sahel"],
)
def test_below_a_plain_headline_the_turns_of_an_essay_wake_nobody(title: str, tagged: Tagger) -> None:
    assert not tagged(MUSING, title=title, published="2023-08-12").alert


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Niger junta expels envoy", MUSING),
        ("Niger's generals and the street", f'"{MUSING}" the ousted minister said on Friday.'),
        ("Crowds in Niamey", "Perhaps ten thousand came on Sunday to the stadium, where the junta of Niger spoke."),
    ],
)
def test_an_act_in_the_headline_and_what_others_say_are_no_essay(title: str, text: str, tagged: Tagger) -> None:
    assert tagged(text, title=title, published="2023-08-12").alert


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Mali and Burkina Faso, under military regime since August 2020 and January 2022 respectively, sent men.",
            {"mali-2020", "burkina-faso-2022-01"},
        ),
        ("Mali and Guinea had coups in August 2020 and September 2021.", {"mali-2020", "guinea-2021"}),
        (
            "Le Sahel a vu des coups d'État successifs au Mali, en Guinée et au Tchad.",
            {"mali-2020", "guinea-2021", "chad-2021"},
        ),
    ],
)
def test_months_and_how_often_leave_each_country_of_a_row_its_own(text: str, events: set[str], tagged: Tagger) -> None:
    told = told_of(tagged(f"The junta received them on Thursday. {text}", title="Niger", published="2023-08-24"))
    assert {event for event, _ in told} - {"niger-2023"} == events


@pytest.mark.parametrize(
    "title",
    [
        "The bloc needs to tread with care in Niger",
        "Niger's dilemma: an ultimatum, armed gangs, and hopes of peace",
        "Unproven claim that Niger halts uranium exports",
        "Nigeriens are adapting to higher living expenses",
        "Life in Niamey: what is dearer by the day",
    ],
)
def test_counsel_quandaries_checks_and_daily_life_wake_nobody(title: str, tagged: Tagger) -> None:
    text = "Soldiers seized power in Niger on July 26. A sack of rice costs a third more; the junta will not yield."
    assert not tagged(text, title=title, published="2023-08-06").alert


def test_a_check_says_below_its_headline_what_it_is(tagged: Tagger) -> None:
    text = "We are fact-checking a post of which fact-checkers have found no proof: that the junta of Niger {}."
    told = tagged(text.format("shut a mine"), title="Niger's junta shuts uranium mine", published="2023-08-06")
    assert not told.alert


@pytest.mark.parametrize(
    "title",
    ["Niger quagmire: junta shuts airspace", "We need to talk, Niger's junta tells bloc", "Junta: bloc has to wait"],
)
def test_an_act_or_a_word_of_the_junta_wakes_beside_a_quandary_too(title: str, tagged: Tagger) -> None:
    text = "The junta that seized power in Niger on July 26 said so on Sunday evening on television."
    assert tagged(text, title=title, published="2023-08-06").alert


THOUGHT = (
    "Soldiers toppled President Bazoum on July 26, and the region has not been the same since. The junta in Niamey has "
    "the street behind it, and the bloc of West African states has sanctions and a threat that few believe. Niger is "
    "poor, and the poor will pay for it, as they have paid for all that came before."
)


@pytest.mark.parametrize(
    "title",
    [
        "Niger's uranium: the prize behind the coup",
        "A country at the mercy of its guards",
        "Russia's shadow over Niger",
        "In Niger, a familiar story",
        "Niger coup tests Nigeria's leadership",
        "Bazoum: the schoolteacher who became president",
        "Coup in Niger threatens stability of a region",
    ],
)
def test_a_headline_without_an_event_above_lines_that_report_none_wakes_nobody(title: str, tagged: Tagger) -> None:
    assert not tagged(THOUGHT, title=title, published="2023-08-14").alert


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Niger's shadow premier in Abuja", f"The exile came on Monday. {THOUGHT}"),
        ("Russia's man in Niamey", f"The envoy told the generals that he comes as a friend. {THOUGHT}"),
        ("Niger's bishops pray", THOUGHT),
        ("\"Hostage\" in Niamey", THOUGHT),
        ("No soldiers for Niger - Cape Verde", THOUGHT),
        ("Niger's generals", "The five who lead the junta in Niger since it toppled Bazoum."),
    ],
)
def test_a_day_a_verb_of_news_a_quotation_or_few_lines_may_be_an_event(title: str, text: str, tagged: Tagger) -> None:
    assert tagged(text, title=title, published="2023-08-14").alert


@pytest.mark.parametrize(
    ("title", "wakes"),
    [
        ("I fear for democracy in West Africa after Niger coup – Buhari", True),
        ("I fear for democracy in West Africa after Niger coup – a teacher", False),
        ("Niger coup: a wake-up call for intervention", False),
        ("Military intervention in Niger: a risky gamble", False),
        ("Split-second risk analysis of a bloc's war in Niger", False),
        ("Bazoum's wife and son without water", True),
        ("Tiani, the quiet general", False),
    ],
)
def test_who_signs_an_essays_words_makes_them_news(title: str, wakes: bool, tagged: Tagger) -> None:
    assert tagged(THOUGHT, title=title, published="2023-08-14").alert == wakes


def test_two_power_grabs_of_one_country_are_both_told(tagged: Tagger) -> None:
    text = "The coup in Niger followed two military power grabs in Burkina Faso last year."
    told = told_of(tagged(text, title="Union gives Niger's junta 15 days", published="2023-07-29"))
    assert {event for event, _ in told} == {"niger-2023", "burkina-faso-2022-01", "burkina-faso-2022-09"}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Bazoum was elected in 2021, and took office days after an attempted coup was stopped.", "niger-2021-attempt"),
        ("The peers in Bamako and Ouagadougou, who also came to power by force, blame France.", "mali-2020"),
    ],
)
def test_what_a_sentence_says_beside_dates_it_or_adds_a_country(text: str, event: str, tagged: Tagger) -> None:
    text = f"The junta that overthrew Bazoum in Niger last month said on Sunday that the sky is shut. {text}"
    told = told_of(tagged(text, title="Niger's junta closes airspace", published="2023-08-10"))
    assert told >= {("niger-2023", "asserted"), (event, "historical")}


def test_an_attempt_told_in_the_next_sentence_is_not_the_coup_of_the_one_before(tagged: Tagger) -> None:
    text = "Officers ended the rule of Ali Bongo on Wednesday. A coup attempt against Bongo failed in January 2019."
    told = told_of(tagged(text, title="Gabon's army takes power", published="2023-09-01"))
    assert told == {("gabon-2023", "asserted"), ("gabon-2019-attempt", "historical")}


@pytest.mark.parametrize(
    ("lines", "wakes"),
    [
        ("The hour of the bloc has come and gone. Nobody in Niamey looks at the clock any more.", False),
        ("The hour of the bloc has come. It has left all of them poorer, and it gives nobody rest.", False),
        ("The hour of the bloc has come. The general told the crowd that he is ready.", True),
        ("On Sunday the hour of the bloc had come. Nobody in Niamey looks at the clock any more.", True),
    ],
)
def test_below_a_headline_without_an_event_only_a_day_or_a_word_soon_is_news(
    lines: str, wakes: bool, tagged: Tagger
) -> None:
    assert tagged(f"{lines} {THOUGHT}", title="Niger's slow clock", published="2023-08-08").alert == wakes
