"""`python metadata.py pyproject.toml FOLDER`: the project's name and version where importlib.metadata looks for them.

The image has the source, not an installed package; the API says its version all the same. Standard library only.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path


def write(pyproject: str, folder: Path) -> Path:
    """The `.dist-info` that was made; it is enough for `importlib.metadata.version`."""
    project = tomllib.loads(pyproject)["project"]
    made = folder / f"{project['name']}.dist-info"
    made.mkdir(parents=True, exist_ok=True)
    text = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    (made / "METADATA").write_text(text, "utf-8")
    return made


if __name__ == "__main__":
    write(Path(sys.argv[1]).read_text("utf-8"), Path(sys.argv[2]))
