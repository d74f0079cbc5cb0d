"""The words that sites write around articles are data: read once, and a wrong line is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from services.collect.item import Item, Unreadable
from services.collect.reader import Reader
from services.collect.site_words import SHIPPED, SeedFileError, load

NOTICES = "notices:\n  - reason: the page is being painted\n    heads:\n      - wet paint\n    says: [mind the paint]\n"
AROUND = "hints: [walk]\nalso:\n  - walk on\n  - also walk to\ntags: [labels?]\n"
COUNTERS = "counted: [loves]\nlabels: [loved]\nfew: [many]\nforms: ['({number}|{few}) {counted}']\nhints: [love]\n"
PAGE = "<html><head><title>Wet paint</title></head><body><p>Mind the paint. {}</p></body></html>"
SAID = "<p>The painters of Maradi are at work on the gate of the market until the evening of the day.</p>"


def seeds(folder: Path, notices: str = NOTICES, around: str = AROUND) -> Path:
    place = folder / "world" / "pages"
    place.mkdir(parents=True)
    (place / "notices.yaml").write_text(notices)
    (place / "around.yaml").write_text(around)
    return folder


def test_those_that_come_with_the_program_are_sound_and_stand_in_for_a_folder_without_any(tmp_path: Path) -> None:
    assert load(tmp_path) == load(SHIPPED)
    assert {one.reason for one in load(SHIPPED).notices.notices} > {"the page says that there is none"}


@pytest.mark.parametrize(("notices", "around", "complaint"), [
    (NOTICES.replace("wet paint", '"wet (paint"'), AROUND, "notices.yaml:4: notices.0.heads.0: 'wet (paint' is no "),
    (NOTICES.replace("wet paint", '"(wet)?"'), AROUND, "notices.yaml:4: notices.0.heads.0: '(wet)?' says nothing"),
    (NOTICES.replace("wet paint", "'(wet|dry) \\1'"), AROUND, "notices.yaml:4: notices.0.heads.0: '(wet|dry) "),
    (NOTICES, AROUND.replace("walk on", "'walk (?P<colon>on)'"), "around.yaml:3: also.0: 'walk (?P<colon>on)' names"),
    (NOTICES + "    for_ever: true\n", AROUND, "notices.yaml:6: notices.0.for_ever: there is no such setting"),
    ("notices: []\n", AROUND, "notices.yaml:1: notices: "), ("notices: [", AROUND, "notices.yaml:"),
    (NOTICES, AROUND.replace("walk on", "run on"), "around.yaml:2: also: 'run on' has none of the hints"),
    (NOTICES, AROUND + "lines: [Buy now]\n", "around.yaml:6: lines: 'Buy now' has capitals"),
    (NOTICES, "also: [walk]\n", "around.yaml:1: hints: Field required"),
    (NOTICES, AROUND + "cut-off: ['(for']\n", "around.yaml:6: cut-off.0: '(for' is no regular expression"),
])
def test_a_wrong_line_is_named_with_its_file(notices: str, around: str, complaint: str, tmp_path: Path) -> None:
    with pytest.raises(SeedFileError) as raised:
        load(seeds(tmp_path, notices, around))
    assert complaint in str(raised.value)
    assert "\n" not in str(raised.value)


async def test_what_reads_pages_goes_by_the_words_of_its_folder(tmp_path: Path) -> None:
    reader = Reader(seeds=seeds(tmp_path))
    try:
        found = await reader.extract(PAGE.format("It dries. " * 20).encode(), "text/html", "https://a.example.org/1")
        assert isinstance(found, Unreadable)
        assert found.reason == "the page is being painted"
        on = "<p>Walk on: <a href=/2>The road to Dosso</a></p>"
        body = f"<html><body><h1>The gate</h1>{SAID}{on}{SAID * 3}</body></html>"
        kept = await reader.extract(body.encode(), "text/html", "https://a.example.org/2")
        assert isinstance(kept, Item)
        assert "Dosso" not in (kept.text or "")
    finally:
        reader.close()


def test_a_file_that_a_folder_has_not_is_the_one_that_comes_with_the_program(tmp_path: Path) -> None:
    assert load(seeds(tmp_path)).counters == load(SHIPPED).counters
    place = tmp_path / "world" / "pages" / "counters.yaml"
    place.write_text(COUNTERS)
    loved = load(tmp_path).counters.pattern(r"\d+")
    assert [loved.sub("", line) for line in ("12 loves", "Many loves", "12 views")] == ["", "", "12 views"]


def test_a_form_of_counters_that_stands_for_something_unknown_is_named(tmp_path: Path) -> None:
    place = seeds(tmp_path) / "world" / "pages" / "counters.yaml"
    place.write_text(COUNTERS.replace("{number}", "{digits}"))
    with pytest.raises(SeedFileError, match=r"counters.yaml:4: forms: '\({digits}.*' has {digits}, which stands for"):
        load(tmp_path)
