"""The numbers of a month's report: by hand on a small month, and recounted row by row on many visits."""

from datetime import date, timedelta
from random import Random

import pytest
from sqlalchemy import select

from db.blitar.caseload.clients import add_client, end_client
from db.blitar.caseload.follow_ups import close_follow_up
from db.blitar.caseload.handovers import hand_over
from db.blitar.caseload.month_counts import count_anew
from db.blitar.reporting.figures import report_figures
from db.blitar.reporting.rows_behind import PAGE, rows_behind
from db.blitar.visiting.visit_rows import write_visit
from db.tables import (
    ClientRow,
    FollowUpRow,
    HandoverLineRow,
    HandoverRow,
    IndicatorReadingRow,
    StaffRow,
    VisitRow,
)
from domain.blitar.caseload.client_leaving import Leaving, LeavingGround
from domain.blitar.caseload.stage import Stage
from domain.blitar.client import Client
from domain.blitar.goals_and_tasks import Goal, MentorTask, ReportPart
from domain.blitar.indicators import Indicator
from domain.blitar.kinds import SubjectKind
from domain.blitar.reporting.behind import Behind, Number
from domain.blitar.reporting.report_figures import PartFigures, Totals
from domain.blitar.staffing.handing_over import HandoverWritten
from domain.blitar.visiting.visit import (
    DayPart,
    FollowUp,
    FollowUpClosed,
    FollowUpState,
    VisitPlace,
    VisitState,
)
from tests.db.blitar.mentoring import START, TODAY
from tests.db.blitar.visiting import Caseload, a_visit, change
from tests.db.people import NOW, a_nonce, an_office

FEBRUARY, MARCH = date(2026, 2, 1), date(2026, 3, 1)
COOP = SubjectKind.CLIENT_COOPERATIVE


@pytest.fixture
def caseload(database_url):
    with an_office(database_url) as office:
        yield Caseload(office)


class Month:
    """A February written down by hand."""

    def __init__(self, caseload):
        self.caseload, do = caseload, caseload.do
        sri, self.budi = caseload.sri, caseload.appoint("Budi")
        self.ani = caseload.binaan("Warung Bu Ani")
        self.coop = caseload.binaan("Koperasi Maju", kind=COOP)
        self.shut = caseload.binaan("Toko Tutup")
        caseload.baseline(
            self.ani, change(value=0), change(Indicator.TAX_NUMBER, 1), on=START, actor=caseload.facilitator
        )
        parts = (ReportPart.IDENTIFICATION, ReportPart.CONSULTATION)
        agreed = [FollowUp(told=f"Janji {day}", due_on=day) for day in (_feb(20), _feb(28), date(2026, 3, 5))]
        verified = [
            self.visit(
                sri, self.ani, _feb(10), place=VisitPlace.OFFICE, parts=parts, follow_ups=tuple(agreed)
            ),
            self.visit(
                sri,
                self.ani,
                _feb(17),
                tasks=(MentorTask.LEGALITY, MentorTask.PACKAGING),
                problem="Belum ada izin",
                recommendation="Fasilitasi izin",
                changes=(change(value=1),),
            ),
            self.visit(self.budi, self.coop, _feb(18)),
            self.visit(sri, self.ani, TODAY, changes=(change(Indicator.TAX_NUMBER, 0),)),
        ]
        caseload.verify(*verified, actor=caseload.other_facilitator)
        self.visit(sri, self.ani, _feb(19))
        caseload.save(a_visit(sri, self.ani, _feb(20)), send=False)
        caseload.send_back(self.visit(sri, self.ani, _feb(23)))
        closed = FollowUpClosed(state=FollowUpState.DONE, on=_feb(25))
        do(close_follow_up, caseload.facilitator, 1, closed, at=NOW)
        leaving = Leaving(ground=LeavingGround.CLOSED, on=_feb(20), reason="Usaha tutup")
        do(end_client, caseload.facilitator, self.shut, leaving, expected_version=1, at=NOW)
        written = HandoverWritten(number="BA 1", on=TODAY)
        minutes = {"nonce": a_nonce(), "at": NOW}
        do(hand_over, caseload.facilitator, sri, {self.coop: self.budi}, written, **minutes)

    def visit(self, mentor, client, on, **more):
        return self.caseload.save(a_visit(mentor, client, on, **more), actor=self.caseload.facilitator)


