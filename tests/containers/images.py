"""`python -m tests.containers.images NAME`: the image of that name, as Dockerfile or docker-compose.yml ask for it.

`home of kafka|elasticsearch` prints where the local stack keeps that server.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

import yaml

from deploy.docker import has_image
from deploy.local.download import elasticsearch_home, kafka_home
from deploy.local.settings import from_environment, repository_root

COMPOSE = repository_root() / "docker-compose.yml"
DOCKERFILE = repository_root() / "Dockerfile"
# the parts that are not ours and for which there is a stand-in
WITH_STAND_IN = ("kafka", "elasticsearch", "prometheus")


def image(name: str) -> str:
    """The image's name and tag; KeyError for a service that the compose file has not."""
    if name == "python":
        return str(re.findall(r"^FROM (\S+)", DOCKERFILE.read_text("utf-8"), re.MULTILINE)[0])
    services = yaml.safe_load(COMPOSE.read_text("utf-8"))["services"]
    return str(services[name]["image"])


def available(services: Iterable[str]) -> list[str]:
    """Those of these services that can be started here: ours, and others whose image the engine has.

    With the official images that is all of them; with stand-ins there is no Kibana, and nothing that waits for it.
    """
    described = yaml.safe_load(COMPOSE.read_text("utf-8"))["services"]
    there = [name for name in services if "HARMATTAN_IMAGE" in image(name) or has_image(image(name))]
    return [name for name in there if set(described[name].get("depends_on", ())) <= set(there)]


def main(arguments: list[str]) -> None:
    if arguments[0].startswith("home of "):
        homes = {"kafka": kafka_home, "elasticsearch": elasticsearch_home}
        print(homes[arguments[0].removeprefix("home of ")](from_environment()))
    else:
        print(image(arguments[0]))


if __name__ == "__main__":
    main(sys.argv[1:])
