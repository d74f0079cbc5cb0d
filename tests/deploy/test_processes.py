"""Only a process that carries our mark is ours."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy.local.errors import StackError
from deploy.local.processes import detach, is_ours, kill, mark, run_to_end, running, stop, wait_until

MARK = mark("kafka", "0123abcd")
SLEEP = "import time; time.sleep(60)"
STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('on', flush=True); time.sleep(60)"


@pytest.fixture
def pid_file(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "pid"
    yield file
    if pid := running(file, MARK):
        os.kill(pid, signal.SIGKILL)


def begin(pid_file: Path, code: str) -> int:
    command = [sys.executable, "-c", code, MARK]
    detach(command, pid_file, pid_file.with_name("output.log"), os.environ, pid_file.parent)
    pid = running(pid_file, MARK)
    assert pid
    return pid


def test_a_detached_process_is_known_from_its_first_moment_and_is_nobodys_child(pid_file: Path) -> None:
    for _ in range(20):
        pid = begin(pid_file, SLEEP)
        assert os.getsid(pid) != os.getsid(0)
        kill(pid, MARK)
        assert running(pid_file, MARK) is None


def test_a_pid_that_went_to_someone_else_is_not_ours(pid_file: Path) -> None:
    pid_file.write_text(str(os.getpid()))
    assert running(pid_file, MARK) is None


def test_another_stack_has_another_mark(pid_file: Path) -> None:
    pid = begin(pid_file, SLEEP)
    assert not is_ours(pid, mark("kafka", "fedc9876"))


@pytest.mark.parametrize("content", ["", "x", "999999999"])
def test_a_pid_file_of_no_process_names_none(pid_file: Path, content: str) -> None:
    pid_file.write_text(content)
    assert running(pid_file, MARK) is None


def test_a_zombie_is_gone() -> None:
    child = subprocess.Popen([sys.executable, "-c", "", MARK])
    assert wait_until(lambda: not is_ours(child.pid, MARK), 10)
    child.wait()


def test_stop_ends_a_process_that_hears_sigterm(pid_file: Path) -> None:
    pid = begin(pid_file, SLEEP)
    stop(pid, MARK, 10)
    assert not is_ours(pid, MARK)


def test_stop_kills_one_that_does_not(pid_file: Path) -> None:
    pid = begin(pid_file, STUBBORN)
    output = pid_file.with_name("output.log")
    assert wait_until(lambda: output.read_text() == "on\n", 10)
    stop(pid, MARK, 0.2)
    assert not is_ours(pid, MARK)


def test_a_launcher_hands_back_its_code_and_what_it_printed(tmp_path: Path) -> None:
    output = tmp_path / "out"
    assert run_to_end(["/bin/sh", "-c", "echo no; exit 3"], output, os.environ, tmp_path, None, 10) == 3
    assert output.read_text() == "no\n"


def test_of_a_launcher_that_takes_too_long_nothing_is_left(tmp_path: Path) -> None:
    command = ["/bin/sh", "-c", 'echo $$ > pid; "$@"', "sh", sys.executable, "-c", SLEEP, MARK]
    with pytest.raises(StackError, match="took over"):
        run_to_end(command, tmp_path / "out", os.environ, tmp_path, None, 0.5)
    assert wait_until(lambda: running(tmp_path / "pid", MARK) is None, 10)
