"""A walk through the office: anybody presses anything on any file, and what must hold is looked at."""

from dataclasses import replace
from datetime import UTC, date, datetime
from random import Random

from sqlalchemy import func, select

from db.refusals import Refused
from db.sampang.applications.applications import application, save_draft
from db.sampang.fund.opening_balance import open_fund
from db.sampang.loans.loans import loan_of
from db.sampang.loans.payments import record_payment
from db.sampang.loans.reversals import (
    approve_reversal,
    propose_reversal,
    return_reversal,
    withdraw_reversal,
)
from db.sampang.origination.collateral_register import record_custody
from db.sampang.origination.meetings import decide
from db.tables import (
    ApplicationRow,
    AuditRow,
    Base,
    CustodyEntryRow,
    FileStepRow,
    InstalmentRow,
    JournalEntryRow,
    LoanRow,
    PostingRow,
    ReversalProposalRow,
)
from domain.closings import ClosingReason
from domain.programme import NotAllowed
from domain.sampang.fund.money_in import OpeningBalance, Payment, ReversalAsked
from domain.sampang.origination.custody import BorrowerStanding, CustodyEvent, CustodyLine, Standing
from domain.sampang.origination.stages import Stage
from tests.db.people import NOW, a_nonce
from tests.db.sampang.kept_totals import look_at_kept_totals, look_at_lending
from tests.db.sampang.lending import APPROVAL, DAY, LAND, PRESS, USUALLY, WAY, a_nik, custody_entry

LATER = datetime(2028, 6, 1, tzinfo=UTC)
AMOUNTS = (4_999_999, 5_000_000, 20_000_000, 23_076_923, 23_076_924, 10**8)
_STARTS = (Stage.FILED, Stage.SURVEYED, Stage.SURVEYED, Stage.REQUESTED, Stage.DISBURSED)
_PRESSED_FOR = {"received": "receive", "deed": "bind", "land_check": "check_land"}
_ANYTHING = (*PRESS, "refuse", "refuse")  # what is over soon would else be seldom
_ON_THE_WAY = WAY[Stage.DISBURSED]