def _feb(day):
    return date(2026, 2, day)


def test_a_small_month_counted_by_hand(caseload):
    month = Month(caseload)
    found = caseload.read(report_figures, FEBRUARY)
    assert found.totals == Totals(
        clients=3,  # also the one that closed on 20 February
        cooperatives=1,
        businesses=2,
        visited_clients=2,
        visits=3,  # sent, draft, returned and the one in March are not among them
        office_visits=1,
        field_visits=2,
        agreed=3,
        done=1,
        overdue=1,  # due on the 28th; that of 5 March is not due yet
        recommendations=1,
    )
    assert found.before is None  # in January nobody was mentored, so nothing can be compared
    assert (found.waiting, found.drafts, found.returned) == (1, 1, 1)
    parts = {part: told for part, told in found.by_part.items() if told.visits}
    assert parts == {
        ReportPart.IDENTIFICATION: PartFigures(visits=1, clients=1, mentors=1),
        ReportPart.CONSULTATION: PartFigures(visits=3, clients=2, mentors=2),
    }
    tasks = {task: count for task, count in found.by_task.items() if count}
    assert tasks == {MentorTask.CONSULTATION: 2, MentorTask.LEGALITY: 1, MentorTask.PACKAGING: 1}
    assert {goal for goal, count in found.by_goal.items() if count} == {Goal.MICRO_LEGALITY}
    assert found.by_stage == dict.fromkeys(Stage, 0) | {Stage.NEW: 1, Stage.GUIDED: 2}
    budi, sri = found.mentors
    assert (budi.name, budi.clients, budi.visits, budi.visited_clients) == ("Budi", 0, 1, 1)
    # Handed over in March: at the end of February the koperasi was still hers, and so was who closed.
    assert (sri.clients, sri.visits, sri.office_visits, sri.field_visits) == (3, 2, 1, 1)
    assert (sri.visited_clients, sri.waiting, found.without_visit) == (1, 1, ())
    assert found.visits_by_month[FEBRUARY] == 3
    assert list(found.visits_by_month)[0] == date(2025, 3, 1)
    assert month.coop == 2


def test_the_month_after_counts_neither_who_left_before_it_nor_what_went_back(caseload):
    Month(caseload)
    found = caseload.read(report_figures, MARCH, day=TODAY)
    assert (found.before.clients, found.before.visits) == (3, 3)
    assert (found.totals.clients, found.totals.visits) == (2, 1)
    assert found.by_goal[Goal.MICRO_LEGALITY] == 0  # the NPWP went down again
    assert [(one.name, one.clients) for one in found.mentors] == [("Budi", 1), ("Sri", 1)]
    assert found.totals.overdue == 1  # on 2 March, that of 5 March is not late
    assert caseload.read(report_figures, MARCH).totals.overdue == 2  # at the end of March it is


def test_a_pendamping_without_a_visit_stays_in_the_table_until_the_service_ends(caseload):
    wati = caseload.appoint("Wati")
    caseload.binaan("Warung", mentor_id=wati)
    _serves_until(caseload, wati, _feb(10))
    (found,) = caseload.read(report_figures, FEBRUARY).without_visit[1:]
    assert (found.staff_id, found.clients) == (wati, 1)
    (left,) = [one for one in caseload.read(report_figures, MARCH).mentors if one.staff_id == wati]
    assert (left.serving, left.clients) == (False, 1)
    assert wati not in {one.staff_id for one in caseload.read(report_figures, MARCH).without_visit}


def test_a_binaan_without_a_pendamping_is_counted_apart(caseload):
    told = Client(kind=SubjectKind.CLIENT_MICRO, name="Belum ada Pendamping")
    more = {"mentor_id": None, "since": START, "nonce": a_nonce(), "at": NOW}
    caseload.do(add_client, caseload.facilitator, told, **more)
    found = caseload.read(report_figures, FEBRUARY)
    assert (found.totals.clients, found.in_nobodys_care) == (1, 1)
    assert caseload.read(rows_behind, FEBRUARY, Behind(Number.NO_MENTOR)).total == 1


