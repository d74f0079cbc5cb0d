"""One Elasticsearch node on loopback."""

import base64
import json
import os
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

from deploy.local.download import ELASTICSEARCH, Say
from deploy.local.errors import StackError
from deploy.local.java import java, log4j
from deploy.local.places import find_place, give, make_folder, make_place, reachable
from deploy.local.processes import mark, run_to_end
from deploy.local.settings import BRIEF, LOOPBACK, LocalStack

_START_LIMIT_SECONDS = 240


class Elasticsearch:
    """How the node is begun, recognised and asked whether it is ready."""

    name = "elasticsearch"
    label = f"Elasticsearch {ELASTICSEARCH}"
    patience = 30.0

    def __init__(self, stack: LocalStack) -> None:
        self.stack = stack
        self.place = find_place(stack)
        self.address = f"http://{LOOPBACK}:{stack.elasticsearch_port}"
        self.ports = [stack.elasticsearch_port]
        self.port_setting = "HARMATTAN_ELASTICSEARCH_PORT"
        self.mark = mark(self.name, stack.key)
        self.run = self.place.base / "run" / self.name
        self.log = self.place.base / "log" / self.name
        self.data = self.place.base / "data" / self.name
        self.snapshots = self.place.base / "snapshots"
        self.pid_file = self.run / "pid"

    def begin(self, say: Say) -> None:
        """Start the node on its data; returns when it answers.

        Raises StackError when it ends instead, or takes over four minutes.
        """
        make_place(self.stack, self.place, say)
        program = java()
        if self.place.user is not None and not reachable(Path(program)):
            raise StackError(
                f"Elasticsearch runs as user {self.place.user}, who cannot run {program}: "
                "set JAVA_HOME to a Java outside your home folder"
            )
        self._configure()
        code = run_to_end(
            self._command(program),
            self.log / "output.log",
            os.environ | self._environment(program),
            self.place.home,
            self.place.user,
            _START_LIMIT_SECONDS,
        )
        if code:
            raise StackError(f"it ended with code {code}")

    def is_ready(self) -> bool:
        """Whether every primary shard can be searched."""
        return health(self.address) in ("yellow", "green")

    def _configure(self) -> None:
        for folder in (
            self.data,
            self.log,
            self.snapshots,
            self.run / "config" / "jvm.options.d",
            self.run / "tmp",
        ):
            make_folder(folder)
        self.pid_file.unlink(missing_ok=True)
        config = self.run / "config"
        (config / "elasticsearch.yml").write_text(settings(self.stack, self.data, self.log, self.snapshots))
        (config / "log4j2.properties").write_text(log4j("es.logs.base_path"))
        options = (self.place.home / "config" / "jvm.options").read_text()
        (config / "jvm.options").write_text(jvm_options(options, self.log))
        heap = self.stack.elasticsearch_heap
        own = [f"-Xms{heap}", f"-Xmx{heap}", "-XX:-AlwaysPreTouch", *self.stack.compiler, self.mark]
        (config / "jvm.options.d" / "harmattan.options").write_text("\n".join(own) + "\n")
        for folder in (self.data, self.log, self.run, self.snapshots):
            give(folder, self.place.user)

    def _environment(self, program: str) -> dict[str, str]:
        return {
            "ES_HOME": str(self.place.home),
            "ES_PATH_CONF": str(self.run / "config"),
            "ES_TMPDIR": str(self.run / "tmp"),
            "ES_DISTRIBUTION_TYPE": "tar",
            "JAVA": program,
            "JAVA_TYPE": "ES_JAVA_HOME",
            "CLI_JAVA_OPTS": f"-Xms4m -Xmx64m -XX:+UseSerialGC {BRIEF}",
        }

    def _command(self, program: str) -> list[str]:
        """Elastic's own launcher; the bundle lacks the script that calls it."""
        home = self.place.home
        return [
            program,
            "-Xms4m",
            "-Xmx64m",
            "-XX:+UseSerialGC",
            BRIEF,
            "-Dcli.name=server",
            f"-Dcli.script={home}/bin/elasticsearch",
            "-Dcli.libs=lib/tools/server-cli",
            f"-Des.path.home={home}",
            f"-Des.path.conf={self.run / 'config'}",
            "-Des.distribution.type=tar",
            "-Des.java.type=ES_JAVA_HOME",
            "-cp",
            f"{home}/lib/*:{home}/lib/cli-launcher/*",
            "org.elasticsearch.launcher.CliToolLauncher",
            "--daemonize",
            "--pidfile",
            str(self.pid_file),
        ]