class Walk:
    """Random presses on five files, of which two belong to one person."""

    def __init__(self, lending, seed):
        self.lending, self.chance, self.done = lending, Random(seed), []
        self.chance_of_days = Random(seed)
        nik = a_nik()
        self.files = [
            lending.file_at(stage, nik=nik if place < 2 else None, name=f"Usaha {place}")
            for place, stage in enumerate(_STARTS)
        ]
        self.everybody = (*lending.people.values(), lending.other_member, lending.officer_and_lead)
        self.nonces = [a_nonce()]
        self.free = lending.position().free

    def step(self):
        """Press one thing as somebody; a refusal must leave as many rows as before."""
        name, press = self._a_press()
        before = self._sizes()
        try:
            with self.lending.database.write() as session:
                press(session)
            self.done.append(name)
        except (Refused, NotAllowed):
            assert self._sizes() == before, name
            self._look_at_totals()
            return
        after = self._sizes()
        if after != before:  # otherwise it was pressed before
            assert after[AuditRow.__tablename__] > before[AuditRow.__tablename__], name
            self._look(name)

    def _a_press(self):
        chance, drawn = self.chance, self.chance.random()
        file = self._a_file()
        if drawn < 0.45 and (name := self._next_of(file)):
            return name, self._button(name, file)
        if drawn < 0.75:
            others = (
                self._pay,
                self._pay,
                self._ask_to_reverse,
                self._ask_to_reverse,
                self._reverse,
                self._reverse,
                self._close_reversal,
                self._approve_amount,
                self._change,
                self._custody,
                self._open,
            )
            press = chance.choice(others)
            return press.__name__.strip("_"), press(file)
        name = chance.choice(_ANYTHING)
        return name, self._button(name, file)

    def _a_file(self):
        """One of the files; in the place of one that came to nothing another one is handed in."""
        place = self.chance.randrange(len(self.files))
        if self.lending.stage(self.files[place]) in (Stage.REFUSED, Stage.WITHDRAWN):
            self.files[place] = self.lending.file_at(self.chance.choice(_STARTS[:3]))
        return self.files[place]

    def _next_of(self, file):
        with self.lending.database.read() as session:
            of_file = FileStepRow.application_id == file
            steps = list(session.scalars(select(FileStepRow.step).where(of_file).order_by(FileStepRow.seq)))
            undone = {at - 1 for at, step in enumerate(steps) if step == "take_back"}
            taken = {step for at, step in enumerate(steps) if at not in undone}
            lines = session.scalars(
                select(CustodyEntryRow.body).where(CustodyEntryRow.application_id == file)
            )
            taken |= {_PRESSED_FOR[line["event"]] for line in lines if line["event"] in _PRESSED_FOR}
        if "check_papers" in taken and "close_survey" not in taken:
            return self.chance.choice(("record_finding", "close_survey"))
        if "request_disbursement" in taken and self.chance.random() < 0.3:
            return self.chance.choice(("return_request", "withdraw_request"))
        if steps and steps[-1] in ("approve", "refuse", "postpone") and self.chance.random() < 0.2:
            return "take_back"
        return next((name for name in _ON_THE_WAY if name not in {*taken, "record_finding"}), None)

    def _who(self, role):
        usual = self.lending.people[role]
        return usual if self.chance.random() < 0.9 else self.chance.choice(self.everybody)

    def _keys(self, at=NOW):
        if self.chance.random() < 0.9:
            self.nonces.append(a_nonce())
            return {"nonce": self.nonces[-1], "at": at}
        return {"nonce": self.chance.choice(self.nonces), "at": at}

    def _button(self, name, file):
        who, keys = self._who(USUALLY[name]), self._keys()
        return lambda session: PRESS[name](session, who, file, self.lending.meeting, keys)

    def _approve_amount(self, file):
        decision = replace(APPROVAL, amount=self.chance.choice(AMOUNTS), reading_reason="pokok saja")
        who, keys = self._who(USUALLY["approve"]), self._keys()
        return lambda session: decide(session, who, self.lending.meeting, file, decision, **keys)

    def _pay(self, _):
        who, keys, chance = self._who("officer"), self._keys(LATER), self.chance
        loan = self._one_of(select(LoanRow.id)) or 1
        amount = chance.choice((1, 99_999, 500_000, 2_345_678, 22_400_000, 30_000_000))
        received = Payment(amount=amount, on=date(2026, 4, chance.randint(1, 28)), reference="STS")
        return lambda session: record_payment(session, who, loan, received, **keys)

    def _ask_to_reverse(self, _):
        entry, who, keys = self._one_of(select(JournalEntryRow.id)), self._who("officer"), self._keys()
        return lambda session: propose_reversal(session, who, entry, ReversalAsked(reason="keliru"), **keys)

    def _one_of(self, query):
        with self.lending.database.read() as session:
            found = sorted(session.scalars(query))
        return self.chance.choice(found) if found else None

    def _reverse(self, _):
        proposal, who = self._one_of(select(ReversalProposalRow.id)) or 1, self._who("team_lead")
        on = self.chance_of_days.choice((DAY, date(2026, 4, 30), date(2026, 9, 30)))
        return lambda session: approve_reversal(session, who, proposal, on=on, at=LATER)

    def _close_reversal(self, _):
        proposal = self._one_of(select(ReversalProposalRow.id)) or 1
        close, role = self.chance.choice(((return_reversal, "team_lead"), (withdraw_reversal, "officer")))
        who, why = self._who(role), ClosingReason(reason="tidak jadi")
        return lambda session: close(session, who, proposal, why, at=LATER)

    def _open(self, _):
        who, keys = self._who("team_lead"), self._keys()
        balance = OpeningBalance(amount=1, on=DAY, decree="SK lain")
        return lambda session: open_fund(session, who, balance, **keys)

    def _change(self, file):
        who, keys = self._who("officer"), self._keys()
        figure = self.chance.choice((19_000_000, 20_000_000, 23_076_924))
        listed = self.chance.random() < 0.1

        def press(session):
            seen = application(session, self.lending.officer, file, reveal=True, at=NOW)
            form = replace(seen.application, amount=figure, on_red_list=listed, judgements={})
            more = {"application_id": file, "expected_version": seen.version}
            return save_draft(session, who, form, **more, **keys)

        return press

    def _custody(self, file):
        event = self.chance.choice(list(CustodyEvent))
        instead = {"replacement": replace(LAND, description="SHM lain")} if event == "swapped" else {}
        judged = Standing.GOOD if self.chance.random() < 0.7 else Standing.IMPAIRED
        standing = BorrowerStanding(judged=judged, reason="menurut buku")
        line = CustodyLine(entry=custody_entry(event, LAND, **instead), standing=standing)
        who, keys = self._who("bank"), self._keys()
        return lambda session: record_custody(session, who, file, line, **keys)

    def _sizes(self):
        with self.lending.database.read() as session:
            tables = Base.metadata.sorted_tables
            counts = [select(func.count()).select_from(table).scalar_subquery() for table in tables]
            return dict(zip([t.name for t in tables], session.execute(select(*counts)).one(), strict=True))

    def _look(self, name):
        """The books balance, no money is promised or lent twice, and no file is half-way anywhere."""
        now = self.lending.position()
        self._look_at_totals()
        with self.lending.database.read() as session:
            self._look_at_books(session)
            self._look_at_files(session)
            paid_out = session.scalar(select(func.coalesce(func.sum(LoanRow.principal), 0)))
        assert (now.paid_out, now.cash + now.lent) == (paid_out, now.capital)
        assert now.cash >= 0
        assert 0 <= now.lent <= now.capital
        # Only taking back a payment may leave less than what was promised before.
        assert now.free >= min(0, self.free) or name == "reverse"
        self.free = now.free
        owed = sum(found.owed for file in self.files if (found := self._loan(file)))
        assert owed == now.lent

    def _look_at_totals(self):
        with self.lending.database.read() as session:
            look_at_kept_totals(session)
            if self.chance_of_days.random() < 0.1:
                look_at_lending(session)

    def _loan(self, file):
        return self.lending.ask(loan_of, self.lending.lead, file)

    def _look_at_books(self, session):
        summed = select(func.sum(PostingRow.amount), func.count()).group_by(PostingRow.entry_id)
        asked = session.scalars(select(ReversalProposalRow)).all()
        standing = [row.entry_id for row in asked if row.closed_at is None]
        assert len(standing) == len(set(standing))
        booked = session.scalars(
            select(JournalEntryRow.reverses_id).where(JournalEntryRow.kind == "reversal")
        )
        assert sorted(booked) == sorted(row.entry_id for row in asked if row.approved_at is not None)
        assert all(total == 0 and parts >= 2 for total, parts in session.execute(summed))
        entries = session.scalar(select(func.count()).select_from(JournalEntryRow))
        assert entries == len(session.execute(summed).all())
        booked = select(JournalEntryRow.loan_id).where(JournalEntryRow.kind == "disbursement")
        assert sorted(session.scalars(booked)) == sorted(session.scalars(select(LoanRow.id)))

    def _look_at_files(self, session):
        for row in session.scalars(select(ApplicationRow).where(ApplicationRow.id.in_(self.files))):
            query = select(FileStepRow).where(FileStepRow.application_id == row.id).order_by(FileStepRow.seq)
            steps = session.scalars(query).all()
            assert [step.seq for step in steps] == list(range(1, len(steps) + 1))
            assert [step.from_stage for step in steps[1:]] == [step.to_stage for step in steps[:-1]]
            assert steps[-1].to_stage == row.status
            undone = {step.seq - 1 for step in steps if step.step == "take_back"}
            assert all(steps[seq - 1].step in ("approve", "refuse", "postpone") for seq in undone)
            decided = [
                step for step in steps if step.step in ("approve", "refuse") and step.seq not in undone
            ]
            assert len(decided) <= 1
            loans = session.scalars(select(LoanRow).where(LoanRow.application_id == row.id)).all()
            paid_out = [step for step in steps if step.step == "disburse"]
            assert len(loans) == len(paid_out) == (row.status == "disbursed")
            for loan in loans:
                principal = select(func.sum(InstalmentRow.principal)).where(InstalmentRow.loan_id == loan.id)
                assert session.scalar(principal) == loan.principal == decided[0].body["amount"]