# ---- every number opens as many rows as it says ---------------------------------------------------
def numbers_of(figures):
    """Each number of the report with where its rows are."""
    totals = figures.totals
    for name in (*Totals.__slots__, "waiting", "drafts", "returned"):
        yield (
            Behind(Number(name)),
            getattr(totals, name, None) if hasattr(totals, name) else getattr(figures, name),
        )
    for number, counts in (
        (Number.PART, {part: told.visits for part, told in figures.by_part.items()}),
        (Number.TASK, figures.by_task),
        (Number.GOAL, figures.by_goal),
        (Number.STAGE, figures.by_stage),
        (Number.MENTOR, {one.staff_id: one.visits for one in figures.mentors}),
        (Number.MENTOR_CLIENTS, {one.staff_id: one.clients for one in figures.mentors}),
    ):
        yield from ((Behind(number, str(key)), count) for key, count in counts.items())
    yield Behind(Number.NO_MENTOR), figures.in_nobodys_care


def test_every_number_opens_as_many_rows_as_it_says(caseload):
    month = Month(caseload)
    for of, figures in ((FEBRUARY, caseload.read(report_figures, FEBRUARY)), (MARCH, None)):
        figures = figures or caseload.read(report_figures, of)
        for what, count in numbers_of(figures):
            assert caseload.read(rows_behind, of, what).total == count, (of, what.address)
    (row,) = caseload.read(rows_behind, FEBRUARY, Behind(Number.RECOMMENDATIONS)).rows
    assert (row.client_id, row.client_name, row.mentor_name, row.on) == (
        month.ani, "Warung Bu Ani", "Sri", _feb(17),
    )  # fmt: skip
    assert "Fasilitasi izin" in row.told


def test_a_pendamping_opens_only_rows_of_their_own(caseload):
    month = Month(caseload)
    with caseload.office.database.read() as session:
        mine = rows_behind(session, caseload.mentor, FEBRUARY, Behind(Number.VISITS))
        clients = rows_behind(session, caseload.mentor, FEBRUARY, Behind(Number.CLIENTS))
    assert mine.own_only
    assert {row.mentor_name for row in mine.rows} == {"Sri"}
    # The koperasi is no longer hers.
    assert {row.client_id for row in clients.rows} == {month.ani, month.shut}
    assert not caseload.read(rows_behind, FEBRUARY, Behind(Number.VISITS)).own_only


def test_rows_come_in_pages(caseload):
    clients = [caseload.binaan(f"Usaha {place:02}") for place in range(PAGE + 1)]
    first = caseload.read(rows_behind, FEBRUARY, Behind(Number.CLIENTS))
    rest = caseload.read(rows_behind, FEBRUARY, Behind(Number.CLIENTS), page=2)
    assert [len(first.rows), len(rest.rows)] == [PAGE, 1]
    assert {row.client_id for row in (*first.rows, *rest.rows)} == set(clients)
    assert first.total == PAGE + 1
    # A stage is worked out for each binaan, and its rows come in the same pages and order.
    pages = [caseload.read(rows_behind, FEBRUARY, Behind(Number.STAGE, "new"), page=one) for one in (1, 2)]
    assert pages == [first, rest]


# ---- many visits, recounted row by row ------------------------------------------------------------
def test_many_random_visits_recounted_row_by_row_give_the_same_numbers(caseload):
    _scatter(caseload, Random(6))
    with caseload.office.database.read() as session:
        rows = {table: list(session.scalars(select(table))) for table in _TABLES}
        for month in (FEBRUARY, MARCH):
            found = report_figures(session, caseload.facilitator, month)
            recounted = Recount(rows, month)
            assert recounted.totals() == found.totals
            assert recounted.parts() == found.by_part
            assert recounted.tasks() == found.by_task
            assert recounted.goals() == found.by_goal
            assert recounted.stages() == found.by_stage
            assert recounted.mentors() == {
                one.staff_id: (one.clients, one.visits, one.office_visits, one.visited_clients, one.waiting)
                for one in found.mentors
            }
            assert found.totals.visits > 10
            assert sum(found.by_goal.values()) > 1
            for what, count in numbers_of(found):
                found_rows = rows_behind(session, caseload.facilitator, month, what)
                assert found_rows.total == count, what.address


