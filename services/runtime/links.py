"""How every Kafka client of ours connects: TLS, SASL, and what it means when the broker will not have us.

The one place that turns settings into the options of aiokafka, of Faust and of kafka-python.

A broker that is away is waited for; one that refuses our certificate check, our credentials or our rights is not: the
clients themselves cannot tell the two apart (they log the reason and say "unable to bootstrap"), so `refusal` asks
anew, one connection at a time.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from services.runtime.settings import Connections, RefusedError, SettingsError

PROBE_TIMEOUT_MS = 5_000


def tls(settings: Connections) -> ssl.SSLContext | None:
    """None where the connection is in the clear. Raises SettingsError for a file that cannot be used."""
    if not settings.kafka_security.endswith("SSL"):
        return None
    context = trust(settings.kafka_ca, "KAFKA_CA_FILE")
    if settings.kafka_certificate:
        password = settings.kafka_key_password.get_secret_value() if settings.kafka_key_password else None
        try:
            # a function, or openssl asks the terminal where the key has a password and we have none
            context.load_cert_chain(settings.kafka_certificate, settings.kafka_key, lambda: password or "")
        except (OSError, ssl.SSLError) as error:
            raise SettingsError(f"KAFKA_CERT_FILE and KAFKA_KEY_FILE: {_said(error)}") from None
    return context


def trust(ca: Path | None, setting: str) -> ssl.SSLContext:
    """TLS that checks certificate and host name, by this CA or by the system's. Raises SettingsError."""
    try:
        return ssl.create_default_context(cafile=ca)
    except (OSError, ssl.SSLError) as error:
        raise SettingsError(f"{setting}={ca}: {_said(error)}") from None


def aiokafka(settings: Connections) -> dict[str, Any]:
    """The options of aiokafka's clients but for what they are to do."""
    return {"bootstrap_servers": settings.kafka_bootstrap, **_security(settings)}


def kafka_python(settings: Connections) -> dict[str, Any]:
    """The same for kafka-python, whose names are the same."""
    return {"bootstrap_servers": settings.kafka_bootstrap.split(","), **_security(settings)}


def faust(settings: Connections) -> dict[str, Any]:
    """The options of a Faust app."""
    from faust.auth import SASLCredentials, SSLCredentials

    broker = [f"kafka://{server}" for server in settings.kafka_bootstrap.split(",")]
    context = tls(settings)
    if settings.kafka_security.startswith("SASL"):
        sasl = _security(settings)
        credentials: Any = SASLCredentials(
            username=sasl["sasl_plain_username"], password=sasl["sasl_plain_password"],
            mechanism=sasl["sasl_mechanism"], ssl_context=context,
        )
        return {"broker": broker, "broker_credentials": credentials}
    return {"broker": broker, "broker_credentials": SSLCredentials(context)} if context else {"broker": broker}


def _security(settings: Connections) -> dict[str, Any]:
    options: dict[str, Any] = {"security_protocol": settings.kafka_security}
    if context := tls(settings):
        options["ssl_context"] = context
    if settings.kafka_security.startswith("SASL") and settings.kafka_password:
        options |= {
            "sasl_mechanism": settings.kafka_mechanism,
            "sasl_plain_username": settings.kafka_user,
            "sasl_plain_password": settings.kafka_password.get_secret_value(),
        }
    return options


def check(settings: Connections) -> None:
    """Raises RefusedError where the brokers are there and refuse us; a broker that is away is none of its business."""
    # in a thread of its own: callers may or may not have an event loop, and none may lose the one it has
    with ThreadPoolExecutor(1) as pool:
        reason = pool.submit(lambda: asyncio.run(refusal(settings))).result()
    if reason:
        raise RefusedError(reason)


