"""Kinds that two hundred real pages had and no invented text; each sample is in our own words."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, entries_of, told_of
from tests.enrich.test_coups import told

FIRST_DAYS = [
    ("en", "Soldiers took the president from his bed in Niamey", "2023-07-26", "niger-2023"),
    ("en", "Ten men in fatigues end Niger's elected government on television", "2023-07-27", "niger-2023"),
    ("en", "Niger's army: Bazoum no longer rules", "2023-07-27", "niger-2023"),
    ("en", "Guard commander proclaims himself head of state of Niger", "2023-07-28", "niger-2023"),
    ("en", "Army ends 56 years of Bongo family rule in Gabon", "2023-08-30", "gabon-2023"),
    ("en", "Gabon wakes up to generals in charge", "2023-08-30", "gabon-2023"),
    ("en", "Guinea-Bissau: officers declare 'total control' of the country", "2025-11-26", "guinea-bissau-2025"),
    ("en", "Army general takes over in Guinea-Bissau", "2025-11-27", "guinea-bissau-2025"),
    ("en", "Bissau coup leaders name a premier", "2025-11-28", "guinea-bissau-2025"),
    ("fr", "Des soldats ont emmené le président nigérien", "2023-07-26", "niger-2023"),
    ("fr", "Bazoum n'est plus président, annoncent des militaires", "2023-07-27", "niger-2023"),
    ("fr", "Niger : le général se proclame chef de l'État", "2023-07-28", "niger-2023"),
    ("fr", "Guinée-Bissau : l'armée dit contrôler le pays", "2025-11-26", "guinea-bissau-2025"),
    ("ar", "جنود يقتادون رئيس النيجر من قصره", "2023-07-26", "niger-2023"),
    ("ar", "قائد الحرس يعلن نفسه حاكما للنيجر", "2023-07-28", "niger-2023"),
    ("ar", "غينيا بيساو: ضباط يعلنون السيطرة الكاملة على البلاد", "2025-11-26", "guinea-bissau-2025"),
    ("ar", "رئيس غينيا بيساو المخلوع يصل إلى داكار", "2025-11-27", "guinea-bissau-2025"),
    ("ha", "Sojoji sun tafi da shugaban Nijar", "2023-07-26", "niger-2023"),
    ("ha", "Janar Tchiani ya ayyana kansa shugaban Nijar", "2023-07-28", "niger-2023"),
    ("ha", "Sojoji sun kawo karshen mulkin iyalan Bongo a Gabon", "2023-08-30", "gabon-2023"),
    ("ha", "Juyin milki: sabuwar gwamnatin milkin sojan Nijar ta yi taro", "2023-08-08", "niger-2023"),
]


@pytest.mark.parametrize(("language", "title", "published", "event"), FIRST_DAYS)
def test_a_coup_is_told_without_the_word(
    language: str, title: str, published: str, event: str, tagged: Tagger
) -> None:
    tags = tagged(title=title, language=language, published=published)
    assert told_of(tags) == {(event, "asserted")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Investors shrug as the takeover bid for the brewer fails."),
        ("en", "Coup for the broadcaster: its reporter met the general in charge of the parade."),
        ("fr", "Le président du port a salué les passagers qui ont débarqué du navire."),
        ("fr", "La rue a obtenu le renversement du président Ben Ali."),
        ("fr", "Les coups pleuvaient, les soldats n'ont pas bougé."),
        ("fr", "L'ex-président Mohamed Bazoum a écrit à ses avocats."),
        ("ha", "Kotu ta soke zaben gwamna, soja sun yi gadi."),
    ],
)
def test_what_only_sounds_like_one_is_none(language: str, text: str, tagged: Tagger) -> None:
    assert not tagged(text, language=language, published="2024-02-01").coups


def test_countries_in_a_row_before_a_plural_are_meant_where_they_stand_nearer(tagged: Tagger) -> None:
    got = told(
        tagged,
        "Mali and Burkina Faso, two countries that have had military coups too, promised to defend Niger.",
        title="Niger's neighbours stand by junta",
    )
    assert got == {("niger-2023", "asserted"), ("mali-2020", "historical"), ("burkina-faso-2022-09", "historical")}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Junta-led Mali, Niger and Burkina Faso leave bloc", ""),
        ("5e coup d'État de la région au Niger, après le Mali, le Burkina Faso", "Des soldats ont pris le pouvoir."),
    ],
)
def test_a_row_of_countries_shares_its_word(title: str, text: str, tagged: Tagger) -> None:
    events = {event for event, _ in told(tagged, text, title=title, published="2023-10-20")}
    assert events == {"niger-2023", "mali-2020", "burkina-faso-2022-09"}


def test_the_latest_one_is_a_coup_too(tagged: Tagger) -> None:
    got = told(
        tagged,
        "It is the eighth coup in the region since 2020. The latest one, in Niger, was in July.",
        title="Gabon: officers seize power",
        published="2023-08-30",
    )
    counted = ("unspecified", "historical")
    assert got == {("gabon-2023", "asserted"), ("niger-2023", "historical"), counted}


def test_a_nigerian_junta_is_that_of_niger_where_niger_is_the_subject(tagged: Tagger) -> None:
    got = told(
        tagged,
        "The troops left after the Nigerian military junta had ended the accord.",
        title="US hands last base to Niger",
        published="2024-07-10",
    )
    assert got == {("niger-2023", "asserted")}


def test_a_failed_coup_is_not_known_the_day_before(tagged: Tagger) -> None:
    got = told(
        tagged,
        "Soldiers have taken power in Burkina Faso too.",
        title="France leaves Niger to its junta",
        published="2023-09-25",
    )
    assert got == {("niger-2023", "asserted"), ("burkina-faso-2022-09", "historical")}


def test_soldiers_who_act_are_not_barred_by_an_election_they_promise(tagged: Tagger) -> None:
    got = told(tagged, "Sojojin Burkina Faso sun ƙwace mulki a 2022, sun yi alkawarin zabe.", published="2024-05-26")
    assert got == {("burkina-faso-2022-09", "historical")}
    assert told(tagged, "Jam'iyyar ta karbi mulki bayan zabe a Senegal.", published="2024-05-26") == set()


def test_not_just_one_more_coup_denies_none(tagged: Tagger) -> None:
    got = told(tagged, "", title="Niger : ce n'est pas un coup d'État de plus", published="2023-08-04")
    assert got == {("niger-2023", "asserted")}


@pytest.mark.parametrize(
    ("title", "published", "told"),
    [
        ("Burkina Faso: officers arrested over plot to overthrow Traore", "2025-04-22",
         ("burkina-faso-2025-attempt", "alleged", "asserted")),
        ("Mali: generals arrested over plot to destabilise the state", "2025-08-14",
         ("mali-2025-attempt", "alleged", "asserted")),
        ("Guinea: colonels arrested over plot to overthrow Doumbouya", "2024-03-05",
         ("guinea-2024-attempt", "conspiracy", "asserted")),
        # whose year nobody tells
        ("Guinea: colonels sentenced over plot to overthrow Doumbouya", "2024-03-05",
         ("unspecified", "conspiracy", "asserted")),
    ],
)
def test_a_plot_against_a_junta_is_an_event_of_its_own(
    title: str, published: str, told: tuple[str, str, str], tagged: Tagger
) -> None:
    tags = tagged(title=title, published=published)
    assert told in entries_of(tags)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Activist held in Pretoria", "The campaigner, an adviser to Niger's leader Tiani, has been arrested."),
        ("Alliance of Sahel States", "The confederation of Niger, Mali and Burkina Faso was founded after the coup."),
        ("How history helps explain a coup in Niger", "Bazoum was toppled by his guard."),
        ("انقلاب النيجر ومستقبل الساحل", "أطاح الحرس بالرئيس محمد بازوم."),
        ("Vient de paraître : un livre sur le putsch au Niger", "Le général Tiani y est peint sans fard."),
        ("Hare-hare a iyakokin Nijar", "Mahara sun sake kashe mutane a Tillaberi."),
    ],
)
def test_what_is_no_news_of_the_crisis_wakes_nobody(title: str, text: str, tagged: Tagger) -> None:
    assert not tagged(text, title=title, published="2023-09-20").alert


def test_the_elected_president_is_no_football_team(tagged: Tagger) -> None:
    got = told(tagged, "أطاح الجنود بالرئيس المنتخب محمد بازوم.", title="السفير يغادر نيامي", published="2023-09-27")
    assert got == {("niger-2023", "asserted")}


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "ECOWAS must not send troops to Niger", "Bazoum was toppled by his guard."),
        ("en", "The crisis in Niger: force may backfire", "The generals toppled Bazoum last week."),
        ("en", "Niger and our neighbours", "SIR: The plan to march on the junta in Niamey pleases nobody."),
        ("en", "A word on Niger", "We urge the bloc to talk to the junta before it marches."),
        ("en", "Talking to Niger's junta: readers' letters", "The generals toppled Bazoum."),
        ("fr", "La Cedeao doit renoncer à la guerre au Niger", "Le putsch a été condamné."),
        ("fr", "Niger, la force et le droit", "Nous pensons que le putsch ne se répare pas par la guerre."),
        ("ar", "يجب ألا تندلع حرب في النيجر", "أطاح الحرس بالرئيس محمد بازوم."),
        ("ar", "النيجر بعد بازوم", "أعتقد أن الانقلاب لن يكون الأخير."),
        ("ha", "Bai kamata a kai yaki Nijar ba", "Sojoji sun hambarar da Bazoum."),
    ],
)
def test_who_writes_what_he_thinks_wakes_nobody(language: str, title: str, text: str, tagged: Tagger) -> None:
    assert not tagged(text, title=title, language=language, published="2023-08-10").alert


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Tinubu: ECOWAS must show strength in Niger", "The chairman spoke in Abuja."),
        ("French troops must go - Niger junta", "A spokesman read it on air."),
        ("Niger must free Bazoum, UN says", "The rights office repeated its call."),
        ("Niger rejects deadline", 'The general told the crowd: "We must stand together", and left.'),
        ("Niger junta frees fifty detainees. What of Bazoum?", "Ex-ministers left the jail."),
    ],
)
def test_who_is_quoted_makes_news(title: str, text: str, tagged: Tagger) -> None:
    assert tagged(text, title=title, published="2023-09-10").alert


def test_a_junta_of_some_years_is_known_by_its_country(tagged: Tagger) -> None:
    got = told(tagged, "La junte de Bamako peine à ouvrir les routes.", title="Mali : blocus", published="2025-11-05")
    assert got == {("mali-2020", "historical")}


def test_years_counted_back_tell_which_coup(tagged: Tagger) -> None:
    got = told(tagged, "Five years after the coup in Mali the queues are long.", published="2025-08-18")
    assert got == {("mali-2020", "historical")}


def test_what_is_tried_behind_a_comma_is_no_coup(tagged: Tagger) -> None:
    tags = tagged("Bazoum, détenu depuis le renversement, a tenté de fuir.", published="2023-10-20")
    assert {(c.event, c.type) for c in tags.coups} <= {("niger-2023", "realized")}


def test_jihadists_who_strike_are_no_putschists(tagged: Tagger) -> None:
    assert told(tagged, "Le Jnim multiplie les coups de force au Mali et au Niger.", published="2025-06-03") == set()


def test_a_quashed_attempt_was_made(tagged: Tagger) -> None:
    tags = tagged("In 2021 the guard quashed a coup attempt in Niger.", published="2023-08-01")
    assert told_of(tags) == {("niger-2021-attempt", "historical")}


def test_what_stands_beside_last_year_is_background_to_todays(tagged: Tagger) -> None:
    got = told(
        tagged,
        "In September last year Traore seized power in a coup.",
        title="Burkina Faso foils coup attempt",
        published="2023-09-28",
    )
    assert got == {("burkina-faso-2023-attempt", "asserted"), ("burkina-faso-2022-09", "historical")}


def test_an_attempt_of_these_days_that_is_not_known_is_not_that_of_years_ago(tagged: Tagger) -> None:
    got = told(tagged, "Sudan's general speaks of a coup attempt in Khartoum.", published="2023-04-17")
    assert got == {("sudan-2023-attempt", "asserted")}
    got = told(tagged, "A Gambian court hears the men of the coup attempt of 2022.", published="2024-06-01")
    assert got == {("gambia-2022-attempt", "historical")}


@pytest.mark.parametrize(
    ("title", "published", "event"),
    [
        ("Nouveau coup d'État au Sahel : le Niger bascule", "2023-07-27", "niger-2023"),
        ("Un autre putsch, au Gabon cette fois", "2023-08-30", "gabon-2023"),
        ("Another coup, this time in Gabon", "2023-08-30", "gabon-2023"),
    ],
)
def test_one_more_is_no_fear_on_its_day(title: str, published: str, event: str, tagged: Tagger) -> None:
    got = told(tagged, "Des soldats ont parlé à la télévision.", title=title, published=published)
    assert got == {(event, "asserted")}


@pytest.mark.parametrize(
    "title",
    [
        "Niger : Issoufou dément avoir participé au coup d'État",
        "Niger : Issoufou nie toute implication dans le putsch",
        "Issoufou denies a role in Niger's military coup",
        "إيسوفو ينفي ضلوعه في انقلاب النيجر",
        "Issoufou ya musanta hannu a juyin mulkin Nijar",
        "Paris n'hésite plus à parler de coup d'État au Niger",
    ],
)
def test_who_denies_his_part_denies_no_coup(title: str, tagged: Tagger) -> None:
    assert told(tagged, "", title=title, published="2023-08-18") == {("niger-2023", "asserted")}


def test_a_year_without_a_coup_is_not_given_the_last(tagged: Tagger) -> None:
    got = told(tagged, "", title="Guinée : les auteurs du coup de 2011 jugés", published="2023-11-10")
    assert "guinea-2021" not in {event for event, _ in got}


def test_one_more_after_others_is_the_one_of_these_days(tagged: Tagger) -> None:
    text = "Après le Mali et le Niger, un autre putsch secoue la région."
    assert ("gabon-2023", "asserted") in told(tagged, text, title="Gabon : l'armée au pouvoir", published="2023-08-30")
    assert "niger-2023" not in {e for e, _ in told(tagged, text, title="Gabon : putsch", published="2023-08-30")}


@pytest.mark.parametrize(
    "text",
    [
        # on the day of the coup of 1993
        "Fushin sojoji ga shugaban kasar Najeriya Muhammadu Buhari ya karu.",
        "An kulle dan siyasar Najeriya a zamanin mulkin soja.",
    ],
)
def test_nobodys_anger_and_no_bygone_era_is_a_coup(text: str, tagged: Tagger) -> None:
    assert not tagged(text, title="Labarin yau", language="ha", published="2022-11-17").coups


@pytest.mark.parametrize("years", ["50", "cinquante", "vingt-cinq"])
def test_a_headline_that_counts_back_decades_wakes_nobody(years: str, tagged: Tagger) -> None:
    text = "Ce matin-là, des militaires prenaient la radio de Niamey. La junte actuelle s'en réclame."
    title = f"Niger : il y a {years} ans, le coup d'État des officiers"
    assert not tagged(text, title=title, language="fr", published="2024-04-15").alert
