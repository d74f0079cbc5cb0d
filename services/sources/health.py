"""How a source is, in a word. Pure. Times are milliseconds since the epoch."""

from __future__ import annotations

from schemas.source_state import SourceState

DAY_MS = 86_400_000
SILENT_MS = 7 * DAY_MS


def health(state: SourceState | None, now: int) -> str:
    """What a person should know of it: new, healthy, failing (a poll), down (a day), silent (a week), retired."""
    if state is None or state.polls == 0:
        return "new"
    if state.retired:
        return "retired"
    if state.fails:
        return "down" if now - (state.failing_since or now) >= DAY_MS else "failing"
    heard = state.news or state.succeeded or now
    return "silent" if now - heard >= SILENT_MS else "healthy"
