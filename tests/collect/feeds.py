"""Feeds of our own, made for tests."""

from __future__ import annotations

from xml.sax.saxutils import escape


def rss(*items: dict[str, str], title: str = "Exemple Sahel", head: str = "") -> bytes:
    """An RSS 2.0 document; an item's keys are its elements."""
    made = "".join(
        "<item>" + "".join(f"<{name}>{escape(value)}</{name}>" for name, value in item.items()) + "</item>"
        for item in items
    )
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{title}</title>'
        f"<link>https://sahel.example.org/</link>{head}{made}</channel></rss>"
    ).encode()


def item(number: int, text: str = "The airspace over Niamey was closed.", **more: str) -> dict[str, str]:
    """A well-behaved item."""
    return {
        "title": f"Niger: report {number}", "link": f"https://sahel.example.org/report/{number}",
        "guid": f"https://sahel.example.org/?p={number}", "pubDate": "Thu, 27 Jul 2023 08:00:00 +0100",
        "description": text, **more,
    }
