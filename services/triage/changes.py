"""What acknowledging, resolving and snoozing change in an alert's document. Pure; who and when is kept for good."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from schemas.delivery import Scope, duration

Source = dict[str, Any]
"""Of an alert's document."""

LONGEST_NAME = 100
LONGEST_SNOOZE = timedelta(days=31)
HISTORY = 100


class TriageError(Exception):
    """One line that says what to do; nothing was changed."""


def acknowledged(source: Source, by: str, now: datetime) -> Source | None:
    """Somebody has it in hand. None where somebody had, or where it is resolved."""
    if source.get("triage") in ("acknowledged", "resolved"):
        return None
    return {
        "triage": "acknowledged", "acknowledged_at": now.isoformat(), "acknowledged_by": by,
        "triage_history": _history(source, "acknowledged", by, now),
    }


def resolved(source: Source, by: str, now: datetime) -> Source | None:
    """It needs nobody any more. None where it is resolved already."""
    if source.get("triage") == "resolved":
        return None
    return {
        "triage": "resolved", "resolved_at": now.isoformat(), "resolved_by": by,
        "triage_history": _history(source, "resolved", by, now),
    }


def snoozed(source: Source, scope: Scope, until: datetime, by: str, now: datetime) -> Source:
    """New alerts of its story, or of its rule, wait until then. A time that is not to come ends a snooze."""
    what = f"snoozed the {scope} until {until.isoformat()}" if until > now else f"ended the snooze of the {scope}"
    return {
        f"{scope}_snoozed_until": until.isoformat(), f"{scope}_snoozed_at": now.isoformat(),
        f"{scope}_snoozed_by": by, "triage_history": _history(source, what, by, now),
    }


def name(by: str) -> str:
    """Who does it, as one line. Raises TriageError where it is nobody."""
    by = " ".join("".join(letter for letter in by if letter.isprintable() or letter.isspace()).split())
    if not by:
        raise TriageError("say who does it: --by NAME")
    if len(by) > LONGEST_NAME:
        raise TriageError(f"a name has at most {LONGEST_NAME} characters")
    return by


def until(text: str, now: datetime) -> datetime:
    """A time to come, of 30m, 2h, 1d, 18:00 (UTC, the next one), 2023-07-27 or 2023-07-27T06:00+01:00; or now.

    Raises TriageError for any other text, a time that is past, and one that is more than 31 days away.
    """
    text = text.strip()
    if text.lower() == "now":
        return now
    moment = _moment(text, now)
    if moment is None:
        raise TriageError(f"cannot read the time {text[:40]!r}; write 30m, 2h, 1d, 18:00 or 2023-07-27T06:00+01:00")
    if moment <= now:
        raise TriageError(f"{text[:40]} is past; write `now` to end a snooze")
    if moment - now > LONGEST_SNOOZE:
        raise TriageError(f"a snooze lasts at most {LONGEST_SNOOZE.days} days")
    return moment


def _moment(text: str, now: datetime) -> datetime | None:
    if text[-1:] in ("m", "h", "d"):
        try:
            return now + duration(text)
        except ValueError:
            return None
    try:
        if len(text) == len("18:00"):
            hour = datetime.strptime(text, "%H:%M").replace(tzinfo=UTC).time()
            today = datetime.combine(now.astimezone(UTC).date(), hour, UTC)
            return today if today > now else today + timedelta(days=1)
        moment = datetime.fromisoformat(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _history(source: Source, action: str, by: str, now: datetime) -> list[Source]:
    return [*source.get("triage_history", ()), {"action": action, "by": by, "at": now.isoformat()}][-HISTORY:]
