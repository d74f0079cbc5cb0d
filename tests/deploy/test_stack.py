"""Small decisions of the stack that need no server."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from deploy.local import kafka
from deploy.local.errors import StackError
from deploy.local.places import make_folder
from deploy.local.ports import free_ports, is_free
from deploy.local.servers import own_names, reason_in, server
from deploy.local.settings import LocalStack, repository_root
from deploy.local.stack import clean, status
from deploy.local.tools import full_class


@pytest.fixture
def stack(tmp_path: Path) -> LocalStack:
    kafka_port, controller, elasticsearch = free_ports(3)
    return LocalStack(tmp_path / "home", tmp_path / "cache", kafka_port, controller, elasticsearch)


def test_a_server_whose_address_is_given_is_not_ours(tmp_path: Path) -> None:
    assert own_names(LocalStack(tmp_path, tmp_path)) == ["kafka", "elasticsearch"]
    assert own_names(LocalStack(tmp_path, tmp_path, kafka_bootstrap="k:1")) == ["elasticsearch"]
    assert own_names(LocalStack(tmp_path, tmp_path, elasticsearch_url="http://e")) == ["kafka"]


def test_an_unknown_server_is_told_with_those_there_are(stack: LocalStack) -> None:
    with pytest.raises(StackError, match="say one of kafka, elasticsearch"):
        server(stack, "zookeeper")


def test_a_stack_that_never_ran_is_down(stack: LocalStack) -> None:
    assert [(one.name, one.pid, one.ready) for one in status(stack)] == [
        ("kafka", None, False),
        ("elasticsearch", None, False),
    ]


def test_clean_takes_data_and_logs_and_leaves_the_cache(stack: LocalStack) -> None:
    for folder in (stack.data / "kafka", stack.log / "elasticsearch", stack.cache / "kafka-4.1.0"):
        folder.mkdir(parents=True)
    clean(stack, lambda _: None)
    assert not (stack.data / "kafka").exists()
    assert not (stack.log / "elasticsearch").exists()
    assert (stack.cache / "kafka-4.1.0").is_dir()


@pytest.mark.parametrize("bootstrap", ["", "nonsense", "127.0.0.1:x", "127.0.0.1:99999", "127.0.0.1:1"])
def test_no_broker_answers_where_none_can_be(bootstrap: str) -> None:
    assert kafka.answers(bootstrap) is False


def test_the_reason_is_the_first_error_not_its_consequences() -> None:
    lines = ["INFO starting", "ERROR no space left", "FATAL stopped", "ERROR again"]
    assert reason_in(lines) == "ERROR no space left"
    assert reason_in(["INFO fine"]) is None


def test_tools_have_short_names() -> None:
    assert full_class("console-producer") == "org.apache.kafka.tools.ConsoleProducer"
    assert full_class("GetOffsetShell") == "org.apache.kafka.tools.GetOffsetShell"
    assert full_class("kafka.admin.ConfigCommand") == "kafka.admin.ConfigCommand"


def test_free_ports_are_apart_and_below_those_of_outgoing_connections() -> None:
    found = free_ports(3)
    assert len(set(found)) == 3
    assert all(is_free(port) and port < 32768 for port in found)


def test_a_folder_is_open_to_all_whatever_the_umask(tmp_path: Path) -> None:
    code = f"""
import os, pathlib
from deploy.local.places import make_folder
os.umask(0o077)
make_folder(pathlib.Path({str(tmp_path)!r}) / "a" / "b")
"""
    subprocess.run([sys.executable, "-c", code], cwd=repository_root(), check=True)
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in ("a", "a/b")] == [0o755, 0o755]
    make_folder(tmp_path / "a" / "b")


def test_importing_costs_no_client_library() -> None:
    code = "import sys, deploy.local; print([n for n in ('kafka', 'elasticsearch', 'pydantic') if n in sys.modules])"
    shown = subprocess.run(
        [sys.executable, "-c", code], cwd=repository_root(), capture_output=True, text=True, check=True
    )
    assert ast.literal_eval(shown.stdout) == []
