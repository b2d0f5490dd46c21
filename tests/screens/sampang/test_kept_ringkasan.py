"""What Ringkasan keeps is what the store answers, also where a change left no link in the chain."""

import pytest
from sqlalchemy import update

from db.tables import ApplicationRow
from domain.roles import OfficeRole
from domain.sampang.origination.stages import UNDECIDED
from pages.parts.store import today
from pages.sampang import standing
from pages.sampang.summary import fund_summary


@pytest.fixture
def verdicts(office, monkeypatch):
    shown = []
    monkeypatch.setattr(fund_summary, "show_files", lambda found: shown.append(dict(found.verdicts)))

    def look():
        part = fund_summary.fund_summary(office.by_role[OfficeRole.LEADERSHIP], today())
        part.deeper[0][1]()
        return shown[-1]

    return look


@pytest.fixture
def marked_by_another_law(office):
    undecided = update(ApplicationRow).where(ApplicationRow.status.in_(UNDECIDED))
    with office.database.write() as session:
        session.execute(undecided.values(basis="of another law"))


@pytest.mark.usefixtures("marked_by_another_law")
def test_files_that_another_screen_is_just_assessing_are_told_once_it_is_done(verdicts, monkeypatch):
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(standing, "assess_due", lambda *_asked, **_told: 0)  # the other holds each of them
        assert set(verdicts()) == {None}
    assert None not in verdicts()
