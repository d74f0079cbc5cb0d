"""Who and where: every kind of name that users of other tools saw mistaken."""

from __future__ import annotations

import unicodedata

import pytest

from tests.enrich.conftest import Tagger, ids, surfaces

CRISIS = " The junta in Niger met ECOWAS envoys."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Traffic on the Niger-Nigeria border has stopped.", {"niger", "nigeria"}),
        ("Nigeria closed its border with Niger.", {"niger", "nigeria"}),
        ("Gunmen attacked a village in Niger State, Nigeria.", {"niger-state", "nigeria"}),
        ("The Niger River rose; the Niger Delta was spared.", {"niger-river", "niger-delta"}),
        ("Ambaliya a jihar Neja da kogin Neja.", {"niger-state", "niger-river"}),
        ("فيضان نهر النيجر في ولاية النيجر", {"niger-river", "niger-state"}),
        (
            "La Guinée-Bissau, la Guinée équatoriale et la Papouasie-Nouvelle-Guinée",
            {"guinea-bissau", "equatorial-guinea", "papua-new-guinea"},
        ),
        ("South Sudan is not Sudan.", {"south-sudan", "sudan"}),
        ("Guinea, Guinea-Bissau and the Gulf of Guinea", {"guinea", "guinea-bissau", "gulf-of-guinea"}),
        ("Soudan du Sud", {"south-sudan"}),
        ("Niger: army on alert", {"niger"}),
        ("Traders crossed the Niger by boat.", {"niger-river"}),
        ("They swam in the Niger.", {"niger-river"}),
    ],
)
def test_each_mention_is_decided_by_itself(tagged: Tagger, text: str, expected: set[str]) -> None:
    assert ids(tagged(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Somali formality, Chadwick and the coupons of a coupé",
        "Beaucoup d'à-coups, découpés au coupe-coupe",
        "a benign accident in Beninese style, said nobody",
        "nigerite, Nigerland, Malibu, Maliki",
        "Aspergillus niger is a mould",
        "Chad Kroeger sang",
        "بنيامين وشمالي وجمالي ورأسمالي",
        "the ambassador and human rights",
    ],
)
def test_a_name_inside_a_word_is_none(tagged: Tagger, text: str) -> None:
    assert ids(tagged(text)) == set()


@pytest.mark.parametrize("prefix", ["و", "ف", "ب", "ك", "وب", "فب", ""])
def test_arabic_clitics_are_seen_through(tagged: Tagger, prefix: str) -> None:
    text = f"الخبر {prefix}النيجر ثم {prefix}نيامي قال {prefix}بازوم ثم {prefix}تشياني"
    tags = tagged(text)
    assert {"niger", "niamey", "abdourahamane-tchiani", "mohamed-bazoum"} <= ids(tags)
    assert "nigeria" not in ids(tags)
    assert surfaces(tags, "niger") == ["النيجر"]


@pytest.mark.parametrize("word", ["للنيجر", "وللنيجر", "فللنيجر"])
def test_the_article_after_lam_has_lost_its_alif(tagged: Tagger, word: str) -> None:
    assert ids(tagged(f"دعم {word} اليوم")) == {"niger"}


@pytest.mark.parametrize(
    "form",
    [
        "إيكواس",
        "ايكواس",
        "الإيكواس",
        "أيكواس",
        "إكواس",
        "المجموعة الاقتصادية لدول غرب أفريقيا",
        "المجموعة الإقتصادية لدول غرب إفريقيا",
        "الإيكـــواس",
        "الإِيكُواس",
        "اﻹيكواس",
    ],
)
def test_ecowas_is_found_in_every_arabic_spelling(tagged: Tagger, form: str) -> None:
    assert ids(tagged(f"قالت {form} أمس")) == {"ecowas"}


