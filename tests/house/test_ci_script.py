"""CI runs the command of the README, and is not content with skipped browser tests."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMAND = (
    "python3 -m venv .venv && .venv/bin/pip install -q -r requirements-dev.txt && .venv/bin/python -m pytest"
)
SKIPS = "import pytest\n@pytest.mark.browser\ndef test_one(): pytest.skip('no browser')\n"
PASSES = "import pytest\n@pytest.mark.browser\ndef test_one(): pass\n"
ELSEWHERE = "def test_one(): pass\n"


def test_the_readme_gives_exactly_one_test_command_between_the_markers_that_ci_reads():
    marked = re.search(r"<!-- test command -->(.*?)<!-- end -->", (ROOT / "README.md").read_text(), re.DOTALL)
    commands = [line for line in marked[1].splitlines() if line.startswith("python3 ")]
    assert commands == [COMMAND]


def test_ci_has_no_test_command_of_its_own():
    script = (ROOT / ".ci" / "run").read_text()
    assert "-m pytest" not in script
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


@pytest.mark.parametrize(
    ("source", "required", "exit_code"),
    [
        (SKIPS, True, 1),
        (ELSEWHERE, True, 1),
        (PASSES, True, 0),
        (SKIPS, False, 0),
        (ELSEWHERE, False, 0),
    ],
    ids=["skipped", "none ran", "ran", "skipped on a laptop", "none ran on a laptop"],
)
def test_browser_tests_must_run_where_they_are_required(tmp_path, source, required, exit_code):
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = browser\n")
    (tmp_path / "test_one.py").write_text(source)
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "REQUIRE"))}
    environment["PYTHONPATH"] = str(ROOT)  # where the tests' own settings find what they need
    if required:
        environment["REQUIRE_BROWSER"] = "1"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "1"]
    result = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == exit_code, result.stdout + result.stderr
    assert ("REQUIRE_BROWSER is set, but" in result.stdout) == (exit_code == 1)
