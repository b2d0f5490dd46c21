"""The list of binaan shows exactly whom a filter means, and every count is true; a list taken is told."""

from dataclasses import replace
from itertools import combinations

import pytest
from sqlalchemy import select

from db.audit import history
from db.blitar.caseload import found_by_text
from db.blitar.caseload.client_export import export_clients
from db.blitar.caseload.client_filters import EVERYTHING, NOBODY, Agreed, ClientFilter, Facet, Status, Visited
from db.blitar.caseload.explorer import ClientSort, explore
from db.blitar.caseload.found_by_text import FEW
from db.blitar.caseload.load import average_load, loads
from db.blitar.trail import BlitarAction
from db.blitar.visiting.timeline import timeline
from db.refusals import NotFound
from db.tables import ClientRow
from domain.blitar.caseload.history import EventKind
from domain.blitar.caseload.progress import Movement
from domain.blitar.caseload.stage import Stage
from domain.blitar.goals_and_tasks import Goal
from domain.blitar.kinds import Sector
from domain.blitar.law import law_on
from domain.blitar.programme import BLITAR
from domain.blitar.visiting.visit import FollowUpState
from domain.programme import NotAllowed
from domain.regulation.law_in_force import NO_PRACTICE
from domain.roles import OfficeRole
from tests.db.blitar.caseload import BEGAN, COOP, MICRO, NIK, VariedCaseload, everything_told, fits
from tests.db.blitar.mentoring import TODAY, UDANAWU, WONODADI, days
from tests.db.people import NOW, an_office

LAW = law_on(TODAY, NO_PRACTICE)
# Every value of every choice; mentor 1 is Sri, 2 is Budi.
CHOICES = {
    "text": ("ani", "a", "bn-2026-0003", "10%", "nobody here", NIK),
    "district_code": (WONODADI, UDANAWU, "35.05.22"),
    "mentor_id": (1, 2, NOBODY, 99),
    "kind": (COOP, MICRO),
    "sector": (Sector.FOOD, Sector.CRAFT, Sector.CLOTHING),
    "stage": tuple(Stage),
    "visited": tuple(Visited),
    "agreed": tuple(Agreed),
    "goal": tuple(Goal),
    "movement": tuple(Movement),
    "status": tuple(Status),
}
# Each choice with each other, turning through their values; and movements within single goals.
TOGETHER = [
    {one: CHOICES[one][turn % len(CHOICES[one])], other: CHOICES[other][turn % len(CHOICES[other])]}
    for turn, (one, other) in enumerate(combinations(CHOICES, 2))
]
TOGETHER += [
    {"goal": goal, "movement": movement} for goal in tuple(Goal)[6:9] for movement in tuple(Movement)[:3]
]
FACETS = {
    Facet.DISTRICT: "district_code",
    Facet.MENTOR: "mentor_id",
    Facet.KIND: "kind",
    Facet.SECTOR: "sector",
    Facet.STAGE: "stage",
    Facet.VISITED: "visited",
    Facet.AGREED: "agreed",
    Facet.MOVEMENT: "movement",
}


@pytest.fixture(scope="module")
def caseload(shared_database_url):
    with an_office(shared_database_url) as office:
        made = VariedCaseload(office)
        with office.database.read() as session:
            made.told = everything_told(session)
        yield made


def found_by(caseload, wanted, actor=None, **more):
    with caseload.office.database.read() as session:
        return explore(session, actor or caseload.facilitator, wanted, LAW, **more)


def names(found):
    return sorted(row.name for row in found.rows)


def meant(caseload, wanted):
    return sorted(one.row.name for one in caseload.told if fits(one, wanted, TODAY))