@pytest.mark.parametrize(
    "name",
    [
        "Abdourahamane Tchiani",
        "ABDOURAHMANE TIANI",
        "Abdourahmane Tchiani",
        "Omar Tchiani",
        "Tiani Abdourahamane",
        "Abdourahamane\u00a0Tchiani",
        "عبد الرحمن تشياني",
        "عبدالرحمن تياني",
        "Abdourahamane  Tiani",
    ],
)
def test_the_general_is_one_man_in_every_spelling(tagged: Tagger, name: str) -> None:
    assert "abdourahamane-tchiani" in ids(tagged(name + "." + CRISIS))


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ", "`", " "])
def test_an_apostrophe_is_an_apostrophe(tagged: Tagger, apostrophe: str) -> None:
    text = f"Le coup d{apostrophe}État contre Bazoum, dit l{apostrophe}Union africaine à N{apostrophe}Djamena."
    for form in ("NFC", "NFD"):
        tags = tagged(unicodedata.normalize(form, text))
        assert ids(tags) == {"mohamed-bazoum", "african-union", "ndjamena"}
        assert [c.event for c in tags.coups] == ["niger-2023"]


@pytest.mark.parametrize(
    "text",
    [
        "UN COUP D'ETAT AU NIGER, ON ATTEND UN ACCORD AU SOMMET",
        "Il y a un accord au sommet, on le dit.",
        "UN ENFANT AU SOLEIL ET ON RIT",
        "Un jour, au Niger, on a vu un camion.",
    ],
)
def test_french_small_words_are_no_acronyms(tagged: Tagger, text: str) -> None:
    assert not ids(tagged(text, language="fr")) & {"united-nations", "african-union", "united-states"}


def test_acronyms_in_their_own_language_count(tagged: Tagger) -> None:
    assert {"united-nations", "african-union"} <= ids(tagged("The UN and the AU condemned the coup in Niger."))
    assert {"united-nations", "african-union"} <= ids(tagged("L'ONU et l'UA condamnent le putsch au Niger."))
    assert "african-union" in ids(tagged("THE AU SUSPENDS NIGER AFTER THE COUP"))


@pytest.mark.parametrize(
    ("text", "entity", "found"),
    [
        ("Bazoum scored twice for Sochi.", "mohamed-bazoum", False),
        ("The junta will not free Bazoum.", "mohamed-bazoum", True),
        ("Mohamed Bazoum spoke. Bazoum is well.", "mohamed-bazoum", True),
        ("Modi met voters in New Delhi.", "salifou-modi", False),
        ("General Modi of Niger's junta flew to Mali.", "salifou-modi", True),
        ("Barmou met Nuland in Niamey.", "moussa-salaou-barmou", True),
        ("Barmou is a fine violinist.", "moussa-salaou-barmou", False),
        ("Issa Bazoum of Niger won the race.", "mohamed-bazoum", False),
        ("M62 called a march.", "m62", True),
        ("CNSP", "cnsp", True),
    ],
)
def test_a_surname_counts_where_the_text_supports_it(tagged: Tagger, text: str, entity: str, found: bool) -> None:
    assert (entity in ids(tagged(text))) is found


def test_narendra_modi_is_not_salifou_modi(tagged: Tagger) -> None:
    tags = tagged("Prime Minister Modi of India condemned the coup in Niger.")
    assert "narendra-modi" in ids(tags)
    assert "salifou-modi" not in ids(tags)


def test_both_men_in_one_text_keep_their_surname(tagged: Tagger) -> None:
    tags = tagged(
        "Narendra Modi spoke in Delhi. Modi smiled. In Niamey, General Salifou Modi of the junta replied. Modi frowned."
    )
    assert surfaces(tags, "narendra-modi") == ["Narendra Modi", "Modi"]
    assert surfaces(tags, "salifou-modi") == ["Salifou Modi", "Modi"]


def test_the_presidential_guard_is_that_of_the_country_spoken_of(tagged: Tagger) -> None:
    assert "presidential-guard-niger" in ids(tagged("In Niamey the presidential guard closed the gates."))
    assert "presidential-guard-niger" not in ids(
        tagged("In Gabon the presidential guard closed the gates of Libreville.")
    )


@pytest.mark.parametrize("word", ["Nigerien", "nigérienne", "French", "français", "Nigerians"])
def test_adjectives_and_peoples_are_no_mentions(tagged: Tagger, word: str) -> None:
    assert ids(tagged(f"The {word} said so.")) == set()


def test_a_title_is_no_part_of_a_mention(tagged: Tagger) -> None:
    assert surfaces(tagged("Général Salifou Mody, président Mohamed Bazoum"), "salifou-modi") == ["Salifou Mody"]


def test_a_place_inside_the_name_of_a_body_is_no_mention(tagged: Tagger) -> None:
    assert ids(tagged("The National Assembly of Niger and the Niamey Court of Appeal met.")) == {
        "national-assembly-niger",
        "court-of-appeal-niamey",
    }


def test_hausa_endings_belong_to_no_name(tagged: Tagger) -> None:
    tags = tagged(
        "Sojojin da suka yi juyin mulki sun ce za su kare Yamain da Maradin daga harin kasar waje.", language="ha"
    )
    assert surfaces(tags, "maradi") == ["Maradi"]
    assert "maradi" not in ids(tagged("The Maradin hotel is open and the view is good."))


@pytest.mark.parametrize(
    "text",
    [
        "Niger governor Bago sacks commissioners in Minna",
        "Bandits kill 12 in Niger, Kaduna",
        "Gwamnan Neja ya sallami kwamishinoni",
    ],
)
def test_in_the_papers_of_nigeria_niger_can_be_the_state(tagged: Tagger, text: str) -> None:
    assert ids(tagged(text)) >= {"niger-state"}
    assert "niger" not in ids(tagged(text))


def test_a_surname_behind_another_given_name_is_another_person(tagged: Tagger) -> None:
    assert "mahamadou-issoufou" not in ids(tagged("Niger's Razak Issoufou wins bronze after the coup"))
    assert "mahamadou-issoufou" in ids(tagged("After the coup in Niger the former president Issoufou stayed silent"))


@pytest.mark.parametrize(
    ("text", "title", "entity"),
    [
        ("Le Jnim a revendiqué l'attaque.", "Mali", "jnim"),
        ("The bloc put its standby force on alert.", "ECOWAS: Niger", "ecowas-standby-force"),
        ("La Cédéao active sa force en attente.", "Niger", "ecowas-standby-force"),
        ("An umarci rundunar ko-ta-kwana ta ECOWAS.", "Nijar", "ecowas-standby-force"),
        ("فاز متسابق من مالي بالسباق", "سباق", "mali"),
        ("Le Conseil de paix et de sécurité a tranché.", "L’UA suspend le Niger", "au-peace-and-security-council"),
        ("Alat Mogaskia est recherché.", "Niger", "alat-mogaskia"),
        ("Officers spoke in Libreville.", "Gabon", "libreville"),
    ],
)
def test_names_that_real_pages_write(tagged: Tagger, text: str, title: str, entity: str) -> None:
    assert entity in ids(tagged(text, title=title))


@pytest.mark.parametrize("text", ["دعم مالي كبير", "خبير مالي يتحدث", "من المالية إلى الاقتصاد"])
def test_money_is_no_mali(tagged: Tagger, text: str) -> None:
    assert "mali" not in ids(tagged(text))


def test_the_television_of_the_state_of_niger_is_no_niger_state(tagged: Tagger) -> None:
    tags = tagged("Russian trainers have landed, Niger state television said. Bandits struck in Niger state, Nigeria.")
    assert surfaces(tags, "niger") == ["Niger"]
    assert surfaces(tags, "niger-state") == ["Niger state"]


@pytest.mark.parametrize(
    "text",
    [
        "Nigeria's Bola Tinubu denounced the capture of President Bazoum by men of his presidential guard.",
        "Le président nigérian Bola Tinubu dénonce l'enlèvement du président Bazoum par sa garde présidentielle.",
        "He studied in Paris. Bazoum was seized when presidential guards shut the gates, soldiers of the junta said.",
    ],
)
def test_whose_guard_it_is_the_president_beside_it_says(tagged: Tagger, text: str) -> None:
    assert "presidential-guard-niger" in ids(tagged(text, title="Niger"))


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Wagner fighters guard a mine in the Central African Republic, Russia's embassy said.", "wagner-group"),
        ("Des paramilitaires russes de Wagner sont arrivés à Bangui.", "wagner-group"),
        ("A patrol of the National Guard was ambushed in western Niger.", "national-guard-niger"),
        ("Niger's army says it killed forty raiders.", "niger-armed-forces"),
        ("The raid was claimed by Jama'a Nusrat ul-Islam wal Muslimeen.", "jnim"),
        ("Le Premier ministre Lamine Zeine Ali Mahaman a parlé à la presse.", "ali-lamine-zeine"),
        ("The crude is loaded at the port of Sèmè in Benin.", "seme-kpodji"),
        ("Un porte-parole a lu le communiqué sur les ondes de la Voix du Sahel, au Niger.", "ortn"),
    ],
)
def test_bodies_are_found_in_the_forms_that_reports_use(tagged: Tagger, text: str, entity: str) -> None:
    assert entity in ids(tagged(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The fund pays US$40m and US $ 2m a year to farmers.", "united-states"),
        ("A tanker drifted in the Bight of Benin.", "benin"),
        ("Minna is calm, the News Agency of Nigeria reports.", "nigeria"),
        ("Le communiqué est passé à la Voix du Sahel, à Niamey.", "sahel"),
        ("Al-Qaida in the Islamic Maghreb freed a hostage.", "al-qaeda"),
    ],
)
def test_a_name_inside_a_longer_one_or_a_sum_is_none(tagged: Tagger, text: str, wrong: str) -> None:
    assert wrong not in ids(tagged(text))


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Lt Col Habibou Assoumane now commands the guard in Niamey.", "habibou-assoumane"),
        ("The economist came to Niamey from the African Development Bank.", "african-development-bank"),
        ("Des combattants liés à l'État islamique ont attaqué Tillabéri.", "islamic-state"),
        ("Militants of the Islamic State in the Sahel struck near Tahoua.", "isgs"),
        ("L'émissaire d'Alger, Lounès Magramane, était à Niamey.", "lounes-magramane"),
        ("Clerics led by Sheikh Abdullahi Bala Lau flew to Niamey.", "bala-lau"),
        ("In Abuja, the Nigerian Senate refused to send troops to Niger.", "senate-of-nigeria"),
        ("Boni Yayi et Nicéphore Soglo ont atterri à Niamey.", "nicephore-soglo"),
    ],
)
def test_the_second_rank_of_the_crisis_is_known(tagged: Tagger, text: str, entity: str) -> None:
    assert entity in ids(tagged(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Sur France Inter, le ministre a parlé du Niger.", "france"),
        ("Il s'est confié à Paris Match, a dit Niamey.", "paris"),
        ("L'Autorité du bassin du Niger craint une crue à Tillabéri.", "niger-river"),
        ("The Central Bank of Nigeria froze accounts of traders in Niamey.", "nigeria"),
    ],
)
def test_a_place_in_the_name_of_a_paper_or_a_bank_is_none(tagged: Tagger, text: str, wrong: str) -> None:
    assert wrong not in ids(tagged(text))


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Bazoum est détenu à Niamey avec son fils Salem.", "salem-bazoum"),
        ("The junta holds Bazoum in Niamey with his wife Hadiza.", "hadiza-bazoum"),
        ("À Niamey, le tribunal militaire a entendu l'ancien ministre.", "military-tribunal-niamey"),
        ("Sébastien Le Cornu annonce le départ de Niamey.", "sebastien-lecornu"),
        ("Fighters of IS Sahel shot worshippers at Fambita.", "isgs"),
        ("Fighters shot worshippers at Fambita in western Niger.", "fambita"),
        ("Hakan Fidan a été reçu à Niamey.", "hakan-fidan"),
        ("Eva Gretzmacher a été enlevée chez elle à Agadez.", "eva-gretzmacher"),
        ("Niger's security service still holds Ibrahim Courmo of Orano.", "ibrahim-courmo"),
        ("Rhissa Ag Boulla et Daouda Djibo Takoubakoye perdent leur nationalité.", "daouda-takoubakoye"),
    ],
)
def test_people_and_places_of_its_later_stories_are_known(tagged: Tagger, text: str, entity: str) -> None:
    assert entity in ids(tagged(text))


def test_a_given_name_alone_is_nobody(tagged: Tagger) -> None:
    assert ids(tagged("Salem and Hadiza were born in Niamey.")) == {"niamey"}


@pytest.mark.parametrize(
    "text",
    [
        "Des pirogues longent les berges du Niger, à Ségou.",
        "La crue du Niger menace les rizières de la rive gauche du Niger.",
        "Les oiseaux du delta intérieur du Niger reviennent.",
    ],
)
def test_what_has_banks_and_floods_is_the_river(tagged: Tagger, text: str) -> None:
    assert "niger-river" in ids(tagged(text))
    assert "niger" not in ids(tagged(text))


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Une déclaration du Comité national pour la sauvegarde de la patrie a été lue à Niamey.", "cnsp"),
        ("The Economic Community for West African States met on Niger.", "ecowas"),
        ("The party of Bazoum, the Niger Party for Democracy and Socialism, protests.", "pnds"),
        ("Mahamat Idris Déby est attendu à Niamey.", "mahamat-deby"),
        ("Le président du Sénat a lu la lettre du chef de l'État du Nigeria.", "senate-of-nigeria"),
        ("La junte a nommé Ali Zeine à la tête du gouvernement du Niger.", "ali-lamine-zeine"),
        ("Le groupe France Médias Monde proteste contre la coupure à Niamey.", "france-medias-monde"),
    ],
)
def test_bodies_are_known_by_what_papers_make_of_their_names(tagged: Tagger, text: str, entity: str) -> None:
    assert entity in ids(tagged(text))


def test_the_assets_of_the_niger_state_are_the_country_s(tagged: Tagger) -> None:
    tags = tagged("The bloc froze the assets of the Niger State and of its enterprises.", title="ECOWAS on Niger")
    assert "niger-state" not in ids(tags)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Soldiers Who Acted Alone Are Sought In Niger", False),
        ("Niger has banned the aid group Acted without giving a reason.", True),
        ("Le Niger suspend l'ONG Acted.", True),
    ],
)
def test_who_acted_is_not_the_aid_group(tagged: Tagger, text: str, found: bool) -> None:
    assert ("acted" in ids(tagged(text))) is found


def test_the_rulers_in_uniform_are_not_the_army(tagged: Tagger) -> None:
    assert "niger-armed-forces" not in ids(tagged("The Nigerien military regime closed the border."))
    assert "niger-armed-forces" in ids(tagged("The Nigerien military lost ten men near Tillia."))
