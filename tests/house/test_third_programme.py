"""A third regency is one folder in each room that it needs, and one line."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.test_import_directions import CONTRACT, ROOMS, check_imports

ROOT = Path(__file__).resolve().parents[2]
THIRD = Path(__file__).parent / "third_regency"
LAST_LINE = '    "blitar",\n'


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """Copy the rooms, put the third regency's folders into them, and add its line."""
    root = tmp_path_factory.mktemp("house")
    for room in ROOMS:
        shutil.copytree(ROOT / room, root / room, ignore=shutil.ignore_patterns("__pycache__"))
        if (THIRD / room).exists():
            shutil.copytree(THIRD / room, root / room, dirs_exist_ok=True)
    for file in ("pyproject.toml", "streamlit_app.py", str(CONTRACT), ".streamlit/config.toml"):
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, root / file)
    programmes = root / "domain" / "programmes.py"
    before = programmes.read_text()
    assert before.count(LAST_LINE) == 1
    programmes.write_text(before.replace(LAST_LINE, f'{LAST_LINE}    "malang",\n'))
    return root


@pytest.fixture(scope="module")
def met(house):
    """What a walk through the house with three programmes meets."""
    walk = subprocess.run(
        [sys.executable, str(THIRD / "walk.py")], cwd=house, capture_output=True, text=True, check=False
    )
    assert walk.returncode == 0, walk.stderr
    return json.loads(walk.stdout)


def test_its_imports_keep_to_the_contracts(house):
    result = check_imports(house)
    assert result.returncode == 0, result.stdout + result.stderr


def test_its_past_is_in_the_trail_in_its_own_words(met):
    assert met["trail"] == ["Memberikan kios"] * 3


def test_its_setting_is_proposed_and_approved_in_it(met):
    assert met["setting"] == 5  # 2 before


def test_its_screen_opens_for_its_persona_and_for_nobody_else(met):
    assert met["opened by"] == ["market_officer"]


def test_its_people_stand_on_the_front_door_beside_the_others(met):
    assert met["front door"] == [
        "Pimpinan dan administrator",
        "Dinas dan Pokjanis Sampang",
        "Pendampingan Blitar",
        "Pasar Malang",
    ]


def test_its_number_stands_on_the_summary(met):
    assert met["summary"] == {"Kios diberikan": "3"}
