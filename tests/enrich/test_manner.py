"""Reports are told from pieces that weigh things by how they are written, where no one word says what they are."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from services.cli.why import weight
from services.enrich.enrich import Compiled, SeedError, draft, load, tag
from services.runtime.settings import SEEDS
from tests.enrich.conftest import Tagger, article

ESSAYS = [
    ("en", "2023-08-16", "Sanctions alone will not free Niger",
     "It is not the first time that a regional body is weaker than its own words. The coup in Niger is the story "
     "of elites who have lost their people, and of a continent in which there are still too many rulers and too "
     "few institutions. However one looks at it, the sanctions cannot be the whole answer, because those who need "
     "bread are not those who hold the guns. Perhaps the region must learn what the last decades have so often "
     "shown: that democracy is more than a ballot, and that no army can give what only a state can. Niger has "
     "become the mirror of all of them."),
    ("fr", "2023-08-16", "Niger : les sanctions ne suffiront pas",
     "Dimanche, l'ultimatum a pris fin. Ce n'est pas la première fois qu'une organisation régionale est moins "
     "forte que ses mots. Le coup d'Etat au Niger reste l'histoire d'élites qui ont perdu leur peuple, et d'un "
     "continent où il y a toujours trop de pouvoir et trop peu d'institutions. Or les sanctions ne peuvent pas "
     "être toute la réponse, car ceux qui ont faim ne sont pas ceux qui tiennent les armes. Sans doute faut-il "
     "tirer la leçon des dernières décennies : la démocratie est bien plus qu'une urne, et aucune armée ne peut "
     "donner ce que seul un Etat peut donner."),
    ("ar", "2023-08-16", "العقوبات وحدها لا تكفي لحل أزمة النيجر ولا ترضي المنطقة",
     "ليست هذه هي المرة الأولى التي تكون فيها منظمة إقليمية أضعف من كلامها. إن الانقلاب في النيجر هو قصة نخب فقدت "
     "شعبها، وقصة القارة التي لا تزال فيها السلطة أكثر من المؤسسات. لكن العقوبات لا يمكن أن تكون كل الجواب، إذ إن "
     "الجائع ليس هو من يحمل السلاح. ربما يجب على المنطقة أن تتعلم من دروس العقود الماضية، وهي أن الديمقراطية أكثر "
     "من صندوق، وليس في مقدور جيش أن يعطي ما لا تعطيه إلا الدولة، كما أن العالم لا ينظر إلا إلى مصالح الكبار في "
     "هذا الصراع بل وإلى نفوذهم."),
]
REPORTS = [
    ("en", "2023-08-16", "Niger's new rulers receive a delegation of the bloc in Niamey",
     "A delegation of the regional bloc arrived in Niamey on Wednesday and met the general who leads the junta, a "
     "spokesman said. The talks lasted two hours, according to a statement read on television. The envoys also "
     "saw the detained president, who was in good spirits, they told reporters before they left on the same "
     "evening."),
    ("fr", "2023-08-16", "Niger : une délégation de la Cédéao reçue à Niamey",
     "Une délégation de la Cédéao est arrivée mercredi à Niamey, où elle a rencontré le général Tiani, a annoncé "
     "un porte-parole. L'entretien a duré deux heures, selon un communiqué lu à la télévision. Les émissaires ont "
     "aussi vu le président déchu, a déclaré l'un d'eux à des journalistes avant de repartir dans la soirée."),
]


@pytest.mark.parametrize(("language", "published", "title", "text"), ESSAYS)
def test_what_weighs_a_crisis_wakes_nobody(
    crises: Compiled, language: str, published: str, title: str, text: str
) -> None:
    one = article(text, title, published, language)
    # no rule on its headline or its lines says so
    assert tag(one, replace(crises, manner=None)).alert
    found = tag(one, crises)
    assert found.crises[0].salience == "main"
    assert not found.alert


@pytest.mark.parametrize(("language", "published", "title", "text"), REPORTS)
def test_what_reports_it_does(tagged: Tagger, language: str, published: str, title: str, text: str) -> None:
    assert tagged(text, title=title, published=published, language=language).alert


def test_a_person_is_told_what_the_points_were(crises: Compiled) -> None:
    language, published, title, text = ESSAYS[0]
    one = article(text, title, published, language)
    told = weight("niger-2023", *draft(one, crises), one)[-1]
    assert told.startswith("no news: written as a piece that weighs things, -")
    assert "below weighs -" in told


def test_on_the_first_days_all_of_it_is_news(tagged: Tagger) -> None:
    language, _, title, text = ESSAYS[0]
    assert tagged(text, title=title, published="2023-07-27", language=language).alert


def test_what_somebody_of_rank_says_is_news_however_he_weighs_it(tagged: Tagger) -> None:
    language, published, title, text = ESSAYS[0]
    assert tagged(text, title=f"{title} – Buhari", published=published, language=language).alert


@pytest.mark.parametrize(
    "title",
    [
        'Buhari: "Sanctions alone will not free Niger"',
        '"Sanctions alone will not free Niger": Niger\'s exiled minister',
    ],
)
def test_nor_is_he_silenced_who_stands_before_or_behind_what_he_says(tagged: Tagger, title: str) -> None:
    language, published, _, text = ESSAYS[0]
    assert tagged(text, title=title, published=published, language=language).alert


def test_a_few_lines_say_too_little_to_be_silenced_for_them(tagged: Tagger) -> None:
    language, published, title, text = ESSAYS[0]
    assert tagged(text[:190], title=title, published=published, language=language).alert


def test_without_the_file_nobody_is_silenced_by_it(tmp_path: Path) -> None:
    shutil.copytree(SEEDS, tmp_path / "seeds")
    (tmp_path / "seeds" / "world" / "manner.yaml").unlink()
    assert load(tmp_path / "seeds").manner is None


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"points": {"head": {"sayy": 1.0}}}, "sayy is neither a role of cues nor counted"),
        ({"points": {"foot": {"say": 1.0}}}, "foot"),
        ({"limit": 1.0}, "limit"),
    ],
)
def test_points_for_what_nobody_counts_are_refused_with_file_and_line(
    tmp_path: Path, change: dict[str, object], said: str
) -> None:
    shutil.copytree(SEEDS, tmp_path / "seeds")
    path = tmp_path / "seeds" / "world" / "manner.yaml"
    path.write_text(yaml.safe_dump(yaml.safe_load(path.read_text()) | change))
    with pytest.raises(SeedError, match=rf"manner\.yaml:\d+: .*{said}"):
        load(tmp_path / "seeds")


def test_two_folders_may_not_both_say_how_reports_are_written(tmp_path: Path) -> None:
    shutil.copytree(SEEDS, tmp_path / "seeds")
    shutil.copy(tmp_path / "seeds" / "world" / "manner.yaml", tmp_path / "seeds" / "niger-2023" / "manner.yaml")
    with pytest.raises(SeedError, match=r"manner\.yaml:1: another folder has one"):
        load(tmp_path / "seeds")
