"""Seeds: what ships is sound, what is wrong names its line, and another crisis is a folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from services.enrich.enrich import SeedError, load, tag
from services.enrich.read.patterns import arabic_stem
from services.enrich.read.seeds import read
from tests.enrich.conftest import SEEDS, article


def test_the_gazetteer_is_large_enough_and_placed() -> None:
    entities = [e for e in read(SEEDS).entities.values() if e.tag]
    assert len(entities) >= 250
    assert sum(e.lat is not None for e in entities) >= 80


def test_all_four_languages_are_there() -> None:
    assert {c.language for c in read(SEEDS).cues} == {"en", "fr", "ar", "ha"}


def test_the_president_was_president_until_the_coup() -> None:
    roles = read(SEEDS).entities["mohamed-bazoum"].roles
    president = next(r for r in roles if r.role == "President of Niger")
    assert str(president.until) == "2023-07-26"


def copied(tmp_path: Path) -> Path:
    root = tmp_path / "seeds"
    shutil.copytree(SEEDS, root)
    return root


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("  - {id: Bad Id, name: X, kind: place, names: [X]}", "id"),
        ("  - {id: x, name: X, kind: town, names: [X]}", "kind"),
        ("  - {id: x, name: X, kind: place, names: [X], lat: 91, lon: 0, source: s}", "lat"),
        ("  - {id: x, name: X, kind: place, names: [X], wikidata: 12}", "wikidata"),
        ("  - {id: x, name: X, kind: place, names: [X], colour: red}", "colour"),
        ("  - {id: x, name: X, kind: place, names: ['(x|y']}", "open bracket"),
        ("  - {id: x, name: X, kind: place, names: ['x|y)']}", "bracket too many"),
        ("  - {id: x, name: X, kind: place, names: [X]", ""),
    ],
)
def test_a_wrong_line_names_file_and_line(tmp_path: Path, line: str, complaint: str) -> None:
    root = copied(tmp_path)
    path = root / "niger-2023" / "gazetteer" / "zz.yaml"
    path.write_text(f"# note\nentities:\n{line}\n", encoding="utf-8")
    with pytest.raises(SeedError) as caught:
        load(root)
    assert str(path) in str(caught.value)
    assert ":3:" in str(caught.value) or ":4:" in str(caught.value)
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)


def test_no_seeds_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(SeedError, match="no such folder"):
        load(tmp_path / "nowhere")


def test_another_crisis_is_a_folder(tmp_path: Path) -> None:
    """Copied whole, renamed, given names of its own: it works beside the first, no code touched."""
    root = copied(tmp_path)
    gabon = root / "gabon-2023"
    shutil.copytree(root / "niger-2023", gabon)
    (gabon / "crisis.yaml").write_text(
        "id: gabon-2023\nname: Gabon\nevent: gabon-2023\ncountry: gabon\nsince: 2023-08-30\n", encoding="utf-8"
    )
    extra = "\n".join(
        f"  - {{id: gabon-{i}, name: Man Number{i}, kind: person, country: gabon, core: true, names: [Man Number{i}]}}"
        for i in range(39)
    )
    (gabon / "gazetteer" / "people.yaml").write_text(
        "entities:\n  - {id: ctri, name: Committee for the Transition, kind: organisation, country: gabon, core: true, "
        f"junta: gabon-2023, names: [Committee for the Transition], acronyms: [CTRI]}}\n{extra}\n",
        encoding="utf-8",
    )
    crises = load(root)
    tags = tag(
        article(
            "The CTRI named a prime minister in Libreville.",
            title="Gabon junta appoints premier",
            published="2023-09-07",
        ),
        crises,
    )
    assert {(c.id, c.salience) for c in tags.crises} == {("gabon-2023", "main"), ("niger-2023", "none")}
    assert tags.alert
    tags = tag(
        article("The junta holds Mohamed Bazoum.", title="Niger rejects deadline", published="2023-09-07"), crises
    )
    assert {(c.id, c.salience) for c in tags.crises} == {("gabon-2023", "none"), ("niger-2023", "main")}


def test_germany_does_not_begin_with_an_article() -> None:
    assert arabic_stem("النيجر", "no")[1] == "yes"
    assert arabic_stem("ألمانيا", "no")[1] == "no"


def test_a_coup_that_is_made_again_names_one_that_there_is(tmp_path: Path) -> None:
    events = copied(tmp_path) / "world" / "events.yaml"
    events.write_text(events.read_text().replace("again: mali-2020", "again: mali-2019"))
    with pytest.raises(SeedError, match="event mali-2021: no event mali-2019"):
        load(tmp_path / "seeds")


@pytest.mark.parametrize(
    ("published", "text", "event"),
    [
        ("2023-08-03", "Mali's junta sent two aircraft.", "mali-2020"),
        ("2023-08-03", "Soldiers toppled Bah Ndaw in Mali.", "mali-2021"),
        ("2023-08-03", "Mali's junta came by the coup of May 2021.", "mali-2021"),
        ("2021-06-03", "The bloc suspended Mali after the coup.", "mali-2021"),
    ],
)
def test_a_coup_made_again_is_meant_by_its_date_or_its_people_or_in_its_year(
    published: str, text: str, event: str
) -> None:
    found = tag(article(text, "", published, "en"), load(SEEDS)).coups
    assert {coup.event for coup in found} == {event}


def test_a_cue_file_can_be_read_and_compared_line_by_line() -> None:
    """A bracket of a hundred words is several entries, a list several lines: a change shows what it changed."""
    files = sorted((SEEDS / "world" / "cues").glob("*.yaml"))
    assert files
    for path in files:
        longest = max(len(line) for line in path.read_text(encoding="utf-8").splitlines())
        assert longest <= 160, f"{path.name}: a line of {longest} letters"


def test_two_entities_of_one_kind_with_the_same_name_are_refused(tmp_path: Path) -> None:
    """One man under two ids is found under either, and counted as two."""
    path = copied(tmp_path) / "niger-2023" / "gazetteer" / "people.yaml"
    twice = "  - {id: twice, name: Mohamed Bazoum, kind: person, names: [Bazoum Mohamed]}\n"
    path.write_text(path.read_text(encoding="utf-8") + twice, encoding="utf-8")
    with pytest.raises(SeedError, match="mohamed-bazoum has the same name"):
        read(tmp_path / "seeds")


@pytest.mark.parametrize(("was", "wrong", "said"), [
    ("body: alliance-of-sahel-states", "body: nobody", "no entity nobody for its alliance"),
    ("countries: [mali, burkina-faso]", "countries: [mali, atlantis]", "no place atlantis for its alliance"),
])  # fmt: skip
def test_an_alliance_of_the_unknown_is_refused(was: str, wrong: str, said: str, tmp_path: Path) -> None:
    path = copied(tmp_path) / "niger-2023" / "crisis.yaml"
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, wrong), encoding="utf-8")
    with pytest.raises(SeedError, match=said):
        read(tmp_path / "seeds")
