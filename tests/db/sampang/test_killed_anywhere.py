"""Wherever a process is killed, and however many work at one moment: nothing is lost, halved or doubled."""

import multiprocessing
from random import Random

import pytest
from sqlalchemy import func, select

from db.chain.walking import walk_chain
from db.sampang.loans.loans import loan_of
from db.sampang.trail import SampangAction
from db.tables import ApplicationRow, AuditRow, JournalEntryRow
from domain.sampang.origination.stages import Stage
from tests.db.sampang.kept_totals import look_at_kept_totals
from tests.db.sampang.lending import a_lending_office
from tests.db.sampang.working_on import AMOUNT, work
from tests.examples import BY_NIGHT

KILLS = 200 if BY_NIGHT else 10
WRITERS, PRESSES = 20, 4
APART = multiprocessing.get_context("forkserver")
APART.set_forkserver_preload(["tests.db.sampang.working_on"])


@pytest.fixture
def lending(database_url):
    with a_lending_office(database_url, 10**9) as lending:
        lending.url = database_url
        files = [lending.file_at(Stage.DISBURSED) for _ in range(2)]
        lending.loans = [lending.ask(loan_of, lending.lead, file).id for file in files]
        yield lending


def start(lending, name, presses, tell):
    told = (lending.url, lending.officer, lending.loans, name, presses, tell)
    process = APART.Process(target=work, args=told)
    process.start()
    return process


def counted(lending):
    """The bookings of payments, their money, the drafts, and the lines of the trail for both."""
    with lending.database.read() as session:
        paid = select(func.count()).select_from(JournalEntryRow).where(JournalEntryRow.kind == "payment")
        drafts = select(func.count()).select_from(ApplicationRow).where(ApplicationRow.status == Stage.DRAFT)
        lines = dict(session.execute(select(AuditRow.action, func.count()).group_by(AuditRow.action)).all())
        return {
            "payments": session.scalar(paid),
            "payments told": lines.get(SampangAction.RECORD_PAYMENT, 0),
            "drafts": session.scalar(drafts),
        }


def look(lending):
    with lending.database.read() as session:
        look_at_kept_totals(session)
        assert walk_chain(session).broken is None
    found = counted(lending)
    assert found["payments"] == found["payments told"]
    return found


def test_after_each_kill_the_books_agree_and_what_was_said_to_be_done_is_there(lending):
    chance, before = Random(7), look(lending)
    for number in range(KILLS):
        tell = APART.Queue()
        process = start(lending, f"K{number}", 10_000, tell)
        _, done = tell.get(timeout=60)
        for _ in range(chance.randrange(12)):
            _, done = tell.get(timeout=60)
        process.join(chance.random() / 20)
        process.kill()
        process.join()
        found = look(lending)
        assert found["payments"] >= before["payments"] + done["payments"]
        assert found["drafts"] >= before["drafts"] + done["drafts"]
        before = found


def test_twenty_writers_at_one_moment_do_each_press_once_or_are_refused(lending):
    before, tell = counted(lending), APART.Queue()
    writers = [start(lending, f"W{number}", PRESSES, tell) for number in range(WRITERS)]
    last = dict(tell.get(timeout=120) for _ in range(WRITERS * PRESSES))
    for writer in writers:
        writer.join(60)
    done = {what: sum(one[what] for one in last.values()) for what in ("payments", "drafts")}
    found = look(lending)
    assert {what: found[what] - before[what] for what in done} == done
    assert sum(done.values()) > 0
    # So little pays interest alone, which the three shares hold to the rupiah.
    shares = sum(held for account, held in lending.balances().items() if account.startswith("due_to_"))
    assert shares == -AMOUNT * done["payments"]
