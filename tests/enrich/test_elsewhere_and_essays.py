"""Old coups of far countries told in passing, trials abroad, essays and quarrels of clubs, in words of our own."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, Told, told_of

COUPS: list[tuple[str, str | None, str, str, Told]] = [
    # countries whose coups are only told in lives and memories
    ("en", "2021-10-01", "Haiti remembers its priest",
     "On 30 September 1991 soldiers under Raoul Cedras overthrew Jean-Bertrand Aristide.",
     {("haiti-1991", "historical")}),
    ("en", "2024-08-06", "Dhaka's old wounds",
     "Hasina was abroad when officers killed her father, Mujibur Rahman, in the coup of August 1975.",
     {("bangladesh-1975", "historical")}),
    ("fr", "2018-08-01", "Brazzaville, été 1968",
     "Le capitaine Ngouabi écarta Alphonse Massamba-Débat : le coup d'Etat du 31 juillet 1968 porta l'armée aux "
     "affaires.",
     {("congo-1968", "historical")}),
    ("fr", "2022-12-02", "Burundi, trois règnes",
     "Pierre Buyoya revint au pouvoir par un nouveau coup d'Etat en juillet 1996. Il chassait Sylvestre "
     "Ntibantunganya.",
     {("burundi-1996", "historical")}),
    # a headline of an old year dates what is told below it, and no power that is only named owns it
    ("fr", "2021-06-30", "10 mai 1954 : retour sur un putsch oublié",
     "Les officiers avaient agi de nuit. La France n'avait rien dit.",
     {("unspecified", "historical")}),
    # condemned without reserve is not denied
    ("fr", "2025-12-09", "Bénin : l'opposition parle",
     "Le parti rejette sans ambages la tentative de coup d'Etat de dimanche et demande une enquête.",
     {("benin-2025-attempt", "asserted")}),
    ("fr", "2025-12-09", "Bénin : un parti s'exprime",
     "Il condamne sans réserve la tentative de coup d'Etat de dimanche.",
     {("benin-2025-attempt", "asserted")}),
    # who is tried far away for the coup
    ("en", "2025-04-10", "Utah man is back home",
     "Two Americans convicted of taking part in last May's failed coup in Congo's capital Kinshasa landed in Virginia. "
     "The coup's leader was shot.",
     {("dr-congo-2024-attempt", "asserted")}),
    ("en", "2025-04-10", "Belgian expert freed",
     "A Belgian accused of a role in the attempted coup in the DRC last May has flown to Brussels.",
     {("dr-congo-2024-attempt", "asserted")}),
    # the coup of these days below a headline of no country, or of its maker
    ("en", "2025-12-08", "A region holds its breath",
     "Loyal troops in Benin put down a coup attempt on Sunday against President Talon, hours after mutineers had taken "
     "the television.",
     {("benin-2025-attempt", "asserted")}),
    ("en", "2025-10-18", "From cell to palace: Michael Randrianirina",
     "A year ago he was locked up. In three days the army took power in Madagascar and he moved in.",
     {("madagascar-2025", "asserted")}),
    # states in a row that came under military rule
    ("en", "2025-10-17", "Union suspends Madagascar",
     "Its army seized power this week. Guinea, Niger and Gabon, that have come under military rule since 2020, sent no "
     "word.",
     {("madagascar-2025", "asserted"), ("guinea-2021", "historical"), ("niger-2023", "historical"),
      ("gabon-2023", "historical")}),
    ("fr", "2025-05-03", "Trois Etats, une force",
     "Le Mali, le Niger et le Burkina Faso ont annoncé une force commune. Les généraux qui ont pris le pouvoir entre "
     "2020 et 2023 se tournent vers Moscou.",
     {("mali-2020", "historical"), ("niger-2023", "historical"), ("burkina-faso-2022-09", "historical")}),
    # the first of two on one day of the year; that coup; the only year that the text gives of two of one maker
    ("fr", "2020-01-13", "Lomé se souvient",
     "Le 13 janvier 1963 mourait Sylvanus Olympio. Ce fut le premier putsch militaire de la région, et le Togo prie.",
     {("togo-1963", "historical")}),
    ("en", "2021-03-02", "Ouagadougou archives",
     "Saye Zerbo's men removed General Lamizana in Burkina Faso in November 1980. That coup made a name for a young "
     "captain, Thomas Sankara.",
     {("burkina-faso-1980", "historical")}),
    ("en", "2020-11-14", "Ghana: Rawlings is dead",
     "In June 1979 junior officers freed him. He led them in a coup that sent three former heads of state to the wall.",
     {("ghana-1979", "historical")}),
    ("fr", "2009-07-10", "Nouakchott, juillet 1978",
     "Moktar Ould Daddah ne sort pas son pistolet. Le coup d'Etat se fait sans un tir.",
     {("mauritania-1978", "historical")}),
    # whoever was toppled twice, by the year beside it
    ("fr", "2019-12-04", "Bangui, l'empereur",
     "Bokassa fait tomber David Dacko dans la nuit de la Saint-Sylvestre 1965.",
     {("central-african-republic-1965", "historical")}),
    # not because of it, not to forget it, and planned and carried out: none is denied or to come
    ("fr", "2023-09-01", "Libreville : et maintenant ?",
     "Ce n'est pas parce qu'un coup d'Etat a chassé Ali Bongo que le Gabon votera demain, sans oublier le putsch de "
     "Niamey.",
     {("gabon-2023", "asserted"), ("niger-2023", "historical")}),
    # two coups of the country before them, whatever is compared with it
    ("fr", "2022-10-05", "Ouagadougou après Damiba",
     "Le Burkina Faso a un nouveau chef depuis vendredi, après un coup d'Etat. Comme lui, le Mali voisin a connu en "
     "moins d'un an deux coups d'Etat.",
     {("burkina-faso-2022-09", "asserted"), ("mali-2020", "historical"), ("mali-2021", "historical")}),
    # the word behind a headline is of the next sentence, and a date that opens a sentence dates it
    ("en", "2025-11-02", "Nigeria: thirty to be tried over an alleged coup attempt",
     "Earlier reports gave the names of sixteen officers. The army says nothing.",
     {("nigeria-2025-attempt", "asserted")}),
    ("en", "2020-12-01", "Thirty years at the helm",
     "On 1 December 1990 the general rose to the highest office of Chad by way of a coup.",
     {("chad-1990", "historical")}),
    # hired men's mutiny is no coup of the countries before it
    ("en", "2023-07-28", "Moscow has wheat for six capitals",
     "Burkina Faso and Mali are to have it free. Wagner's men stay on the continent, despite an abortive mutiny at "
     "home in June.",
     set()),
    # quarrels of clubs
    ("fr", "2016-10-07", "Les petits présidents contre les grands",
     "Un putsch avorté a secoué le football professionnel : cinq clubs voulaient la direction de la Ligue.",
     set()),
    # a country that was the scene of coups is on no stage
    ("fr", "2022-10-15", "Burkina Faso : des assises pour un président",
     "Le pays, théâtre de deux coups d'Etat en huit mois, se cherche un chef.",
     {("burkina-faso-2022-01", "asserted"), ("burkina-faso-2022-09", "asserted")}),
]


@pytest.mark.parametrize(("language", "published", "title", "text", "told"), COUPS)
def test_coups_of_far_countries_and_old_years_are_the_ones_that_are_meant(
    tagged: Tagger, language: str, published: str | None, title: str, text: str, told: Told
) -> None:
    tags = tagged(text, title=title, published=published, language=language)
    assert told_of(tags) == told, [(c.event, c.status, c.evidence.surface) for c in tags.coups]


QUIET = [
    ("2024-07-18", "As the blocs part, dialogue is essential",
     "Juntas in Mali, Burkina Faso and Niger have formed a confederation. Niger's General Tchiani said that they would "
     "not come back. The three should take the hand that ECOWAS holds out."),
    ("2023-08-03", "ECOWAS needs patience over the Niger coup",
     "The overthrow of President Mohamed Bazoum by his guards could set the region on fire. The bloc's week for "
     "the officers ends on Sunday."),
    ("2023-08-12", "Niger: misconstruing what the bloc wants",
     "Many say that ECOWAS will invade Niger after the coup. That is a false reading of its words."),
    ("2025-05-06", "Perspectives du Sahel : l'applaudimètre",
     "À Libreville, le nom du général Tiani, chef de la junte du Niger, a soulevé le stade."),
    ("2024-11-20", "Le Niger piégé par la finance",
     "Depuis le coup d'Etat du 26 juillet 2023, les banques de Niamey manquent de billets. Le renversement de Mohamed "
     "Bazoum a dressé la région contre le pays."),
    ("2024-07-31", "Semaine culturelle de Niamey : la lutte pour la souveraineté en chansons",
     "Des membres du CNSP ont assisté à la soirée, où une chanteuse a loué l'alliance."),
]


@pytest.mark.parametrize(("published", "title", "text"), QUIET)
def test_essays_banks_and_song_contests_wake_nobody(tagged: Tagger, published: str, title: str, text: str) -> None:
    assert not tagged(text, title=title, published=published).alert
