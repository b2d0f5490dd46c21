"""A caseload with every kind of binaan in it, and what it holds told a second time in plain Python."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import select

from db.blitar.caseload.clients import add_client, end_client
from db.blitar.caseload.lines import OPEN
from db.tables import ClientIndicatorRow, ClientRow, FollowUpRow, VisitRow
from domain.blitar.caseload.client_leaving import Leaving, LeavingGround
from domain.blitar.caseload.progress import Rung, ladder, movement_of
from domain.blitar.client import Client
from domain.blitar.goals_and_tasks import ReportPart
from domain.blitar.indicators import Indicator, Measured
from domain.blitar.kinds import Sector, SubjectKind
from domain.blitar.place import Place
from domain.blitar.visiting.visit import FollowUp
from tests.db.blitar.mentoring import TODAY, UDANAWU, WONODADI, Mentoring, days
from tests.db.blitar.visiting import Caseload, a_visit, change
from tests.db.people import NOW, a_nonce
from tests.db.stories import Story

MICRO, COOP = SubjectKind.CLIENT_MICRO, SubjectKind.CLIENT_COOPERATIVE
BEGAN = TODAY - timedelta(days=60)
NIK = "3505014107800000"


class VariedCaseload(Caseload):
    """Sri and Budi with eight binaan that differ in all that is filtered by."""

    def __init__(self, office):
        Mentoring.__init__(self, office)
        begun = Story(office.database).step("a varied caseload", self._begin)
        self.sri, self.budi, self.ids, self.other_facilitator = begun

    def _begin(self):
        self.sri = self.appoint("Sri", person=self.mentor, appointed_on=BEGAN)
        self.budi = self.appoint("Budi", appointed_on=BEGAN)
        self.ids = {}
        self._take_in()
        self._measure()
        self._visit()
        self.do(
            end_client,
            self.facilitator,
            self.ids["Tutup"],
            Leaving(ground=LeavingGround.CLOSED, on=TODAY, reason="Tutup"),
            expected_version=1,
            at=NOW,
        )
        return self.sri, self.budi, self.ids, self.other_facilitator

    def _take_in(self):
        told = [
            ("Ani", MICRO, WONODADI, self.sri, Sector.FOOD, BEGAN),
            ("Bakti", COOP, WONODADI, self.sri, Sector.SAVINGS_AND_LOANS, BEGAN),
            ("Cipta", MICRO, UDANAWU, self.sri, Sector.CRAFT, BEGAN),
            ("Dewi", MICRO, UDANAWU, self.budi, Sector.FOOD, TODAY - days(30)),
            ("Eka 10%", MICRO, None, self.budi, None, TODAY - days(31)),
            ("Fajar", COOP, UDANAWU, self.budi, Sector.FARMING, TODAY),
            ("Gita", MICRO, WONODADI, None, Sector.FOOD, BEGAN),
            ("Tutup", MICRO, WONODADI, self.sri, Sector.FOOD, BEGAN),
        ]
        for name, kind, code, mentor_id, sector, since in told:
            place = Place(regency_code="35.05", district_code=code)
            nik = NIK if name == "Ani" else None
            client = Client(kind=kind, name=name, place=place, sector=sector, nik=nik)
            more = {"mentor_id": mentor_id, "since": since, "nonce": a_nonce(), "at": NOW}
            self.ids[name] = self.do(add_client, self.facilitator, client, **more)

    def _measure(self):
        licence, sales = Indicator.BUSINESS_NUMBER, Indicator.ANNUAL_SALES
        self.baseline(self.ids["Ani"], change(licence, 0), change(sales, 10), on=BEGAN)
        self.baseline(self.ids["Cipta"], change(licence, 0), change(sales, 10), on=BEGAN)
        self.baseline(self.ids["Dewi"], change(sales, 10), on=TODAY - days(30))
        self.baseline(self.ids["Gita"], change(sales, 10), on=BEGAN)
        self.baseline(self.ids["Bakti"], change(Indicator.ACTIVE_MEMBERS, 40), on=BEGAN)

    def _visit(self):
        agreed = (FollowUp(told="Daftar NIB", due_on=TODAY - days(1)), FollowUp(told="Foto", due_on=TODAY))
        licence, sales = Indicator.BUSINESS_NUMBER, Indicator.ANNUAL_SALES
        moved = (change(licence, 1), change(sales, 10))
        ani = self._met("Ani", TODAY - days(2), follow_ups=agreed, changes=moved)
        cipta = self._met("Cipta", TODAY - days(31), changes=(change(licence, 1), change(sales, 9)))
        stood = (change(Indicator.ACTIVE_MEMBERS, 40),)
        bakti = self._met("Bakti", TODAY - days(30), follow_ups=agreed[1:], changes=stood)
        self.verify(ani, cipta, bakti, actor=self.other_facilitator)
        # Sent but not verified: a visit, yet nothing of it is measured.
        sent = {"parts": (ReportPart.EVALUATION,), "changes": (change(sales, 99),)}
        self._met("Dewi", TODAY, mentor=self.budi, **sent)
        self._met("Fajar", TODAY, mentor=self.budi, send=False, follow_ups=agreed[1:])

    def _met(self, name, on, *, mentor=None, send=True, **more):
        visit = a_visit(mentor or self.sri, self.ids[name], on, **more)
        return self.save(visit, send=send, actor=self.facilitator)


@dataclass
class Told:
    """One binaan as plain Python finds it in the rows."""

    row: ClientRow
    rungs: dict = field(default_factory=dict)
    open_until: list = field(default_factory=list)

    @property
    def steps(self):
        return ladder(SubjectKind(self.row.kind), self.rungs)

    def movement(self, goal=None):
        if goal is None:
            return movement_of(rung.movement for step in self.steps for rung in step.rungs)
        found = [step.movement for step in self.steps if step.goal is goal]
        return found[0] if found else None


def everything_told(session):
    """Every binaan with its rungs and what is open, by plain loops over the rows."""
    told = {row.id: Told(row) for row in session.scalars(select(ClientRow))}
    for row in session.scalars(select(ClientIndicatorRow)):
        name = Indicator(row.indicator)
        baseline = latest = None
        if row.baseline_on is not None:
            baseline = Measured(name, row.baseline_value, row.baseline_on)
        if row.latest_on is not None:
            latest = Measured(name, row.latest_value, row.latest_on)
        told[row.client_id].rungs[name] = Rung(name, baseline, latest)
    states = {row.id: row.state for row in session.scalars(select(VisitRow))}
    for row in session.scalars(select(FollowUpRow)):
        if row.state == "open" and states[row.visit_id] in ("sent", "verified"):
            told[row.client_id].open_until.append(row.due_on)
    return list(told.values())


def fits(one, wanted, day, most_days=30):
    """Whether a binaan fits a filter, told apart from the store's own way."""
    row, checks = one.row, []
    if wanted.text.strip():
        text = wanted.text.strip().lower()
        checks.append(text in row.name.lower() or text in row.number.lower() or text == row.nik)
    if wanted.district_code:
        checks.append(row.district_code == wanted.district_code)
    if wanted.mentor_id is not None:
        checks.append(row.mentor_id == (wanted.mentor_id or None))
    for name in ("kind", "sector", "stage"):
        if getattr(wanted, name):
            checks.append(getattr(row, name) == getattr(wanted, name).value)
    if wanted.visited:
        checks.append(_visited(row, wanted.visited.value, day, most_days))
    if wanted.agreed:
        late = [due for due in one.open_until if due < day]
        checks.append(bool(late if wanted.agreed.value == "overdue" else one.open_until))
    if wanted.goal:
        checks.append(one.movement(wanted.goal) is not None)
    if wanted.movement:
        checks.append(one.movement(wanted.goal) is wanted.movement)
    if wanted.status.value != "all":
        checks.append(row.status == wanted.status.value)
    return all(checks)


def _visited(row, how, day: date, most_days):
    if how == "never":
        return row.last_visit_on is None
    if how == "month":
        return row.last_visit_on is not None and row.last_visit_on.month == day.month
    return row.status == OPEN and (day - (row.last_visit_on or row.since)).days > most_days
