"""Kinds that a natural sample of French feeds got wrong, in words of our own: rows of juntas, mines, blockades."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, Told, told_of

COUPS: list[tuple[str | None, str, str, Told]] = [
    # a row of countries whose soldiers sit in power, before or behind what tells it
    ("2024-01-29", "Trois États sahéliens quittent la Cedeao",
     "Les régimes militaires au pouvoir au Mali, au Burkina Faso et au Niger tournent le dos à la Cedeao.",
     {("niger-2023", "asserted"), ("mali-2020", "historical"), ("burkina-faso-2022-09", "historical")}),
    ("2024-03-20", "Niamey change d'alliés",
     "La junte du général Tiani s'éloigne de Washington, comme avant elle ses voisins le Burkina Faso et le Mali, eux "
     "aussi dirigés par des militaires.",
     {("niger-2023", "asserted"), ("mali-2020", "historical"), ("burkina-faso-2022-09", "historical")}),
    ("2023-08-02", "Sommet sans trois absents",
     "Le putsch du 26 juillet au Niger divise. Le Mali, la Guinée et le Burkina Faso n'étaient pas à Abuja. Eux-mêmes "
     "menés par des régimes militaires, ces trois voisins prennent le parti de Niamey.",
     {("niger-2023", "asserted"), ("mali-2020", "historical"), ("burkina-faso-2022-09", "historical"),
      ("guinea-2021", "historical")}),
    # a row that goes from one to the last
    ("2025-11-20", "Sahel et golfe de Guinée",
     "Du Niger au Gabon, en passant par la Guinée et le Mali, les coups de force militaires s'enchaînent.",
     {("niger-2023", "historical"), ("gabon-2023", "historical"), ("guinea-2021", "historical"),
      ("mali-2020", "historical")}),
    # the three, named one after the other
    ("2025-03-20", "Le Niger quitte la Francophonie",
     "Le putsch de juillet 2023 lui avait valu une suspension. Le Burkina Faso suit. Le Mali hésite encore. Les trois "
     "pays sont aux mains des militaires.",
     {("niger-2023", "historical"), ("burkina-faso-2022-09", "historical"), ("mali-2020", "historical")}),
    # members of the junta are no states
    ("2022-08-20", "Conakry : la rue contre la junte",
     "Les membres de la junte voulaient trois ans. Le médiateur dit les avoir ramenés à deux, et avoir obtenu la même "
     "chose, le mois dernier, du Burkina Faso.",
     {("guinea-2021", "asserted")}),
    # a law, an accord, a vote of a year date no coup
    ("2023-12-02", "", "Les militaires au pouvoir à Niamey effacent une loi de 2015 qui punissait les passeurs.",
     {("niger-2023", "asserted")}),
    ("2024-06-10", "", "La junte nigérienne brandit le code minier de 2006 et l'accord fiscal de mars 2012.",
     {("niger-2023", "asserted")}),
    ("2024-05-02", "", "Au Mali, la junte a repoussé la présidentielle prévue pour février 2024.",
     {("mali-2020", "historical")}),
    # whose coup it was, before its country
    ("2023-10-22", "Lomé parle à tous",
     "Il y eut le putsch du colonel Doumbouya en Guinée, en 2021, le « coup dans le coup » au Mali, puis le coup de "
     "force du général Tiani au Niger, en juillet.",
     {("guinea-2021", "historical"), ("mali-2021", "historical"), ("niger-2023", "historical")}),
    ("2023-10-22", "", "Il y eut le putsch de Doumbouya en Guinée, en 2021, puis le putsch de Tiani au Niger.",
     {("guinea-2021", "historical"), ("niger-2023", "asserted")}),
    # one after the other in one country
    ("2024-11-05", "Le FMI optimiste pour le Niger",
     "Le Burkina Faso, secoué par des putschs successifs, croît moins vite que le Niger.",
     {("burkina-faso-2022-01", "historical"), ("burkina-faso-2022-09", "historical")}),
    ("2024-11-05", "", "Le double coup d'Etat de 2022 au Burkina Faso pèse encore sur les comptes.",
     {("burkina-faso-2022-01", "historical"), ("burkina-faso-2022-09", "historical")}),
    # what is denounced as a coup in the days after one is no figure of speech
    ("2021-10-26", "Soudan : Washington dénonce un coup d'Etat", "L'aide est suspendue.",
     {("sudan-2021", "asserted")}),
    ("2021-01-10", "Mali : l'opposition dénonce un coup d'Etat électoral", "Elle refuse le report du vote.", set()),
    ("2020-09-10", "", "La Cedeao presse les autorités de la transition militaire du Mali de nommer un civil.",
     {("mali-2020", "asserted")}),
    # more than a round number of years ago
    ("2015-11-17", "L'opposition birmane a gagné",
     "Plus de cinquante ans après le coup d'Etat en Birmanie, la ligue l'emporte.", {("myanmar-1962", "historical")}),
    # coups of no country in particular
    ("2025-01-09", "Paris et ses soldats",
     "L'armée française serait restée, assure le ministre, sans les « coups d'Etat ». On pense à l'AES.",
     {("unspecified", "historical")}),
    # a soldier who rules
    ("2024-04-02", "Libreville ouvre son dialogue",
     "Le général Oligui Nguema, dirigeant militaire du Gabon, promet de rendre le pouvoir aux civils.",
     {("gabon-2023", "asserted")}),
    # who was driven out stands before the verb, the year and the doer behind it
    ("2026-01-20", "Lomé livre un ancien président",
     "Le Togo a remis Damiba, déposé en septembre 2022 par le capitaine Traoré, à la justice burkinabè.",
     {("burkina-faso-2022-09", "historical")}),
    ("2024-02-02", "Ouagadougou : un ancien chef d'État en famille",
     "Roch Kaboré, renversé en janvier 2022 par le lieutenant-colonel Damiba, marie sa fille.",
     {("burkina-faso-2022-01", "historical")}),
    ("2024-02-28", "Après la Cedeao, l'Union monétaire",
     "Le bloc lève ses sanctions contre le Niger. Un mois plus tôt le Niger, le Mali et le Burkina Faso avaient "
     "annoncé leur départ. Le ton change envers la junte en place dans ces trois États.",
     {("niger-2023", "asserted"), ("mali-2020", "historical"), ("burkina-faso-2022-09", "historical")}),
    # whose he is stands between the word and his name
    ("2025-12-16", "Sommet d'Abuja : les coups d'État au menu",
     "Le bloc parlera du renversement du président bissau-guinéen Umaro Sissoco Embaló et du putsch manqué au Bénin.",
     {("guinea-bissau-2025", "asserted"), ("benin-2025-attempt", "asserted")}),
    ("2024-05-02", "Vingt ans d'un procès",
     "L'avocat a longtemps servi le président malien. Le renversement du président malien Ibrahim Boubacar Keïta l'a "
     "ruiné.",
     {("mali-2020", "historical")}),
    # the year stands behind who made it
    ("2022-04-08", "Un verdict à Ouagadougou",
     "Blaise Compaoré est coupable de l'assassinat de Thomas Sankara lors du coup d'État qu'il avait dirigé en 1987.",
     {("burkina-faso-1987", "historical")}),
    # what history is full of
    ("2024-09-12", "Le musée des complots",
     "L'histoire du continent regorge de coups d'État ratés.",
     set()),
    # what an opponent calls so
    ("2024-07-04", "Paris : des nominations qui fâchent",
     "La candidate parle d'un « coup d'Etat administratif » avant le vote.",
     set()),
    ("2025-02-18", "Un impôt de trop",
     "Pour les patrons, la taxe est un véritable coup d'État fiscal.",
     set()),
    # an army that takes a town back from a militia
    ("2025-03-28", "Khartoum, la fin d'un siège",
     "L'armée soudanaise dit avoir repris le contrôle total de la ville aux paramilitaires.",
     set()),
    ("2025-05-21", "Omdurman : le général savoure",
     "Ses soldats reprennent le contrôle total du dernier quartier que tenaient les FSR.",
     set()),
    ("2025-11-26", "Bissau : ce que dit la télévision",
     "Des officiers disent avoir pris le contrôle total de la Guinée-Bissau et arrêté le président Embaló.",
     {("guinea-bissau-2025", "asserted")}),
]


@pytest.mark.parametrize(("published", "title", "text", "told"), COUPS, ids=[c[1] for c in COUPS])
def test_tells_each_coup_of_a_row(tagged: Tagger, published: str | None, title: str, text: str, told: Told) -> None:
    assert told_of(tagged(text, title=title, published=published, language="fr")) == told


# headline, text, published, worth an alert
HEADLINES: list[tuple[str, str, str, bool]] = [
    # the state takes its mines
    ("Niger : la mine d'Arlit passe aux mains de l'État",
     "Le groupe français a perdu le contrôle opérationnel de sa filiale nigérienne.", "2024-12-05", True),
    ("Niger : Niamey s'assure le contrôle de l'uranium",
     "La filiale d'Orano obéit désormais à l'État nigérien.", "2024-12-06", True),
    # how people live under it
    ("Au Niger, le système D contre le blocus",
     "Depuis le putsch du 26 juillet, les pharmacies de Niamey attendent leurs livraisons.", "2023-09-12", False),
    ("Niger : vivre sous blocus",
     "Depuis que des militaires ont renversé Mohamed Bazoum, Aïssa coud à la lampe.", "2023-10-02", False),
    ("Niger : la Cedeao lève le blocus",
     "Réunis à Abuja, les chefs d'État rouvrent les frontières au pays des putschistes.", "2024-02-24", True),
    # whom the rulers lock up
    ("Niger : un défenseur des droits de l'homme écroué à Filingué",
     "Le parquet lui reproche des propos sur les généraux.", "2025-01-04", True),
    ("Niger : un marchand de faux médicaments écroué",
     "La police a saisi trois cartons à Zinder.", "2025-01-04", False),
    # who is told to go
    ("Les instructeurs américains doivent quitter le Niger avant l'automne",
     "Les généraux de Niamey ont dénoncé l'accord de 2012.", "2024-05-20", True),
    ("La mission européenne au Niger doit plier bagage",
     "La junte a mis fin à l'accord en décembre.", "2024-02-21", True),
    ("La France doit quitter le Niger la tête haute",
     "Rester derrière des barbelés n'a plus de sens depuis le putsch.", "2023-09-10", False),
    # quarrels of states
    ("Niger-Algérie : la brouille diplomatique s'étend",
     "Niamey a rappelé son représentant.", "2025-04-09", True),
    ("Le général Modi appelle à tenir face aux défis",
     "Salifou Modi, ministre de la Défense du Niger et numéro deux de la junte, parlait à la télévision.",
     "2025-01-23", True),
    ("Niamey voit l'armée française aux portes du Niger",
     "Le Premier ministre Lamine Zeine parle de camps au nord du Bénin.", "2024-05-12", True),
    # coups in a row
    ("Du Mali au Niger, du Burkina Faso au Gabon, les putschs se suivent",
     "Chaque junte s'inspire de la précédente.", "2023-10-02", False),
    # a teaser without a headline
    ("", "Un an après leur départ de la Cedeao, le Niger, le Mali et le Burkina Faso bâtissent leur alliance. La junte "
     "de Niamey y tient le premier rôle. Combien de temps peut-elle durer ?", "2026-01-29", False),
    # what a bloc faces
    ("La Cedeao face aux défis du départ de ses trois membres",
     "Le Niger, le Mali et le Burkina Faso ont annoncé leur retrait.", "2024-02-10", False),
    # what follows an act is not the act
    ("Niger : vers une baisse des prix après la levée des sanctions", "Les commerçants respirent.", "2024-03-10",
     False),
    ("Niger : la junte lève le contrôle des prix", "La mesure prend effet lundi.", "2024-03-10", True),
    ("Le Niger et ses alliés portés par de bonnes perspectives économiques",
     "L'AES croît plus vite que ses voisins.", "2024-11-05", False),
    # a crowd for the soldiers, students in it too
    ("Niamey : les lycéens défilent en soutien à la junte", "Ils rejettent les sanctions contre le Niger.",
     "2023-08-10", True),
    ("Niger : les étudiants réclament leurs bourses", "Les cours n'ont pas repris.", "2023-08-10", False),
    # power plants, harvests and what is under sanctions
    ("Niger : six mois après le putsch, les panneaux solaires éclairent Agadez",
     "Le coup d'Etat avait arrêté le chantier.", "2024-01-20", False),
    ("Sous embargo, le Niger compte sur ses récoltes", "Les marchés sont approvisionnés.", "2023-12-10", False),
    ("Sous embargo, la junte nigérienne ferme les bureaux de l'ONU", "La décision prend effet.", "2023-12-10", True),
    ("Niger : les leçons d'un coup d'Etat", "Rien ne justifiait ce gâchis.", "2023-09-10", False),
    ("AES : une monnaie commune difficile à mettre en oeuvre",
     "Les régimes putschistes du Mali, du Burkina Faso et du Niger en rêvent.", "2024-02-15", False),
    # features on how it looks, and to whom
    ("Le putsch au Niger vu de Moscou", "La presse russe jubile.", "2023-08-15", False),
    ("Niger : ces Français qui ont choisi de rester", "Ils n'ont pas pris l'avion de l'armée.", "2023-08-15", False),
    ("Niger : un général vu avec des envoyés russes, la junte dément", "Le porte-parole a parlé.", "2023-09-10", True),
    ("Niger : quatre scénarios pour la suite", "La Cédéao hésite, la junte s'installe.", "2023-08-28", False),
    ("Coup d'Etat au Niger : les sanctions, mode d'emploi", "Les avoirs sont gelés.", "2023-08-15", False),
    ("Orpaillage au Niger : la ruée continue", "Les mineurs ignorent la crise née du putsch.", "2023-09-20", False),
    ("Niger : la junte interdit l'orpaillage", "La mesure vise trois régions.", "2024-02-10", True),
    # what any paper reports of a country
    ("Le Niger met en service son premier tramway",
     "Le pays est dirigé depuis le putsch de juillet par le général Tiani.", "2023-11-20", False),
]


@pytest.mark.parametrize(("title", "text", "published", "alert"), HEADLINES, ids=[h[0] or h[1] for h in HEADLINES])
def test_alerts_by_what_is_done(tagged: Tagger, title: str, text: str, published: str, alert: bool) -> None:
    assert tagged(text, title=title, published=published, language="fr").alert is alert
