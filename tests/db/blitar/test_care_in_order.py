"""Whatever is recorded in whatever order: one carer at most, who served, and a past that stays as it was."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from db.blitar.care_histories import care_histories
from db.blitar.caseload.care import give_client
from db.blitar.caseload.clients import add_client, end_client
from db.blitar.caseload.handovers import hand_over
from db.blitar.reporting.conditions import Span, mentor_at_end
from db.blitar.staffing.assignments import apply_spread, assign, deployment, end_assignment
from db.blitar.staffing.staff import appoint, end_service
from db.refusals import ChangedMeanwhile, Wrong
from db.tables import ClientRow, StaffRow
from domain.blitar.caseload.client_leaving import Leaving, LeavingGround
from domain.blitar.client import Client
from domain.blitar.ending import Ending
from domain.blitar.goals_and_tasks import EndingGround
from domain.blitar.kinds import SubjectKind
from domain.blitar.staffing.assignments import Assignment, AssignmentEnd, SpreadAccepted
from domain.blitar.staffing.handing_over import HandoverWritten
from tests.db.blitar.mentoring import UDANAWU, WONODADI, Mentoring, new_staff
from tests.db.people import a_nonce, an_office
from tests.examples import examples

FIRST = date(2026, 2, 2)
DAYS = [FIRST + timedelta(days=number) for number in range(-3, 75)]  # that are looked at
CONTRACTS = ((0, 70), (0, 24), (10, 60), (0, 70))  # first and last day of each Pendamping, from FIRST
TAKEN_IN = ((0, 0), (0, 5), (1, 2), (None, 1))  # with whom each binaan begins, and on which day
WHO = st.integers(0, len(CONTRACTS) - 1)
WHICH = st.integers(0, 4)
# A day near one that matters: today, when a binaan came to who has it, the first and last day of a service.
WHEN = st.tuples(st.sampled_from(("today", "came", "begins", "ends")), st.integers(-2, 1))
CODE = st.sampled_from((WONODADI, UDANAWU))
AREAS = ("assign", "end", "spread")


@dataclass
class Mentor:
    """What was told of a Pendamping."""

    id: int
    begins: date
    ends: date

    def serves(self, *days):
        return all(self.begins <= day <= self.ends for day in days)


@dataclass
class Binaan:
    """What was told of a binaan: with whom from which day on, and until when."""

    id: int
    turns: list
    ended_on: date | None = None

    @property
    def holder(self):
        return self.turns[-1][1]

    @property
    def latest(self):
        return self.turns[-1][0]

    def on(self, day):
        """With whom it was on a day."""
        if self.ended_on and day > self.ended_on:
            return None
        begun = [who for on, who in self.turns if on <= day]
        return begun[-1] if begun else None

    def came_to(self, who):
        """The first day of each time on end with somebody."""
        ends = [*(on for on, _ in self.turns[1:]), date.max]
        turns = zip(self.turns, ends, strict=True)
        return [on for (on, holder), end in turns if holder == who and on < end]


class CareInOrder(RuleBasedStateMachine):
    """Verbs called with any day in any order; each either does what the model says, or is refused."""

    programme: Mentoring

    @initialize()
    def begin(self):
        self.writing = self.programme.office.database.write()
        self.session = self.writing.__enter__()
        self.today = FIRST + timedelta(days=12)
        self.mentors, self.clients, self.given, self.step = [], [], [], 0
        for begins, ends in CONTRACTS:
            first, last = FIRST + timedelta(days=begins), FIRST + timedelta(days=ends)
            new = new_staff("Sri", appointed_on=first, until=last)
            number = appoint(self.session, self.programme.head, new, nonce=a_nonce(), at=self.at)
            self.mentors.append(Mentor(number, first, last))
        for who, since in TAKEN_IN:
            mentor_id = None if who is None else self.mentors[who].id
            self.add(mentor_id, FIRST + timedelta(days=since))
        self.before = self.seen()

    def add(self, mentor_id, since):
        """Take a binaan in, past the model."""
        told = Client(kind=SubjectKind.CLIENT_MICRO, name=f"Warung {len(self.clients)}")
        more = {"mentor_id": mentor_id, "since": since, "nonce": a_nonce(), "at": self.at}
        number = add_client(self.session, self.programme.facilitator, told, **more)
        self.clients.append(Binaan(number, [(since, mentor_id)]))

    def teardown(self):
        if hasattr(self, "session"):
            self.session.rollback()
            self.writing.__exit__(None, None, None)

    # ---- what is done --------------------------------------------------------------------------
    @rule(days=st.integers(1, 15))
    def time_passes(self, days):
        self.today = min(self.today + timedelta(days=days), FIRST + timedelta(days=44))

    @precondition(lambda self: len(self.clients) < 5)
    @rule(who=st.none() | WHO, when=WHEN)
    def take_in(self, who, when):
        mentor = None if who is None else self.mentors[who]
        since = self.day(when, mentor=mentor)
        told = Client(kind=SubjectKind.CLIENT_MICRO, name="Warung baru")
        possible = since <= self.today and (mentor is None or mentor.serves(since, self.today))
        more = {"mentor_id": mentor and mentor.id, "since": since, "nonce": a_nonce()}
        if number := self.tried(since, possible, add_client, told, **more):
            self.clients.append(Binaan(number, [(since, mentor and mentor.id)]))

    @precondition(lambda self: any(client.holder is None for client in self.clients))
    @rule(which=WHICH, who=WHO, when=WHEN)
    def give(self, which, who, when):
        client, mentor = self.client(which), self.mentors[who]
        on = self.day(when, client, mentor)
        if client.holder == mentor.id:
            return  # a second press
        free = client.holder is None and not client.ended_on and on >= client.latest
        possible = free and on <= self.today and mentor.serves(on, self.today)
        more = {"on": on, "expected_version": self.row(ClientRow, client).version}
        self.tried(on, possible, give_client, client.id, mentor.id, **more)
        if possible:
            client.turns.append((on, mentor.id))

    @rule(which=WHICH, who=WHO, when=WHEN)
    def hand_over_one(self, which, who, when):
        self.hand_over(which, False, who, when)

    @rule(which=WHICH, who=WHO, when=WHEN)
    def hand_over_all(self, which, who, when):
        self.hand_over(which, True, who, when)

    @rule(which=WHICH, who=WHO)
    def hand_over_today(self, which, who):
        self.hand_over(which, False, who, ("today", 0))

    def hand_over(self, which, all_of_them, who, when):
        giver, taker = self.client(which).holder, self.mentors[who]
        on = self.day(when, self.client(which), taker)
        if giver is None:
            return
        theirs = [one for one in self.clients if one.holder == giver and not one.ended_on]
        moved = theirs if all_of_them and theirs else [self.client(which)]
        served = taker.id != giver and taker.serves(on, self.today)
        possible = served and self.mentor(giver).begins <= on <= self.today
        possible &= all(client.latest <= on and not client.ended_on for client in moved)
        written, taken_by = HandoverWritten(number="BA 1", on=on), {one.id: taker.id for one in moved}
        told = {"nonce": a_nonce(), "again_because": "satu nomor untuk semua"}
        self.tried(on, possible, hand_over, giver, taken_by, written, **told)
        if possible:
            for client in moved:
                client.turns.append((on, taker.id))

    @precondition(lambda self: sum(client.ended_on is None for client in self.clients) > 2)
    @rule(which=WHICH, when=WHEN)
    def end_mentoring(self, which, when):
        client = self.client(which)
        on = self.day(when, client)
        if client.ended_on == on:
            return  # a second press
        possible = client.latest <= on <= self.today and not client.ended_on
        told = Leaving(ground=LeavingGround.CLOSED, on=on, reason="Tutup.")
        version = self.row(ClientRow, client).version
        self.tried(on, possible, end_client, client.id, told, expected_version=version)
        if possible:
            client.ended_on = on

    @rule(who=WHO, which=WHICH, when=WHEN)
    def end_service(self, who, which, when):
        mentor = self.mentors[who]
        last = self.day(when, self.client(which), mentor)
        row = self.row(StaffRow, mentor)
        came = [first for client in self.clients for first in client.came_to(mentor.id)]
        possible = mentor.begins <= last <= row.contract_until and all(on <= last for on in came)
        ending = Ending(ground=EndingGround.RESIGNATION, last_day=last)
        changes_from = min(last, mentor.ends) + timedelta(days=1)
        self.tried(changes_from, possible, end_service, mentor.id, ending, expected_version=row.version)
        if possible:
            mentor.ends = last

    @rule(
        what=st.sampled_from(AREAS), who=WHO, code=CODE, ago=st.integers(-20, 20), length=st.integers(0, 40)
    )
    def areas(self, what, who, code, ago, length):
        mentor_id, on = self.mentors[who].id, self.today - timedelta(days=ago)
        if what == "assign":
            ends = on + timedelta(days=length) if length < 20 else None
            wanted = Assignment(mentor_id=mentor_id, district_code=code, starts_on=on, ends_on=ends)
            if number := self.tried(on, None, assign, wanted, nonce=a_nonce()):
                self.given.append(number)
        elif what == "spread":
            accepted = SpreadAccepted(from_day=on, note="usulan")
            self.tried(on, None, apply_spread, frozenset({(mentor_id, code)}), accepted, nonce=a_nonce())
        elif self.given:
            told, number = AssignmentEnd(ends_on=on, note="pindah"), self.given[length % len(self.given)]
            self.tried(on + timedelta(days=1), None, end_assignment, number, told)

    # ---- what holds ----------------------------------------------------------------------------
    @invariant()
    def every_binaan_has_the_carer_of_the_model_on_every_day(self):
        for client in self.clients:
            assert all(self.before[day, client.id] == client.on(day) for day in DAYS)

    @invariant()
    def whoever_cares_served_when_the_binaan_came(self):
        for client in self.clients:
            for mentor in self.mentors:
                assert all(mentor.serves(first) for first in client.came_to(mentor.id))

    @invariant()
    def the_monthly_report_tells_the_same_carers(self):
        self.step += 1
        day = self.today - timedelta(days=self.step % 9)
        first, carer = mentor_at_end(Span(day.replace(day=1), day, day))
        query = select(ClientRow.id, carer).outerjoin(first, first.c.client_id == ClientRow.id)
        told = dict(self.session.execute(query).all())
        for client in self.clients:
            if client.turns[0][0] <= day <= (client.ended_on or date.max):
                assert told[client.id] == client.on(day)

    @invariant()
    def a_kecamatan_is_covered_by_those_alone_who_serve_and_by_each_once(self):
        for (day, place), who in self.before.items():
            if isinstance(who, list):
                assert len(who) == len(set(who)), place
                assert all(self.mentor(number).serves(day) for number in who)

    # ---- with what -----------------------------------------------------------------------------
    @property
    def at(self):
        return datetime.combine(self.today, time(3), UTC)

    def client(self, which):
        return self.clients[which % len(self.clients)]

    def mentor(self, number):
        return next(one for one in self.mentors if one.id == number)

    def row(self, table, one):
        return self.session.get_one(table, one.id, populate_existing=True)

    def day(self, when, client=None, mentor=None):
        anchor, beside = when
        days = {"today": self.today, "came": client and client.latest}
        days |= {"begins": mentor and mentor.begins, "ends": mentor and mentor.ends}
        return (days[anchor] or self.today) + timedelta(days=beside)

    def tried(self, changes_from, possible, verb, *told, **more):
        """Call a verb: it does what the model holds possible, and changes nothing before its day."""
        try:
            with self.session.begin_nested():
                done = verb(self.session, self.programme.facilitator, *told, **more, at=self.at)
        except (Wrong, ChangedMeanwhile):
            assert not possible, f"{verb.__name__} refused what can be"
            return None
        assert possible in (True, None), f"{verb.__name__} accepted what cannot be"
        before, self.before = self.before, self.seen([done] if verb is add_client else [])
        assert all(self.before[key] == who for key, who in before.items() if key[0] < changes_from)
        return done

    def seen(self, more=()):
        """Who had each binaan and each kecamatan on each day, by the store."""
        histories = care_histories(self.session, [*(client.id for client in self.clients), *more])
        deployed = deployment(self.session, self.programme.facilitator)
        found = {(day, number): told.carer_on(day) for number, told in histories.items() for day in DAYS}
        by_id = {service.mentor_id: service for service in deployed.services}
        for day in DAYS:
            covers = [one for one in deployed.assignments if one.holds_on(day, by_id[one.mentor_id])]
            for code in (WONODADI, UDANAWU):
                found[day, code] = sorted(one.mentor_id for one in covers if one.district_code == code)
        return found


def test_at_every_past_day_a_binaan_has_one_carer_at_most_who_served(database_url):
    walks = examples(40 if database_url.startswith("sqlite") else 10)  # a server is asked for each statement
    with an_office(database_url) as office:
        CareInOrder.programme = Mentoring(office)
        steps = settings(max_examples=walks, stateful_step_count=30)
        run_state_machine_as_test(CareInOrder, settings=steps)
