"""What makes news of a headline without a verb of news, in English and French; and what no headline makes news of."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger

BACKGROUND = {
    "en": "The landlocked country in the Sahel is ruled by the generals who ousted its elected president in July. "
    "Its neighbours keep their frontiers closed. It has uranium and gold, and two powers of the West keep troops and "
    "drones there. The region has seen several coups in three years, and armed groups roam the borderlands.",
    "fr": "Le pays enclavé du Sahel est dirigé par les généraux qui ont renversé son président élu en juillet. Ses "
    "voisins gardent leurs frontières closes. Il possède de l'uranium et de l'or, et deux puissances occidentales y "
    "entretiennent troupes et drones. La région a connu plusieurs coups d'Etat en trois ans.",
}

NEWS = [
    ("2023-08-05", "en", "Upper house kicks against war on Niger"),
    ("2023-08-06", "en", "Niger skies shut"),
    ("2023-08-07", "en", "Bloc's deadline lapses, Niger generals silent"),
    ("2023-08-08", "en", "American envoy leaves Niger with empty hands"),
    ("2023-08-13", "en", "Niger: generals ready for dialogue"),
    ("2023-08-19", "en", "Retired general back in Niger with bloc's team"),
    ("2023-08-20", "en", "Tens of thousands out for Niger's junta"),
    ("2023-08-26", "en", "Niger troops on high alert"),
    ("2023-07-30", "fr", "Niger : sept jours pour rendre le palais"),
    ("2023-07-31", "fr", "Le président tchadien au chevet du Niger"),
    ("2023-08-03", "fr", "Niger : fin des accords militaires avec Paris"),
    ("2023-08-05", "fr", "Niger : non du Sénat d'Abuja à la guerre"),
    ("2023-08-06", "fr", "Niger : un ciel fermé jusqu'à nouvel ordre"),
    ("2023-08-13", "fr", "Niger : la junte disposée à parler"),
    ("2023-08-19", "fr", "Niger : trois ans de transition tout au plus"),
    ("2023-08-22", "fr", "Le Niger exclu des réunions d'Addis-Abeba"),
    ("2023-09-16", "fr", "Mali, Niger, Burkina : pacte d'assistance"),
    ("2023-08-05", "en", "Sahel neighbours deployed jets to Niger"),
    ("2023-08-24", "en", "Niger ruler authorises neighbours' troops"),
    ("2023-09-13", "en", "Frenchman let go by Niger junta"),
    ("2023-08-13", "fr", "Togo et Tchad refusent d'être une base contre le Niger"),
    ("2023-08-18", "fr", "Niger : Berlin pousse l'Europe à sévir, Berlin pousse à des listes noires"),
    ("2023-09-06", "fr", "Niger : Washington redéploie ses hommes"),
]


@pytest.mark.parametrize(("published", "language", "title"), NEWS)
def test_a_headline_of_few_words_is_news_above_background_alone(
    tagged: Tagger, published: str, language: str, title: str
) -> None:
    assert tagged(BACKGROUND[language], title=title, published=published, language=language).alert


DATED = [
    ("2023-08-05", "fr", "Ressortissants du Niger",
     "Après le putsch de Niamey, un pont aérien a ramené mille personnes à Paris, dont la moitié de Français. Les cinq "
     "rotations ont pris fin le 3 août. Les familles ont été logées dans des hôtels proches des pistes. Quelques "
     "centaines de personnes sont restées sur place, par choix, avec l'appui du consulat."),
    ("2023-08-05", "en", "The expatriates of Niger",
     "After the coup in Niamey an airlift has brought a thousand people to Paris, half French. The five flights "
     "ended on August 3. The families were lodged in hotels beside the runways. Some hundreds of people have stayed "
     "behind of their own will, with the help of the consulate."),
    ("2023-07-28", "fr", "Niger : le chaos à Niamey",
     "Le chef de l'Etat est entre les mains de sa garde. Au milieu de la nuit, des officiers ont affirmé l'avoir "
     "renversé. Depuis, le calme de la capitale paraît précaire, et les rues sont vides. Plus de mille expatriés y "
     "vivent, sans avoir reçu la moindre consigne de leur ambassade, et l'attente se prolonge."),
]


@pytest.mark.parametrize(("published", "language", "title", "text"), DATED)
def test_a_date_of_these_days_or_the_first_days_themselves_make_news(
    tagged: Tagger, published: str, language: str, title: str, text: str
) -> None:
    assert tagged(text, title=title, published=published, language=language).alert


QUIET = [
    # no verb, no day, nobody who speaks
    ("2023-08-11", "fr", "Niger, les fissures d'un voisinage",
     "Au coeur de la région sahélienne, le Niger était l'ultime allié d'une ancienne puissance. Comme le Mali, "
     "puis le Burkina, il succombe à la tentation du coup d'Etat, au motif que la lutte contre les groupes armés n'a "
     "pas donné les fruits attendus. Cet argument vient s'ajouter à d'autres, qui ont trait à la misère des campagnes "
     "et au sort des jeunes. Les choses sont pourtant loin d'être simples."),
    # what sanctions do
    ("2023-08-12", "fr", "Les sanctions au Niger : un peuple à genoux",
     "Les effets des sanctions commencent à se faire ressentir au Niger, après le coup d'Etat de juillet. En raison du "
     "blocus, les sacs de riz se vendent plus cher et les étals se vident. Les familles font des réserves de pâtes et "
     "d'huile. Cette situation souligne la nécessité de trouver des mesures qui épargnent les pauvres, dans un pays "
     "qui dépend de l'aide pour une large part de son budget."),
    ("2023-09-02", "fr", "Niger : entre putsch et blocus, la hantise de l'asphyxie",
     "Depuis le coup d'Etat, les Nigériens cherchent à tenir. Le sac de riz importé a pris trois mille francs, et les "
     "usines de Niamey tournent au ralenti, faute de courant."),
    ("2023-08-08", "fr", "Au Niger, le blocus et les sanctions se font déjà sentir",
     "Plus d'une semaine après le coup d'Etat, la population compte ses provisions."),
    # a crisis that shows something
    ("2023-08-08", "en", "Niger coup exposes a bloc without teeth",
     "Retreats are made in haste. The generals of Niamey have seen through the regional bloc, whose leaders had sworn "
     "that no more soldiers would topple a president."),
    ("2023-08-08", "fr", "La crise au Niger révèle les failles de la Cédéao",
     "Les généraux ont vu clair dans le jeu de l'organisation, dont les chefs avaient juré qu'aucun soldat ne "
     "renverserait plus un président."),
    # who he is
    ("2023-08-02", "en", "General Tchiani: quiet infantryman who toppled his president",
     "The head of the guard, 62, came from the ranks and kept far from cameras. On Friday he sat before them as ruler "
     "of Niger after the coup."),
    ("2023-08-02", "fr", "Le général Tiani, le garde discret qui a renversé son président",
     "Agé de 62 ans, le chef de la garde est sorti du rang. Vendredi, il est apparu à la télévision en maître du Niger "
     "après le coup d'Etat."),
    # the text says what it is
    ("2023-08-20", "fr", "Niger : les groupes armés tirent parti du putsch",
     "DÉCRYPTAGE - Après le coup d'Etat, l'armée s'est vue privée de renseignements lundi. Les autres observent."),
    ("2023-08-20", "en", "Armed groups gain from Niger putsch",
     "ANALYSIS: After the coup the army lost its sources, analysts said on Monday. Armed groups watch."),
    ("2023-09-18", "fr", "Alliance des Etats du Sahel : voici concrètement à quoi elle servira",
     "Le Mali, le Burkina Faso et le Niger, dirigés par des putschistes, ont signé samedi une charte à Bamako."),
    # a turn of essays about its troops, the sanctions, or a test
    ("2023-08-11", "en", "French troops in the spotlight after Niger putsch",
     "The coup has raised questions about fifteen hundred soldiers, said on Monday to be needed there."),
    ("2023-08-11", "fr", "Les militaires français du Niger remis en question",
     "Le coup d'Etat de mercredi pose la question de quinze cents soldats, dont les accords sont dénoncés."),
    ("2023-08-11", "fr", "L'organisation ouest-africaine face à un dilemme au Niger",
     "Le putsch de juillet a surpris son président, qui avait juré mardi que aucun soldat ne prendrait un palais."),
    ("2023-08-11", "fr", "Putsch au Niger : cinq questions sur les mines",
     "Le coup d'Etat de mercredi inquiète les électriciens. Que représentent les mines d'Arlit ?"),
    ("2023-08-11", "en", "Niger coup imperils lamps of half a continent",
     "Since Tuesday engineers have counted fuel rods. The country supplies a fifth of what reactors burn."),
    ("2023-08-12", "en", "Niamey tailors into darkness as sanctions last",
     "Since the coup of July the current comes for an hour a day, a tailor said on Friday."),
    # long ago said: today
    ("2023-08-22", "fr", "Après Niamey, l'union cherche sa boussole",
     "L'organisation régionale a brandi la force sans l'employer. Elle paie aujourd'hui le prix de ses indulgences "
     "envers ceux qui s'éternisent au palais. Le putsch nigérien n'a fait que dévoiler ses fractures. Ses fondateurs "
     "rêvaient d'une union des peuples."),
    ("2023-08-21", "fr", "Salifou Mody, stratège de l'ombre",
     "Fils d'instituteur, le général a fait ses classes à Thiès puis à Berlin. Longtemps chef d'état-major, il avait "
     "été remercié au printemps. Le coup d'Etat du Niger l'a ramené au premier rang. Ses pairs le disent "
     "patient, secret et rancunier."),
    ("2023-09-26", "fr", "Niger : entre la junte et la Cédéao, le bras de fer s'éternise",
     "Depuis le coup d'Etat du 26 juillet, rien n'avance. Paris a annoncé dimanche le départ de son ambassadeur."),
    # what somebody was asked
    ("2023-08-30", "fr", "Sanctions au Niger : « Rien ne justifie de punir tout un peuple »",
     "Quels effets du blocus voyez-vous dans vos centres de soins depuis le coup d'Etat ? Les camions n'arrivent plus, "
     "et les familles renoncent à un repas."),
]


@pytest.mark.parametrize(("published", "language", "title", "text"), QUIET)
def test_essays_lives_interviews_and_what_sanctions_do_wake_nobody(
    tagged: Tagger, published: str, language: str, title: str, text: str
) -> None:
    assert not tagged(text, title=title, published=published, language=language).alert


ACTED = [
    ("2023-08-02", "en", "General Tchiani, who toppled his president, warns neighbours",
     "He spoke on state television."),
    ("2023-08-02", "fr", "Le général Tiani, l'homme qui a renversé Bazoum, met en garde la Cédéao",
     "Il s'est adressé à la nation."),
    ("2023-08-20", "fr", "Niger : « Nous ne voulons pas la guerre », dit Lamine Zeine",
     "Que répondez-vous à la Cédéao ? Le Premier ministre de la junte tend la main à ses voisins."),
    ("2023-08-14", "fr", "Le Bénin ne servira pas de base aux attaques envisagées contre le Niger",
     "Une réunion des chefs d'armée de la région a tourné court."),
    ("2023-08-04", "fr", "Niger : incertitude dans la capitale",
     "Les putschistes ont reçu vendredi une délégation des voisins, et annoncent la fin des accords avec Paris."),
    ("2023-08-03", "fr", "Niger : Bazoum se dit otage dans une tribune", "Le président renversé écrit au monde."),
    ("2023-08-03", "en", "Bazoum pens op-ed from captivity", "Niger's ousted president writes that he is a hostage."),
    ("2023-08-11", "fr", "Bazoum : l'ONU alarmée par sa captivité",
     "Le président renversé vit dans une cave avec les siens. Il n'a plus ni lumière ni viande. La "
     "junte du Niger ne laisse entrer personne. Ses gardes lui ont pris ses livres, et son fils a maigri."),
    ("2023-09-01", "fr", "Niger : voici la liste des ministres du gouvernement de la junte",
     "Le général Tiani a signé le décret dans la nuit."),
]


@pytest.mark.parametrize(("published", "language", "title", "text"), ACTED)
def test_who_toppled_a_president_and_acts_is_news(
    tagged: Tagger, published: str, language: str, title: str, text: str
) -> None:
    assert tagged(text, title=title, published=published, language=language).alert
