"""A small office of which some sign in: two administrators, an officer, and a clock that can be set."""

from datetime import UTC, datetime, timedelta
from itertools import count

from db import clock
from db.office.entering import begin, who_came
from db.office.people import add_person
from domain.entering.claims import claims_of
from domain.programmes import PROGRAMMES
from domain.roles import OfficeRole
from domain.sampang.roles import SampangRole
from tests.people import held

AT = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)
_times = count()


class Clock:
    """The clock of the store, which a test sets."""

    def __init__(self, monkeypatch):
        self.now = AT
        monkeypatch.setattr(clock, "moment", lambda: self.now)

    def later(self, **more):
        self.now += timedelta(**more)
        return self.now


def claims(email, at=AT, **more):
    """What the provider tells of somebody who signs in at a moment."""
    told = {
        "iss": "https://akun.dinas.go.id",
        "sub": email,
        "nonce": f"n{next(_times)}",
        "iat": int(at.timestamp()),
        "email": email,
        "email_verified": True,
        "provider": "kantor",
    }
    return claims_of(told | more)


def add_office(database):
    """Two administrators and an officer, each with an address."""
    with database.write() as session:
        return [
            add_person(session, name, held(role), at=AT, email=email)
            for name, role, email in (
                ("Wati", OfficeRole.ADMINISTRATOR, "wati@dinas.id"),
                ("Joko", OfficeRole.ADMINISTRATOR, "joko@dinas.id"),
                ("Rina", SampangRole.OFFICER, "rina@dinas.id"),
            )
        ]


def enter(database, told, at):
    """Come in by a sign-in, as the door of the screens does it."""
    with database.write() as session:
        return begin(session, told, PROGRAMMES, at=at)


def come(database, told):
    """Who a sign-in stands for at the next click."""
    with database.read() as session:
        return who_came(session, told, PROGRAMMES)
