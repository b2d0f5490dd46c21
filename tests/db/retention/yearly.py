"""A fund whose office set for how long it keeps files, and the yearly list of two people."""

from contextlib import contextmanager
from datetime import date, timedelta

from sqlalchemy import select, text

from db.chain.walking import walk_chain
from db.office.erasures import approve_erasure, hold_erasure, propose_erasure
from db.office.retention_reading import erasure_lists, retention_now
from db.office.settings import approve_setting, propose_setting
from db.sampang.applications.applications import application
from domain.regulation.office_proposals import SettingProposed
from domain.retention.erasure_asked import ErasureAsked, Holding
from domain.sampang.origination.stages import Stage
from domain.sampang.parameters import PARAMETERS
from domain.sampang.programme import SAMPANG
from domain.sampang.retention import FILE
from tests.db.people import NOW, a_nonce
from tests.db.sampang.lending import a_lending_office

LATER = NOW + timedelta(days=800)
SOON = (LATER + timedelta(days=90)).date()
YEARS = 2
ASKED = ErasureAsked(reason="daftar tahunan")


class Yearly:
    """An office with a file that was withdrawn, one that was refused, and one on its way."""

    def __init__(self, lending):
        self.lending, self.database, self.lead = lending, lending.database, lending.lead
        self.admin = lending.office.admin
        self.withdrawn = lending.file_at(Stage.WITHDRAWN)
        self.refused = lending.file_at(Stage.REFUSED)
        self.on_the_way = lending.file_at(Stage.FILED)

    def set_years(self, years=YEARS, kind=FILE):
        parameter, told = PARAMETERS[kind.setting], SettingProposed(since=date(2026, 3, 2), reason="JRA")
        with self.database.write() as session:
            how = {"nonce": a_nonce(), "at": NOW}
            number = propose_setting(session, self.admin, SAMPANG, parameter, years, told, **how)
            approve_setting(session, self.lead, SAMPANG, number, at=NOW)

    def now(self, at=LATER):
        with self.database.read() as session:
            return retention_now(session, self.admin, SAMPANG, at.date())

    def propose(self, at=LATER):
        with self.database.write() as session:
            return propose_erasure(session, self.admin, SAMPANG, ASKED, nonce=a_nonce(), at=at)

    def approve(self, number, who=None, at=LATER):
        with self.database.write() as session:
            return approve_erasure(session, who or self.lead, SAMPANG, number, at=at)

    def hold(self, file, until=SOON):
        with self.database.write() as session:
            holding, how = Holding(reason="sengketa", until=until), {"nonce": a_nonce(), "at": LATER}
            return hold_erasure(session, self.admin, SAMPANG, FILE.key, file, holding, **how)

    def erase(self):
        """The whole way, as two people go it."""
        self.set_years()
        return self.approve(self.propose())

    def outcomes(self):
        with self.database.read() as session:
            newest = erasure_lists(session, self.admin, SAMPANG)[0]
        return {one.id: one.outcome for one in newest.lines}

    def applicant(self, file):
        with self.database.read() as session:
            return application(session, self.lending.officer, file).application.applicant

    def walked(self):
        with self.database.read() as session:
            return walk_chain(session).broken

    def past_the_program(self, *changes):
        """Change rows as who owns the database can, with its guards away."""
        with self.database.writer.begin() as connection:
            if self.database.is_sqlite:
                for name in connection.execute(text(_TRIGGERS)).scalars().all():
                    connection.execute(text(f"DROP TRIGGER {name}"))
            else:
                connection.execute(text("SET session_replication_role = replica"))
            for change in changes:
                connection.execute(text(change))
            if not self.database.is_sqlite:
                connection.execute(text("SET session_replication_role = DEFAULT"))

    def rows(self, row, *where):
        with self.database.read() as session:
            return session.execute(select(row.__table__).where(*where)).all()


_TRIGGERS = "SELECT name FROM sqlite_master WHERE type = 'trigger'"


@contextmanager
def a_yearly_office(url):
    with a_lending_office(url) as lending:
        yield Yearly(lending)
