"""A process killed while it records a signed paper leaves nothing, and the same press does it once."""

import subprocess
import sys
from pathlib import Path

import pytest

from domain.sampang.origination.stages import Stage
from tests.db.sampang.lending import ASKED, a_lending_office
from tests.db.sampang.signing import prepare, sign

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def lending(database_url):
    with a_lending_office(database_url, 2 * ASKED) as lending:
        lending.url = database_url
        yield lending


def test_after_a_kill_the_paper_still_waits_and_can_be_recorded_once(lending):
    file = lending.file_at(Stage.APPROVED)
    paper = prepare(lending, file)
    before = lending.office.everything()
    child = [sys.executable, "-m", "tests.db.sampang.killed_signing", lending.url]
    with subprocess.Popen(
        [*child, str(lending.officer.id), str(paper)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "stopped\n"
        process.kill()
    assert lending.office.everything() == before
    assert sign(lending, paper, nonce="killed").already_done is False
    assert sign(lending, paper, nonce="killed").already_done is True
