"""The stack as the environment describes it."""

from pathlib import Path

import pytest

from deploy.local.errors import StackError
from deploy.local.settings import from_environment, megabytes, repository_root


def test_by_default_everything_lies_below_the_repository() -> None:
    stack = from_environment({})
    assert stack.home == repository_root() / ".local"
    assert stack.cache == stack.home / "cache"
    assert (stack.kafka_address, stack.elasticsearch_address) == ("127.0.0.1:9092", "http://127.0.0.1:9200")


def test_home_cache_and_ports_can_be_moved(tmp_path: Path) -> None:
    stack = from_environment(
        {
            "HARMATTAN_LOCAL": str(tmp_path / "home"),
            "HARMATTAN_CACHE": str(tmp_path / "shared"),
            "HARMATTAN_KAFKA_PORT": "19092",
            "HARMATTAN_ELASTICSEARCH_PORT": "19200",
            "HARMATTAN_ELASTICSEARCH_HEAP": "512m",
        }
    )
    assert stack.data == tmp_path / "home" / "data"
    assert stack.cache == tmp_path / "shared"
    assert stack.kafka_address == "127.0.0.1:19092"
    assert stack.elasticsearch_address == "http://127.0.0.1:19200"
    assert stack.elasticsearch_heap == "512m"


def test_the_controller_listens_beside_the_broker() -> None:
    assert from_environment({"HARMATTAN_KAFKA_PORT": "19092"}).kafka_controller_port == 19093


def test_servers_the_user_names_are_the_addresses() -> None:
    stack = from_environment({"KAFKA_BOOTSTRAP": "k:9092", "ELASTICSEARCH_URL": "https://e"})
    assert (stack.kafka_address, stack.elasticsearch_address) == ("k:9092", "https://e")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HARMATTAN_KAFKA_PORT", "kafka"),
        ("HARMATTAN_KAFKA_PORT", "-1"),
        ("HARMATTAN_KAFKA_PORT", "65536"),
        ("HARMATTAN_KAFKA_PORT", "٩٠٩٢"),
        ("HARMATTAN_ELASTICSEARCH_PORT", "0"),
        ("HARMATTAN_ELASTICSEARCH_HEAP", "1"),
        ("HARMATTAN_ELASTICSEARCH_HEAP", "0g"),
        ("HARMATTAN_KAFKA_HEAP", "512m -Xfoo"),
    ],
)
def test_a_wrong_value_is_named_in_one_line(name: str, value: str) -> None:
    with pytest.raises(StackError) as caught:
        from_environment({name: value})
    assert str(caught.value).startswith(f"{name}={value} is not a")
    assert "\n" not in str(caught.value)


def test_two_homes_have_two_keys(tmp_path: Path) -> None:
    one, other = (from_environment({"HARMATTAN_LOCAL": str(tmp_path / name)}) for name in "ab")
    assert one.key != other.key


def test_heaps_are_compared_in_megabytes() -> None:
    assert [megabytes(heap) for heap in ("512m", "1g", "2G")] == [512, 1024, 2048]
