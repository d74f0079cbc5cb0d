"""What `harmattan feed` reads, before it goes anywhere."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from services.cli.feed import Fed, NotAnArticle, _read_all
from services.cli.problem import Problem

ARTICLE = {"title": "Niger: airspace closed", "text": "The junta closed the airspace."}
LINE = json.dumps(ARTICLE)
BOM = b"\xef\xbb\xbf"


def read(*paths: Path | str) -> list[Fed | NotAnArticle]:
    return list(_read_all(str(path) for path in paths))


def places(items: list[Fed | NotAnArticle]) -> list[tuple[bool, str]]:
    return [(isinstance(item, Fed), item.place) for item in items]


@pytest.mark.parametrize("start", [b"", BOM])
def test_a_text_file_is_one_article(tmp_path: Path, start: bytes) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(start + b"date 2023-07-27 Niamey.\n\n[Deux] paragraphes.\n")
    [fed] = read(file)
    assert fed == Fed(file.read_bytes(), str(file))


@pytest.mark.parametrize("start", [b"", BOM, b"\n  "])
def test_a_json_file_is_one_article(tmp_path: Path, start: bytes) -> None:
    (tmp_path / "a.json").write_bytes(start + json.dumps(ARTICLE, indent=1).encode())
    assert places(read(tmp_path / "a.json")) == [(True, str(tmp_path / "a.json"))]


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.json", "a"])
@pytest.mark.parametrize("end", ["\n", "", "\r\n", "\n\n\n"])
def test_lines_of_json_are_an_article_each(tmp_path: Path, name: str, end: str) -> None:
    (tmp_path / name).write_bytes(f"{LINE}\n\n{LINE}{end}".encode())
    found = read(tmp_path / name)
    assert [item.place.rpartition(":")[2] for item in found] == ["1", "3"]
    assert all(isinstance(item, Fed) for item in found)


def test_a_list_is_an_article_each(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(f"[{LINE}, {{}}, {LINE}]")
    assert [ok for ok, _ in places(read(tmp_path / "a.json"))] == [True, False, True]


def test_a_list_is_read_as_the_service_would_read_it(tmp_path: Path) -> None:
    odd = '{"title": "Half \\ud83d a smile", "rank": NaN, "id": 123456789012345678901234567890}'
    (tmp_path / "a.json").write_text(f"[{odd}, {LINE}]")
    assert [ok for ok, _ in places(read(tmp_path / "a.json"))] == [True, True]


def test_what_holds_several_articles_is_as_many_and_a_bad_one_keeps_none_back(tmp_path: Path) -> None:
    answer = {"status": "ok", "articles": [ARTICLE, {"url": "https://example.org"}, ARTICLE]}
    (tmp_path / "a.json").write_text(json.dumps(answer, indent=1))
    (tmp_path / "b.jsonl").write_text(f"[{LINE}, {LINE}]\n{LINE}")
    (tmp_path / "c.txt").write_text(f"[{LINE}, {{}}]")
    feed = {"version": "https://jsonfeed.org/version/1", "title": "A site", "items": [ARTICLE, ARTICLE]}
    (tmp_path / "d.json").write_text(json.dumps(feed))
    found = [ok for ok, _ in places(read(tmp_path))]
    assert found == [True, False, True] + [True] * 3 + [True, False] + [True] * 2


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_files_of_wide_characters_are_read_by_line_and_by_element(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(f"{LINE}\r\n{LINE}\r\n".encode(encoding))
    (tmp_path / "b.json").write_bytes(f"[{LINE}, {LINE}]".encode(encoding))
    (tmp_path / "c.txt").write_bytes("date 2023-07-27 Soldiers came to the palace.".encode(encoding))
    assert [ok for ok, _ in places(read(tmp_path))] == [True] * 5


def test_files_are_known_by_their_endings_in_capitals_too(tmp_path: Path) -> None:
    (tmp_path / "A.JSONL").write_text(f"{LINE}\n{LINE}")
    (tmp_path / "B.TXT").write_text("Plain text on Niger.")
    assert len(read(tmp_path)) == 3


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b"])
def test_a_name_that_no_file_can_have_is_a_problem(name: str) -> None:
    with pytest.raises(Problem, match="cannot be read"):
        read(name)


def test_an_empty_path_is_not_the_folder_one_stands_in() -> None:
    with pytest.raises(Problem, match="empty path"):
        read("")


def test_a_folder_is_read_in_order_and_to_the_bottom(tmp_path: Path) -> None:
    for name in ("b/2.json", "a.jsonl", "b/c/3.json", "z.txt", "image.png", "Makefile"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(LINE)
    found = [place.removeprefix(f"{tmp_path}/").split(":")[0] for _, place in places(read(tmp_path))]
    assert found == ["a.jsonl", "b/2.json", "b/c/3.json", "z.txt"]


def test_a_file_named_by_a_person_is_read_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "article").write_text("Plain text on Niger.")
    assert places(read(tmp_path / "article")) == [(True, str(tmp_path / "article"))]


def test_standard_input_is_read_as_what_it_looks_like(monkeypatch: pytest.MonkeyPatch) -> None:
    for content, count in ((LINE, 1), (f"{LINE}\n{LINE}", 2), (f"[{LINE},{LINE},{LINE}]", 3), ("Plain text.", 1)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
        assert [ok for ok, _ in places(read("-"))] == [True] * count


@pytest.mark.parametrize(
    "content", [b"{}", b'{"url": "https://example.org"}', b'{"broken', b"[1", b"   ", b"\xff\xfe\x00", b'{"title": {}}']
)
def test_what_is_no_article_has_its_reason(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.json").write_bytes(content)
    [item] = read(tmp_path / "a.json")
    assert isinstance(item, NotAnArticle)
    assert item.reason
    assert "\n" not in item.reason


def test_a_line_that_is_none_is_named_by_its_number(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(f"{LINE}\nnull\n{LINE}\n{{\n")
    found = read(tmp_path / "a.jsonl")
    assert [(ok, place.rpartition(":")[2]) for ok, place in places(found)] == [
        (True, "1"), (False, "2"), (True, "3"), (False, "4"),
    ]


def test_a_line_separator_within_a_text_ends_no_line(tmp_path: Path) -> None:
    """U+2028 and U+0085 are line breaks for str.splitlines, and letters of a text for JSON."""
    odd = json.dumps({"text": "Niger\u2028Niamey\u0085Zinder"}, ensure_ascii=False)
    (tmp_path / "a.jsonl").write_text(f"{odd}\n{odd}\n", "utf-8")
    assert [ok for ok, _ in places(read(tmp_path / "a.jsonl"))] == [True, True]


def test_a_path_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="no such file or folder"):
        read(tmp_path / "nothing")
