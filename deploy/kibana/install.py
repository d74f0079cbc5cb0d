"""Sends objects and rule to a Kibana: waits until it is ready, imports, reads the answer, and does no harm twice."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx

from deploy.kibana.rule import RULE_ID, update

Say = Callable[[str], None]
OLDEST = (8, 19)
_PAUSE_S = 2.0
# Kibana answers an import when all of it is written
_ANSWER_S = 120.0


class InstallError(Exception):
    """Lines for the person who has to act; nothing, or not everything, was installed."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What is installed: the import file, the rule, and the data view that Discover opens with."""

    ndjson: str
    rule: dict[str, Any]
    default_view: str


def install(
    url: str, bundle: Bundle, wait_s: float, say: Say, sleep: Callable[[float], None] = time.sleep
) -> None:
    """Have Kibana at `url` (with user:password@ where it wants them) hold all of the bundle.

    Waits `wait_s` seconds at most for it to be ready. Raises InstallError.
    """
    shown = httpx.URL(url).copy_with(userinfo=b"")
    with httpx.Client(base_url=url, headers={"kbn-xsrf": "true"}, timeout=_ANSWER_S, trust_env=False) as client:
        try:
            version = _wait(client, shown, wait_s, say, sleep)
            say(f"Kibana {version} is ready at {shown}")
            say(f"{_import(client, bundle.ndjson)} objects imported")
            _default_view(client, bundle.default_view)
            say(f"rule {_rule(client, bundle.rule)}: {bundle.rule['name']}")
        except httpx.TransportError as error:
            raise InstallError(f"Kibana at {shown} went away: {error or type(error).__name__}; try again") from None


def _wait(client: httpx.Client, shown: httpx.URL, wait_s: float, say: Say, sleep: Callable[[float], None]) -> str:
    """Its version, once /api/status is 200."""
    deadline, last = time.monotonic() + wait_s, ""
    while True:
        try:
            answer = client.get("/api/status", timeout=10.0)
        except httpx.TransportError as error:
            reason = f"no Kibana answers at {shown} ({error or type(error).__name__})"
        else:
            if answer.status_code == 200:
                return _version(answer, shown)
            if answer.status_code in (401, 403):
                raise InstallError(f"Kibana at {shown} refuses us: put user:password@ into KIBANA_URL")
            if answer.status_code != 503:
                raise InstallError(f"what answers at {shown} is no Kibana: {answer.status_code} for /api/status")
            reason = f"Kibana at {shown} is not ready"
        if time.monotonic() >= deadline:
            raise InstallError(f"{reason} after {wait_s:.0f} s; start it, or set KIBANA_URL or HARMATTAN_KIBANA_WAIT")
        if reason != last:
            say(f"{reason}; waiting")
            last = reason
        sleep(min(_PAUSE_S, max(0.05, deadline - time.monotonic())))


def _version(answer: httpx.Response, shown: httpx.URL) -> str:
    body = _json(answer)
    if "status" not in body:
        raise InstallError(f"what answers at {shown} is no Kibana: its /api/status says no status")
    version = str(body.get("version", {}).get("number", ""))
    numbers = tuple(int(part) for part in version.split(".")[:2] if part.isdigit())
    # an answer to someone who is not logged in has no version
    if version and numbers < OLDEST:
        raise InstallError(f"Kibana at {shown} is {version}; these objects need 8.19 or later, older ones refuse them")
    return version or "of unknown version"


def _import(client: httpx.Client, ndjson: str) -> int:
    """How many objects it took. HTTP 200 with success:false is a failure, often of everything."""
    file = ("harmattan.ndjson", ndjson.encode(), "application/ndjson")
    answer = client.post("/api/saved_objects/_import", params={"overwrite": "true"}, files={"file": file})
    body = _json(answer)
    if answer.status_code != 200:
        raise InstallError(f"import refused: {_message(answer)}")
    if body.get("success") is not True:
        lines = [_error(error) for error in body.get("errors", ())]
        raise InstallError("\n".join(["import failed:", *(lines or [_message(answer)])]))
    return int(body["successCount"])


def _error(error: dict[str, Any]) -> str:
    cause = error.get("error", {})
    missing = [f"{one.get('type')} {one.get('id')}" for one in cause.get("references", ())]
    detail = ", ".join(missing) or cause.get("message") or cause.get("reason") or ""
    return f"  {error.get('type')} {error.get('id')}: {cause.get('type', 'unknown error')} {detail}".rstrip()


def _default_view(client: httpx.Client, view: str) -> None:
    answer = client.post("/api/data_views/default", json={"data_view_id": view, "force": True})
    if answer.status_code != 200:
        raise InstallError(f"default data view refused: {_message(answer)}")


def _rule(client: httpx.Client, body: dict[str, Any]) -> str:
    """What became of it: made, or updated where it is there already."""
    path = f"/api/alerting/rule/{RULE_ID}"
    answer = client.post(path, json=body)
    done = "made"
    if answer.status_code == 409:
        answer, done = client.put(path, json=update(body)), "updated"
    if answer.status_code != 200:
        raise InstallError(
            f"rule refused: {_message(answer)}; Kibana makes rules only with a fixed "
            "XPACK_ENCRYPTEDSAVEDOBJECTS_ENCRYPTIONKEY"
        )
    return done


def _json(answer: httpx.Response) -> dict[str, Any]:
    try:
        body = answer.json()
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def _message(answer: httpx.Response) -> str:
    return f"{answer.status_code} {str(_json(answer).get('message', answer.text))[:500]}"
