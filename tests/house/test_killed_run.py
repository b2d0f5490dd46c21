"""A run of the tests that is killed outright leaves nothing running behind."""

import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
import time
from pathlib import Path

import psutil
import pytest

from tests.browser.driver import ROOT, find_chromium

GONE_WITHIN = STARTED_WITHIN = 90.0
RUN = """
    from pathlib import Path
    from threading import Event

    from tests.browser.conftest import browser, kept_page, page, server, viewport_width
    from tests.db.conftest import postgres_server

    __all__ = ["browser", "kept_page", "page", "postgres_server", "server", "viewport_width"]


    def test_that_never_ends({fixture}):
        Path({started!r}).touch()
        Event().wait()
"""
LEFT = {"postgres_server": "postgres", "server": "streamlit", "page": "chrom"}


@pytest.fixture
def folder():
    """Give a folder that everything names which the run starts; a short one, as sockets want it."""
    made = Path(tempfile.mkdtemp(prefix="k"))
    yield made
    shutil.rmtree(made, ignore_errors=True)


@pytest.mark.parametrize("fixture", LEFT)
def test_a_killed_run_leaves_nothing_running(folder, fixture):
    if fixture == "page" and find_chromium() is None:
        pytest.skip("Chromium or Chrome is not installed.")
    run = _started(folder, fixture)
    assert [one for one in _naming(folder) if LEFT[fixture] in " ".join(one.cmdline())]
    run.kill()
    run.wait()
    assert _within(GONE_WITHIN, lambda: not _naming(folder)), _naming(folder)


def _started(folder, fixture):
    """Start a run that stands in the middle of a test."""
    started, file = folder / "started", folder / "test_that_never_ends.py"
    file.write_text(textwrap.dedent(RUN.format(fixture=fixture, started=str(started))))
    run = subprocess.Popen(
        [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", str(file)],
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(folder)},
        stdout=(folder / "said").open("w"),
        stderr=subprocess.STDOUT,
    )
    _within(STARTED_WITHIN, lambda: started.exists() or run.poll() is not None)
    if not started.exists():
        run.kill()
        pytest.fail((folder / "said").read_text())
    return run


def _naming(folder):
    """List the processes that name a folder on their command line."""
    found = []
    for process in psutil.process_iter():
        try:
            if str(folder) in " ".join(process.cmdline()):
                found.append(process)
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue
    return found


def _within(seconds, holds):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if holds():
            return True
        time.sleep(0.2)
    return False