def test_the_caseload_of_these_tests_is_as_varied_as_the_filters(caseload):
    told = {one.row.name: one for one in caseload.told}
    moved = {name: one.movement() for name, one in told.items()}
    assert moved == {
        "Ani": Movement.UP,  # the NIB came, the sales stayed
        "Bakti": Movement.SAME,
        "Cipta": Movement.DOWN,  # the NIB came, but the sales fell
        "Dewi": Movement.NOT_MEASURED,  # measured, but nobody has verified it
        "Gita": Movement.NOT_MEASURED,
        "Eka 10%": Movement.UNKNOWN,
        "Fajar": Movement.UNKNOWN,
        "Tutup": Movement.UNKNOWN,
    }
    assert {one.row.stage for one in told.values()} == {"new", "guided", "evaluated"}


@pytest.mark.parametrize("name", CHOICES)
def test_one_choice_leaves_whom_plain_python_leaves(caseload, name):
    for value in CHOICES[name]:
        wanted = ClientFilter(**{name: value})
        assert names(found_by(caseload, wanted)) == meant(caseload, wanted), value


def test_a_sign_of_sql_in_a_search_is_only_itself(caseload):
    assert names(found_by(caseload, ClientFilter(text="%"))) == []
    assert names(found_by(caseload, ClientFilter(text="a_i"))) == []


def test_each_choice_leaves_some_and_drops_some(caseload):
    everybody = set(meant(caseload, ClientFilter(status=Status.ALL)))
    for name in CHOICES:
        left = [set(meant(caseload, ClientFilter(**{name: value}))) for value in CHOICES[name]]
        assert any(left), name
        assert any(one < everybody for one in left), name


def test_choices_together_leave_whom_all_of_them_leave(caseload):
    for choices in TOGETHER:
        wanted = ClientFilter(**choices)
        assert names(found_by(caseload, wanted)) == meant(caseload, wanted), choices


def test_the_movement_in_sql_is_that_of_the_domain_for_each_goal_and_for_all(caseload):
    told = {one.row.id: one for one in caseload.told}
    for goal in (None, *Goal):
        wanted = ClientFilter(goal=goal, status=Status.ALL)
        rows = found_by(caseload, wanted).rows
        assert {row.id: row.movement for row in rows} == {
            number: one.movement(goal) for number, one in told.items() if one.movement(goal) is not None
        }


MANY = 0  # a text that finds more than this many is looked for with each count


@pytest.mark.parametrize(
    ("choices", "few"),
    [
        ({}, FEW),
        ({"district_code": WONODADI}, FEW),
        ({"visited": Visited.OVERDUE, "kind": MICRO}, FEW),
        ({"mentor_id": 1, "agreed": Agreed.OVERDUE}, FEW),
        ({"goal": Goal.SALES_AND_ASSETS, "mentor_id": 1}, FEW),
        ({"goal": Goal.SALES_AND_ASSETS}, FEW),
        ({"goal": Goal.PRODUCT_QUALITY}, FEW),
        ({"goal": Goal.GOVERNANCE}, FEW),
        ({"goal": Goal.GOVERNANCE, "status": Status.ALL}, FEW),
        ({"goal": Goal.PRODUCT_QUALITY, "status": Status.ENDED}, FEW),
        ({"goal": Goal.SALES_AND_ASSETS, "kind": MICRO, "visited": Visited.OVERDUE}, FEW),
        ({"goal": Goal.SALES_AND_ASSETS, "kind": COOP}, FEW),
        ({"goal": Goal.PRODUCT_QUALITY, "district_code": WONODADI, "agreed": Agreed.OVERDUE}, FEW),
        ({"goal": Goal.SALES_AND_ASSETS, "movement": Movement.UP, "status": Status.ALL}, FEW),
        ({"text": "a"}, FEW),
        ({"text": NIK}, FEW),
        ({"text": NIK}, MANY),
        ({"text": "a", "mentor_id": 1, "visited": Visited.OVERDUE}, FEW),
        ({"text": "a", "mentor_id": 1, "visited": Visited.OVERDUE}, MANY),
        ({"text": "a", "status": Status.ALL, "mentor_id": NOBODY}, MANY),
    ],
)
def test_the_count_beside_a_choice_is_how_many_it_would_leave_under_the_others(
    caseload, choices, few, monkeypatch
):
    monkeypatch.setattr(found_by_text, "FEW", few)
    wanted = ClientFilter(**choices)
    counts = found_by(caseload, wanted).counts
    assert counts.fitting == len(meant(caseload, wanted))
    assert counts.everybody == 7
    for facet, name in FACETS.items():
        for value in CHOICES[name]:
            if value == NOBODY:
                continue
            left = len(meant(caseload, replace(wanted, **{name: value})))
            assert counts.by[facet].get(str(value), 0) == left, (facet, value)
    left = len(meant(caseload, replace(wanted, mentor_id=NOBODY)))
    assert counts.by[Facet.MENTOR].get(None, 0) == left


