"""Who began something and who confirms it: a table of every such pair of verbs of the fund and the office.

One person holds every role here, so that nothing but the pair itself can keep them apart.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest

from db.office.erasures import approve_erasure, propose_erasure
from db.office.later_instruments import approve_instrument, draft_instrument, propose_instrument
from db.office.people import add_person
from db.office.role_giving import approve_role, propose_role
from db.office.settings import approve_reading, approve_setting, propose_reading, propose_setting
from db.refusals import SelfApproval
from db.sampang.loans.loans import loan_of
from db.sampang.loans.payments import record_payment
from db.sampang.loans.reversals import approve_reversal, propose_reversal
from db.sampang.servicing.red_list import approve_listing, propose_listing
from db.sampang.trail import SampangAction
from db.trail import OfficeAction
from domain.entering.role_terms import RoleGiven
from domain.regulation.office_proposals import ReadingProposed, SettingProposed
from domain.retention.erasure_asked import ErasureAsked
from domain.sampang.fund.money_in import Payment, ReversalAsked
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.steps import Step
from domain.sampang.parameters import INSURANCE_RATE, PARAMETERS
from domain.sampang.programme import SAMPANG
from domain.sampang.readings import S01
from tests.db.people import NOW
from tests.db.sampang.collecting import LISTED_ON, LISTING, a_loan, at, tell_until
from tests.db.sampang.lending import DAY, WAY, a_lending_office
from tests.db.sampang.taking_over import a_takeover, an_old_loan
from tests.db.sampang.taking_over import approve as approve_older
from tests.db.sampang.taking_over import propose as propose_older
from tests.db.sampang.treasury import LATER as AFTERWARDS
from tests.db.sampang.treasury import a_change, approve, propose
from tests.db.sampang.writing_off import approve as approve_writing_off
from tests.db.sampang.writing_off import propose as propose_writing_off
from tests.db.verbs import INSTRUMENT
from tests.people import held

LATER = datetime(2026, 6, 1, tzinfo=UTC)
AFTER = date(2026, 6, 1)
_days = count()


@pytest.fixture(scope="module")
def lending(shared_database_url):
    with a_lending_office(shared_database_url, 10**9) as lending:
        everything = held(*SAMPANG.roles, in_programmes=[SAMPANG])
        with lending.database.write() as session:
            lending.one, lending.other = (
                add_person(session, name, everything, at=NOW) for name in ("Satu", "Dua")
            )
        tell_until(lending)
        yield lending


def disbursement(lending, one):
    file = lending.file_at(Stage.AGREED)
    lending.press("request_disbursement", file, one)
    return lambda who: lending.press("disburse", file, who)


def payment_of(lending, one):
    loan = lending.ask(loan_of, one, lending.file_at(Stage.DISBURSED))
    received = Payment(amount=100_000, on=DAY, reference=f"STS {loan.number}")
    return lending.run(record_payment, one, loan.id, received, at=LATER)


def later_instrument(lending, one):
    """Each on a day of its own, since a day begins one instrument."""
    day = INSTRUMENT.in_force_since + timedelta(days=next(_days))
    told = replace(INSTRUMENT, number=day.isoformat(), in_force_since=day)
    number = lending.run(draft_instrument, one, SAMPANG, told)
    with lending.database.write() as session:
        propose_instrument(session, one, SAMPANG, number, at=NOW)

    def confirm(who):
        with lending.database.write() as session:
            approve_instrument(session, who, SAMPANG, number, at=NOW)

    return confirm


def reversal(lending, one):
    entry = payment_of(lending, lending.other)
    asked = lending.run(propose_reversal, one, entry, ReversalAsked(reason="salah"), at=LATER)
    return lambda who: _approve(lending, who, asked)


def _approve(lending, who, proposal):
    with lending.database.write() as session:
        return approve_reversal(session, who, proposal, on=AFTER, at=LATER)


def setting(lending, one):
    proposed = SettingProposed(since=AFTER, reason="harga baru")
    number = lending.run(propose_setting, one, SAMPANG, INSURANCE_RATE, 3, proposed)
    return lambda who: _write(lending, approve_setting, who, SAMPANG, number)


def reading(lending, one):
    number = lending.run(
        propose_reading, one, SAMPANG, S01, ReadingProposed(letter="A", on=DAY, decree="SK", reason="x")
    )
    return lambda who: _write(lending, approve_reading, who, SAMPANG, number)


def capital(lending, one):
    change = a_change(5, on=AFTER, decree=f"SK Bupati {next(_days)}/2026")
    number = propose(lending, change, who=one, at=AFTERWARDS)
    return lambda who: approve(lending, number, who=who, at=AFTERWARDS)


def takeover(lending, one):
    told = a_takeover(an_old_loan(), principal=12_000_000)
    number = propose_older(lending, told, who=one)
    return lambda who: approve_older(lending, number, who=who)


def listing(lending, one):
    loan, _ = a_loan(lending)
    asked = lending.run(propose_listing, one, loan, LISTING, at=at(LISTED_ON))

    def confirm(who):
        with lending.database.write() as session:
            approve_listing(session, who, asked, at=at(LISTED_ON))

    return confirm


def written_off(lending, one):
    proposal = propose_writing_off(lending, a_loan(lending)[0], who=one)
    return lambda who: approve_writing_off(lending, proposal, who=who)


def role(lending, one):
    """Each for a person of its own, whom a third added."""
    with lending.database.write() as session:
        somebody = add_person(session, "Baru", held(), at=NOW, email=f"baru{next(_days)}@dinas.id")
    given = RoleGiven(role="team_lead", since=AFTER, reason="SK 1")
    number = lending.run(propose_role, one, SAMPANG, somebody.id, given, at=LATER)
    return lambda who: _write(lending, approve_role, who, SAMPANG, number)


def erasure_list(lending, one):
    """A file that was withdrawn, and the list on which it stands two years later."""
    lending.file_at(Stage.WITHDRAWN)
    kept, asked = SettingProposed(since=DAY, reason="JRA"), ErasureAsked(reason="tahunan")
    number = lending.run(propose_setting, one, SAMPANG, PARAMETERS["keep_files"], 1, kept)
    _write(lending, approve_setting, lending.other, SAMPANG, number)
    years_later = LATER.replace(year=2028)
    listed = lending.run(propose_erasure, one, SAMPANG, asked, at=years_later)

    def confirm(who):
        with lending.database.write() as session:
            return approve_erasure(session, who, SAMPANG, listed, at=years_later)

    return confirm


def _write(lending, verb, *told):
    with lending.database.write() as session:
        return verb(session, *told, at=LATER)


# What was begun, how it is confirmed, and by which provision one person never does both.
APART = [
    (disbursement, Step.DISBURSE, "VII.3, VIII.2.c"),
    (reversal, SampangAction.APPROVE_REVERSAL, "VIII.5.a"),
    (setting, OfficeAction.APPROVE_SETTING, "VII.8"),
    (reading, OfficeAction.APPROVE_READING, "VII.8"),
    (later_instrument, OfficeAction.APPROVE_INSTRUMENT, "VII.8"),
    (role, OfficeAction.APPROVE_ROLE, "the office's own"),
    (erasure_list, OfficeAction.APPROVE_ERASURE, "the office's own"),
    (capital, SampangAction.APPROVE_CAPITAL, "VIII.1.a, VIII.5.a"),
    (takeover, SampangAction.APPROVE_TAKEOVER, "VIII.1.c, VIII.5.a"),
    (listing, SampangAction.APPROVE_LISTING, "IX.3"),
    (written_off, SampangAction.APPROVE_WRITE_OFF, "VIII.5.i, the regency's decree"),
]
# What one person may do after what they did themselves, and why.
ONE_PERSON_MAY = {
    Step.FILE: "VI.1: begins",
    Step.WITHDRAW: "the applicant takes it back",
    Step.CHECK_PAPERS: "VI.1, VIII.2.c: the petugas takes the file in and looks for its papers",
    Step.CLOSE_SURVEY: "VI.2.a-b: the minutes tell what the surveyors agreed on",
    Step.APPROVE: "V.1: the meeting decides with the votes of its elements, a member writes it down",
    Step.REFUSE: "V.1: as above",
    Step.POSTPONE: "V.1: as above",
    Step.SIGN_AGREEMENT: "VI.3: signed by Ketua Harian, bank and borrower; the petugas notes it",
    Step.REQUEST_DISBURSEMENT: "VIII.2.c: the petugas asks for what they noted",
    Step.RETURN_REQUEST: "gives back and confirms nothing",
    Step.WITHDRAW_REQUEST: "takes back what one asked for oneself",
    Step.TAKE_OVER: "no step of its own: the approval of a proposal writes it",
    Step.TAKE_BACK: "V.1: the meeting corrects its own decision while it is open",
    SampangAction.CLOSE_MEETING: "V.1: whoever writes the minutes closes them",
    SampangAction.CLOSE_MONTH: "VIII.5.a: closes what others booked; corrections go to the open month",
    SampangAction.OPEN_FUND: "VIII.5.a: one decree, which the books name",
}
_CONFIRMING = ("Memverifikasi", "Menetapkan", "Memutuskan", "Menyetujui", "Menilai", "Menutup")


@pytest.mark.parametrize(
    ("begin", "confirming", "provision"), APART, ids=lambda one: getattr(one, "__name__", str(one))
)
def test_who_began_does_not_confirm_and_another_who_may_does(lending, begin, confirming, provision):
    confirm = begin(lending, lending.one)
    before = lending.office.everything()
    with pytest.raises(SelfApproval, match="harus dua orang"):
        confirm(lending.one)
    assert lending.office.everything() == before
    assert confirming, provision
    confirm(lending.other)
    assert lending.office.everything() != before


def test_one_person_takes_a_file_all_the_way_to_the_request(lending):
    file = lending.file_at(Stage.FILED)
    for name in WAY[Stage.REQUESTED]:
        if name == "approve":
            with lending.database.write() as session:
                lending.approve_elsewhere(session, file)
        else:
            lending.press(name, file, lending.one)
    assert lending.stage(file) is Stage.REQUESTED


def test_who_booked_a_payment_may_approve_the_reversal_that_another_asks_for(lending):
    entry = payment_of(lending, lending.one)
    asked = lending.run(propose_reversal, lending.other, entry, ReversalAsked(reason="salah"), at=LATER)
    assert _approve(lending, lending.one, asked)


def test_every_step_and_every_action_that_confirms_something_stands_in_one_of_the_tables():
    known = {confirming for _, confirming, _ in APART} | ONE_PERSON_MAY.keys()
    assert set(Step) <= known
    actions = (*SampangAction, *OfficeAction)
    assert {one for one in actions if one.label.startswith(_CONFIRMING)} <= known