async def refusal(settings: Connections) -> str | None:
    """Why no broker will have us, in one line; None where one of them does, or where one is away."""
    named = settings.kafka_bootstrap.split(",")
    answers = [await _ask(settings, server) for server in named]
    if all(isinstance(answer, str) for answer in answers):
        return str(answers[0])
    # what they say their names are, which is where every further connection goes
    told = [server for answer in answers if isinstance(answer, list) for server in answer if server not in named]
    answers = [await _ask(settings, server) for server in dict.fromkeys(told)]
    refused = [answer for answer in answers if isinstance(answer, str)]
    return f"{refused[0]} (named by advertised.listeners)" if refused and len(refused) == len(answers) else None


async def _ask(settings: Connections, server: str) -> list[str] | str | None:
    """The brokers of its cluster; or why it refuses us; None where it is away."""
    from aiokafka.conn import create_conn
    from aiokafka.protocol.metadata import MetadataRequest

    host, _, port = server.rpartition(":")
    try:
        connection = await create_conn(
            host.strip("[]"), int(port), request_timeout_ms=PROBE_TIMEOUT_MS, **_security(settings)
        )
        try:
            metadata = await connection.send(MetadataRequest([]))
        finally:
            connection.close()
    except Exception as error:  # of three libraries; what is no refusal the real client will meet again, and word
        reason = kafka_reason(error, settings)
        if reason is None and not settings.kafka_security.endswith("SSL") and await _speaks_tls(host, int(port)):
            reason = "it speaks TLS: set KAFKA_SECURITY_PROTOCOL=SASL_SSL or SSL"
        return reason and f"Kafka at {server} refuses us: {reason}"
    return [f"{broker[1]}:{broker[2]}" for broker in metadata.brokers]


async def _speaks_tls(host: str, port: int) -> bool:
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    try:
        async with asyncio.timeout(PROBE_TIMEOUT_MS / 1000):
            _, writer = await asyncio.open_connection(host.strip("[]"), port, ssl=context)
    except (OSError, TimeoutError):
        return False
    writer.close()
    return True


def kafka_reason(error: BaseException, settings: Connections) -> str | None:
    """Why the broker, or we, refused the connection; None for an error that may be over by itself."""
    from aiokafka import errors

    credentials = (
        errors.AuthenticationFailedError, errors.SaslAuthenticationFailed, errors.AuthenticationMethodNotSupported,
        errors.UnsupportedSaslMechanismError, errors.IllegalSaslStateError,
    )
    for one in chain(error):
        if isinstance(one, credentials):
            hint = "see KAFKA_USER, KAFKA_PASSWORD, KAFKA_SASL_MECHANISM"
            return f"wrong credentials for user {settings.kafka_user} ({_said(one)}); {hint}"
    return tls_reason(error, "KAFKA_CA_FILE", "KAFKA_SECURITY_PROTOCOL")


def tls_reason(error: BaseException, ca_setting: str, protocol_setting: str) -> str | None:
    """Why TLS failed for good; None for an error of another kind, or a connection that just broke off."""
    for one in chain(error):
        if not isinstance(one, ssl.SSLError) or isinstance(one, ssl.SSLEOFError | ssl.SSLZeroReturnError):
            continue
        # aiohttp's errors claim to be these too, and lack what they say
        if message := getattr(one, "verify_message", None):
            return f"its certificate is not accepted: {message.rstrip('.')}; see {ca_setting}"
        if reason := getattr(one, "reason", None):
            if reason in ("WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE"):
                return f"it does not speak TLS; see {protocol_setting}"
            return f"TLS failed: {reason.lower().replace('_', ' ')}"
    return None


def chain(error: BaseException) -> Iterator[BaseException]:
    """The error and what led to it; clients put the true one last."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        one = waiting.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        waiting += [cause for cause in (one.__cause__, one.__context__) if cause is not None]
        waiting += [inner for inner in (*getattr(one, "errors", ()), *one.args) if isinstance(inner, BaseException)]


def _said(error: BaseException) -> str:
    """What an error says, in one line; never more than a line, some hold a whole answer."""
    said = " ".join(str(getattr(error, "strerror", None) or error).split())
    return (said or type(error).__name__)[:200]