def test_a_text_that_finds_many_leaves_whom_plain_python_leaves_too(caseload, monkeypatch):
    monkeypatch.setattr(found_by_text, "FEW", MANY)
    for text in CHOICES["text"]:
        for more in ({}, {"status": Status.ALL}, {"mentor_id": 1}, {"agreed": Agreed.OVERDUE}):
            wanted = ClientFilter(text=text, **more)
            assert names(found_by(caseload, wanted)) == meant(caseload, wanted), wanted


def test_a_list_tells_who_mentors_and_what_is_open(caseload):
    (ani,) = found_by(caseload, ClientFilter(text="ani")).rows
    assert (ani.mentor, ani.last_visit_on, ani.since) == ("Sri", TODAY - days(2), BEGAN)
    assert (ani.open_follow_ups, ani.overdue_follow_ups) == (2, 1)
    (gita,) = found_by(caseload, ClientFilter(mentor_id=NOBODY)).rows
    assert (gita.name, gita.mentor) == ("Gita", "")
    assert found_by(caseload, EVERYTHING).mentors == {caseload.budi: "Budi", caseload.sri: "Sri"}


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        (ClientSort.WAITING, ["Gita", "Cipta", "Eka 10%", "Bakti", "Ani", "Dewi", "Fajar"]),
        (ClientSort.VISITED, ["Dewi", "Ani", "Bakti", "Cipta", "Eka 10%", "Fajar", "Gita"]),
        (ClientSort.NAME, ["Ani", "Bakti", "Cipta", "Dewi", "Eka 10%", "Fajar", "Gita"]),
        (ClientSort.NEWEST, ["Fajar", "Dewi", "Eka 10%", "Ani", "Bakti", "Cipta", "Gita"]),
    ],
)
def test_pages_in_every_order_hold_each_binaan_once(caseload, sort, first):
    pages = [found_by(caseload, EVERYTHING, page=page, page_size=3, sort=sort).rows for page in (1, 2, 3)]
    assert [len(page) for page in pages] == [3, 3, 1]
    assert [row.name for page in pages for row in page] == first


def test_a_pendamping_sees_and_counts_only_their_own(caseload):
    found = found_by(caseload, ClientFilter(status=Status.ALL), actor=caseload.mentor)
    assert names(found) == ["Ani", "Bakti", "Cipta", "Tutup"]
    assert (found.counts.everybody, found.counts.fitting) == (3, 4)
    assert set(found.counts.by[Facet.MENTOR]) == {str(caseload.sri)}
    assert not found_by(caseload, ClientFilter(mentor_id=caseload.budi), actor=caseload.mentor).rows
    # Nor by a number: it is searched only for those who may see it.
    assert not found_by(caseload, ClientFilter(text=NIK), actor=caseload.mentor).rows


def test_who_carries_how_much_is_counted_from_the_rows(caseload):
    with caseload.office.database.read() as session:
        budi, sri = loads(session, caseload.facilitator, LAW)
        (own,) = loads(session, caseload.mentor, LAW)
    assert own == sri
    assert (sri.name, sri.cooperatives, sri.businesses, sri.need_visit) == ("Sri", 1, 2, 1)
    # Of her three visits one lies in this month; Budi's draft is none.
    assert (sri.visits, sri.visited_clients, sri.last_visit_on) == (0, 0, TODAY - days(2))
    assert (budi.clients, budi.visits, budi.visited_clients, budi.last_visit_on) == (3, 1, 1, TODAY)
    assert (budi.need_visit, budi.is_serving) == (1, True)
    assert average_load([sri, budi]) == 3
    assert average_load([]) is None


