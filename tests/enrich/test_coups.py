"""Coup mentions: event, type, status and evidence, each rule with the sentences that it exists for."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of


def told(tagged: Tagger, text: str, published: str | None = "2023-08-10", title: str = "") -> set[tuple[str, str]]:
    """Event and status of each entry."""
    return told_of(tagged(text, title=title, published=published))


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers seized power in Niger.",
        "Officers toppled President Mohamed Bazoum.",
        "The ousted president of Niger is still held.",
        "The junta in Niamey closed the airspace.",
        "Des militaires ont pris le pouvoir au Niger.",
        "Le président Bazoum, renversé par l'armée, est retenu à Niamey.",
        "Les putschistes de Niamey rejettent la Cédéao.",
        "Sojoji sun ƙwace mulki a Nijar.",
        "Sojojin Nijar sun hambarar da gwamnatin Bazoum.",
        "An yi juyin mulki a Nijar.",
        "أطاح الجيش بالرئيس محمد بازوم في النيجر",
        "الانقلاب العسكري في النيجر",
        "أعلن الانقلابيون في نيامي إغلاق الحدود",
        "The CNSP suspended the constitution.",
        "An unconstitutional change of government took place in Niger.",
    ],
)
def test_a_coup_is_found_however_it_is_put(tagged: Tagger, text: str) -> None:
    assert ("niger-2023", "asserted") in told(tagged, text)


@pytest.mark.parametrize(
    "text",
    [
        "Presidential guards have sealed off the palace in Niamey and hold President Bazoum inside.",
        "Elements of the guard had a fit of temper near the presidency in Niamey.",
        "Mouvement d'humeur de la garde présidentielle à Niamey, selon la présidence du Niger.",
        "Dakarun tsaron fadar shugaban ƙasa sun tsare Shugaba Bazoum a Yamai.",
        "حاصر جنود من الحرس الرئاسي القصر الرئاسي في نيامي واحتجزوا الرئيس محمد بازوم",
    ],
)
def test_in_the_first_hours_soft_words_tell_an_attempt(tagged: Tagger, text: str) -> None:
    tags = tagged(text, published="2023-07-26")
    assert [(c.event, c.type, c.status) for c in tags.coups] == [("niger-2023", "attempted", "asserted")]
    assert tags.alert


@pytest.mark.parametrize(
    "text",
    [
        "Un coup de cœur, un coup d'envoi, un coup franc, un coup de grâce, beaucoup de coups de filet.",
        "The signing is a coup for the club.",
        "A boardroom coup removed the chairman of the company.",
        "Niger staged a late coup to beat Mali in the cup.",
        "A club of Niamey landed an injury-time coup.",
        "Juyin juya hali ya canza ƙasar.",
        "انقلاب سيارة على الطريق السريع",
        "الانقلاب الصيفي يبدأ اليوم",
        "قصفت المليشيات الانقلابية المدينة",
        "The president lost the election and handed over power.",
        "Protesters toppled the president of Sri Lanka.",
        "Rebels overthrew the government after a long war.",
        "Le président renversé par une voiture se remet.",
        "The thriller The Coup starring two newcomers opens on Friday.",
        "A constitutional coup, say critics of the amendment.",
        "انقلاب على الدستور، تقول المعارضة",
        "The company recouped its losses; the coupe sold well.",
        "Sojoji sun mika mulki ga farar hula.",
    ],
)
def test_what_is_no_coup_gives_no_mention(tagged: Tagger, text: str) -> None:
    assert told(tagged, text) == set()


@pytest.mark.parametrize(
    ("text", "published", "event"),
    [
        ("A coup in Niger", "2010-02-19", "niger-2010"),
        ("The coup of 1996 in Niger", "2023-08-10", "niger-1996"),
        ("A coup attempt in Niger was foiled", "2021-04-01", "niger-2021-attempt"),
        ("Officers carried out a coup in Gabon", "2023-08-31", "gabon-2023"),
        ("The coup in Burkina Faso", "2022-02-01", "burkina-faso-2022-01"),
        ("The coup in Burkina Faso", "2022-10-05", "burkina-faso-2022-09"),
        ("La junte au pouvoir en Guinée", "2022-01-05", "guinea-2021"),
        ("The 2016 coup attempt in Turkey", "2023-08-10", "turkey-2016-attempt"),
        ("Le coup d'État de 1974 au Niger", "2023-08-10", "niger-1974"),
        ("juyin mulkin Gabon", "2023-09-10", "gabon-2023"),
        ("انقلاب النيجر", "2023-09-10", "niger-2023"),
        ("The coup in Niger", None, "niger-2023"),
    ],
)
def test_country_and_date_say_which_coup(tagged: Tagger, text: str, published: str | None, event: str) -> None:
    assert {e for e, _ in told(tagged, text + ".", published)} == {event}


def test_several_countries_in_one_breath_are_several_events(tagged: Tagger) -> None:
    text = "After the coups in Mali, Burkina Faso and Guinea, the junta in Niger holds President Bazoum in Niamey."
    events = {e for e, _ in told(tagged, text, title="Niger junta holds president")}
    assert {"niger-2023", "mali-2020", "burkina-faso-2022-09", "guinea-2021"} == events


@pytest.mark.parametrize(
    "text",
    [
        "There was no coup, the government of Ghana said.",
        "The army denied reports of a coup in Ghana.",
        "Il n'y a pas eu de coup d'État au Ghana.",
        "Le ministre dément toute tentative de coup d'État au Ghana.",
        "الجيش ينفي وقوع انقلاب في غانا",
        "Kakaki ya musanta yunkurin juyin mulki a Ghana.",
    ],
)
def test_a_denial_is_never_told_as_done(tagged: Tagger, text: str) -> None:
    assert {s for _, s in told(tagged, text)} == {"negated"}


@pytest.mark.parametrize(
    "text",
    [
        "Fear of a coup grows in Ghana, where soldiers are unpaid.",
        "Diplomats warn of the risk of a military coup in Ghana.",
        "Le risque d'un coup d'État inquiète le Ghana.",
        "مخاوف من انقلاب عسكري في غانا",
        "Ana fargabar juyin mulki a Ghana.",
    ],
)
def test_fear_of_a_coup_is_hypothetical(tagged: Tagger, text: str) -> None:
    assert {s for _, s in told(tagged, text)} == {"hypothetical"}


def test_a_coup_that_is_planned_is_future(tagged: Tagger) -> None:
    assert told(tagged, "Soldiers were planning a coup in Ghana, police said.") == {("unspecified", "future")}


def test_a_denial_inside_the_story_of_a_coup_has_its_own_entry(tagged: Tagger) -> None:
    text = (
        'The junta led by General Tchiani rules Niger since the coup. "There was no coup d\'etat," its spokesman said.'
    )
    assert told(tagged, text, title="Niger junta holds Bazoum") == {
        ("niger-2023", "asserted"),
        ("niger-2023", "negated"),
    }


@pytest.mark.parametrize(
    ("published", "status"), [("2024-07-20", "asserted"), ("2024-07-26", "asserted"), ("2024-08-02", "historical")]
)
def test_a_coup_is_asserted_for_twelve_months_where_it_is_the_subject(
    tagged: Tagger, published: str, status: str
) -> None:
    text = "The junta in Niger, which took power in the coup of July 2023, still holds Mohamed Bazoum."
    assert told(tagged, text, published, "Niger junta keeps Bazoum") == {("niger-2023", status)}


def test_in_the_story_of_another_country_it_is_background(tagged: Tagger) -> None:
    text = "A dozen soldiers cancelled the vote. It came weeks after the coup in Niger."
    assert told(tagged, text, "2023-08-30", "Gabon officers seize power") == {
        ("gabon-2023", "asserted"),
        ("niger-2023", "historical"),
    }


def test_evidence_is_a_span_of_the_text(tagged: Tagger) -> None:
    content = "Niger\n\nSoldats : coup d’État militaire à Niamey."
    (coup,) = tagged(content.split("\n\n")[1], title="Niger").coups
    assert content[coup.evidence.start : coup.evidence.end] == coup.evidence.surface
    assert coup.rule


@pytest.mark.parametrize(
    "text",
    [
        "It follows takeovers in Mali in 2020 and 2021, and two in Burkina Faso in 2022.",
        "وشهدت مالي انقلابين في عامي 2020 و2021، وبوركينا فاسو انقلابين في 2022.",
        "Coups: Mali (2020, 2021), Burkina Faso (2022).",
    ],
)
def test_each_country_of_an_enumeration_has_its_own_years(tagged: Tagger, text: str) -> None:
    events = {e for e, _ in told(tagged, text, title="Niger junta holds president")}
    assert {"mali-2020", "mali-2021"} <= events
    assert any(e.startswith("burkina-faso-2022") for e in events)


def test_since_a_year_dates_nothing(tagged: Tagger) -> None:
    text = "The region has seen many coups since 2020. The junta in Niger holds President Bazoum."
    found = {e for e, _ in told(tagged, text, title="Niger junta holds president")}
    assert found - {"unspecified"} == {"niger-2023"}


def test_a_story_that_lists_earlier_coups_stays_current(tagged: Tagger) -> None:
    text = "Soldiers toppled Mohamed Bazoum. The country has seen coups in 1974, 1996, 1999 and 2010."
    found = told(tagged, text, title="Soldiers seize power in Niger", published="2023-07-28")
    assert ("niger-2023", "asserted") in found
    assert {("niger-1974", "historical"), ("niger-2010", "historical")} <= found
