"""Lint, layout and types are tests, so that the one test command of the README includes them."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHECKS = {
    "lint": ["ruff", "check"],
    "layout": ["ruff", "format", "--check"],
    "types": ["mypy"],
}


@pytest.mark.parametrize("check", CHECKS)
def test_the_source_passes(check):
    result = subprocess.run(
        [sys.executable, "-m", *CHECKS[check]],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
