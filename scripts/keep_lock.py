"""Pins every package that is installed, also those that others bring along, with the hashes of its files.

requirements.in and requirements-dev.in say what is asked; requirements.txt and requirements-dev.txt are made
of them for Linux, macOS and Windows, from Python 3.11 on. Asks the package registry.

    .venv/bin/python -m scripts.keep_lock
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MADE = ("requirements", "requirements-dev")
HEAD = "# Made of {name}.in by: python -m scripts.keep_lock\n"
UV = (
    *(
        sys.executable,
        "-m",
        "uv",
        "pip",
        "compile",
        "--universal",
        "--python-version",
        "3.11",
        "--generate-hashes",
    ),
    *("--no-header", "--no-annotate", "--no-emit-index-url", "--quiet", "--native-tls"),
)


def main() -> int:
    """Make both lists; what they pinned before stays as it is where nothing asks for another."""
    for name in MADE:
        target = ROOT / f"{name}.txt"
        done = subprocess.run([*UV, f"{name}.in", "-o", target.name], cwd=ROOT, check=False)
        if done.returncode:
            return done.returncode
        target.write_text(HEAD.format(name=name) + target.read_text())
    return 0


if __name__ == "__main__":
    sys.exit(main())
