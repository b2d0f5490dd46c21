"""A file that takes long to make, made once for all workers of a run of the tests."""

import os
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock

FOLDER = "TESTS_MADE_ONCE"


def folder_of(tmp_path_factory) -> Path:
    """The folder that the workers of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own


def made_once(name: str, make: Callable[[Path], None]) -> Path:
    """The file of that name; `make` fills it where no worker has done so yet. Nobody writes into it later."""
    file = Path(os.environ[FOLDER]) / name
    with FileLock(f"{file}.lock"):
        if not file.exists():
            half = file.with_name(f"half-{name}")
            make(half)
            half.replace(file)
    return file
