"""What a coup was for, juntas of the past, palace revolutions, trials years later, and words of those who fear one."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, Told, told_of

COUPS: list[tuple[str, str | None, str, str, Told]] = [
    # what a coup was for
    ("fr", "2024-09-15", "RDC : verdict",
     "Ils étaient jugés pour une tentative de putsch destinée à renverser Félix Tshisekedi, en mai à "
     "Kinshasa.",
     {("dr-congo-2024-attempt", "asserted")}),
    ("fr", "2025-12-09", "Bénin : chasse aux mutins",
     "Le coup de force visant à chasser le président Talon du pouvoir a échoué dimanche.",
     {("benin-2025-attempt", "asserted")}),
    # borders
    ("fr", "2024-05-14", "Niamey maintient la fermeture",
     "Le général Tiani garde la frontière avec le Bénin fermée, a dit le président du Conseil.",
     set()),
    ("en", "2024-05-14", "Niger keeps border shut",
     "Soldiers blocked the border crossing at Malanville while President Talon spoke.",
     set()),
    # former juntas
    ("en", "2024-08-01", "Guinea: 20 years for Dadis Camara",
     "The former junta leader was found guilty over the stadium massacre. Moussa Dadis Camara will appeal.",
     {("guinea-2008", "historical")}),
    ("fr", "2024-08-01", "Guinée : vingt ans de prison",
     "L'ex-chef de la junte, Moussa Dadis Camara, est jugé responsable du massacre du stade.",
     {("guinea-2008", "historical")}),
    # how he rose
    ("fr", "2023-12-06", "Mauritanie : cinq ans de prison pour Ould Abdel Aziz",
     "Mohamed Ould Abdel Aziz a été reconnu coupable de blanchiment. Le général, arrivé au pouvoir par un "
     "putsch, avait dirigé le pays onze ans.",
     {("mauritania-2008", "historical")}),
    ("en", "2023-12-06", "Nouakchott court jails former president",
     "Mohamed Ould Abdel Aziz, a general who rose to power in a coup, was convicted of money laundering in "
     "Mauritania.",
     {("mauritania-2008", "historical")}),
    # months of old coups
    ("en", "2019-06-04", "Accra remembers June 4",
     "Rawlings, freed from his cell, led the coup of that June morning in Ghana.",
     {("ghana-1979", "historical")}),
    # these countries
    ("en", "2024-04-14", "Russian trainers land in Niamey",
     "Mali and Burkina Faso have turned to Moscow too. Like Niger, these countries are governed by juntas.",
     {("niger-2023", "asserted"), ("mali-2020", "historical"), ("burkina-faso-2022-09", "historical")}),
    ("fr", "2024-04-14", "Des instructeurs russes à Niamey",
     "Le Mali et le Burkina Faso se sont eux aussi tournés vers Moscou. Comme le Niger, ces pays sont "
     "dirigés par des militaires.",
     {("niger-2023", "asserted"), ("mali-2020", "historical"), ("burkina-faso-2022-09", "historical")}),
    ("en", "2023-08-03", "Niger's general in Bamako",
     "The junta's envoy thanked both countries for their support.",
     {("niger-2023", "asserted")}),
    # trials of old coups
    ("fr", "2020-07-22", "Soudan : Béchir à la barre",
     "Omar el-Béchir répond du coup d'État qui l'a porté au pouvoir en 1989. Il a été renversé en avril "
     "2019.",
     {("sudan-1989", "historical"), ("sudan-2019", "historical")}),
    ("en", "2020-07-22", "Sudan's Bashir on trial",
     "Omar al-Bashir is tried for the coup that brought him to power in 1989.",
     {("sudan-1989", "historical")}),
    ("fr", "2021-07-02", "Gabon : quinze ans pour les mutins",
     "Kelly Ondo Obiang est condamné pour la tentative de coup d'État de janvier 2019. Il dit avoir voulu "
     "empêcher un vrai putsch.",
     {("gabon-2019-attempt", "historical")}),
    # speech of the day
    ("fr", "2025-07-26", "Niger : le général Tiani s'adresse à la nation",
     "Deux ans après le coup d'État, il a promis une nouvelle charte.",
     {("niger-2023", "historical")}),
    # single words
    ("fr", "2024-04-13", "Niger : nouvelle livraison d'armes russes",
     "Un avion s'est posé à Niamey.",
     set()),
    # palace revolution
    ("en", "2023-08-31", "Gabon opposition decries palace revolution",
     "Albert Ondo Ossa says the Bongo clan stays in power behind General Oligui Nguema.",
     {("gabon-2023", "asserted")}),
    ("fr", "2023-09-01", "Gabon : une révolution de palais, dit l'opposition",
     "Ali Bongo a été écarté mercredi par sa garde.",
     {("gabon-2023", "asserted")}),
    ("fr", "2023-07-28", "Niger : révolution de palais à Niamey",
     "Le chef de la garde a pris la place du président Bazoum.",
     {("niger-2023", "asserted")}),
    # chased from power
    ("en", "2023-07-29", "Bazoum chased from power",
     "Niger's president was chased from power by his own guards on Wednesday.",
     {("niger-2023", "asserted")}),
    ("fr", "2024-11-02", "Exil",
     "Chassé du pouvoir par sa garde en 2023, Mohamed Bazoum vit toujours au palais.",
     {("niger-2023", "historical")}),
    # then came one in
    # a company's quarrel
    ("en", "2025-06-20", "Orano condemns seizure of Somair",
     "The French group says the rulers who took over Niger in 2023 broke every accord.",
     {("niger-2023", "historical")}),
    ("fr", "2025-06-20", "Orano dénonce la nationalisation de la Somaïr",
     "Le groupe vise le pouvoir né du coup de force de juillet 2023 à Niamey.",
     {("niger-2023", "historical")}),
    # years in words or counted
    ("en", "2019-09-03", "Burkina: 20 years for Diendere",
     "The general led the failed coup of September 2015, four years ago.",
     {("burkina-faso-2015-attempt", "historical")}),
    ("en", "2022-09-12", "Togo hosts Mali's envoys",
     "Two years earlier, in August 2020, colonels had toppled President Keita.",
     {("mali-2020", "historical")}),
    # deux coups
    ("fr", "2023-02-01", "Ouagadougou",
     "Le Burkina Faso a connu deux coups d'État en 2022.",
     {("burkina-faso-2022-01", "historical"), ("burkina-faso-2022-09", "asserted")}),
    ("fr", "2024-02-01", "Bamako",
     "Les deux putschs du Mali ont coûté des milliards au pays.",
     {("mali-2020", "historical"), ("mali-2021", "historical")}),
    # reported speech
    ("en", "2023-08-20", "Cameroon minister warns officers",
     "He said that no coup would be tolerated in Yaounde.",
     {("unspecified", "hypothetical")}),
    ("fr", "2024-10-03", "Côte d'Ivoire : le ministre rassure",
     "Il n'y a aucun risque de putsch à Abidjan, assure-t-il.",
     {("unspecified", "negated")}),
    ("en", "2024-10-03", "Sierra Leone's Bio fears plot",
     "The president says he fears another coup attempt.",
     {("unspecified", "hypothetical")}),
]


@pytest.mark.parametrize(("language", "published", "title", "text", "expected"), COUPS)
def test_what_is_said_of_a_coup_makes_no_other_one(
    language: str, published: str | None, title: str, text: str, expected: Told, tagged: Tagger
) -> None:
    assert told_of(tagged(text, title=title, language=language, published=published)) == expected
