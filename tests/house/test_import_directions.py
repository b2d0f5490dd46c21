"""The rooms look in one direction only, and the check that says so is itself checked."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("domain", "db", "demo", "documents", "pages")
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"

WRONG_IMPORTS = [
    ("domain/money.py", "import streamlit", "The domain knows no"),
    ("domain/money.py", "import db", "Rooms look down only"),
    ("domain/money.py", "import domain.sampang", "Programmes stand apart"),
    ("domain/regulation/__init__.py", "import domain.sampang", "Programmes stand apart"),
    ("domain/blitar/__init__.py", "import domain.sampang", "Programmes stand"),
    ("domain/utils.py", "", "domain.utils"),
    ("db/__init__.py", "import documents", "Rooms look down only"),
    ("db/__init__.py", "import streamlit", "The store draws nothing"),
    ("documents/__init__.py", "import db", "Rooms look down only"),
    ("documents/__init__.py", "import sqlalchemy", "Documents come from domain objects"),
    ("pages/parts/__init__.py", "import pages.sampang", "The office looks on"),
    ("pages/parts/__init__.py", "import sqlalchemy", "Pages use the verbs"),
    ("pages/parts/__init__.py", "import streamlit_app", "No room imports the entry"),
]


def check_imports(root):
    return subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache", "--no-logo"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copied_source(tmp_path):
    """Copy the rooms and their contracts to where a wrong import can be planted."""
    for room in ROOMS:
        shutil.copytree(ROOT / room, tmp_path / room, ignore=only_python)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def only_python(folder, names):
    return [n for n in names if not n.endswith(".py") and not (Path(folder) / n).is_dir()]


def test_every_room_imports_only_what_it_may():
    result = check_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(("file", "line", "named"), WRONG_IMPORTS)
def test_a_planted_wrong_import_is_found_and_named(copied_source, file, line, named):
    planted = copied_source / file
    planted.parent.mkdir(exist_ok=True)
    with planted.open("a") as source:
        source.write(f"\n{line}\n")
    result = check_imports(copied_source)
    assert result.returncode == 1, result.stdout + result.stderr
    report = result.stdout.split("Broken contracts")[1]
    assert named in report
    assert file.removesuffix("/__init__.py").removesuffix(".py").replace("/", ".") in report