def test_the_timeline_tells_problem_recommendation_and_what_became_of_it(caseload):
    with caseload.office.database.read() as session:
        events = timeline(session, caseload.mentor, caseload.ids["Ani"])
    assert [event.kind for event in events] == [EventKind.VISIT, EventKind.BASELINE, EventKind.BEGUN]
    visit, baseline, _ = events
    assert visit.by == "Sri"
    assert [(one.told, one.state, one.is_overdue(TODAY)) for one in visit.visit.agreed] == [
        ("Daftar NIB", FollowUpState.OPEN, True),
        ("Foto", FollowUpState.OPEN, False),
    ]
    assert visit.lines == ("NIB: ada (foto 1)", "Omzet setahun: Rp10 (foto 1)")
    assert baseline.lines == ("NIB: belum ada (foto 1)", "Omzet setahun: Rp10 (foto 1)")


def test_the_timeline_ends_with_the_leaving_and_is_closed_to_another_pendamping(caseload):
    with caseload.office.database.read() as session:
        newest, *_ = timeline(session, caseload.facilitator, caseload.ids["Tutup"])
        assert (newest.kind, newest.on) == (EventKind.ENDED, TODAY)
        with pytest.raises(NotAllowed):
            timeline(session, caseload.mentor, caseload.ids["Dewi"])
        with pytest.raises(NotFound):
            timeline(session, caseload.facilitator, 999)


def taken(caseload, actor, **more):
    with caseload.office.database.write() as session:
        return export_clients(
            session, actor, ClientFilter(kind=MICRO), LAW, told="usaha mikro", at=NOW, **more
        )


def trail(caseload):
    with caseload.office.database.read() as session:
        return history(session, caseload.office.people[OfficeRole.ADMINISTRATOR], BLITAR, limit=2)


def test_a_list_leaves_with_masked_numbers_and_the_trail_tells_who_took_it(caseload):
    found = {one.overview.name: one.nik for one in taken(caseload, caseload.facilitator)}
    assert found == {"Ani": "3505**********00", "Cipta": None, "Dewi": None, "Eka 10%": None, "Gita": None}
    newest, _ = trail(caseload)
    assert (newest.action, newest.person_name) == (BlitarAction.EXPORT_CLIENTS, caseload.facilitator.name)
    assert newest.after == {"filter": "usaha mikro", "rows": 5, "whole_numbers": False}


def test_whole_numbers_leave_only_with_who_may_see_them_and_that_is_told_too(caseload):
    found = {one.overview.name: one.nik for one in taken(caseload, caseload.head, whole_numbers=True)}
    assert found["Ani"] == NIK
    assert [one.action for one in trail(caseload)] == [
        BlitarAction.REVEAL_IDENTITY,
        BlitarAction.EXPORT_CLIENTS,
    ]
    before = trail(caseload)
    with pytest.raises(NotAllowed):
        taken(caseload, caseload.mentor, whole_numbers=True)
    assert trail(caseload) == before
    assert {one.overview.name for one in taken(caseload, caseload.mentor)} == {"Ani", "Cipta"}


def test_no_page_is_asked_for_that_cannot_be(caseload):
    for told in ({"page": 0}, {"page_size": 0}, {"page_size": 201}):
        with pytest.raises(ValueError, match="pages start at 1"):
            found_by(caseload, EVERYTHING, **told)


def test_the_rows_hold_every_binaan_of_the_store(caseload):
    with caseload.office.database.read() as session:
        stored = set(session.scalars(select(ClientRow.id)))
    assert {row.id for row in found_by(caseload, ClientFilter(status=Status.ALL)).rows} == stored
