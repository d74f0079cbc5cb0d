"""Where a request may go: every notation of an address that is nobody's business."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.fetch.allowed import Allowed, as_number, first_forbidden, is_public

FORBIDDEN = (
    "127.0.0.1", "127.255.255.254", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
    "169.254.169.254", "169.254.1.1", "100.64.0.1", "100.100.100.200", "168.63.129.16", "192.0.0.192", "192.0.2.1",
    "198.18.0.1", "198.51.100.7", "203.0.113.7", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
    "::", "::1", "fe80::1", "fec0::1", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1", "100::1",
    "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:10.0.0.1", "::127.0.0.1", "::ffff:0:127.0.0.1",
    "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::a00:1", "2002:7f00:1::", "2002:a00:1::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
)
PUBLIC = ("8.8.8.8", "93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:8.8.8.8", "64:ff9b::808:808")


@pytest.mark.parametrize("text", FORBIDDEN)
def test_an_address_that_is_not_public_is_refused(text: str) -> None:
    assert not is_public(ip_address(text))


@pytest.mark.parametrize("text", PUBLIC)
def test_a_public_address_is_not(text: str) -> None:
    assert is_public(ip_address(text))


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("2130706433", "127.0.0.1"), ("0x7f000001", "127.0.0.1"), ("017700000001", "127.0.0.1"),
        ("127.1", "127.0.0.1"), ("127.0.1", "127.0.0.1"), ("0x7f.1", "127.0.0.1"), ("0177.0.0.01", "127.0.0.1"),
        ("0", "0.0.0.0"), ("0x0", "0.0.0.0"), ("2852039166", "169.254.169.254"), ("0xa9fea9fe", "169.254.169.254"),
        ("127.0.0.1.", "127.0.0.1"), ("[::1]", "::1"), ("fe80::1%eth0", "fe80::1"), ("010.0.0.1", "8.0.0.1"),
    ],
)
def test_a_number_is_read_in_any_notation(host: str, address: str) -> None:
    assert as_number(host) == ip_address(address)


@pytest.mark.parametrize("host", ["example.org", "127.example", "1.2.3.4.5", "256.1.1.1", "0x.x", "localhost", ""])
def test_a_name_is_no_number(host: str) -> None:
    assert as_number(host) is None


@given(st.integers(0, 2**32 - 1))
def test_every_notation_of_an_address_is_the_same_address(number: int) -> None:
    address = IPv4Address(number)
    a, b, c, d = address.packed
    forms = (str(number), hex(number), f"0{number:o}", f"{a}.{number & 0xFFFFFF}", f"0x{a:x}.0{b:o}.{c}.{d}")
    assert {as_number(form) for form in forms} == {address}


@given(st.integers(0, 2**32 - 1))
def test_an_embedded_address_is_judged_as_itself(number: int) -> None:
    inner = IPv4Address(number)
    for carrier in (0xFFFF << 32, 0x64FF9B << 96):
        assert is_public(IPv6Address(carrier | number)) == is_public(inner)


@given(st.ip_addresses())
def test_any_address_is_judged(address: IPv4Address | IPv6Address) -> None:
    assert is_public(address) in (True, False)
    assert not (is_public(address) and (address.is_private or address.is_loopback or address.is_link_local))


def test_one_forbidden_address_among_good_ones_is_enough() -> None:
    mixed = [ip_address("8.8.8.8"), ip_address("127.0.0.1")]
    assert first_forbidden("both.example", mixed, Allowed()) == ip_address("127.0.0.1")


def test_exceptions_are_networks_and_names_and_nothing_beside_them() -> None:
    allowed = Allowed.parse("10.1.0.0/16, feeds.intern.example")
    assert allowed.permits("any.example", ip_address("10.1.2.3"))
    assert allowed.permits("any.example", ip_address("::ffff:10.1.2.3"))
    assert not allowed.permits("any.example", ip_address("10.2.0.1"))
    assert allowed.permits("Feeds.Intern.Example.", ip_address("192.168.0.9"))
    assert not allowed.permits("other.intern.example", ip_address("192.168.0.9"))
