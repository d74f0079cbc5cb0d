"""A whole Harmattan behind TLS, SCRAM and ACLs, each service with a user, a password and a key of its own."""

from __future__ import annotations

import secrets
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import serialization
from kafka.admin import ScramMechanism, UserScramCredentialUpsertion

from deploy.local.settings import KafkaSecurity, LocalStack
from deploy.local.stack import temporary_stack
from deploy.local.workers import Worker
from services.access import roles
from services.runtime import links, topics
from services.runtime.settings import Connections, read
from tests.integration.desk import Desk
from tests.integration.guarded_elasticsearch import Door, guarded, key_of
from tests.integration.places import place
from tests.integration.servers import Processes
from tests.tls import authority, ca_file, certificate

ADMIN = "admin"

_PROPERTIES = """\
listeners=SASL_SSL://127.0.0.1:{{port}},CONTROLLER://127.0.0.1:{{controller_port}}
advertised.listeners=SASL_SSL://127.0.0.1:{{port}}
listener.security.protocol.map=SASL_SSL:SASL_SSL,CONTROLLER:SSL
inter.broker.listener.name=SASL_SSL
ssl.keystore.type=PEM
ssl.keystore.location={folder}/broker.pem
ssl.truststore.type=PEM
ssl.truststore.location={folder}/ca.pem
listener.name.controller.ssl.client.auth=required
ssl.principal.mapping.rules=RULE:^CN=([^,]+).*$/$1/,DEFAULT
sasl.enabled.mechanisms=SCRAM-SHA-512
sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required \
username="{admin}" password="{password}";
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:{admin};User:broker
allow.everyone.if.no.acl.found=false
"""


class SecureDesk(Desk):
    """A desk whose servers know everybody by name."""

    def __init__(self, stack: LocalStack, folder: Path, url: str, door: Door) -> None:
        super().__init__(Processes(stack))  # whatever the others use: the image knows no such broker
        self.folder, self.url, self.door = folder, url, door
        self.passwords = {role.user: f"{secrets.token_hex(8)}-not-to-be-seen" for role in roles()}

    def as_user(self, user: str, **instead: str) -> dict[str, str]:
        """The environment of a program of this user, secrets in files."""
        if user != ADMIN:
            self.write(f"{user}.password", self.passwords[user])
            self.write(f"{user}.key", key_of(user))
        own = {
            "KAFKA_BOOTSTRAP": self.stack.kafka_address, "KAFKA_SECURITY_PROTOCOL": "SASL_SSL",
            "KAFKA_SASL_MECHANISM": "SCRAM-SHA-512", "KAFKA_USER": user, "KAFKA_PASSWORD": "",
            "KAFKA_PASSWORD_FILE": str(self.folder / f"{user}.password"),
            "KAFKA_CA_FILE": str(self.folder / "ca.pem"),
            "ELASTICSEARCH_URL": self.url, "ELASTICSEARCH_CA_FILE": str(self.folder / "ca.pem"),
            "ELASTICSEARCH_API_KEY_FILE": str(self.folder / f"{user}.key"),
        }
        return {**own, **instead}

    def command(
        self, user: str, *arguments: str, stdin: bytes = b"", **instead: str
    ) -> subprocess.CompletedProcess[bytes]:
        """One command of the command line, typed by this user."""
        return self.harmattan(*arguments, stdin=stdin, **self.as_user(user, **instead))

    def connections(self, user: str) -> Connections:
        return read(Connections, **self.as_user(user))

    def producing(self, user: str) -> dict[str, Any]:
        """The options of a producer of this user."""
        return links.kafka_python(self.connections(user))

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(f"{text}\n")

    def give_password(self, user: str, password: str) -> None:
        client = topics.admin(self.connections(ADMIN))
        try:
            made = client.alter_user_scram_credentials(
                [UserScramCredentialUpsertion(user, ScramMechanism.SCRAM_SHA_512, password)]
            )
        finally:
            client.close()
        assert made == {user: None}, made

    def worker(self, service: str, **instead: str) -> Worker:
        """One more worker of the service, begun as its own user."""
        worker = Worker(self.stack, service)
        worker.start(self.as_user(f"harmattan-{service}", **instead))
        return worker

    def secrets(self) -> list[str]:
        return [*self.passwords.values(), *(key_of(role.user) for role in roles()), "not-to-be-seen"]


@contextmanager
def secure_desk() -> Iterator[SecureDesk]:
    """Servers only; users, rights, topics and services are the test's to make."""
    with place() as home:
        folder = home / "secrets"
        folder.mkdir()
        security = _security(folder)
        with (
            temporary_stack(home / "stack", kafka_security=security, brief=True) as stack,
            guarded(f"http://127.0.0.1:{stack.elasticsearch_port}", certificate()) as (url, door),
        ):
            desk = SecureDesk(stack, folder, url, door)
            try:
                yield desk
            finally:
                desk.stop()
                desk.elasticsearch.close()


def _security(folder: Path) -> KafkaSecurity:
    password = secrets.token_hex(16)
    (folder / f"{ADMIN}.password").write_text(password)
    (folder / f"{ADMIN}.key").write_text(key_of(ADMIN))
    ca_file(folder)
    leaf = authority().issue_cert("127.0.0.1", "localhost", common_name="broker")
    key: Any = serialization.load_pem_private_key(leaf.private_key_pem.bytes(), None)
    # Kafka reads PKCS 8 only
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "broker.pem").write_bytes(pem + b"".join(one.bytes() for one in leaf.cert_chain_pems))
    return KafkaSecurity(
        _PROPERTIES.format(folder=folder, admin=ADMIN, password=password),
        (f"SCRAM-SHA-512=[name={ADMIN},password={password}]",),
        {
            "KAFKA_SECURITY_PROTOCOL": "SASL_SSL", "KAFKA_USER": ADMIN, "KAFKA_PASSWORD": password,
            "KAFKA_CA_FILE": str(folder / "ca.pem"),
        },
    )
