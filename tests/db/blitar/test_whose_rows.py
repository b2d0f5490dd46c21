"""A Pendamping is given nothing about binaan that are not theirs, by whichever verb of the programme.

The verbs come from the table that holds every verb of the store; each is called by a Pendamping who has
no binaan at all, and what it gives back is looked through for words that stand only in others' rows.
"""

import pytest
from sqlalchemy import update

from db.blitar.caseload.alike import alike_clients
from db.blitar.caseload.handovers import hand_over, handover, handovers
from db.office.people import add_person
from db.refusals import NotFound, Refused
from db.tables import ClientRow, FollowUpRow, VisitRow
from domain.blitar.client import Client
from domain.blitar.kinds import SubjectKind
from domain.blitar.place import Place
from domain.blitar.roles import BlitarRole
from domain.blitar.staffing.handing_over import HandoverWritten
from domain.programme import NotAllowed
from tests.db.blitar.blitar_verbs import BLITAR_VERBS, set_up_blitar
from tests.db.blitar.mentoring import TODAY, WONODADI, Mentoring
from tests.db.blitar.mentoring_verbs import BUDI, SRI
from tests.db.canaries import MARK, canaries_in
from tests.db.people import NOW, a_nonce, an_office
from tests.people import held

NIK = "3505014506850000"


def _mark_everybody(session):
    """Write words into the rows of every binaan that stand nowhere else."""
    session.execute(update(ClientRow).values(name=f"{MARK}nama", search_name=f"{MARK}nama", nik=NIK))
    session.execute(update(FollowUpRow).values(told=f"{MARK}tindak"))
    for row in session.query(ClientRow):
        row.body = {**row.body, "name": f"{MARK}nama", "contact_name": f"{MARK}pemilik", "nik": NIK}
        row.body |= {"phone": f"{MARK}telepon", "note": f"{MARK}catatan"}
    for row in session.query(VisitRow):
        row.body = {**row.body, "problem": f"{MARK}masalah", "note": f"{MARK}kunjungan"}


def _hand_over_a_third(programme):
    """Minutes of a handover with words of their own, which nobody changes afterwards."""
    client = programme.client(SRI, name=f"{MARK}nama")
    written = HandoverWritten(
        number="BA 7", on=TODAY, note=f"{MARK}alasan", promises={client: f"{MARK}janji"}
    )
    programme.do(hand_over, programme.facilitator, SRI, {client: BUDI}, written, nonce=a_nonce(), at=NOW)


@pytest.fixture(scope="module")
def office(shared_database_url):
    with an_office(shared_database_url) as office:
        set_up_blitar(office)
        _hand_over_a_third(Mentoring(office))
        with office.database.write() as session:
            _mark_everybody(session)
        yield office


@pytest.fixture(scope="module")
def stranger(office):
    """A Pendamping who serves, and has had no binaan yet."""
    with office.database.write() as session:
        person = add_person(session, "Wulan", held(BlitarRole.MENTOR), at=NOW)
    Mentoring(office).appoint("Wulan", person=person)
    return person


def _given(office, call, actor):
    with office.database.write() as session:
        try:
            return canaries_in(call(session, actor))
        except (NotAllowed, NotFound, Refused):
            return set()
        finally:
            session.rollback()


@pytest.mark.parametrize("verb", BLITAR_VERBS)
def test_a_pendamping_without_binaan_is_given_nobodys_data(office, stranger, verb):
    assert _given(office, BLITAR_VERBS[verb][0], stranger) == set()


def test_the_same_verbs_do_give_the_fasilitator_those_words(office):
    facilitator = office.people[BlitarRole.FACILITATOR]
    given = {verb: _given(office, call, facilitator) for verb, (call, _) in BLITAR_VERBS.items()}
    assert {"handover", "one_visit, one's own"} <= {verb for verb, words in given.items() if words}


@pytest.mark.parametrize("verb", BLITAR_VERBS)
def test_the_pimpinan_is_given_no_name(office, verb):
    leader = next(person for role, person in office.people.items() if role.value == "leadership")
    assert _given(office, BLITAR_VERBS[verb][0], leader) == set()


def _appointed(office, name):
    with office.database.write() as session:
        person = add_person(session, name, held(BlitarRole.MENTOR), at=NOW)
    return person, Mentoring(office).appoint(name, person=person)


def test_who_takes_binaan_over_reads_an_excerpt_of_the_minutes_with_those_alone(office):
    programme = Mentoring(office)
    (taker, tini), (_, joko) = _appointed(office, "Tini"), _appointed(office, "Joko")
    mine, theirs = programme.client(SRI, name="Warung Rujak"), programme.client(SRI, name="Warung Soto")
    written = HandoverWritten(
        number="BA 8", on=TODAY, note="Soto pindah rumah", promises={theirs: "Bantu NIB", mine: "Foto"}
    )
    moved = {mine: tini, theirs: joko}
    minutes = programme.do(hand_over, programme.facilitator, SRI, moved, written, nonce=a_nonce(), at=NOW)
    with office.database.read() as session:
        assert [(one.id, one.clients) for one in handovers(session, taker)] == [(minutes, 1)]
        told = handover(session, taker, minutes)
    assert [(line.name, promise) for line, _, promise in told.lines] == [("Warung Rujak", "Foto")]
    assert (told.elsewhere, told.note) == (1, "")


def test_who_gave_binaan_away_reads_the_whole_of_the_minutes(office):
    programme = Mentoring(office)
    with office.database.read() as session:
        sri = programme.mentor
        newest = handovers(session, sri)[0]
        told = handover(session, sri, newest.id)
    assert len(told.lines) == newest.clients
    assert told.elsewhere == 0


def test_nobody_learns_at_the_counter_that_a_nik_is_another_pendampings_binaan(office, stranger):
    here = Place(regency_code="35.05", district_code=WONODADI)
    asked = Client(kind=SubjectKind.CLIENT_MICRO, name=f"{MARK}nama", nik=NIK, place=here)
    with office.database.read() as session:
        assert alike_clients(session, stranger, asked) == ()
        assert alike_clients(session, office.people[BlitarRole.FACILITATOR], asked) != ()
