"""Coups that are only counted, told beside others, foiled or escaped; reports of the first weeks, in other words."""

import pytest

from tests.enrich.conftest import Tagger, entries_of, told_of

NIGER = ("niger-2023", "asserted")
PAST = ("unspecified", "historical")


def told(tagged: Tagger, published: str, title: str, text: str) -> set[tuple[str, str]]:
    return told_of(tagged(text, title=title, published=published))


HELD = "The generals who hold Bazoum named ministers. "
DETENU = "Les généraux qui détiennent Bazoum ont nommé des ministres. "


@pytest.mark.parametrize(
    "text",
    [
        HELD + "Niger has lived through five coups since its independence.",
        HELD + "The country has a long history of coups since the 1970s.",
        HELD + "Unlike in previous coups nobody was hurt.",
        HELD + "The region has seen a string of coups since 2020.",
        HELD + "West Africa has seen one putsch after another since 2020.",
        DETENU + "Le pays a connu plusieurs coups d'État depuis l'indépendance.",
        DETENU + "Le Niger a subi quatre putschs réussis depuis 1960.",
        DETENU + "Lors des précédents coups d'État, personne n'avait démissionné.",
        DETENU + "Il n'a pas signé, contrairement aux chefs d'État chassés lors de précédents coups.",
    ],
)
def test_coups_counted_over_the_past_are_background_and_none_in_particular(text: str, tagged: Tagger) -> None:
    title = "Niger : la junte nomme des ministres" if text.startswith(DETENU) else "Niger junta names ministers"
    assert told(tagged, "2023-08-02", title, text) == {NIGER, PAST}


def test_what_is_counted_with_its_years_is_told_one_by_one(tagged: Tagger) -> None:
    title = "Niger junta names ministers"
    text = HELD + "It has seen two more coups since 1990, one in 1996, the last in 2010."
    past = {(event, "historical") for event in ("niger-1996", "niger-2010")}
    assert told(tagged, "2023-08-02", title, text) == {NIGER, *past}
    text = HELD + "Mali and Burkina Faso have had one coup after another since 2020."
    years = ("mali-2020", "mali-2021", "burkina-faso-2022-01", "burkina-faso-2022-09")
    assert told(tagged, "2023-08-02", title, text) == {NIGER, *((e, "historical") for e in years)}


def test_a_country_ravaged_by_several_coups_has_them_behind_it(tagged: Tagger) -> None:
    text = "Le pays, ravagé par de nombreux coups d'État, vote dimanche."
    assert told(tagged, "2021-03-31", "Centrafrique : vote", text) == {PAST}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Burkina Faso : Traoré échappe à un putsch", "Le capitaine Traoré a échappé à un coup d'État mardi."),
        ("Burkina Faso: plot foiled", "The services prevented a coup on Tuesday. Captain Traore survived a putsch."),
    ],
)
def test_who_escapes_a_coup_met_an_attempt(title: str, text: str, tagged: Tagger) -> None:
    assert {e for e, _ in told(tagged, "2023-09-28", title, text)} == {"burkina-faso-2023-attempt"}


def test_those_who_foiled_one_once_took_power_themselves(tagged: Tagger) -> None:
    for title, text in (
        ("Burkina Faso junta foils coup", "It foiled a coup on Tuesday. Its leader seized power in one last year."),
        ("Burkina Faso : putsch déjoué", "La junte a déjoué un putsch mardi. Son chef avait lui-même pris le pouvoir."),
    ):
        found = {e for e, _ in told(tagged, "2023-09-28", title, text)}
        assert found == {"burkina-faso-2023-attempt", "burkina-faso-2022-09"}
    text = "Des officiers voulaient s'emparer du pouvoir, dit-elle."
    found = {e for e, _ in told(tagged, "2023-09-28", "Burkina Faso : la junte déjoue un putsch", text)}
    assert found == {"burkina-faso-2023-attempt"}


def test_no_coup_is_told_of_constitutional_ones_nor_of_militias(tagged: Tagger) -> None:
    text = "Le colonel dénonce les coups d'État constitutionnels et les putschistes en col blanc."
    assert not told(tagged, "2023-09-22", "Guinée : Doumbouya à l'ONU", text)
    assert not told(tagged, "2023-09-22", "Guinea's Doumbouya at the UN", "He spoke of constitutional coups.")
    text = "The Fano militia of Amhara meant to overthrow the government, an official said."
    assert not told(tagged, "2023-08-07", "Ethiopia: militia wants to topple government", text)


