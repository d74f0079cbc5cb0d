"""A cached folder is complete or absent, whatever happened before."""

import threading
from pathlib import Path

import pytest

from deploy.local.cache import fill_once, is_complete
from deploy.local.errors import StackError


def write(content: Path, _scratch: Path) -> None:
    (content / "lib").mkdir()
    (content / "lib" / "a.jar").write_bytes(b"jar")


def refuse(_content: Path, _scratch: Path) -> None:
    raise AssertionError("filled again")


def fail(content: Path, _scratch: Path) -> None:
    (content / "half.jar").write_bytes(b"ja")
    raise StackError("the line went dead")


def quiet() -> None: ...


def test_a_filled_folder_is_complete_and_not_filled_again(tmp_path: Path) -> None:
    fill_once(tmp_path / "kafka", write, quiet)
    assert is_complete(tmp_path / "kafka")
    fill_once(tmp_path / "kafka", refuse, quiet)


def test_a_failure_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(StackError, match="line went dead"):
        fill_once(tmp_path / "kafka", fail, quiet)
    assert [path.name for path in tmp_path.iterdir()] == ["kafka.lock"]


def test_a_file_that_was_lost_or_cut_makes_it_incomplete_and_it_is_filled_again(tmp_path: Path) -> None:
    folder = tmp_path / "kafka"
    fill_once(folder, write, quiet)
    (folder / "lib" / "a.jar").write_bytes(b"j")
    assert not is_complete(folder)
    fill_once(folder, write, quiet)
    assert is_complete(folder)


def test_what_a_killed_process_left_is_removed(tmp_path: Path) -> None:
    (tmp_path / ".kafka.partial-1" / "content").mkdir(parents=True)
    (tmp_path / ".kafka.partial-1" / "content" / "half.jar").write_bytes(b"ja")
    (tmp_path / "kafka").mkdir()
    fill_once(tmp_path / "kafka", write, quiet)
    assert is_complete(tmp_path / "kafka")
    assert not (tmp_path / ".kafka.partial-1").exists()


def test_of_two_at_once_one_fills_and_the_other_waits_for_it(tmp_path: Path) -> None:
    entered, waiting = threading.Event(), threading.Event()

    def slowly(content: Path, scratch: Path) -> None:
        entered.set()
        assert waiting.wait(10)
        write(content, scratch)

    first = threading.Thread(target=fill_once, args=(tmp_path / "kafka", slowly, quiet))
    first.start()
    assert entered.wait(10)
    fill_once(tmp_path / "kafka", refuse, waiting.set)
    first.join()
    assert is_complete(tmp_path / "kafka")


def test_another_user_can_read_what_only_its_owner_could(tmp_path: Path) -> None:
    def privately(content: Path, _scratch: Path) -> None:
        (content / "jvm.options").write_text("-XX:+UseG1GC")
        (content / "jvm.options").chmod(0o600)
        (content / "run").write_text("#!/bin/sh")
        (content / "run").chmod(0o700)

    fill_once(tmp_path / "es", privately, quiet)
    assert (tmp_path / "es" / "jvm.options").stat().st_mode & 0o777 == 0o644
    assert (tmp_path / "es" / "run").stat().st_mode & 0o777 == 0o755
