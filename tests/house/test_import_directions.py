"""The rooms look in one direction only, and the check that says so is itself checked."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("domain", "db", "demo", "documents", "pages")
CONTRACT = Path("tests", "house", "programmes_apart.py")
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"

WRONG_IMPORTS = [
    ("domain/money.py", "import streamlit", "The domain knows no"),
    ("domain/money.py", "import db", "Rooms look down only"),
    ("domain/money.py", "import domain.sampang.kinds", "Domain: programmes stand apart"),
    ("domain/regulation/__init__.py", "import domain.sampang.kinds", "Domain: programmes stand apart"),
    ("domain/blitar/__init__.py", "import domain.sampang.kinds", "Domain: programmes stand apart"),
    ("domain/blitar/__init__.py", "import domain.programmes", "Domain: programmes stand apart"),
    ("db/blitar/__init__.py", "import db.sampang.headlines", "Store: programmes stand apart"),
    ("db/blitar/__init__.py", "import domain.sampang.kinds", "Store: programmes stand apart"),
    ("db/trail.py", "import db.blitar.trail", "Store: programmes stand apart"),
    ("db/office/__init__.py", "import db.blitar.trail", "Store: programmes stand apart"),
    ("db/tables/__init__.py", "import domain.blitar.kinds", "Store: programmes stand apart"),
    (
        "documents/blitar/__init__.py",
        "import documents.sampang.loan_terms",
        "Documents: programmes stand apart",
    ),
    ("documents/office/__init__.py", "import documents.blitar.letter", "Documents: programmes stand apart"),
    ("documents/sheet.py", "import documents.blitar.letter", "Documents: programmes stand apart"),
    ("demo/sampang/__init__.py", "import demo.blitar.days", "Demo: programmes stand apart"),
    ("demo/wings.py", "import demo.blitar.wing", "Demo: programmes stand apart"),
    ("demo/sampang/__init__.py", "import demo.loading", "Demo: programmes stand apart"),
    ("pages/sampang/__init__.py", "import pages.blitar.screens", "Screens: programmes stand apart"),
    ("pages/sampang/__init__.py", "import pages.office.menu", "Screens: programmes stand apart"),
    ("pages/office/menu.py", "import pages.sampang.wing", "Screens: programmes stand apart"),
    ("pages/office/menu.py", "import domain.blitar.programme", "Screens: programmes stand apart"),
    ("pages/parts/store.py", "import db.sampang.trail", "Screens: programmes stand apart"),
    ("db/__init__.py", "import documents", "Rooms look down only"),
    ("db/__init__.py", "import streamlit", "The store draws nothing"),
    ("documents/__init__.py", "import db", "Rooms look down only"),
    ("documents/__init__.py", "import sqlalchemy", "Documents come from domain objects"),
    ("pages/parts/__init__.py", "import pages.sampang.screens", "Screens: programmes stand apart"),
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


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """What the check says of every wrong import planted at once, by the name of the broken contract."""
    copied = copied_source(tmp_path_factory.mktemp("planted"))
    for file, line, _ in WRONG_IMPORTS:
        plant(copied, file, line)
    result = check_imports(copied)
    assert result.returncode == 1, result.stdout + result.stderr
    told = re.split(r"^(.+)\n-+$", result.stdout.split("Broken contracts")[1], flags=re.MULTILINE)
    return dict(zip(told[1::2], told[2::2], strict=True))


def copied_source(folder):
    """Copy the rooms and their contracts to where a wrong import can be planted."""
    for room in ROOMS:
        shutil.copytree(ROOT / room, folder / room, ignore=only_python)
    shutil.copy(ROOT / "pyproject.toml", folder)
    copied = folder / CONTRACT
    copied.parent.mkdir(parents=True)
    shutil.copy(ROOT / CONTRACT, copied)
    return folder


def plant(root, file, line):
    planted = root / file
    planted.parent.mkdir(exist_ok=True)
    with planted.open("a") as source:
        source.write(f"\n{line}\n")


def module_of(file):
    return file.removesuffix("/__init__.py").removesuffix(".py").replace("/", ".")


def only_python(folder, names):
    return [n for n in names if not n.endswith(".py") and not (Path(folder) / n).is_dir()]


def test_every_room_imports_only_what_it_may():
    result = check_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(("file", "line", "named"), WRONG_IMPORTS)
def test_a_planted_wrong_import_is_found_and_named(reports, file, line, named):
    (report,) = (told for contract, told in reports.items() if contract.startswith(named))
    importer, imported = module_of(file), line.removeprefix("import ")
    said = rf"^-? *{importer}( -> {imported} | may not import {imported}\.$)"
    assert re.search(said, report, re.MULTILINE)


@pytest.mark.parametrize("file", ["domain/utils.py", "domain/utils/__init__.py"])
def test_shared_ground_that_nobody_listed_is_found(tmp_path, file):
    plant(copied_source(tmp_path), file, "")
    assert "domain.utils is no programme" in check_imports(tmp_path).stdout.split("Broken contracts")[1]


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("domain/sampang/hindrance.py", "import domain.sampang.fund.position"),
        ("db/blitar/reporting/queue.py", "import db.blitar.headlines"),
        ("demo/persona.py", "import demo.personas"),
        ("documents/tables.py", "import documents.blitar.letter"),
        ("pages/parts/text.py", "import pages.parts.fields"),
    ],
)
def test_a_planted_circle_is_found(tmp_path, file, line):
    plant(copied_source(tmp_path), file, line)
    report = check_imports(tmp_path).stdout.split("Broken contracts")[1]
    assert "in a circle" in report
