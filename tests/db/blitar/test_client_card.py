"""One binaan opened: NIK masked and its reveal on record, size, ladder, kin, and what waits to be done."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.audit import history
from db.blitar.caseload.alike import ClientLikeness, alike_clients
from db.blitar.caseload.card import client_card
from db.blitar.caseload.care import give_client
from db.blitar.caseload.clients import add_client, end_client, save_client
from db.blitar.caseload.month_counts import counts_of
from db.blitar.caseload.rulings import rule_on_client
from db.blitar.trail import BlitarAction
from db.blitar.visiting.timeline import timeline
from db.blitar.visiting.verifying import return_visit
from db.office.people import add_person
from db.office.practice import law_of
from db.refusals import ChangedMeanwhile, NotFound, Wrong
from db.tables import AuditRow, ClientRow
from domain.blitar.caseload.client_leaving import Leaving, LeavingGround
from domain.blitar.caseload.history import EventKind
from domain.blitar.caseload.scale import Criterion, ScaleClass
from domain.blitar.caseload.to_do import Remedy, to_do
from domain.blitar.client import BusinessAnswers, Client
from domain.blitar.client_facts import BRANCH_ACCEPTED, FORM_ACCEPTED
from domain.blitar.consent import Consent
from domain.blitar.indicators import Indicator, indicators_of
from domain.blitar.judgement import Judgement
from domain.blitar.kinds import BusinessForm, Operation, SubjectKind
from domain.blitar.place import Place
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarRole
from domain.blitar.visiting.visit import DayPart, FollowUp
from domain.programme import NotAllowed
from domain.regulation.assessment import Verdict
from domain.revealing import Why
from domain.roles import OfficeRole
from tests.db.blitar.mentoring import START, TODAY, UDANAWU, WONODADI, days
from tests.db.blitar.visiting import NOBODY, Caseload, a_visit, change
from tests.db.people import NOW, a_nonce, an_office
from tests.people import held

NIK = "3505014506850000"
HERE = Place(regency_code="35.05", district_code=WONODADI)
BUSINESS = BusinessAnswers(
    owner_home=HERE,
    form=BusinessForm.PERSON,
    founded_on=date(2015, 1, 1),
    capital=5_000_000,
    annual_sales=60_000_000,
)
ANI = Client(
    kind=SubjectKind.CLIENT_MICRO,
    name="Warung Bu Ani",
    contact_name="Ani",
    nik=NIK,
    place=HERE,
    operation=Operation.RUNNING,
    business=BUSINESS,
)


class Cards(Caseload):
    """The caseload with binaan of which more is told."""

    def add(self, client=ANI, mentor_id=None, since=START, at=NOW):
        mentor_id = self.sri if mentor_id is None else mentor_id
        told = {"mentor_id": mentor_id, "since": since, "nonce": a_nonce(), "at": at}
        return self.do(add_client, self.facilitator, client, **told)

    def change(self, client_id, client, version, at=NOW):
        told = {"expected_version": version, "nonce": a_nonce(), "at": at}
        return self.do(save_client, self.facilitator, client_id, client, **told)

    def card(self, client_id, *, actor=None, at=NOW):
        with self.office.database.read() as session:
            return client_card(session, actor or self.facilitator, client_id, at=at)

    def to_do(self, client_id, at=NOW):
        card = self.card(client_id, at=at)
        with self.office.database.read() as session:
            return {one.remedy: one.sentence for one in to_do(card, law_of(session, BLITAR, card.day))}


@pytest.fixture
def caseload(database_url):
    with an_office(database_url) as office:
        yield Cards(office)


def test_the_nik_is_masked_until_it_is_revealed_which_the_trail_remembers(caseload):
    client = caseload.add()
    before = caseload.office.count(AuditRow)
    card = caseload.card(client)
    assert card.client.nik == card.found.client.nik == "3505**********00"
    assert caseload.office.count(AuditRow) == before
    revealed = caseload.do(client_card, caseload.facilitator, client, at=NOW, reveal=True)
    assert revealed.client.nik == NIK
    with caseload.office.database.read() as session:
        newest = history(session, caseload.office.people[OfficeRole.ADMINISTRATOR], BLITAR)[0]
    assert (newest.action, newest.subject.id) == (BlitarAction.REVEAL_IDENTITY, client)
    assert newest.person_name == caseload.facilitator.name


PHONE, MASKED_PHONE = "081234567890", "0812******90"


def test_the_telephone_is_whole_for_the_pendamping_who_calls_and_masked_for_others(caseload):
    client = caseload.add(replace(ANI, phone=PHONE))
    assert caseload.card(client, actor=caseload.mentor).client.phone == PHONE
    assert caseload.card(client).client.phone == MASKED_PHONE


def test_the_trail_keeps_why_a_number_was_opened(caseload):
    client = caseload.add(replace(ANI, phone=PHONE))
    told = {"at": NOW, "reveal": True, "why": Why.CONTACT}
    assert caseload.do(client_card, caseload.facilitator, client, **told).client.phone == PHONE
    with caseload.office.database.read() as session:
        newest = history(session, caseload.office.people[OfficeRole.ADMINISTRATOR], BLITAR)[0]
    assert newest.after == {"alasan": "Menghubungi orangnya"}


@pytest.mark.parametrize(("told", "kept"), [(MASKED_PHONE, PHONE), ("", ""), ("0811", "0811")])
def test_a_masked_telephone_that_comes_back_from_a_form_keeps_the_stored_one(caseload, told, kept):
    client = caseload.add(replace(ANI, phone=PHONE))
    caseload.change(client, replace(ANI, phone=told), 1)
    assert caseload.do(client_card, caseload.facilitator, client, at=NOW, reveal=True).client.phone == kept


def test_the_trail_holds_a_telephone_masked(caseload):
    caseload.add(replace(ANI, phone=PHONE))
    with caseload.office.database.read() as session:
        newest = history(session, caseload.office.people[OfficeRole.ADMINISTRATOR], BLITAR)[0]
    assert newest.after["phone"] == MASKED_PHONE


def test_a_pendamping_opens_only_their_own_binaan_and_never_the_whole_nik(caseload):
    budi = caseload.appoint("Budi")
    own, other = caseload.add(), caseload.add(replace(ANI, name="Toko"), budi)
    assert caseload.card(own, actor=caseload.mentor).client.name == "Warung Bu Ani"
    with pytest.raises(NotAllowed) as refused:
        caseload.card(other, actor=caseload.mentor)
    assert refused.value.sentence.startswith("Binaan ini didampingi orang lain")
    with pytest.raises(NotAllowed):
        caseload.do(client_card, caseload.mentor, own, at=NOW, reveal=True)


def test_other_binaan_of_the_owner_are_named_as_far_as_one_may_see_them(caseload):
    budi = caseload.appoint("Budi")
    first = caseload.add()
    second = caseload.add(replace(ANI, name="Batik Ani"))
    caseload.add(replace(ANI, name="Toko Ani"), budi)
    caseload.add(replace(ANI, name="Warung Lain", nik=None))
    card = caseload.card(first)
    assert [(one.name, one.mentor) for one in card.siblings] == [("Batik Ani", "Sri"), ("Toko Ani", "Budi")]
    seen = caseload.card(first, actor=caseload.mentor)
    assert ([one.id for one in seen.siblings], seen.siblings_elsewhere) == ([second], 1)


def test_the_size_class_holds_since_the_oldest_figure_in_it_told_or_measured(caseload):
    client = caseload.add(at=NOW - timedelta(days=20))
    scale = caseload.card(client).scale
    assert (scale.scale, scale.criterion, scale.amount) == (ScaleClass.MICRO, Criterion.SALES, 60_000_000)
    assert scale.since == TODAY - days(20)
    big = change(Indicator.ANNUAL_SALES, 3_000_000_000)
    caseload.baseline(client, change(Indicator.ANNUAL_SALES, 2_000_000_000), on=START)
    sent = caseload.save(a_visit(caseload.sri, client, TODAY - days(3), changes=(big,)))
    assert caseload.card(client).scale.scale is ScaleClass.MICRO  # not verified yet
    caseload.verify(sent)
    after = caseload.card(client).scale
    assert (after.scale, after.since, after.amount) == (ScaleClass.SMALL, TODAY - days(3), 3_000_000_000)


def test_a_later_change_of_something_else_leaves_the_day_of_the_sales(caseload):
    client = caseload.add(at=NOW - timedelta(days=20))
    caseload.change(client, replace(ANI, nik=None, phone="0812"), 1)
    assert caseload.card(client).told_on == TODAY - days(20)
    more = replace(ANI, phone="0812", business=replace(BUSINESS, annual_sales=70_000_000))
    caseload.change(client, more, 2)
    assert caseload.card(client).told_on == TODAY
    assert caseload.card(client).client.nik  # a masked or missing NIK keeps the stored one


def test_what_waits_is_told_with_what_mends_it_and_ends_with_the_mentoring(caseload):
    client = caseload.add()
    told = caseload.to_do(client)
    assert set(told) == {Remedy.VISIT, Remedy.BASELINE, Remedy.NOTICE}
    assert told[Remedy.VISIT].startswith("Belum pernah dikunjungi. ")
    # The mentoring began on 2 February: 30 days on, on 4 March, it is not late; the day after it is.
    assert "sejak" not in caseload.to_do(client, NOW + timedelta(days=2))[Remedy.VISIT]
    late = caseload.to_do(client, NOW + timedelta(days=3))[Remedy.VISIT]
    assert "sejak didampingi 2 Februari 2026 (31 hari)" in late
    assert "30 hari (bawaan program, belum ditetapkan kantor)" in late
    leaving = Leaving(ground=LeavingGround.CLOSED, on=TODAY, reason="Tutup")
    caseload.do(end_client, caseload.facilitator, client, leaving, expected_version=1, at=NOW)
    assert caseload.to_do(client) == {}
    assert caseload.card(client).leaving == leaving


def test_when_everything_is_done_nothing_waits(caseload):
    told = replace(ANI, consent=Consent(notice_on=TODAY, notice_by="Sri"))
    client = caseload.add(told)
    indicators = indicators_of(SubjectKind.CLIENT_MICRO)
    caseload.baseline(client, *(change(one, 0) for one in indicators), on=START)
    caseload.save(a_visit(caseload.sri, client))
    assert caseload.to_do(client) == {}
    assert caseload.to_do(client, NOW + timedelta(days=30)) == {}
    assert "31 hari yang lalu" in caseload.to_do(client, NOW + timedelta(days=31))[Remedy.VISIT]


def test_a_provision_not_met_or_not_known_is_told_apart(caseload):
    away = Place(regency_code="35.72")
    outside = caseload.add(replace(ANI, business=replace(BUSINESS, owner_home=away), place=away))
    assert caseload.card(outside).found.assessment.verdict_in_use is Verdict.NOT_QUALIFIED
    assert "Pasal 3" in caseload.to_do(outside)[Remedy.DATA]
    unknown = caseload.add(replace(ANI, business=replace(BUSINESS, form=None)))
    assert "belum lengkap" in caseload.to_do(unknown)[Remedy.CHANGE]
    company = replace(BUSINESS, form=BusinessForm.COMPANY)
    waits = caseload.add(replace(ANI, business=company))
    assert "perlu keputusan Kepala Dinas" in caseload.to_do(waits)[Remedy.DATA]


def test_what_was_agreed_waits_until_it_is_closed_or_its_visit_is_returned(caseload):
    client = caseload.add()
    agreed = (
        FollowUp(told="Daftar NIB", due_on=TODAY),
        FollowUp(told="Foto kemasan", due_on=TODAY + days(9)),
    )
    saved = caseload.save(a_visit(caseload.sri, client, follow_ups=agreed))
    draft = a_visit(caseload.sri, client, day_part=DayPart.NOON, follow_ups=agreed)
    caseload.save(draft, send=False)
    assert [one.told for one in caseload.card(client).follow_ups] == ["Daftar NIB", "Foto kemasan"]
    assert "2 tindak lanjut belum selesai" in caseload.to_do(client)[Remedy.FOLLOW_UPS]
    tomorrow = caseload.to_do(client, NOW + timedelta(days=1))
    assert "1 tindak lanjut lewat batas, yang terlama sejak 2 Maret" in tomorrow[Remedy.FOLLOW_UPS]
    caseload.do(return_visit, caseload.facilitator, saved.id, version=saved.version, note="x", at=NOW)
    assert caseload.card(client).follow_ups == ()


def someone_else(caseload):
    """A Pendamping who has no binaan yet."""
    with caseload.office.database.write() as session:
        person = add_person(session, "Wulan", held(BlitarRole.MENTOR), at=NOW)
    caseload.appoint("Wulan", person=person)
    return person


def test_a_look_alike_is_pointed_out_by_nik_or_by_name_and_kecamatan(caseload):
    budi = caseload.appoint("Budi")
    mine, theirs = caseload.add(), caseload.add(replace(ANI, name="Toko Ani", nik=None), budi)

    def found(told, actor=caseload.facilitator, **more):
        with caseload.office.database.read() as session:
            alike = alike_clients(session, actor, replace(ANI, **told), **more)
            return [(one.id, one.alike_in, one.name) for one in alike]

    by_nik, by_name = ClientLikeness.SAME_NIK, ClientLikeness.SAME_NAME
    assert found({"nik": NIK, "name": "Baru"}) == [(mine, by_nik, "Warung Bu Ani")]
    assert found({"nik": NIK, "name": "Baru"}, except_id=mine) == []
    same_name = {"nik": None, "name": "TOKO  ani"}
    assert found(same_name) == [(theirs, by_name, "Toko Ani")]
    # A Pendamping is told of their own alone: a NIK is not asked about at their desk.
    assert found(same_name, caseload.mentor) == []
    assert found({"nik": NIK, "name": "Baru"}, caseload.mentor) == [(mine, by_nik, "Warung Bu Ani")]
    assert found({"nik": NIK, "name": "Baru"}, someone_else(caseload)) == []
    elsewhere = Place(regency_code="35.05", district_code=UDANAWU)
    assert found({**same_name, "place": elsewhere}) == []
    assert found({"nik": None, "name": ""}) == []


def _ruling(caseload, client, *, answer=True, version=1, question=FORM_ACCEPTED.key, **more):
    told = {"by": "siapa saja", "on": TODAY, "reason": "Usaha rumahan"} | more
    ruling = Judgement(answer, **told)
    caseload.do(rule_on_client, caseload.head, client, question, ruling, expected_version=version, at=NOW)


def test_a_company_becomes_a_target_only_by_the_ruling_of_the_kepala_dinas_on_that_form(caseload):
    company = replace(ANI, business=replace(BUSINESS, form=BusinessForm.COMPANY))
    client = caseload.add(company)
    assert caseload.card(client).found.assessment.verdict_in_use is Verdict.NEEDS_JUDGEMENT
    with pytest.raises(Wrong, match="Alasan keputusan belum diisi"):
        _ruling(caseload, client, reason=" ")
    _ruling(caseload, client)
    _ruling(caseload, client)  # a second press
    card = caseload.card(client)
    assert (card.found.assessment.verdict, card.version) == (Verdict.QUALIFIES, 2)
    assert card.client.judgements[FORM_ACCEPTED.key].by == caseload.head.name
    with pytest.raises(ChangedMeanwhile):
        _ruling(caseload, client, answer=False, version=1)
    # Of another form the ruling says nothing.
    partnership = replace(card.client, nik=None, business=replace(BUSINESS, form=BusinessForm.PARTNERSHIP))
    caseload.change(client, partnership, 2)
    assert caseload.card(client).found.assessment.verdict_in_use is Verdict.NEEDS_JUDGEMENT


def test_nobody_rules_on_what_the_rules_do_not_ask(caseload):
    client = caseload.add()
    for question in (FORM_ACCEPTED.key, BRANCH_ACCEPTED.key):
        with pytest.raises(Wrong, match="tidak lagi memerlukan keputusan"):
            _ruling(caseload, client, question=question)


def test_a_binaan_without_a_pendamping_is_given_to_one_and_never_taken_from_another(caseload):
    client = caseload.binaan(mentor_id=NOBODY)
    budi = caseload.appoint("Budi")
    told = {"on": TODAY, "at": NOW}
    caseload.do(give_client, caseload.facilitator, client, caseload.sri, expected_version=1, **told)
    with pytest.raises(Wrong, match="serah terima"):
        caseload.do(give_client, caseload.facilitator, client, budi, expected_version=2, **told)
    with pytest.raises(ChangedMeanwhile):
        caseload.do(give_client, caseload.facilitator, client, budi, expected_version=1, **told)
    with caseload.office.database.read() as session:
        assert session.get_one(ClientRow, client).mentor_id == caseload.sri


RENAMED = {"client": replace(ANI, name="Warung Baru", nik=None), "nonce": "ubah"}
CLOSED = Leaving(ground=LeavingGround.CLOSED, on=TODAY, reason="Tutup")


@pytest.mark.parametrize(("verb", "what"), [(save_client, RENAMED), (end_client, {"leaving": CLOSED})])
def test_nobody_writes_over_what_another_changed_in_a_binaan_meanwhile(caseload, verb, what):
    client = caseload.add()
    caseload.change(client, replace(ANI, nik=None, phone="0800-1"), 1)
    before = caseload.office.everything()
    with pytest.raises(ChangedMeanwhile, match="sudah diubah oleh Orang Fasilitator"):
        caseload.do(verb, caseload.facilitator, client, **what, expected_version=1, at=NOW)
    assert caseload.office.everything() == before


def test_a_binaan_stays_what_it_was_taken_in_as(caseload):
    client = caseload.add()
    with pytest.raises(ValueError, match="kind of a binaan never changes"):
        caseload.change(client, Client(kind=SubjectKind.CLIENT_COOPERATIVE, name="Koperasi Ani"), 1)


def test_a_mentoring_ends_once_and_a_second_press_changes_nothing(caseload):
    client = caseload.add()
    end = {"expected_version": 1, "at": NOW}
    caseload.do(end_client, caseload.facilitator, client, CLOSED, **end)
    ended = caseload.office.everything()
    caseload.do(end_client, caseload.facilitator, client, CLOSED, **end)
    other = replace(CLOSED, reason="Pindah")
    with pytest.raises(Wrong, match="sudah diakhiri"):
        caseload.do(end_client, caseload.facilitator, client, other, expected_version=2, at=NOW)
    assert caseload.office.everything() == ended


def test_nobody_rules_on_a_client_by_the_way_when_they_change_it(caseload):
    client = caseload.binaan()
    ruled = Judgement(answer=True, by="Sendiri", on=TODAY, reason="x")
    told = Client(kind=SubjectKind.CLIENT_MICRO, name="Warung", judgements={FORM_ACCEPTED.key: ruled})
    caseload.do(save_client, caseload.mentor, client, told, expected_version=1, nonce=a_nonce(), at=NOW)
    with caseload.office.database.read() as session:
        assert session.get_one(ClientRow, client).body["judgements"] == {}


def test_before_the_day_of_giving_a_binaan_was_in_nobodys_care(caseload):
    client = caseload.binaan(mentor_id=NOBODY)
    told = {"on": TODAY, "expected_version": 1, "at": NOW}
    caseload.do(give_client, caseload.facilitator, client, caseload.sri, **told)
    with caseload.office.database.read() as session:
        last_month, this_month = (counts_of(session, day, upto=["carer"]) for day in (START, TODAY))
        assert last_month == {}
        assert this_month == {"carer": {(str(caseload.sri), ""): 1}}
        kinds = [event.kind for event in timeline(session, caseload.facilitator, client)]
    assert EventKind.GIVEN in kinds


def test_nobody_is_given_before_the_mentoring_began_or_to_a_fasilitator(caseload):
    client = caseload.binaan(mentor_id=NOBODY)
    facilitator = caseload.appoint("Rahma", kind=SubjectKind.FACILITATOR)
    told = {"expected_version": 1, "at": NOW}
    early = START - timedelta(days=1)
    with pytest.raises(Wrong, match="baru didampingi"):
        caseload.do(give_client, caseload.facilitator, client, caseload.sri, on=early, **told)
    with pytest.raises(NotFound):
        caseload.do(give_client, caseload.facilitator, client, facilitator, on=TODAY, **told)


def test_a_mentoring_does_not_end_before_its_last_visit(caseload):
    client = caseload.binaan()
    caseload.save(a_visit(caseload.sri, client, TODAY), send=False)
    told = {"ground": LeavingGround.CLOSED, "reason": "Tutup"}
    end = {"expected_version": 1, "at": NOW}
    early = Leaving(on=TODAY - timedelta(days=1), **told)
    with pytest.raises(Wrong, match="kunjungan tercatat"):
        caseload.do(end_client, caseload.facilitator, client, early, **end)
    caseload.do(end_client, caseload.facilitator, client, Leaving(on=TODAY, **told), **end)
