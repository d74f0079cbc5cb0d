"""Coups told of a pronoun, in the lives of those whom they drove out, in lists, and what only sounds like one."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, Told, told_of

COUPS: list[tuple[str, str | None, str, str, Told]] = [
    # victim right behind the verb
    ("en", "2024-05-02", "Ouagadougou two years on",
     "Traore removed Damiba in September 2022; Damiba had himself toppled President Roch Kabore that "
     "January.",
     {("burkina-faso-2022-09", "historical"), ("burkina-faso-2022-01", "historical")}),
    # the last of several
    ("fr", "2022-02-20", "Guinée-Bissau : dix arrestations",
     "Le pays a connu quatre coups d'État depuis son indépendance, le dernier en date en 2012.",
     {("guinea-bissau-2012", "historical"),
      ("unspecified", "historical")}),
    ("en", "2023-07-27", "Soldiers claim power in Niger",
     "Niger has lived through several military takeovers; the last was in 2010.",
     {("niger-2023", "asserted"), ("niger-2010", "historical"),
      ("unspecified", "historical")}),
    # pronouns
    ("en", "2020-11-26", "Niger mourns ex-president Tandja",
     "Mamadou Tandja, elected in 1999, tried to stay on after his second term. Soldiers overthrew him the "
     "year after.",
     {("niger-2010", "historical")}),
    ("fr", "2020-11-26", "Niger : deuil national pour Tandja",
     "Mamadou Tandja avait voulu prolonger son mandat. Il fut quelques mois plus tard renversé par des "
     "soldats.",
     {("niger-2010", "historical")}),
    ("fr", None, "Mort de Mamadou Tandja",
     "Réélu en 2004, il organise un référendum pour rester au pouvoir. Il est destitué l'année suivante "
     "par l'armée.",
     {("niger-2010", "historical")}),
    ("en", "2025-07-14", "Nigeria: Buhari is dead at 82",
     "Muhammadu Buhari first ruled as a general after the coup of 1983. Other officers deposed him twenty "
     "months later.",
     {("nigeria-1983", "historical"), ("nigeria-1985", "historical")}),
    ("fr", "2024-11-21", "Gabon : l'ancien Premier ministre accuse",
     "Pour lui, le général Oligui n'avait pas de projet pour le Gabon. Il a pris le pouvoir pour lui seul.",
     {("gabon-2023", "historical")}),
    ("en", "2024-11-21", "Gabon: former premier speaks out",
     "General Oligui had no plan for Gabon, he says. He seized power for himself.",
     {("gabon-2023", "historical")}),
    ("en", "2023-10-12", "Conakry court hears Conde case",
     "Alpha Conde is accused of corruption. The soldiers who ousted him in Guinea two years ago want him "
     "tried.",
     {("guinea-2021", "historical")}),
    # one more, told as fact
    ("fr", "2021-06-03", "Bamako sanctionnée",
     "Le colonel Goïta s'est fait investir à la faveur d'un nouveau coup d'État, neuf mois après le "
     "premier.",
     {("mali-2021", "asserted")}),
    ("en", "2021-06-03", "Bloc suspends Mali",
     "Colonel Goita became president following another coup, nine months after the first.",
     {("mali-2021", "asserted")}),
    ("fr", "2021-06-03", "L'Union africaine face au nouveau putsch malien",
     "Une réunion est prévue mardi.",
     {("mali-2021", "asserted")}),
    # not only a coup
    ("en", "2025-12-01", "Bissau: what really happened",
     "This was not a mere coup in Guinea-Bissau, opponents say, but a plan to stop the count.",
     {("guinea-bissau-2025", "asserted")}),
    # years in French and demonyms
    ("fr", "2021-02-20", "Des présidents chassés par l'armée",
     "L'armée thaïlandaise avait pris le pouvoir en mai 2014.",
     {("thailand-2014", "historical")}),
    ("fr", "2019-04-12", "Le général togolais",
     "Les militaires ghanéens avaient renversé Kwame Nkrumah en 1966.",
     {("ghana-1966", "historical")}),
    # old coups by their people
    ("en", "2018-06-02", "Addis remembers an emperor",
     "Officers in Ethiopia overthrew Haile Selassie in September 1974.",
     {("ethiopia-1974", "historical")}),
    ("fr", "2018-06-02", "Alger, 1965",
     "Houari Boumédiène renversa le président Ahmed Ben Bella.",
     {("algeria-1965", "historical")}),
    ("en", "2019-06-02", "Honduras ten years on",
     "Troops deposed President Manuel Zelaya and flew him to Costa Rica.",
     {("honduras-2009", "historical")}),
    # another council of the same letters
    ("fr", "2020-08-21", "Mali : le CNSP reçoit la Cédéao",
     "Le Comité national pour le salut du peuple (CNSP), la junte de Bamako, a accueilli les émissaires.",
     {("mali-2020", "asserted")}),
    # central within the year
    ("fr", "2022-01-10", "Guinée : la Cédéao maintient ses sanctions",
     "Réunis à Accra, les dirigeants ont demandé un calendrier. Le bloc attend depuis des mois un scrutin, "
     "sans réponse de Conakry. Un nouveau sommet se tiendra en mars, selon le communiqué final. Les chefs "
     "d'État ont longuement débattu des vivres et des échanges. Le colonel Doumbouya a renversé Alpha "
     "Condé en septembre 2021.",
     {("guinea-2021", "asserted")}),
    # denials
    ("en", "2025-05-24", "Fact check: no proof of a coup in Ivory Coast",
     "Posts say that a coup took place in Abidjan. There is no evidence that a coup happened.",
     {("unspecified", "negated")}),
    ("fr", "2025-05-24", "Côte d'Ivoire : aucun putsch",
     "Des internautes affirment qu'un putsch a eu lieu à Abidjan. Cette information est totalement fausse.",
     {("unspecified", "negated")}),
    ("fr", "2025-05-24", "Non, il n'y a pas eu de coup d'État en Côte d'Ivoire",
     "Une vidéo annonce qu'un coup d'État militaire serait en cours. Rien n'indique qu'un coup d'État ait "
     "eu lieu.",
     {("unspecified", "negated")}),
    # self-coups
    ("en", "2021-07-27", "Tunisia: rivals cry coup",
     "President Saied froze parliament and fired the prime minister. Ennahda speaks of a coup.",
     set()),
    ("fr", "2021-07-27", "Tunisie : le président gèle le Parlement",
     "Kaïs Saïed a limogé le chef du gouvernement. Ses adversaires dénoncent un coup d'État.",
     set()),
    ("en", "2022-12-08", "Peru's Castillo dissolves Congress",
     "Lawmakers called it a coup and removed him from office hours later.",
     set()),
    ("en", "2023-12-05", "Guinea-Bissau leader dissolves parliament",
     "Embalo acted days after what he called an attempted coup.",
     {("guinea-bissau-2023-attempt", "asserted")}),
    # plots aimed at
    ("en", "2026-01-08", "Burkina foils plot",
     "The operation, aimed at toppling Captain Traore, was thwarted in Ouagadougou, the minister said.",
     {("burkina-faso-2026-attempt", "asserted")}),
    # governments
    ("en", "2024-12-16", "ECOWAS gives Niger, Mali and Burkina Faso six months",
     "The three military-run governments insist they will go.",
     {("niger-2023", "historical"), ("mali-2020", "historical"), ("burkina-faso-2022-09", "historical")}),
    # asides
    ("en", "2023-08-05", "Tinubu writes to the Senate on Niger",
     "The bloc wants force against the generals who seized power in Niamey. It meets again on Sunday in "
     "Abuja, officials said, and has asked army chiefs for plans. Its last years were hard: it has seen "
     "takeovers in Mali and Guinea and an attempted coup in Guinea-Bissau.",
     {("niger-2023", "asserted"), ("mali-2020", "historical"), ("guinea-2021", "historical"),
      ("guinea-bissau-2022-attempt", "historical")}),
    # may
    # idiom
    ("fr", "2025-01-23", "Niger : Orano contre-attaque",
     "Le groupe a porté un sérieux coup aux ambitions de Niamey.",
     set()),
    # conditional
    ("en", "2023-07-26", "Guards block Niger palace",
     "President Bazoum is held by his guards. A coup would end years of democracy.",
     {("niger-2023", "asserted")}),
]


@pytest.mark.parametrize(("language", "published", "title", "text", "expected"), COUPS)
def test_a_life_or_a_list_tells_the_coups_that_it_names(
    language: str, published: str | None, title: str, text: str, expected: Told, tagged: Tagger
) -> None:
    assert told_of(tagged(text, title=title, language=language, published=published)) == expected
