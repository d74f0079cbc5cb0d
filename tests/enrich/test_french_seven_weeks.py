"""Kinds that French news of the first seven weeks, from 26 July 2023 on, got wrong, in words of our own."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, Told, told_of

COUPS: list[tuple[str, str, str, Told]] = [
    # what the junta says it does not want is no denial of its coup
    ("2023-08-20", "Niger : trois ans, dit le général",
     "Notre but n'est pas de confisquer le pouvoir, jure le chef du CNSP.", {("niger-2023", "asserted")}),
    ("2023-08-21", "Niger : la junte veut rassurer",
     "Nous n'avons pas vocation à accaparer le pouvoir, dit un colonel.", {("niger-2023", "asserted")}),
    # other words for driving out
    ("2023-08-03", "Monrovia propose un remède",
     "Le président nigérien Mohamed Bazoum a été éjecté par le patron de sa garde.", {("niger-2023", "asserted")}),
    # who was driven out before who did it, and a passive between them
    ("2023-08-03", "Un Sahel en kaki",
     "Au Burkina Faso, Roch Kaboré a été chassé du pouvoir par le lieutenant-colonel Damiba.",
     {("burkina-faso-2022-01", "historical")}),
    ("2023-08-03", "Un Sahel en kaki",
     "Au Burkina Faso, Roch Kaboré a vu son mandat écourté par Paul-Henri Damiba.",
     {("burkina-faso-2022-01", "historical")}),
    ("2023-08-03", "Soldiers of the Sahel",
     "In Burkina Faso Roch Kabore was ousted by Colonel Damiba, himself overthrown by Captain Traore.",
     {("burkina-faso-2022-01", "historical"), ("burkina-faso-2022-09", "historical")}),
    # by initials
    ("2023-08-03", "Un Sahel en kaki", "Au Mali, IBK a été renversé par ses colonels.",
     {("mali-2020", "historical")}),
    # a neighbour's coup of last year beside one of these weeks
    ("2023-08-01", "Burkina Faso et Mali menacent : pas touche au Niger",
     "Attaquer Niamey, où un putsch a eu lieu mercredi, serait leur faire la guerre. Les deux régimes sont eux-mêmes "
     "nés de coups d'État.",
     {("niger-2023", "asserted"), ("burkina-faso-2022-09", "historical"), ("mali-2020", "historical")}),
    # but not where the headline is of its own country
    ("2023-08-01", "Burkina Faso : la junte rappelle son ambassadeur",
     "Le régime militaire de Ouagadougou proteste contre Paris.", {("burkina-faso-2022-09", "asserted")}),
    # a row of countries with a year for each behind it
    ("2023-08-03", "Niger : un général en visite à Bamako",
     "Mohamed Bazoum est déposé. Les juntes qui ont pris le pouvoir au Mali et au Burkina Faso en 2020 et 2022 disent "
     "qu'attaquer le Niger serait leur faire la guerre.",
     {("niger-2023", "asserted"), ("mali-2020", "historical"), ("burkina-faso-2022-09", "historical")}),
    ("2023-08-03", "Niger: a general visits Bamako",
     "Bazoum was toppled. Mali, Guinea and Burkina Faso, suspended after coups in 2020, 2021 and 2022, reject this.",
     {("niger-2023", "asserted"), ("mali-2020", "historical"), ("guinea-2021", "historical"),
      ("burkina-faso-2022-09", "historical")}),
    # or with months in brackets
    ("2023-08-03", "Niger : la peur de la contagion",
     "Bazoum est déposé. Il y avait eu des putschs au Mali (août 2020 et mai 2021), en Guinée (septembre 2021) et au "
     "Burkina Faso (janvier et septembre 2022).",
     {("niger-2023", "asserted"), ("mali-2020", "historical"), ("mali-2021", "historical"),
      ("guinea-2021", "historical"), ("burkina-faso-2022-01", "historical"), ("burkina-faso-2022-09", "historical")}),
    # who made two coups of one decade
    ("2023-08-02", "Freetown : un complot, dit la police",
     "Le président avait déjà mené en 1996 un putsch en Sierra Leone.", {("sierra-leone-1996", "historical")}),
    # why they happen is no question whether they do
    ("2023-08-14", "Pourquoi tant de putschs au Sahel ?",
     "Des soldats ont renversé le président nigérien Mohamed Bazoum.", {("niger-2023", "historical")}),
    # whose rulers they are stands behind, not before the comma
    ("2023-08-04", "Niger : des radios coupées",
     "Après une visite à Bamako et à Ouagadougou, les nouvelles autorités de Niamey ont suspendu deux radios. Bazoum a "
     "été renversé le 26 juillet.", {("niger-2023", "asserted")}),
    ("2023-08-04", "Niger : un général rentre de Bamako",
     "Au retour du Mali, la junte du Niger a coupé deux radios.", {("niger-2023", "asserted")}),
    # but in a country by itself they are its own
    ("2023-08-04", "Au Mali, la junte coupe une radio", "Le régime militaire lui reproche un reportage.",
     {("mali-2020", "historical")}),
    # soldiers who are in power
    ("2023-08-20", "Niamey : la foule au stade",
     "« Ce n'est pas la guerre des militaires qui sont au pouvoir, c'est celle du Niger », dit un volontaire.",
     {("niger-2023", "asserted")}),
    # a head of state without article
    ("2023-08-05", "Niger : une lettre", "Le chef d'État nigérien renversé demande de l'aide.",
     {("niger-2023", "asserted")}),
    # a saying on neighbours above a first sentence on Niger's coup; not what is only said of it later
    ("2023-08-25", 'Macron : "Sans nos soldats, le Mali ne serait plus"',
     '"Le putsch de Niamey frappe les Nigériens", a déclaré le président français au sujet du Niger.',
     {("niger-2023", "asserted")}),
    ("2023-08-25", 'Choguel Maïga : "Le Mali a choisi ses partenaires"',
     "Le Premier ministre malien a tracé son bilan. Il a dit un mot du coup d'État au Niger.",
     {("niger-2023", "historical")}),
    # they too: the row before it in the sentence
    ("2023-07-31", "Putsch au Niger : la Cédéao à Abuja",
     "Bazoum a été renversé. La Guinée et le Mali n'ont envoyé personne, car ils sont eux aussi menés par des juntes.",
     {("niger-2023", "asserted"), ("guinea-2021", "historical"), ("mali-2020", "historical")}),
    ("2023-07-31", "Niger coup: summit in Abuja",
     "Bazoum was toppled. Guinea and Mali sent nobody, as they too are ruled by juntas.",
     {("niger-2023", "asserted"), ("guinea-2021", "historical"), ("mali-2020", "historical")}),
    ("2023-08-14", "Niger : Niamey compte ses alliés",
     "Bazoum a été renversé. La Guinée et le Mali, membres de l'union, ne ferment rien, eux-mêmes étant gouvernés par "
     "des juntes.", {("niger-2023", "asserted"), ("guinea-2021", "historical"), ("mali-2020", "historical")}),
    # the authorities of a transition are no word for a coup
    ("2023-08-02", "Bamako et Ouagadougou soutiennent le Niger",
     "Les autorités de transition du Burkina Faso et du Mali n'appliqueront pas les sanctions.", set()),
    # who was chosen to lead says that power was taken
    ("2023-08-30", "Gabon : un général choisi par ses pairs",
     "Le général Oligui Nguema a été désigné président de la transition. Ali Bongo est retenu chez lui.",
     {("gabon-2023", "asserted")}),
    ("2023-09-04", "Libreville en fête", "Le Gabon vit bien depuis le coup de libération.",
     {("gabon-2023", "asserted")}),
    # a principle is no coup, but those of two countries are
    ("2023-09-05", "Sommet de l'Union africaine", "Elle rappelle son refus de principe des coups d'État.", set()),
    ("2023-09-05", "Sommet de l'Union africaine",
     "L'acte constitutif interdit à tous les changements anticonstitutionnels de gouvernement.", set()),
    ("2023-09-05", "African Union summit", "The act prohibits unconstitutional changes of government.", set()),
    ("2023-09-05", "Sommet de l'Union africaine", "Elle a redit son rejet des coups d'État au Niger et au Gabon.",
     {("niger-2023", "asserted"), ("gabon-2023", "asserted")}),
    # rulers who are told of by the word that leads to them
    ("2023-08-20", "Niger : les absents d'Accra",
     "Le Mali et la Guinée, dirigés par des officiers, ne sont pas venus. La junte de Niamey s'en félicite.",
     {("niger-2023", "asserted"), ("mali-2020", "historical"), ("guinea-2021", "historical")}),
    # of how many countries a coup is told, and a list of them in the next sentence, in parts
    ("2023-09-03", "La saison des képis",
     "Sept pays du continent ont vécu un coup de force. D'abord le Mali en 2020 ; puis le Tchad et la Guinée en 2021 ; "
     "enfin le Niger et le Gabon.",
     {("mali-2020", "historical"), ("chad-2021", "historical"), ("guinea-2021", "historical"),
      ("niger-2023", "historical"), ("gabon-2023", "historical")}),
    ("2023-08-03", "Les képis",
     "Un putsch de plus après une série de putschs. Il y a d'abord eu le Mali, en mai 2021 ; "
     "la Guinée, en septembre 2021 ; le Tchad, en avril 2021.",
     {("mali-2020", "historical"), ("guinea-2021", "historical"), ("chad-2021", "historical")}),
    # but not of who only speaks of one
    ("2023-08-03", "Niger : Bazoum retenu",
     "Plusieurs pays ont condamné le putsch. Le Mali, le Burkina Faso et la Guinée se taisent.",
     {("niger-2023", "asserted")}),
    ("2023-08-28", "Paris et ses diplomates",
     "Le Sahel fait face à des coups d'État successifs au Mali, en Guinée et au Niger.",
     {("mali-2020", "historical"), ("guinea-2021", "historical"), ("niger-2023", "historical")}),
    # the first and the last of several, with more words between
    ("2023-07-27", "Niger : cinquième putsch",
     "Le pays a connu des coups d'État. Il y en a eu quatre depuis l'indépendance en 1960 : le premier en avril 1974 "
     "contre Diori Hamani, le dernier en février 2010 contre Mamadou Tandja.",
     {("niger-2023", "asserted"), ("niger-1974", "historical"), ("niger-2010", "historical")}),
    # rumours, and what is denied about them
    ("2023-09-18", "Brazzaville dans le calme",
     "Le gouvernement du Congo dément les informations faisant état d'une tentative de coup d'État.",
     {("unspecified", "negated")}),
    ("2023-09-18", "Brazzaville dans le calme",
     "Des rumeurs persistantes sur un coup d'État ont couru dimanche au Congo.", {("unspecified", "hypothetical")}),
    # a coup that is feared or planned where there was none is not the neighbour's, which is told once
    ("2023-09-01", "Le Cameroun et le Rwanda auraient eu vent de projets de coup d'État",
     "Yaoundé a muté ses officiers le lendemain du coup d'État au Gabon. On veut y éviter tout coup d'État.",
     {("unspecified", "asserted"), ("gabon-2023", "asserted")}),
    ("2023-09-02", "Le Cameroun craint un putsch", "Depuis le coup d'État au Gabon, Yaoundé surveille ses casernes.",
     {("unspecified", "hypothetical"), ("gabon-2023", "historical")}),
    ("2023-07-27", "Niger : la France redoute un putsch", "Des soldats retiennent le président Bazoum à Niamey.",
     {("niger-2023", "asserted")}),
    # but not they who are people
    ("2023-08-02", "Abuja : sommet sur le Niger",
     "La Gambie et le Mali sont là. Les soldats de Niamey ont renversé Bazoum, ils sont aussi aux ordres de la junte.",
     {("niger-2023", "asserted")}),
]


@pytest.mark.parametrize(("published", "title", "text", "told"), COUPS)
def test_tells_whose_coup_it_was(tagged: Tagger, published: str, title: str, text: str, told: Told) -> None:
    assert told_of(tagged(text, title=title, published=published)) == told


# headline, text, published, worth an alert
HEADLINES: list[tuple[str, str, str, bool]] = [
    # neighbours whose rulers made coups themselves, and no word of Niger's own
    ("Niger : Ouagadougou et Bamako haussent le ton",
     "Toute attaque serait une guerre contre eux, disent le Burkina Faso et le Mali, eux-mêmes issus de putschs.",
     "2023-08-01", True),
    ("Mali : la junte reporte le vote", "Les listes du Niger voisin ont servi de modèle.", "2023-09-10", False),
    # what a closed border does to daily life
    ("Niger : frontière fermée, les transporteurs sont à bout", "Depuis le putsch, les camions attendent.",
     "2023-08-22", False),
    ("Niger : la fermeture des frontières étouffe Maradi", "Depuis le putsch, les camions attendent.",
     "2023-08-22", False),
    ("Frontière fermée : au Niger, le prix du riz flambe et la vie est au ralenti", "Les camions attendent.",
     "2023-08-22", False),
    ("Niger : l'ONU dit que les sanctions étouffent les hôpitaux", "Elle demande une exemption à la Cedeao.",
     "2023-08-22", True),
    # young people enlist
    ("Des jeunes Nigériens s'enrôlent par milliers", "Ils faisaient la queue samedi devant un stade de la capitale.",
     "2023-08-20", True),
    # banks without money are an effect; what the bank of issue denies is news, and a putsch "orchestré" no concert
    ("Niger : à Niamey, les banques manquent d'argent", "Les sanctions pèsent sur les clients, dit un vendeur.",
     "2023-08-08", False),
    ("La BCEAO et les banques nigériennes", "La BCEAO dément des livraisons de billets. Depuis le putsch orchestré "
     "par le général Tiani, les avoirs de l'État sont gelés.", "2023-08-18", True),
    ("L'orchestre national du Niger joue à Paris", "Les musiciens présentent un album.", "2023-08-21", False),
    # peace that has no price is no market news
    ("Niger : pour la diaspora, la paix n'a pas de prix", "Une pétition à la Cédéao demande la fin des sanctions.",
     "2023-08-14", True),
    ("Niger : le prix de l'essence double à Gaya", "Les sanctions ferment la frontière.", "2023-08-14", False),
    # what sanctions come to, and for whom; but what the bloc threatens is news
    ("Blocus de la Cédéao : les Nigériens pris en étau", "Depuis le putsch, le riz manque.", "2023-08-14", False),
    ("Putsch au Niger : les retombées pour le Bénin", "Les camions attendent.", "2023-08-14", False),
    ("Niger : un pays étouffé par l'embargo", "Depuis le putsch, les camions attendent.", "2023-08-14", False),
    ("Niger : la Cédéao menace les putschistes de graves conséquences", "Le bloc donne une semaine.", "2023-07-31",
     True),
    # what should come soon is news, what others should do is none
    ("Niger : un sommet de la Cédéao devrait se tenir mardi", "Il parlera du putsch.", "2023-08-07", True),
    ("Niger : la Cédéao ne devrait pas s'en mêler", "Le putsch est une affaire de famille.", "2023-08-07", False),
    ("", "Français et Nigériens parlent d'un retrait de matériel. Le gros des troupes devrait rester à Niamey, et la "
     "junte n'est pas de la partie.", "2023-09-05", True),
    # who looks at it from outside; pots and pans are no music; who is only said more of is not asked for
    ("Niger-France : l'analyse d'un ancien ambassadeur", "La junte a renvoyé le diplomate.", "2023-08-29", False),
    ("Concert de casseroles devant la base française de Niamey", "Des femmes veulent le départ des soldats.",
     "2023-08-30", True),
    ("Niamey : « Ce sont les nouvelles autorités qui sont ouvertes », disent les oulémas",
     "Le général Tiani, chef de la junte du Niger, les a reçus.", "2023-08-13", True),
    ("Niger : mais qui est le général Tiani", "Il a renversé Bazoum.", "2023-08-13", False),
    # who must do what to get by; but not who must leave
    ("Niger : des camionneurs contraints de vendre leur gasoil pour manger", "La Cédéao a fermé la frontière.",
     "2023-08-16", False),
    ("Niger : des soldats français contraints de quitter Ouallam", "La junte de Niamey l'a exigé.", "2023-09-06", True),
    ("Niger : la junte ferme l'espace aérien, des transporteurs en difficulté", "Elle craint une attaque.",
     "2023-08-07", True),
    # a verdict on it, and those who sign below
    ("Niger : un coup d'État prévisible", "La garde présidentielle a renversé Bazoum.", "2023-07-28", False),
    ("Niger : non à la guerre", "Nous, signataires, refusons que la Cédéao attaque le Niger.", "2023-08-09", False),
    ("Niger : cent savants disent non à la guerre", "« Nous, signataires, refusons que la Cédéao attaque le Niger », "
     "écrivent-ils.", "2023-08-09", True),
    # what he or his write is news; what is written to him is not
    ("Bazoum still held, denounces the coup in Niger in an op-ed", "The president was toppled on July 26.",
     "2023-08-04", True),
    ("La fille de Bazoum demande sa libération dans une lettre ouverte", "La junte a renversé son père.",
     "2023-08-23", True),
    ("Niger : lettre ouverte au général Tiani", "Mon général, vous avez renversé un élu.", "2023-08-23", False),
    # a neighbour's cut wires, and who will help in an attack that has not come
    ("Le Nigeria a cessé de fournir de l'électricité au Niger", "La ligne est hors service depuis mardi.",
     "2023-08-02", True),
    ("Niger : Niamey privée d'électricité, les habitants s'organisent", "Les coiffeurs achètent des groupes.",
     "2023-08-05", False),
    ("Le Niger recevra des soldats maliens lors d'une attaque contre le pays", "Le général Tiani a signé un décret.",
     "2023-08-25", True),
    ("Niger : une attaque contre un village fait huit morts", "Le général Tiani présente ses condoléances.",
     "2023-08-25", False),
    # what is told once more, in so many points, and what families eat
    ("Coup d'État au Niger : ce qu'il faut retenir", "La crise ouverte par la chute du président Bazoum.",
     "2023-08-23", False),
    ("Niger : un mois de crise en cinq dates", "Du putsch du 26 juillet à l'ultimatum.", "2023-08-26", False),
    ("Niger : « On ne mange plus qu'une fois par jour »", "À Niamey, les familles parlent de l'embargo.",
     "2023-09-10", False),
    ("Sahel : les échecs de la stratégie française", "Après le Mali, le Niger : Tiani a chassé Bazoum le 26 juillet.",
     "2023-08-30", False),
]


@pytest.mark.parametrize(("title", "text", "published", "alert"), HEADLINES)
def test_wakes_the_desk_for_what_is_said_and_done_and_for_no_effects(
    tagged: Tagger, title: str, text: str, published: str, alert: bool
) -> None:
    assert tagged(text, title=title, published=published, language="fr").alert is alert
