"""Find a Java that both servers accept."""

import os
import re
import shutil
import subprocess
from functools import lru_cache
from pathlib import Path

from deploy.local.errors import StackError

OLDEST = 17
MEND_JAVA = "apt-get install -y --no-install-recommends openjdk-17-jre-headless"

_LOGGING = """\
status = error
appender.file.type = RollingFile
appender.file.name = file
appender.file.fileName = ${sys:FOLDER}/harmattan.log
appender.file.filePattern = ${sys:FOLDER}/harmattan.log.%i
appender.file.layout.type = PatternLayout
appender.file.layout.pattern = %d{ISO8601} %p %c{1.}: %m%n
appender.file.policies.type = SizeBasedTriggeringPolicy
appender.file.policies.size = 32MB
appender.file.strategy.type = DefaultRolloverStrategy
appender.file.strategy.max = 2
rootLogger.level = info
rootLogger.appenderRef.file.ref = file
"""


def log4j(folder: str) -> str:
    """log4j2.properties of a server: its log and two before it, of 32 MB each, in what this property names."""
    return _LOGGING.replace("FOLDER", folder)


def java() -> str:
    """The first of JAVA_HOME and PATH that is Java 17 or newer.

    Raises StackError when there is none.
    """
    found = {path: version(path) for path in _candidates()}
    for path, number in found.items():
        if number >= OLDEST:
            return path
    seen = f"found only {', '.join(map(str, found.values()))}" if any(found.values()) else "missing"
    raise StackError(f"Java {OLDEST} or newer is needed ({seen}): {MEND_JAVA}")


@lru_cache
def version(path: str) -> int:
    """The major version of a java program, 0 when it does not run."""
    try:
        shown = subprocess.run([path, "-version"], capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return 0
    return major(shown.stderr)


def major(text: str) -> int:
    """17 from `openjdk version "17.0.15"`, 8 from `"1.8.0_392"`, 0 from anything else."""
    match = re.search(r'version "(?:1\.)?(\d+)', text)
    return int(match[1]) if match else 0


def _candidates() -> list[str]:
    home = os.environ.get("JAVA_HOME")
    places = [shutil.which("java", path=Path(home) / "bin")] if home else []
    return [path for path in [*places, shutil.which("java")] if path]