@pytest.mark.parametrize(
    ("published", "title", "text", "wanted"),
    [
        # the month beside it is that of another country's coup than the headline's
        ("2023-10-19", "Paris et N'Djamena parlent du retrait",
         "Emmanuel Macron a reçu le Tchadien Mahamat Déby. Un putsch en juillet a contraint les soldats français à "
         "quitter le Niger, pour l'essentiel par le Tchad.", {"niger-2023"}),
        # a year of its own for each
        ("2023-09-16", "Niger: Macron says envoy is hostage",
         "Tiani ousted Niger's president Bazoum on July 26. In neighbouring Burkina Faso the military also took power "
         "in 2022, and in Mali in 2020.", {"niger-2023", "burkina-faso-2022-09", "mali-2020"}),
        # the juntas of countries whose coup is dated below
        ("2023-07-31", "Mali and Burkina Faso warn over Niger",
         "The juntas of Mali and Burkina Faso defend Niger's coup leaders. In Mali Colonel Goita took power in a coup "
         "in August 2020.", {"niger-2023", "burkina-faso-2022-09", "mali-2020"}),
        ("2023-08-14", "UN leaves Malian town",
         "Mali fell out with its partners after the coup of May 2021. The mission says that the junta hinders it.",
         {"mali-2021"}),
        # the second of two by one man
        ("2023-08-01", "Sierra Leone's president speaks",
         "Maada Bio took power with others in 1992 and led in 1996 a new coup before he held elections.",
         {"sierra-leone-1992", "sierra-leone-1996"}),
        # other countries' juntas behind the article's own
        ("2023-08-13", "Niger : un général en visite",
         "Le nouveau régime de Niamey cherche l'appui des pouvoirs militaires du Mali et du Burkina. Bazoum a été "
         "renversé.", {"niger-2023", "mali-2020", "burkina-faso-2022-09"}),
        # what is said in brackets, and a country far behind it
        ("2023-08-08", "Niger : Washington reçue par un général",
         "Victoria Nuland a vu un général à Niamey, où Bazoum a été renversé. « Ceux qui ont décidé cela (du coup "
         "d'État) savent ce que coûterait Wagner », dit-elle, en parlant du groupe présent sur le sol malien.",
         {"niger-2023"}),
        # a row at the beginning of a paragraph
        ("2023-07-28", "Niger : un putsch de plus",
         "Après le Mali et la Guinée, le Niger est le troisième pays de la région à subir un putsch.",
         {"niger-2023", "mali-2020", "guinea-2021"}),
        # a plot a year after other things
        ("2023-08-01", "Sierra Leone : tentative de putsch",
         "Des officiers préparaient un coup d'État, dit la police, un an après les émeutes d'août 2022.",
         {"sierra-leone-2023-attempt"}),
        # a president to be brought back was driven out
        ("2023-07-31", "ECOWAS gives Niger a week",
         "The bloc gave the rebels in Niamey a week to reinstate Niger's president, or it may use force.",
         {"niger-2023"}),
        ("2023-07-31", "La Cédéao donne une semaine au Niger",
         "Les rebelles nigériens ont une semaine pour ramener le président au pouvoir.", {"niger-2023"}),
        ("2023-08-30", "Gabon : des militaires parlent",
         "Des militaires ont annoncé l'annulation des élections et la dissolution de « toutes les institutions ».",
         {"gabon-2023"}),
    ],
)
def test_each_is_that_of_its_country_and_time(
    published: str, title: str, text: str, wanted: set[str], tagged: Tagger
) -> None:
    assert {e for e, _ in told(tagged, published, title, text)} == wanted


def test_a_denial_of_the_first_day_is_of_what_is_tried(tagged: Tagger) -> None:
    text = "Soldiers of the presidential guard block the palace of President Bazoum. It is not a coup, a source said."
    tags = tagged(text, title="Niger: guards block the palace", published="2023-07-26")
    assert entries_of(tags) == {
        ("niger-2023", "attempted", "asserted"),
        ("niger-2023", "attempted", "negated"),
    }