def settings(stack: LocalStack, data: Path, log: Path, snapshots: Path) -> str:
    """elasticsearch.yml; JSON is YAML and quotes every path."""
    values: dict[str, object] = {
        "cluster.name": "harmattan",
        "node.name": "local",
        "discovery.type": "single-node",
        "network.host": LOOPBACK,
        "http.port": stack.elasticsearch_port,
        "http.max_content_length": "100mb",
        "transport.port": stack.elasticsearch_transport_ports,
        "path.data": str(data),
        "path.logs": str(log),
        "path.repo": [str(snapshots)],
        "xpack.security.enabled": False,
        # an index with a guessed mapping would hide a missing one
        "action.auto_create_index": False,
        # what is garbage already counts as used until it is collected; only G1 is told to hurry when that is too much
        "indices.breaker.total.use_real_memory": False,
        # a nearly full disk of a laptop is no reason to refuse writes
        "cluster.routing.allocation.disk.threshold_enabled": False,
    }
    return json.dumps(values, indent=2) + "\n"


def jvm_options(distributed: str, log: Path) -> str:
    """The distribution's own options, writing to our log folder.

    Its gc.log (2 GB of files) is left out, and its garbage collector, which is for many cores and a large heap: with
    two cores and 1 GB a document cost 2,280, 1,510, 1,100 µs of CPU (the first, second, third 12,000) and all of it
    680 MB of memory, where G1 takes 2,690, 1,960, 1,650 µs and 990 MB (means of three); the serial one is as good.
    """
    lines = ["-XX:+UseParallelGC"]
    for line in distributed.splitlines():
        if "gc.log" in line or "G1GC" in line or line.lstrip().startswith("#"):
            continue
        if "ErrorFile=" in line:
            line = f"-XX:ErrorFile={log}/hs_err_%p.log"
        lines.append(line)
    return "\n".join([*lines, f"-XX:HeapDumpPath={log}"]) + "\n"


def health(url: str) -> str:
    """The cluster's colour; `refused` with wrong credentials, `absent` without an answer."""
    try:
        with urllib.request.urlopen(_request(url, "/_cluster/health"), timeout=5) as answer:
            return str(json.load(answer)["status"])
    except urllib.error.HTTPError as error:
        return "refused" if error.code in (401, 403) else "absent"
    except (OSError, ValueError, KeyError, TypeError):
        return "absent"


def health_of(stack: LocalStack) -> str:
    """The colour of the stack's own, or of the one the user has given, asked as our clients ask.

    Raises RefusedError where that one will not have us.
    """
    if not stack.elasticsearch_url:
        return health(stack.elasticsearch_address)
    from elasticsearch import ApiError, TransportError

    from services.elastic.client import client, refused
    from services.runtime.errors import RefusedError

    with client(stack.connections, request_timeout=5, max_retries=0) as asking:
        try:
            return str(asking.cluster.health()["status"])
        except (ApiError, TransportError) as error:
            if reason := refused(error):
                raise RefusedError(reason) from None
            return "absent"


def without_password(url: str) -> str:
    """The URL as it may be shown."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _request(url: str, path: str) -> urllib.request.Request:
    parts = urlsplit(url)
    request = urllib.request.Request(without_password(url).rstrip("/") + path)
    if parts.username:
        pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        request.add_header("Authorization", f"Basic {base64.b64encode(pair.encode()).decode()}")
    return request
