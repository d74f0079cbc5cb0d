"""Which addresses a request may go to. Pure.

An address is judged when it is connected to, after the name was resolved: a name, a number in any notation, a redirect
and a name that answers differently the second time all end here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

IP = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

# What Python's is_global lets through, or let through in some of its versions.
_ALSO_FORBIDDEN = tuple(map(ip_network, (
    "0.0.0.0/8", "100.64.0.0/10", "168.63.129.16/32",  # this net; carriers, Alibaba's metadata; Azure's host
    "169.254.0.0/16", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "240.0.0.0/4",
    "fec0::/10", "fc00::/7", "fe80::/10", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16",
)))
# Addresses that carry an IPv4 one: mapped, compatible, NAT64 (RFC 6052, 8215), translated, 6to4.
_LAST_32_BITS = tuple(map(ip_network, ("::ffff:0:0/96", "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "::ffff:0:0:0/96")))
_SIX_TO_FOUR = ip_network("2002::/16")
_NUMERIC = re.compile(r"(?:0[xX][0-9a-fA-F]*|[0-9]+)(?:\.(?:0[xX][0-9a-fA-F]*|[0-9]+)){0,3}")


def is_public(ip: IP) -> bool:
    """Whether a stranger's address may be connected to: global unicast, and what it embeds too."""
    if isinstance(ip, IPv6Address):
        inner = _embedded(ip)
        if inner is not None and not is_public(inner):
            return False
        if inner is not None and not ip.sixtofour:
            return True  # mapped and NAT64 are as good as what they hold
    if ip.is_multicast or ip.is_unspecified or ip.is_loopback or ip.is_link_local or ip.is_private or ip.is_reserved:
        return False
    return not any(ip in network for network in _ALSO_FORBIDDEN if network.version == ip.version)


def _embedded(ip: IPv6Address) -> IPv4Address | None:
    number = int(ip)
    if ip in _SIX_TO_FOUR:
        return IPv4Address((number >> 80) & 0xFFFFFFFF)
    if any(ip in network for network in _LAST_32_BITS) and number > 1:  # :: and ::1 are themselves
        return IPv4Address(number & 0xFFFFFFFF)
    return None


def as_number(host: str) -> IP | None:
    """The address that a host is, in any notation that some resolver takes: 2130706433, 0x7f.1, 0177.0.0.1, [::1]."""
    host = host.strip("[]").rstrip(".").partition("%")[0]
    try:
        return ip_address(host)
    except ValueError:
        pass
    if not _NUMERIC.fullmatch(host):
        return None
    *first, last = (_number(part) for part in host.split("."))
    if any(part > 255 for part in first) or last >= 256 ** (4 - len(first)):
        return None
    value = sum(part << (24 - 8 * place) for place, part in enumerate(first)) + last
    return IPv4Address(value)


def _number(part: str) -> int:
    if part[:2].lower() == "0x":
        return int(part[2:] or "0", 16)
    octal = part[:1] == "0" and len(part) > 1 and not set(part) & {"8", "9"}
    return int(part, 8 if octal else 10)


@dataclass(frozen=True, slots=True)
class Allowed:
    """Exceptions to the rule, for sources inside one's own network: whole networks, or hosts by name."""

    networks: tuple[Network, ...] = ()
    hosts: frozenset[str] = frozenset()

    @classmethod
    def parse(cls, text: str) -> Allowed:
        """From `10.1.0.0/16 feeds.intern.example`; anything that is no network is taken for a host's name."""
        networks, hosts = [], set()
        for word in text.replace(",", " ").split():
            try:
                networks.append(ip_network(word, strict=False))
            except ValueError:
                hosts.add(word.lower().rstrip("."))
        return cls(tuple(networks), frozenset(hosts))

    def permits(self, host: str, ip: IP) -> bool:
        """Whether `host`, which resolved to `ip`, may be connected to."""
        mapped = ip.ipv4_mapped if isinstance(ip, IPv6Address) else None
        forms = [one for one in (ip, mapped) if one]
        own = any(one in network for network in self.networks for one in forms if network.version == one.version)
        return own or host.lower().rstrip(".") in self.hosts or is_public(ip)


def first_forbidden(host: str, ips: Iterable[IP], allowed: Allowed) -> IP | None:
    """The first address that must not be connected to. One is enough: a name that mixes both is up to no good."""
    return next((ip for ip in ips if not allowed.permits(host, ip)), None)
