"""A small office for the tests of the store: a database with people, and forms to hand in."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import count

from sqlalchemy import func, select

from db.office.people import add_person, personas
from db.opening import open_demo
from db.sampang.applications.application_rows import LoanApplication
from db.sampang.applications.applications import application, save_draft
from db.sampang.applications.judgements import record_judgement
from db.tables import Base, PersonRow
from domain.regulation.receipts import Receipt
from domain.roles import OfficeRole
from domain.sampang.application import Applicant
from domain.sampang.kinds import ApplicantKind
from domain.sampang.roles import SampangRole
from tests.people import ROLES, held

NOW = datetime(2026, 3, 2, 3, 14, tzinfo=UTC)  # 10.14 in Sampang
NIK = "3527034506850000"

_nonces = count()


def add_people(database):
    """Add the people of the office to a new database."""
    with database.write() as session:
        people = [add_person(session, f"Orang {role.label}", held(role), at=NOW) for role in ROLES]
        both = {OfficeRole.ADMINISTRATOR, SampangRole.TEAM_LEAD}
        return [*people, add_person(session, "Rangkap", held(*both), at=NOW)]


class Office:
    """An open database with one person for each role, and one with two."""

    def __init__(self, database):
        self.database = database
        known = add_people(database) if not self.count(PersonRow) else self._people()
        people = {role: next(one for one in known if one.roles == {role}) for role in ROLES}
        self.admin_and_lead = next(one for one in known if len(one.roles) == 2)
        self.people = people
        self.officer = people[SampangRole.OFFICER]
        self.member = people[SampangRole.TEAM_MEMBER]
        self.lead = people[SampangRole.TEAM_LEAD]
        self.admin = people[OfficeRole.ADMINISTRATOR]

    def _people(self):
        with self.database.read() as session:
            return personas(session)

    def save(self, form, *, actor=None, nonce=None, **more):
        with self.database.write() as session:
            return save_draft(session, actor or self.officer, form, nonce=nonce or a_nonce(), at=NOW, **more)

    def judge(self, application_id, question, *, answer=True, actor=None, at=NOW):
        with self.database.write() as session:
            return record_judgement(
                session,
                actor or self.member,
                application_id,
                question,
                answer=answer,
                on=date(2026, 3, 1),
                reason="Survei 1 Maret",
                nonce=a_nonce(),
                at=at,
            )

    def opened(self, application_id):
        with self.database.write() as session:
            return application(session, self.officer, application_id, reveal=True, at=NOW)

    def count(self, table):
        with self.database.read() as session:
            return session.scalar(select(func.count()).select_from(table))

    def everything(self):
        """Every row of every table, to see whether anything was written."""
        with self.database.read() as session:
            return {
                table.name: sorted(map(repr, session.execute(select(table)).all()))
                for table in Base.metadata.sorted_tables
            }


@contextmanager
def an_office(url) -> Iterator[Office]:
    """Open a demo database with people, and close it without a connection left open."""
    database = open_demo(url)
    yield Office(database)
    assert database.engine.pool.checkedout() == 0
    database.close()


def a_nonce():
    return f"nonce-{next(_nonces)}"


def a_form(name="Toko Sumber Rejeki", **more):
    applicant = {"kind": ApplicantKind.BUSINESS, "name": name}
    applicant |= {key: more.pop(key) for key in list(more) if key in Applicant.__slots__}
    return LoanApplication(applicant=Applicant(**applicant), **more)


def a_receipt(verdict="qualifies", **more):
    plain = {
        "programme": "sampang-dana-bergulir",
        "kind": "business",
        "day": date(2026, 3, 2),
        "facts": {"principal": 20_000_000, "on_red_list": None},
        "items": ({"kind": "land", "value": 30_000_000},),
        "evidence": {"principal": "surat permohonan"},
        "settings": (("interest_method", "2026-01-01", "flat", "ketetapan kantor: x"),),
        "settlements": (("S-01", "A", "2026-01-01", "Ketua", "SK 1"),),
        "readings": {"S-01": "A"},
        "outcomes": {"IV.2.a": 1},
        "others": {},
        "verdict": verdict,
        "verdict_in_use": verdict,
        "most": 23_076_923,
        "fingerprint": "0123456789abcdef",
        "application_version": "1.0",
    }
    return Receipt(**plain | more)
