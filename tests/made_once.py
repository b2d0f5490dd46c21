"""A file that takes long to make, made once for all workers of a run of the tests."""

import os
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock

FOLDER = "TESTS_MADE_ONCE"  # which tests/conftest.py sets to a folder that the workers share


def made_once(name: str, make: Callable[[Path], None]) -> Path:
    """The file of that name; `make` fills it where no worker has done so yet. Nobody writes into it later."""
    file = Path(os.environ[FOLDER]) / name
    with FileLock(f"{file}.lock"):
        if not file.exists():
            half = file.with_name(f"half-{name}")
            make(half)
            half.replace(file)
    return file