_TABLES = (ClientRow, StaffRow, VisitRow, FollowUpRow, HandoverRow, HandoverLineRow, IndicatorReadingRow)
_LAST = {FEBRUARY: date(2026, 2, 28), MARCH: date(2026, 3, 31)}
_INDICATORS = (Indicator.BUSINESS_NUMBER, Indicator.TAX_NUMBER, Indicator.SALES_CHANNELS)


def _serves_until(caseload, staff_id, day):
    """Let a contract end under somebody who still has binaan, who then wait for a handover."""
    with caseload.office.database.write() as session:
        session.get_one(StaffRow, staff_id).contract_until = day


def _scatter(caseload, chance):
    """Binaan, handovers, visits in every state, follow-ups and readings, past the verbs for speed."""
    staff = [caseload.sri, caseload.appoint("Budi"), caseload.appoint("Wati")]
    clients = [
        caseload.binaan(
            f"Usaha {place}", mentor_id=staff[place % 3], **({"kind": COOP} if place % 4 == 0 else {})
        )
        for place in range(12)
    ]
    _serves_until(caseload, staff[2], _feb(20))
    person, day = caseload.facilitator.id, lambda: date(2026, 1, 20) + timedelta(days=chance.randrange(70))
    with caseload.office.database.write() as session:
        for client in clients[:9]:
            row = session.get(ClientRow, client)
            row.since = day()
            row.ended_on = row.since + timedelta(days=chance.randrange(60)) if chance.random() < 0.4 else None
            if chance.random() < 0.3:
                row.mentor_id = None
        for _ in range(5):
            giver = chance.choice(staff)
            told = HandoverRow(
                from_staff_id=giver, on=day(), number="x", note="", by_person_id=person, at=NOW
            )
            session.add(told)
            session.flush()
            for client in chance.sample(clients, 3):
                session.add(
                    HandoverLineRow(handover_id=told.id, client_id=client, to_staff_id=giver, promise="")
                )
        keys = {
            (chance.choice(staff), chance.choice(clients), day(), chance.choice(list(DayPart)))
            for _ in range(140)
        }
        for key in sorted(keys, key=str):
            _add_visit(session, chance, person, key)
        for client in clients:
            for indicator in _INDICATORS:
                first = START if client % 3 else date(2026, 1, 20)
                session.add(_reading(client, indicator, 1, first, person))
        count_anew(session)


def _add_visit(session, chance, person, key):
    mentor, client, on, part = key
    visit = a_visit(
        mentor,
        client,
        on,
        place=chance.choice(list(VisitPlace)),
        day_part=part,
        tasks=tuple(chance.sample(list(MentorTask), chance.randint(1, 3))),
        parts=tuple(chance.sample(list(ReportPart), chance.randint(1, 2))),
        recommendation=chance.choice(["", " \n", "Perlu izin"]),
        follow_ups=tuple(
            FollowUp(told="x", due_on=on + timedelta(days=chance.randrange(20)))
            for _ in range(chance.randrange(3))
        ),
    )
    row = VisitRow(
        version=1,
        state=chance.choice([*VisitState, VisitState.VERIFIED]),
        entered_by_id=person,
        entered_at=NOW,
        changed_by_id=person,
        changed_at=NOW,
    )
    write_visit(session, row, visit)
    for agreed in session.scalars(select(FollowUpRow).where(FollowUpRow.visit_id == row.id)):
        agreed.state = chance.choice(list(FollowUpState))
        if agreed.state != FollowUpState.OPEN:
            agreed.closed_on = on + timedelta(days=chance.randrange(40))
    if chance.random() < 0.8:
        indicator, version = chance.choice(_INDICATORS), chance.choice([1, 1, 1, 2])
        told = _reading(client, indicator, chance.randrange(5), on, person)
        told.visit_id, told.visit_version = row.id, version
        session.add(told)


def _reading(client, indicator, value, on, person):
    return IndicatorReadingRow(
        client_id=client, indicator=indicator, value=value, on=on, evidence="", by_person_id=person, at=NOW
    )


