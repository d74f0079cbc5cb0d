"""What every Kafka client connects with, and which failures waiting cannot mend."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from pathlib import Path

import pytest
import trustme

from services.runtime import links
from services.runtime.settings import Connections, RefusedError, SettingsError, read
from tests.tls import ca_file, certificate, shaking_hands

SCRAM = {"KAFKA_SECURITY_PROTOCOL": "SASL_SSL", "KAFKA_USER": "enrich", "KAFKA_PASSWORD": "not to be seen"}


def settings(**given: str) -> Connections:
    return read(Connections, **given)


def test_without_settings_nothing_but_the_address_is_given() -> None:
    plain = settings(KAFKA_BOOTSTRAP="a:1,b:2")
    assert links.aiokafka(plain) == {"bootstrap_servers": "a:1,b:2", "security_protocol": "PLAINTEXT"}
    assert links.kafka_python(plain) == {"bootstrap_servers": ["a:1", "b:2"], "security_protocol": "PLAINTEXT"}
    assert links.faust(plain) == {"broker": ["kafka://a:1", "kafka://b:2"]}


def test_all_clients_get_the_same_user_mechanism_and_checks() -> None:
    given = settings(**SCRAM)
    for options in (links.aiokafka(given), links.kafka_python(given)):
        assert (options["security_protocol"], options["sasl_mechanism"]) == ("SASL_SSL", "SCRAM-SHA-512")
        assert (options["sasl_plain_username"], options["sasl_plain_password"]) == ("enrich", "not to be seen")
        assert options["ssl_context"].check_hostname
        assert options["ssl_context"].verify_mode is ssl.CERT_REQUIRED
    credentials = links.faust(given)["broker_credentials"]
    assert (credentials.protocol.value, credentials.mechanism.value) == ("SASL_SSL", "SCRAM-SHA-512")
    assert (credentials.username, credentials.password) == ("enrich", "not to be seen")
    assert "not to be seen" not in repr(credentials)


def test_tls_alone_is_given_to_faust_too() -> None:
    assert links.faust(settings(KAFKA_SECURITY_PROTOCOL="SSL"))["broker_credentials"].protocol.value == "SSL"


def test_a_certificate_of_ours_is_shown_when_asked(tmp_path: Path) -> None:
    leaf, chain, key = certificate("enrich"), tmp_path / "cert.pem", tmp_path / "key.pem"
    leaf.private_key_pem.write_to_path(key)
    for pem in leaf.cert_chain_pems:
        pem.write_to_path(chain, append=True)
    tls = {"KAFKA_SECURITY_PROTOCOL": "SSL", "KAFKA_CERT_FILE": str(chain)}
    assert links.tls(settings(**tls, KAFKA_KEY_FILE=str(key)))
    with pytest.raises(SettingsError, match="KAFKA_KEY_FILE"):
        links.tls(settings(**tls, KAFKA_KEY_FILE=str(tmp_path / "none.pem")))


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_a_ca_that_cannot_be_used_is_one_line(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "ca.pem"
    if content:
        path.write_text(content)
    with pytest.raises(SettingsError, match=r"^KAFKA_CA_FILE=.*ca\.pem: .+") as caught:
        links.kafka_python(settings(**SCRAM, KAFKA_CA_FILE=str(path)))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("leaf", "reason"),
    [
        (lambda: certificate(expired=True), "certificate has expired"),
        (lambda: certificate("another.example"), "IP address mismatch"),
        (lambda: trustme.CA().issue_cert("127.0.0.1"), "certificate verify failed|unable to get local issuer"),
    ],
)
def test_a_certificate_that_is_not_good_is_a_refusal_not_an_absence(
    tmp_path: Path, leaf: Callable[[], trustme.LeafCert], reason: str
) -> None:
    with shaking_hands(leaf()) as port:
        given = settings(**SCRAM, KAFKA_CA_FILE=str(ca_file(tmp_path)), KAFKA_BOOTSTRAP=f"127.0.0.1:{port}")
        with pytest.raises(RefusedError, match=f"127.0.0.1:{port} refuses us: .*({reason})") as caught:
            links.check(given)
    assert "\n" not in str(caught.value)


def test_one_broker_of_several_that_does_not_refuse_is_enough(tmp_path: Path) -> None:
    with shaking_hands(certificate(expired=True)) as port:
        links.check(settings(
            **SCRAM, KAFKA_CA_FILE=str(ca_file(tmp_path)), KAFKA_BOOTSTRAP=f"127.0.0.1:{port},127.0.0.1:1"
        ))


def test_a_broker_that_is_away_refuses_nobody(tmp_path: Path) -> None:
    links.check(settings(KAFKA_BOOTSTRAP="127.0.0.1:1"))
    links.check(settings(**SCRAM, KAFKA_BOOTSTRAP="127.0.0.1:1"))
    with shaking_hands(certificate()) as port:  # dies as it is asked
        links.check(settings(**SCRAM, KAFKA_CA_FILE=str(ca_file(tmp_path)), KAFKA_BOOTSTRAP=f"127.0.0.1:{port}"))


def test_a_client_in_the_clear_is_told_that_the_broker_speaks_tls() -> None:
    with shaking_hands(certificate()) as port, pytest.raises(RefusedError, match="KAFKA_SECURITY_PROTOCOL=SASL_SSL"):
        links.check(settings(KAFKA_BOOTSTRAP=f"127.0.0.1:{port}"))
