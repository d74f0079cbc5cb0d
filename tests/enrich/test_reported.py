"""Kinds that articles of 2023 to 2026 as they stand on the web had; each sample is in our own words."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, entries_of, told_of
from tests.enrich.test_coups import told

Events = set[tuple[str, str]]


SAHEL: Events = {("mali-2020", "historical"), ("burkina-faso-2022-09", "historical"), ("niger-2023", "historical")}


@pytest.mark.parametrize(
    "text",
    [
        "The general joins the heads of other junta-led states, such as Mali, Burkina Faso and Niger.",
        "Three junta-run neighbours, Mali's Assimi Goita, Niger's Tiani and Burkina Faso's Ibrahim Traore, met again.",
        "Three states ruled by the military, Mali, Niger and Burkina Faso, quit the bloc on Wednesday.",
        "Three states with a military government, Mali, Niger and Burkina Faso on Wednesday, 29 January 2025 left.",
    ],
)
def test_juntas_are_those_of_each_country_in_a_row(text: str, tagged: Tagger) -> None:
    tags = tagged(text, title="Sahel leaders meet", language="en", published="2025-01-30")
    assert told_of(tags) == SAHEL


def test_years_between_coups_and_their_maker_date_them(tagged: Tagger) -> None:
    text = "The army ended civilian rule by two coups in 2020 and 2021 which put General Assimi Goita in office."
    tags = tagged(text, title="Mali floods kill ten", language="en", published="2025-08-15")
    assert {c.event for c in tags.coups} == {"mali-2020", "mali-2021"}


def test_a_year_of_something_else_dates_no_coup(tagged: Tagger) -> None:
    text = "A president since 2012, he has seen from next door every coup in Mali and all the coups in Mali since 2020."
    tags = tagged(text, title="The neighbour speaks", language="en", published="2023-12-16")
    assert "mali-2012" not in {c.event for c in tags.coups}


def test_whom_a_country_became_independent_of_had_no_coup(tagged: Tagger) -> None:
    text = "Guinea-Bissau has had nine coups or attempted coups since it won independence from Portugal in 1974."
    tags = tagged(
        f"Officers seized power on Wednesday. {text}", title="Guinea-Bissau: army takes power", published="2025-11-26"
    )
    assert {c.event for c in tags.coups} - {"unspecified"} == {"guinea-bissau-2025"}
    kept = tagged("Portugal's coup of 1974 ended a dictatorship.", title="Lisbon looks back", published="2024-04-25")
    assert {c.event for c in kept.coups} == {"portugal-1974"}


def test_a_counted_attempt_is_that_of_the_article(tagged: Tagger) -> None:
    text = "Soldiers said that they had toppled President Bazoum. This is the third coup attempt against him."
    tags = tagged(text, title="Niger soldiers say they toppled Bazoum", published=None, language="en")
    assert {c.event for c in tags.coups} == {"niger-2023"}
    older = tagged(
        "He was elected in 2021. Days before, a coup attempt in Niger in March 2021 had failed.",
        title="Niger soldiers say they toppled Bazoum",
        published="2023-07-27",
        language="en",
    )
    assert "niger-2021-attempt" in {c.event for c in older.coups}


def test_a_text_without_a_date_takes_no_later_attempt_for_the_day_on_which_bazoum_was_held(tagged: Tagger) -> None:
    text = "On television soldiers said his rule was over. Guards had tried to detain President Bazoum in his home."
    tags = tagged(text, title="Niger soldiers say they have toppled the president", published=None, language="en")
    assert {c.event for c in tags.coups} == {"niger-2023"}


@pytest.mark.parametrize(
    ("title", "text", "event"),
    [
        ("Guinea arrests two generals in alleged coup plot", "The security minister showed them on television.",
         "guinea-2026-attempt"),
        ("Guinea arrests two generals", "They are accused of a part in a plot to destabilise the West African nation.",
         "unspecified"),
        # it need not be of the year in which they are tried
        ("Nigerian officers face court-martial over coup plot", "Sixteen men were picked up in October.",
         "unspecified"),
    ],
)
def test_a_plot_by_its_name_is_told_as_a_fact(title: str, text: str, event: str, tagged: Tagger) -> None:
    tags = tagged(text, title=title, published="2026-02-01", language="en")
    assert entries_of(tags) == {(event, "conspiracy", "asserted")}


def test_a_plot_of_these_weeks_is_the_one_that_was_foiled(tagged: Tagger) -> None:
    text = "Burkina Faso says that Damiba was behind it. He was flown to Ouagadougou."
    tags = tagged(text, title="Togo hands over Burkina ex-leader after alleged coup plot", published="2026-01-20")
    assert ("burkina-faso-2026-attempt", "asserted") in told_of(tags)


def test_who_warns_of_those_planning_a_coup_tells_no_plot_as_a_fact(tagged: Tagger) -> None:
    text = "Whoever is planning a coup will fail, the president told cadets in Freetown."
    tags = tagged(text, title="Sierra Leone president warns army", published="2024-08-29", language="en")
    assert "asserted" not in {c.status for c in tags.coups}


def test_after_a_coup_the_future_is_no_doubt_of_it(tagged: Tagger) -> None:
    tags = tagged(
        "Soldiers overthrew Ali Bongo on 30 August 2023.",
        title="Gabon: an uncertain future for the former ruling family post-coup",
        published="2024-08-20",
        language="en",
    )
    assert told_of(tags) == {("gabon-2023", "asserted")}


@pytest.mark.parametrize(
    "text",
    [
        "Growth fell by half after the unconstitutional regime change of July 26, 2023 in Niger.",
        "They deplore that in Niger the military forcefully upstaged an elected government of President Bazoum.",
        "In Niger the soldiers sacked President Mohamed Bazoum, a close ally of Paris.",
        "Niger has been under military rule since then.",
    ],
)
def test_further_words_for_the_same(text: str, tagged: Tagger) -> None:
    assert "niger-2023" in {c.event for c in tagged(text, published="2023-10-10", language="en").coups}


@pytest.mark.parametrize(
    "text",
    [
        "The president sacked the army chief and two generals.",
        "A mourner upstaged the singer at the show.",
        "The camp is ruled by the law, not by the strongest.",
    ],
)
def test_words_like_them_tell_no_coup(text: str, tagged: Tagger) -> None:
    assert not tagged(text, title="Niger news", published="2023-10-10", language="en").coups


def test_what_a_country_has_seen_since_independence_is_past(tagged: Tagger) -> None:
    text = "The history of the state is one of putsches and attempted coups since its independence in 1960."
    assert "asserted" not in {status for _, status in told(tagged, text, "2023-07-26")}


def test_what_a_novel_tells_did_not_happen(tagged: Tagger) -> None:
    text = (
        "It tells of an African dictator who is toppled in a coup. The novel is set in a fictional country. Its "
        "president survives the coup when the army turns against him. Its author wrote against Blaise Compaoré of "
        "Burkina Faso."
    )
    assert not tagged(text, title="The long fall", published="2024-02-01", language="en").coups


def test_envoys_that_go_back_are_news_of_the_crisis(tagged: Tagger) -> None:
    text = "Algiers sends its envoy back to Niamey. Niger's envoy took up his post again on Thursday."
    tags = tagged(text, title="Niger: diplomatic relations resume with Algeria", published="2026-02-13", language="en")
    assert tags.alert
    assert not tagged("The talks were frank.", title="Iran and Iraq restore ties", published="2026-02-13").alert


def test_a_debate_on_a_military_option_is_of_the_crisis(tagged: Tagger) -> None:
    text = "Senators want all talks to be tried before a military option in Niger is taken up. They wrote on Friday."
    tags = tagged(text, title="Niger: northern senators rise against Tinubu", published="2023-10-30", language="en")
    assert tags.crises[0].salience == "main"


def test_the_best_growth_is_no_news_of_the_coup(tagged: Tagger) -> None:
    text = "The bank sees eleven per cent thanks to a pipeline."
    title = "Niger: best growth in Africa thanks to a project of the president whom the military deposed"
    assert not tagged(text, title=title, published="2024-03-05", language="en").alert


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Ivory Coast denies a military coup",
            "The agency called the coup claims unfounded. Posts said that President Ouattara had been overthrown.",
        ),
        (
            "Zimbabwe trashes rumours of a coup",
            "The minister said that nobody had a plan for this contrived coup.",
        ),
        ("Ouattara dispels coup rumours", "There is no coup in Ivory Coast, a reporter said."),
    ],
)
def test_claims_that_a_headline_denies_are_denied(title: str, text: str, tagged: Tagger) -> None:
    tags = tagged(text, title=title, published="2025-05-28", language="en")
    assert told_of(tags) == {("unspecified", "negated")}


@pytest.mark.parametrize(
    "text",
    [
        "The Congolese will not accept any coup, the justice minister wrote in Kinshasa.",
        "The president warned of thoughts of a coup in the barracks of Kinshasa.",
    ],
)
def test_any_coup_that_may_come_is_no_plan(text: str, tagged: Tagger) -> None:
    tags = tagged(text, title="Congo rebels advance", published="2025-02-19", language="en")
    assert told_of(tags) == {("unspecified", "hypothetical")}


def test_a_plan_keeps_its_time(tagged: Tagger) -> None:
    tags = tagged("Soldiers in Mali will stage a coup, he told the court.", published="2025-02-19", language="en")
    assert "future" in {c.status for c in tags.coups}


def test_a_junta_is_that_of_whoever_led_it(tagged: Tagger) -> None:
    text = (
        "The decree of the junta bans all unions of customs officers. The police union had gone under a military "
        "regime led by General Ibrahim Bare Mainassara between 1996 and 1999."
    )
    tags = tagged(text, title="Niger junta dissolves unions", published="2025-04-09", language="en")
    assert told_of(tags) == {("niger-2023", "historical"), ("niger-1996", "historical")}


def test_a_long_row_of_years_dates_as_many_coups(tagged: Tagger) -> None:
    text = "No envoy came after any of the coups in the landlocked West African nation in 2010, 1999, 1996 and 1974."
    tags = tagged(text, title="Niger junta meets US envoy", published="2023-08-11", language="en")
    assert {c.event for c in tags.coups} >= {"niger-2010", "niger-1999", "niger-1996", "niger-1974"}


def test_an_imaginary_country_has_no_coup(tagged: Tagger) -> None:
    text = "It tells of an imaginary African nation and its colonel, who speaks through all of the novel."
    assert not tagged(text, title="The Coup, by John Updike", published=None, language="en").coups


def test_what_a_delay_amounts_to_is_an_epithet(tagged: Tagger) -> None:
    text = "The president puts the vote off until December. For his critics the delay amounts to a coup."
    assert not tagged(text, title="Senegal: a vote put off", published="2024-02-24", language="en").coups
    real = "What soldiers did in Niger amounts to a coup, the minister said."
    assert tagged(real, published="2023-08-24", language="en").coups


def test_businesses_that_feel_sanctions_wake_nobody(tagged: Tagger) -> None:
    text = "The bloc shut its borders with Niger to punish the coup plotters. Trucks with food have stood for days."
    title = "Shops of Katsina feel the sting of the sanctions on Niger"
    assert not tagged(text, title=title, published="2023-08-08", language="en").alert


def test_states_by_their_juntas_are_named_one_by_one(tagged: Tagger) -> None:
    text = "Envoys asked the military-led countries, namely Mali, Burkina Faso and Niger, to stay."
    tags = tagged(text, title="Bloc lifts sanctions", language="en", published="2024-10-13")
    assert told_of(tags) == SAHEL


def test_two_coups_each_are_four(tagged: Tagger) -> None:
    text = "Before Gabon there had been two coups each in Mali and Burkina Faso."
    tags = tagged(text, title="Officers take power in Gabon", language="en", published="2023-08-30")
    assert {c.event for c in tags.coups} >= {
        "mali-2020", "mali-2021", "burkina-faso-2022-01", "burkina-faso-2022-09"
    }


def test_one_coup_that_is_not_like_another_is_not_denied(tagged: Tagger) -> None:
    text = "Soldiers toppled Ali Bongo on Wednesday. A coup in Gabon is not the same as one in Niger, he said."
    tags = tagged(text, title="Gabon after its coup", language="en", published="2023-09-01")
    assert "negated" not in {c.status for c in tags.coups}
    denied = tagged("There was no coup in Niger, he said.", language="en", published="2024-09-01")
    assert {c.status for c in denied.coups} == {"negated"}


def test_an_essay_on_coups_is_of_no_one_crisis(tagged: Tagger) -> None:
    text = "Gabon follows the ouster of Mohamed Bazoum in Niger in July. In Niger an elected president did his job."
    tags = tagged(text, title="Africa's contagious coups", language="en", published="2023-09-01")
    assert not tags.alert


def test_a_day_that_an_undated_text_gives_in_full_dates_it(tagged: Tagger) -> None:
    text = "It was confirmed on August 14, 2025. He came to power by two coups in Mali in 2020 and 2021."
    tags = tagged(text, title="Mali arrests a Frenchman", language="en", published=None)
    assert told_of(tags) == {("mali-2020", "historical"), ("mali-2021", "historical")}
    fresh = tagged("A coup took place in Niger on July 26, 2023.", language="en", published=None)
    assert told_of(fresh) == {("niger-2023", "asserted")}


def test_a_coup_that_failed_its_country_did_not_fail(tagged: Tagger) -> None:
    text = "Officers had overthrown Mohamed Bazoum. His people are no better off."
    tags = tagged(text, title="The coup fails Niger", language="en", published=None)
    assert {c.event for c in tags.coups} == {"niger-2023"}


def test_who_made_it_tells_an_old_coup(tagged: Tagger) -> None:
    text = "Robert Guei, shot dead at 61, had led the coup that ended the rule of Henri Konan Bedie."
    tags = tagged(text, title="Robert Guei of Ivory Coast", language="en", published="2001-09-21")
    assert {c.event for c in tags.coups} == {"ivory-coast-1999"}


def test_who_defies_a_ruling_acts_whatever_goes_to_market(tagged: Tagger) -> None:
    text = "State television said that Niger will sell its uranium to whom it likes. General Tiani spoke at the mine."
    title = "Niger junta defies ruling and puts uranium on the market"
    assert tagged(text, title=title, language="en", published="2025-12-01").alert


def test_a_text_that_opens_a_year_ago_looks_back(tagged: Tagger) -> None:
    text = "One year ago, officers on state television ended the rule of Bazoum in Niger. Life has not got better."
    assert not tagged(text, title="Salvation has not come to Niger", language="en", published="2024-07-27").alert


def test_what_will_not_be_allowed_is_no_plan(tagged: Tagger) -> None:
    text = "We will not allow coup after coup, he told the bloc. It would not allow a coup anywhere, he said."
    tags = tagged(text, title="Tinubu returns from summit", language="en", published="2023-07-11")
    assert told_of(tags) == {("unspecified", "hypothetical")}


def test_another_coup_that_is_counted_is_no_fear(tagged: Tagger) -> None:
    text = "His guard did it. Another military coup, the fifth in three years, after Guinea, Mali and Niger."
    tags = tagged(text, title="Gabon: the dynasty falls", language="en", published="2023-09-09")
    assert "hypothetical" not in {c.status for c in tags.coups}
    feared = tagged("Analysts fear another military coup in Gabon.", language="en", published="2024-09-09")
    assert {c.status for c in feared.coups} == {"hypothetical"}


def test_an_attempt_is_dated_by_its_month_however_far(tagged: Tagger) -> None:
    text = (
        "The army dissolved the council in a coup on Monday. On September 21, forces loyal to Bashir had blocked a "
        "bridge with tanks and tried to seize power in an attempted coup."
    )
    tags = tagged(text, title="Sudan general declares emergency", language="en", published="2021-10-25")
    assert {c.event for c in tags.coups} >= {"sudan-2021", "sudan-2021-attempt"}