class Recount:
    """Counts a month over plain rows, one after the other, without the queries of the report."""

    def __init__(self, rows, month):
        self.rows, self.first, self.last = rows, month, _LAST[month]
        self.clients = {
            row.id: row
            for row in rows[ClientRow]
            if row.since <= self.last and not (row.ended_on and row.ended_on < self.first)
        }
        self.within = [row for row in rows[VisitRow] if self.first <= row.on <= self.last]
        self.visits = [row for row in self.within if row.state == "verified"]

    def totals(self):
        verified = {row.id: row for row in self.rows[VisitRow] if row.state == "verified"}
        agreed = done = overdue = 0
        for row in self.rows[FollowUpRow]:
            visit = verified.get(row.visit_id)
            if visit is None:
                continue
            agreed += self.first <= visit.on <= self.last
            done += row.state == "done" and self.first <= row.closed_on <= self.last
            still_open = row.closed_on is None or row.closed_on > self.last
            overdue += visit.on <= self.last and row.due_on <= self.last and still_open
        cooperatives = sum(row.kind == "client_cooperative" for row in self.clients.values())
        office = sum(row.place == "office" for row in self.visits)
        return Totals(
            clients=len(self.clients),
            cooperatives=cooperatives,
            businesses=len(self.clients) - cooperatives,
            visited_clients=len({row.client_id for row in self.visits}),
            visits=len(self.visits),
            office_visits=office,
            field_visits=len(self.visits) - office,
            agreed=agreed,
            done=done,
            overdue=overdue,
            recommendations=sum(bool(row.body["recommendation"].strip()) for row in self.visits),
        )

    def parts(self):
        found = {}
        for part in ReportPart:
            those = [row for row in self.visits if part in row.body["parts"]]
            clients, mentors = {row.client_id for row in those}, {row.mentor_id for row in those}
            found[part] = PartFigures(visits=len(those), clients=len(clients), mentors=len(mentors))
        return found

    def tasks(self):
        return {task: sum(task in row.body["tasks"] for row in self.visits) for task in MentorTask}

    def goals(self):
        found = dict.fromkeys(Goal, 0)
        for client in self.clients:
            for goal in Goal:
                moved = [self._moved(client, one) for one in Indicator if one.goal is goal]
                found[goal] += any(step > 0 for step in moved) and not any(step < 0 for step in moved)
        return found

    def _moved(self, client, indicator):
        visits = {row.id: row for row in self.rows[VisitRow]}
        baseline = latest = None
        for row in sorted(self.rows[IndicatorReadingRow], key=lambda one: (one.on, one.id)):
            if (row.client_id, row.indicator) != (client, indicator) or row.on > self.last:
                continue
            if row.visit_id is None:
                baseline = row
            elif visits[row.visit_id].state == "verified" and row.visit_version == 1:
                latest = row
        # What was measured before the day of the baseline tells nothing.
        is_moved = baseline and latest and latest.on >= baseline.on
        return latest.value - baseline.value if is_moved else 0

    def stages(self):
        found = dict.fromkeys(Stage, 0)
        guiding = {"guidance", "coaching", "consultation", "recommendation"}
        for client in self.clients:
            parts, visited = set(), False
            for row in self.rows[VisitRow]:
                if row.client_id == client and row.state in ("sent", "verified") and row.on <= self.last:
                    visited = True
                    parts |= set(row.body["parts"])
            if not visited:
                found[Stage.NEW] += 1
            elif "evaluation" in parts:
                found[Stage.EVALUATED] += 1
            else:
                found[Stage.GUIDED if parts & guiding else Stage.IDENTIFIED] += 1
        return found

    def mentors(self):
        found = {}
        for row in self.rows[StaffRow]:
            last = min(row.ended_on or row.contract_until, row.contract_until)
            own = [visit for visit in self.visits if visit.mentor_id == row.id]
            clients = sum(self._mentor(client) == row.id for client in self.clients.values())
            waiting = sum(visit.mentor_id == row.id and visit.state == "sent" for visit in self.within)
            served = row.appointed_on <= self.last and last >= self.first
            if served or clients or any(visit.mentor_id == row.id for visit in self.within):
                office = sum(visit.place == "office" for visit in own)
                visited = len({visit.client_id for visit in own})
                found[row.id] = (clients, len(own), office, visited, waiting)
        return found

    def _mentor(self, client):
        on = {row.id: row for row in self.rows[HandoverRow]}
        later = [
            on[line.handover_id]
            for line in self.rows[HandoverLineRow]
            if line.client_id == client.id and on[line.handover_id].on > self.last
        ]
        return min(later, key=lambda row: (row.on, row.id)).from_staff_id if later else client.mentor_id
