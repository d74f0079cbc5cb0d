"""Attempts of years in which none is known, first days and anniversaries, elections after a coup, headlines alone."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, Told, told_of

COUPS: list[tuple[str, str | None, str, str, Told]] = [
    # an attempt of a year of its own, and attempts of years in which none is known
    ("en", "2025-04-03", "Niger's junta frees officers",
     "Among those freed in Niamey are officers jailed for an attempt to topple President Issoufou in 2015.",
     {("niger-2023", "historical"), ("niger-2015-attempt", "historical")}),
    ("fr", "2025-04-03", "Niger : la junte libère des officiers",
     "Trois d'entre eux avaient été condamnés pour une tentative de coup d'État en 2015.",
     {("niger-2023", "historical"), ("niger-2015-attempt", "historical")}),
    # whose attempt it was says who is named there, or right before
    ("en", "2023-10-26", "Niger court frees general",
     "An attempted coup led by General Salou Souleymane was foiled in Niger.",
     {("niger-2015-attempt", "historical")}),
    ("fr", "2023-10-26", "Niger : le général Salou Souleymane est libre",
     "L'ancien chef d'état-major était poursuivi pour une tentative de coup d'État.",
     {("niger-2015-attempt", "historical")}),
    ("fr", "2023-10-26", "Niger : Salou Souleymane est libre",
     "Une tentative de coup d'État a été déjouée en mars 2021 à Niamey.",
     {("niger-2021-attempt", "historical")}),
    ("fr", "2025-04-03", "Niger : la junte gracie des soldats",
     "Des militaires accusés de tentatives de putsch dans les années 2010 sont libres.",
     {("niger-2023", "historical"), ("unspecified", "historical")}),
    ("en", "2025-04-03", "Niger frees officers",
     "They had been held over past coup bids. Ousted former president Bazoum stays locked up.",
     {("niger-2023", "historical")}),
    # former in front of a name
    ("en", "2024-03-02", "Conakry",
     "Soldiers who toppled former president Alpha Conde still run Guinea.",
     {("guinea-2021", "historical")}),
    # first day
    ("fr", "2022-01-24", "Ouagadougou : le président aux mains de mutins",
     "Roch Kaboré est retenu dans un camp par des soldats du Burkina Faso.",
     {("burkina-faso-2022-01", "asserted")}),
    ("en", "2022-01-24", "Ouagadougou: shots near president's home",
     "Mutinous soldiers hold President Kabore in a camp, two sources in Burkina Faso say.",
     {("burkina-faso-2022-01", "asserted")}),
    ("fr", "2025-11-26", "Bissau : le président dit avoir été arrêté",
     "Umaro Sissoco Embaló accuse le chef de l'armée de terre d'avoir mené un coup d'État.",
     {("guinea-bissau-2025", "asserted")}),
    ("en", "2025-11-27", "Bissau generals install leader",
     "The general took the oath a day after officers had deposed President Embalo.",
     {("guinea-bissau-2025", "asserted")}),
    # anniversaries of old ones
    ("fr", "2023-09-11", "Il y a cinquante ans, le Chili",
     "Le 11 septembre 1973, l'armée d'Augusto Pinochet renversait Salvador Allende.",
     {("chile-1973", "historical")}),
    ("en", "2023-09-11", "Chile remembers",
     "Fifty years ago the generals bombed the palace of La Moneda and overthrew President Allende.",
     {("chile-1973", "historical")}),
    ("fr", "2021-07-15", "Turquie : cinq ans après",
     "Des officiers sont encore jugés pour la tentative de coup d'État de juillet 2016.",
     {("turkey-2016-attempt", "historical")}),
    # elections after a coup
    ("en", "2025-04-13", "Gabon's Oligui wins vote",
     "The general, who toppled Ali Bongo in August 2023, took nine votes in ten.",
     {("gabon-2023", "historical")}),
    ("fr", "2026-01-17", "Guinée : Doumbouya prête serment",
     "L'auteur du coup d'État de 2021 devient président élu.",
     {("guinea-2021", "historical")}),
    ("fr", "2024-05-24", "Tchad : Mahamat Déby investi",
     "Arrivé à la tête d'une junte à la mort de son père en 2021, il promet des réformes.",
     {("chad-2021", "historical")}),
    # undated
    ("fr", None, "Niger : Bazoum toujours détenu",
     "Renversé par sa garde le 26 juillet 2023, le président n'a pas signé sa démission.",
     {("niger-2023", "asserted")}),
    ("en", None, "A short life of Thomas Sankara",
     "He took power in Burkina Faso in 1983 and was killed in the coup of 1987.",
     {("burkina-faso-1983", "historical"), ("burkina-faso-1987", "historical")}),
    # not coups
    ("en", "2024-06-02", "Coup for Ghana museum",
     "The loan of the masks is a coup for the national museum in Accra.",
     set()),
    ("fr", "2024-06-02", "Beau coup pour l'AS FAN",
     "Le club de Niamey s'offre un attaquant ghanéen.",
     set()),
    ("en", "2024-02-06", "Senegal's opposition cries constitutional coup",
     "President Sall put off the vote; rivals marched in Dakar.",
     set()),
    ("en", "2024-12-04", "Seoul: president declares martial law",
     "Lawmakers called the decree a coup and voted it down within hours.",
     set()),
    ("fr", "2022-03-31", "Tunisie : Saïed dissout le Parlement",
     "Le président accuse les députés d'une tentative de coup d'État qui a échoué.",
     set()),
    # headlines only
    ("fr", "2023-07-26", "Niger : le président Bazoum retenu par sa garde",
     "",
     {("niger-2023", "asserted")}),
    ("en", "2023-07-30", "Ecowas gives Niger junta a week",
     "",
     {("niger-2023", "asserted")}),
    ("fr", "2023-08-30", "Gabon : des militaires annoncent « mettre fin au régime »",
     "",
     {("gabon-2023", "asserted")}),
    ("en", "2025-10-14", "Madagascar army unit says it has seized power",
     "",
     {("madagascar-2025", "asserted")}),
    ("fr", "2025-12-07", "Bénin : des militaires annoncent la destitution de Talon à la télévision",
     "",
     {("benin-2025-attempt", "asserted")}),
]


@pytest.mark.parametrize(("language", "published", "title", "text", "expected"), COUPS)
def test_a_coup_is_told_by_its_year_or_its_day(
    language: str, published: str | None, title: str, text: str, expected: Told, tagged: Tagger
) -> None:
    assert told_of(tagged(text, title=title, language=language, published=published)) == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The UN asks Niger's rulers to free Bazoum, overthrown in a coup in July 2023.", "historical"),
        ("L'ONU demande au Niger la libération de Bazoum, renversé par un coup d'État en juillet 2023.", "historical"),
        # a paper of those weeks gives the day
        ("The UN asks Niger's rulers to free Bazoum, overthrown in a coup on 26 July 2023.", "asserted"),
        ("The UN asks Niger's rulers to free Bazoum, overthrown in a coup on July 26, 2023.", "asserted"),
        ("MDD ta nemi a saki Bazoum na Nijar, wanda aka yi wa juyin mulki a ranar 26 ga Yuli 2023.", "asserted"),
        ("The UN asks Niger's rulers to free Bazoum, overthrown in a coup in July.", "asserted"),
    ],
)
def test_an_undated_text_whose_coup_has_a_year_and_no_day_is_of_a_later_year(
    tagged: Tagger, text: str, status: str
) -> None:
    assert told_of(tagged(text, published=None)) == {("niger-2023", status)}
