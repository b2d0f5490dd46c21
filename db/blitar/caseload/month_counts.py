"""The numbers of each month, kept: changed by the verb that changes their ground, never summed anew.

What binaan give to the months is worked out before a verb changes something of theirs and after it, and the
difference goes into the table in the same transaction. `count_anew` makes all of it from the ground.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Final

from sqlalchemy import Select, delete, func, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from db.blitar.caseload.lines import OPEN
from db.blitar.caseload.month_numbers import first_day, number_of
from db.blitar.caseload.month_shares import CHOICES, Ground, Share, all_shares, shares
from db.blitar.caseload.standing import hold_clients
from db.blitar.counted_now import BETWEEN, counted_now
from db.bulk import pieces_in_order
from db.quick_rows import send_rows
from db.tables import MonthCountRow

_OF_NO_BINAAN: Final = (Ground.VISITS, Ground.LETTERS, Ground.VISITS | Ground.LETTERS)
Counts = Mapping[str, Mapping[tuple[str, str], int]]
"""What is counted, and how many of each kind and Pendamping, kecamatan or state."""


@contextmanager
def months_kept(
    session: Session, clients: Collection[int], ground: Ground, on: Collection[date] = ()
) -> Iterator[None]:
    """Keep the numbers of the months while a verb changes, of some binaan, no more than this ground.

    With days `on`, no visits of other months than theirs are changed, and what is between.
    The binaan are held first: of two verbs at one moment the second sees what the first one changed.
    """
    session.flush()
    for some in pieces_in_order(clients):
        hold_clients(session, some)
    ground = _with_choices(ground)
    found = shares(session, clients, ground, on)
    yield
    session.flush()
    before, found = found, shares(session, clients, ground, on)
    found.subtract(before)
    _add(session, found)


def add_to_months(session: Session, clients: Collection[int], ground: Ground) -> None:
    """Add what binaan give who were not there before."""
    session.flush()
    _add(session, shares(session, clients, _with_choices(ground)))


def _with_choices(ground: Ground) -> Ground:
    """A visit that is only written down, or put into a letter, says nothing of its binaan; all else may."""
    return ground if ground in _OF_NO_BINAAN else ground | Ground.CHOICES


def count_anew(session: Session) -> None:
    """Make every kept number anew from the ground, for all binaan."""
    session.flush()
    hold_clients(session, None)
    session.execute(delete(MonthCountRow))
    found: Counter[Share] = Counter()
    for share, count in all_shares(session):
        found[share] += count
    _add(session, found)


def counts_of(
    session: Session, month: date, *, of: Collection[str] = (), upto: Collection[str] = ()
) -> Counts:
    """The numbers of a month: those `of` it alone, and those that go on, `upto` its end."""
    row, number = MonthCountRow, number_of(month)
    alone, going = row.what.in_(of) & (row.month == number), row.what.in_(upto) & (row.month <= number)
    query = select(row.what, row.key, row.place, func.sum(row.n))
    query = query.where(or_(alone, going)).group_by(row.what, row.key, row.place)
    return _told(session, query)


def days_counted(session: Session, first: date, last: date) -> Mapping[tuple[date, str], int]:
    """The visits of each day and state between two days."""
    row = MonthCountRow
    query = select(row.key, row.place, row.n).where(
        row.what == "days",
        row.month.between(number_of(first), number_of(last)),
        row.key.between(first.isoformat(), last.isoformat()),
        row.n != 0,
    )
    return {(date.fromisoformat(key), state): n for key, state, n in session.execute(query)}


def last_visited(session: Session, first: date, last: date) -> Mapping[str, int]:
    """The binaan whose last visit up to a month's end, or today, was since a day, by kecamatan."""
    row = MonthCountRow
    query = select(row.place, func.sum(row.n)).where(
        row.what == "last",
        row.month.between(number_of(first), number_of(last)),
        row.key.between(first.isoformat(), last.isoformat()),
    )
    return {place: int(count) for place, count in session.execute(query.group_by(row.place)) if count}


def waiting_on(session: Session, what: str, place: str) -> tuple[int, date | None]:
    """How many there are in all months, and since which day."""
    row = MonthCountRow
    query = select(func.sum(row.n), func.min(row.key)).where(row.what == what, row.place == place, row.n > 0)
    count, since = session.execute(query).one()
    return int(count or 0), None if since is None else date.fromisoformat(since)


def choices_kept(session: Session, month: date) -> list[tuple[Mapping[str, str | int | None], int]]:
    """The binaan in groups of those alike in all that a list chooses by, with how many each holds.

    `never` and `month` tell whether they were never visited, or since that month began.
    """
    found: list[tuple[Mapping[str, str | int | None], int]] = []
    begins = number_of(month)
    for (key, _), count in counted_now(session, "choices").items():
        told: dict[str, str | int | None] = {
            name: value or None for name, value in zip(CHOICES, key.split(BETWEEN), strict=True)
        }
        visited = told.pop("visited")
        told["never"] = int(visited is None)
        told["month"] = int(visited is not None and int(visited) >= begins)
        told["agreed_open"] = int(told.pop("agreed") or 0)
        found.append((told, count))
    return found


def open_by_district(session: Session) -> Mapping[str, Counter[str]]:
    """The open binaan of each kecamatan that has any, by kind."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for (key, _), count in counted_now(session, "choices").items():
        told = dict(zip(CHOICES, key.split(BETWEEN), strict=True))
        if told["status"] == OPEN and told["district"]:
            found[told["district"]][told["kind"]] += count
    return found


def open_held(session: Session) -> Mapping[tuple[int, str], int]:
    """How many open binaan each Pendamping has in each kecamatan."""
    found = counted_now(session, "held now").items()
    return {(int(mentor), district): count for (district, mentor), count in found if district and count}


def due_before(session: Session, day: date) -> int:
    """What was agreed at verified visits, is still open, and was due before a day."""
    row = MonthCountRow
    query = select(func.sum(row.n)).where(row.what == "due", row.month <= number_of(day))
    return int(session.scalar(query.where(row.key < day.isoformat())) or 0)


def first_month_counted(session: Session) -> date | None:
    """The month in which the first binaan was mentored; None before that."""
    row = MonthCountRow
    first = session.scalar(select(func.min(row.month)).where(row.what == "member", row.n != 0))
    return None if first is None else first_day(first)


def _told(session: Session, query: Select[str, str, str, int]) -> Counts:
    found: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    for what, key, place, count in session.execute(query):
        if count:
            found[what][key, place] = int(count)
    return found


def _add(session: Session, found: Mapping[Share, int]) -> None:
    # In one order, so that two verbs at one moment wait for each other and never in a circle.
    rows = [
        {"month": month, "what": what, "key": key, "place": place, "n": n}
        for (what, month, key, place), n in sorted(
            ((what, month, key, place), n) for (month, what, key, place), n in found.items() if n
        )
    ]
    if rows:
        send_rows(session.connection(), _adding(session.get_bind().dialect.name), rows)


def _adding(dialect: str) -> postgresql.Insert | sqlite.Insert:
    row = MonthCountRow
    known = (row.what, row.month, row.key, row.place)
    if dialect == "postgresql":
        adding = postgresql.insert(row)
        return adding.on_conflict_do_update(index_elements=known, set_={"n": row.n + adding.excluded.n})
    adding_here = sqlite.insert(row)
    return adding_here.on_conflict_do_update(index_elements=known, set_={"n": row.n + adding_here.excluded.n})
