"""What needs somebody's attention in the caseload, and from which day on (Pasal 5 ayat (3) huruf h)."""

from datetime import date, timedelta
from typing import Final, cast

from domain.blitar.instruments import at
from domain.blitar.parameters import DAYS_BEFORE_CONTRACT_END, DAYS_WITHOUT_VISIT
from domain.dates import indonesian_date
from domain.labelled import Labelled
from domain.money import number
from domain.regulation.law_in_force import LawInForce

WATCHED_BY: Final = at("5(3).h")


class AttentionKind(Labelled):
    """A kind of thing that waits for somebody; the value is stable, the label is for people."""

    NO_VISIT = "no_visit", "Binaan perlu dikunjungi"
    FOLLOW_UPS = "follow_ups", "Tindak lanjut lewat batas"
    IDLE_MENTORS = "idle_mentors", "Pendamping belum berkunjung"
    NOT_SENT = "not_sent", "Kunjungan belum dikirim"
    CONTRACTS = "contracts", "Kontrak Pendamping atau Fasilitator segera berakhir"
    DUTIES = "duties", "Sertifikat halal belum ada"


# Of a dated duty no more are counted, so that a screen never reads every binaan.
MOST_COUNTED: Final = 1_000


def count_in_words(kind: AttentionKind, count: int) -> str:
    """How many wait of a kind; a duty that very many have not met says only that there are that many."""
    many = kind is AttentionKind.DUTIES and count >= MOST_COUNTED
    return f"{number(count)} atau lebih" if many else number(count)


def days_without_visit(law: LawInForce) -> int:
    """After how many days without a visit a binaan needs one; the office's own setting."""
    return cast(int, law.values[DAYS_WITHOUT_VISIT.key])


def days_before_contract_end(law: LawInForce) -> int:
    """How many days before it the end of a contract is announced; the office's own setting."""
    return cast(int, law.values[DAYS_BEFORE_CONTRACT_END.key])


def overdue_before(law: LawInForce) -> date:
    """A binaan whose last visit lies before this day needs one on the day of the law."""
    return law.day - timedelta(days=days_without_visit(law))


def month_begins(law: LawInForce) -> date:
    """The first day of the month of the law's day."""
    return law.day.replace(day=1)


def waits_since(since: date, last_visit_on: date | None) -> date:
    """From when the days without a visit count: the last visit, or else the first day of the mentoring."""
    return last_visit_on or since


def needs_visit(since: date, last_visit_on: date | None, law: LawInForce) -> bool:
    """Whether an open binaan went without a visit for more days than the office allows."""
    return waits_since(since, last_visit_on) < overdue_before(law)


def visit_in_words(since: date, last_visit_on: date | None, day: date) -> str:
    """When a binaan was last visited, with the days since then or since the mentoring began."""
    if last_visit_on is None:
        return f"belum pernah, {(day - since).days} hari didampingi"
    days = (day - last_visit_on).days
    return "hari ini" if days == 0 else f"{days} hari lalu, {indonesian_date(last_visit_on)}"


def visit_in_short(since: date, last_visit_on: date | None, day: date) -> str:
    """The same for a narrow column."""
    if last_visit_on is None:
        return f"belum, {(day - since).days} hari"
    days = (day - last_visit_on).days
    return f"{days} hari lalu" if days else "hari ini"


def late_in_words(due_on: date, day: date) -> str:
    """By how much something agreed is late."""
    return f"lewat {(day - due_on).days} hari, batas {indonesian_date(due_on)}"


def days_left_in_words(last_day: date, day: date) -> str:
    """Until when somebody serves, with the days that are left."""
    left = (last_day - day).days
    return f"sampai {indonesian_date(last_day)}, {left} hari lagi" if left else "berakhir hari ini"
