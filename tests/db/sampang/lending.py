"""An office that lends: a fund with money, and files that the pages' own verbs have brought to a stage."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import count

from db.office.people import add_person
from db.sampang.applications.applications import file_application, save_draft
from db.sampang.applications.judgements import record_judgement
from db.sampang.fund.ledger import balances, position_of
from db.sampang.fund.opening_balance import open_fund
from db.sampang.loans.disbursing import (
    disburse,
    request_disbursement,
    return_request,
    withdraw_request,
)
from db.sampang.origination.agreements import sign_agreement
from db.sampang.origination.collateral_register import record_custody
from db.sampang.origination.correcting import take_back_decision
from db.sampang.origination.loan_files import stored_file
from db.sampang.origination.meetings import close_meeting, decide, save_meeting
from db.sampang.origination.screening import check_papers, close_survey, record_finding, withdraw
from db.tables import ApplicationRow, MeetingRow
from domain.closings import ClosingReason
from domain.roles import OfficeRole
from domain.sampang.application import Applicant, BusinessAnswers, Collateral, EarlierLoan, LoanApplication
from domain.sampang.facts import PERFORMANCE, POTENTIAL
from domain.sampang.fund.money_in import OpeningBalance
from domain.sampang.kinds import (
    ApplicantKind,
    CollateralKind,
    CreditHistory,
    LandSituation,
    MaritalStatus,
    Plate,
    Premises,
    PriceLetter,
    Purpose,
)
from domain.sampang.origination.custody import CustodyEntry, CustodyEvent, CustodyLine, Offer, thing_key
from domain.sampang.origination.records import (
    Agreement,
    Aspect,
    Attendee,
    Decision,
    DecisionKind,
    Element,
    Meeting,
    PaymentRequest,
    SurveyFinding,
    SurveyMinutes,
    Vote,
)
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.step_notes import PapersChecked, RequestReturned, Withdrawal
from domain.sampang.papers import PAPERS
from domain.sampang.roles import SampangRole
from tests.db.people import NOW, a_nonce, an_office
from tests.db.stories import Story
from tests.people import held

OPINIONS_OF_BUSINESS = (POTENTIAL.key, PERFORMANCE.key)
DAY = date(2026, 3, 2)
ASKED = 20_000_000
LAND = Collateral(
    kind=CollateralKind.LAND,
    description="SHM 112 Desa Torjun",
    value=30_000_000,
    assessed_by="Camat Torjun",
    owned_by_applicant=True,
    situation=LandSituation.AT_HOME,
    price_letter=PriceLetter.CAMAT,
)
# A three-wheeler, which only the Pokjanis can let in (S-18), worth the land of which the key is named.
THREE_WHEELER = Collateral(
    kind=CollateralKind.VEHICLE,
    description="BPKB Viar",
    value=30_000_000,
    assessed_by="Moh. Hasan",
    owned_by_applicant=True,
    wheels=3,
    year=2022,
    plate=Plate.SAMPANG,
)
AN_OFFER = Offer(thing=thing_key(LAND), replacement=THREE_WHEELER)
LOOKED_FOR = PapersChecked(on=DAY, note="lengkap")
WITHDRAWN = Withdrawal(on=DAY, reason="batal")
RETURNED = RequestReturned(on=DAY, reason="salah rekening")
NO_MORE = ClosingReason(reason="salah rekening")
_people = count(1)
NIK_IN_A_STORY = "3527034507{:06}"  # which a_nik never gives


def a_nik():
    """A NIK that no other file of the tests has."""
    return f"3527034506{next(_people):06}"


def an_eligible_form(amount=ASKED, name=None, **more):
    """A complete usaha kecil (IV.2) that asks 20 million against land worth 30 million."""
    nik = more.pop("nik", None) or a_nik()
    applicant = Applicant(
        kind=ApplicantKind.BUSINESS,
        name=name or f"Kerupuk {nik}",
        contact_name="Siti Aminah",
        nik=nik,
        npwp=more.pop("npwp", None),
        spouse_nik=more.pop("spouse_nik", None),
        marital_status=MaritalStatus.MARRIED,
        district_code="35.27.03",
        village_code="35.27.03.1004",
    )
    answers = BusinessAnswers(
        founded_on=date(2018, 5, 1),
        active_since=date(2018, 5, 1),
        net_assets=120_000_000,
        annual_sales=2_400_000_000,
        has_licence=True,
        premises=Premises.OWN,
        business_arrears=False,
        owner_arrears=False,
        spouse_arrears=False,
    )
    form = LoanApplication(
        applicant=applicant,
        amount=amount,
        term_months=24,
        purpose=Purpose.WORKING_CAPITAL,
        filed_on=date(2026, 2, 16),
        agency_legality=True,
        credit_history=CreditHistory.NONE,
        on_red_list=False,
        earlier=EarlierLoan(borrowed_before=False),
        collateral=(LAND,),
        collateral_complete=True,
        papers={paper.code: True for paper in PAPERS},
        business=answers,
    )
    return replace(form, **more)


FINDING = SurveyFinding(
    surveyor="", element=Element.AGENCY, on=DAY, notes={Aspect.CHARACTER: "jujur"}, character_good=True
)
MINUTES = SurveyMinutes(
    number="BA/1",
    on=DAY,
    character_good=True,
    region_supports=True,
    amount=ASKED,
    term_months=24,
    reason="sesuai keadaan",
)
MEETING = Meeting(
    held_on=DAY, place="Aula", attendees=(Attendee(Element.AGENCY, "H"), Attendee(Element.BANK, "D"))
)
APPROVAL = Decision(
    kind=DecisionKind.APPROVE,
    on=DAY,
    by="",
    reason="layak",
    votes={Element.AGENCY: Vote.AGREES, Element.BANK: Vote.AGREES},
    amount=ASKED,
    term_months=24,
)
POSTPONEMENT = replace(
    APPROVAL, kind=DecisionKind.POSTPONE, reason="belum lengkap", amount=None, term_months=None
)
REFUSAL = replace(POSTPONEMENT, kind=DecisionKind.REFUSE, reason="belum layak", provisions=("IV.2.a",))
AGREEMENT = Agreement(
    number="PK/1",
    signed_on=DAY,
    account_number="0012345678",
    account_holders="Siti Aminah",
    signed_by_lead="H",
    signed_by_bank="D",
)
REQUEST = PaymentRequest(
    number="SPP/1", on=DAY, insurance_policy="POL1", insurance=100_000, notary=200_000, land_check=50_000
)


AGAIN = {"again_because": "nomor atau lembar kedua"}  # every file of the tests bears the same numbers


def custody_entry(event, thing=LAND, on=DAY, **more):
    return CustodyEntry(thing=thing_key(thing), event=event, on=on, number="TT/1", with_whom="N", **more)


def _receive(s, who, file, k):
    return record_custody(s, who, file, CustodyLine(entry=custody_entry(CustodyEvent.RECEIVED)), **k)


def _bind(s, who, file, k):
    line = CustodyLine(entry=custody_entry(CustodyEvent.DEED))
    return record_custody(s, who, file, line, **AGAIN, **k)


def _check_land(s, who, file, k):
    line = CustodyLine(entry=custody_entry(CustodyEvent.LAND_CHECK))
    return record_custody(s, who, file, line, **AGAIN, **k)


def _sign(s, who, file, meeting, k):
    """Sign while the meeting is closed (VI.2.b); it opens again, so that other files are decided at it."""
    row = s.get_one(MeetingRow, meeting)
    before, row.closed_at = row.closed_at, row.closed_at or NOW
    done = sign_agreement(s, who, file, AGREEMENT, **AGAIN, **k)
    row.closed_at = before
    return done


def _file_again(s, who, file, k):
    kept = stored_file(s, who, file)
    form = replace(an_eligible_form(), note="diajukan lagi")
    return file_application(s, who, form, application_id=file, expected_version=kept.version, **k)


# What can be pressed at a file: (session, who, file, meeting, {nonce, at}).
PRESS = {
    "file": lambda s, who, f, _, k: _file_again(s, who, f, k),
    "check_papers": lambda s, who, f, _, k: check_papers(s, who, f, LOOKED_FOR, **k),
    "record_finding": lambda s, who, f, _, k: record_finding(s, who, f, FINDING, **k),
    "close_survey": lambda s, who, f, _, k: close_survey(s, who, f, MINUTES, **AGAIN, **k),
    "approve": lambda s, who, f, m, k: decide(s, who, m, f, APPROVAL, **k),
    "refuse": lambda s, who, f, m, k: decide(s, who, m, f, REFUSAL, **k),
    "postpone": lambda s, who, f, m, k: decide(s, who, m, f, POSTPONEMENT, **k),
    "take_back": lambda s, who, f, m, k: take_back_decision(s, who, m, f, NO_MORE, **k),
    "receive": lambda s, who, f, _, k: _receive(s, who, f, k),
    "bind": lambda s, who, f, _, k: _bind(s, who, f, k),
    "check_land": lambda s, who, f, _, k: _check_land(s, who, f, k),
    "sign_agreement": _sign,
    "request_disbursement": lambda s, who, f, _, k: request_disbursement(s, who, f, REQUEST, **AGAIN, **k),
    "return_request": lambda s, who, f, _, k: return_request(s, who, f, RETURNED, **k),
    "withdraw_request": lambda s, who, f, _, k: withdraw_request(s, who, f, NO_MORE, **k),
    "disburse": lambda s, who, f, _, k: disburse(s, who, f, on=DAY, **k),
    "withdraw": lambda s, who, f, _, k: withdraw(s, who, f, WITHDRAWN, **k),
}
# Who presses it where nothing else is said.
USUALLY = dict.fromkeys(PRESS, SampangRole.OFFICER) | {
    "record_finding": SampangRole.BANK,
    "close_survey": SampangRole.TEAM_MEMBER,
    "approve": SampangRole.TEAM_MEMBER,
    "refuse": SampangRole.TEAM_MEMBER,
    "postpone": SampangRole.TEAM_MEMBER,
    "take_back": SampangRole.TEAM_MEMBER,
    "receive": SampangRole.BANK,
    "return_request": SampangRole.TEAM_LEAD,
    "disburse": SampangRole.TEAM_LEAD,
}
_SURVEYED = ("check_papers", "record_finding", "close_survey")
_AGREED = (*_SURVEYED, "approve", "receive", "bind", "check_land", "sign_agreement")
WAY = {
    Stage.FILED: (),
    Stage.CHECKED: ("check_papers",),
    Stage.SURVEYED: _SURVEYED,
    Stage.POSTPONED: (*_SURVEYED, "postpone"),
    Stage.APPROVED: (*_SURVEYED, "approve"),
    Stage.REFUSED: (*_SURVEYED, "refuse"),
    Stage.AGREED: _AGREED,
    Stage.REQUESTED: (*_AGREED, "request_disbursement"),
    Stage.DISBURSED: (*_AGREED, "request_disbursement", "disburse"),
    Stage.WITHDRAWN: ("withdraw",),
}


class Lending:
    """An office with an opened fund, one open meeting, and a second member, officer and lead."""

    def __init__(self, office, money):
        self.office, self.database, self.people = office, office.database, office.people
        self.officer, self.member, self.lead = office.officer, office.member, office.lead
        self.bank, self.leadership = self.people[SampangRole.BANK], self.people[OfficeRole.LEADERSHIP]
        self.story = Story(self.database)
        # On a server a copy takes as long as these few.
        begun = self.story.step(
            f"lending {money}", lambda: self._begin(money), is_kept=self.database.is_sqlite
        )
        self.other_member, self.other_lead, self.officer_and_lead, self.meeting = begun

    def _begin(self, money):
        roles = {
            "Anggota kedua": (SampangRole.TEAM_MEMBER,),
            "Ketua kedua": (SampangRole.TEAM_LEAD,),
            "Rangkap": (SampangRole.OFFICER, SampangRole.TEAM_LEAD),
        }
        with self.database.write() as session:
            people = [add_person(session, name, held(*some), at=NOW) for name, some in roles.items()]
            meeting = save_meeting(session, self.member, MEETING, nonce=a_nonce(), at=NOW)
            if money:
                balance = OpeningBalance(amount=money, on=date(2026, 1, 2), decree="SK Bupati 1/2026")
                open_fund(session, self.lead, balance, nonce=a_nonce(), at=NOW)
        return *people, meeting

    def run(self, verb, who, *what, nonce=None, at=NOW, **more):
        """Press one button in a transaction of its own."""
        with self.database.write() as session:
            return verb(session, who, *what, nonce=nonce or a_nonce(), at=at, **more)

    def press(self, name, file, who=None, nonce=None):
        """Press a button of PRESS in a transaction of its own, as who usually does."""
        with self.database.write() as session:
            return self.press_in(session, name, file, who, nonce)

    def press_in(self, session, name, file, who=None, nonce=None, meeting=None):
        who, keys = who or self.people[USUALLY[name]], {"nonce": nonce or a_nonce(), "at": NOW}
        return PRESS[name](session, who, file, meeting or self.meeting, keys)

    def approve_elsewhere(self, session, file):
        """Approve a file at a meeting of its own, which closes, so that it can go on to its agreement."""
        meeting = save_meeting(session, self.member, MEETING, nonce=a_nonce(), at=NOW)
        self.press_in(session, "approve", file, meeting=meeting)
        close_meeting(session, self.member, meeting, at=NOW)

    def file_at(self, stage, form=None, **more):
        """Give the number of a new file that has come to a stage, all in one transaction."""
        if form is None and self.story.goes_on():
            more.setdefault("nik", NIK_IN_A_STORY.format(self.story.steps))  # the same in every test
        form = form or an_eligible_form(**more)
        actors = [self.officer.id, self.member.id, self.meeting, *(one.id for one in self.people.values())]
        return self.story.step(f"{stage} {form} {actors}", lambda: self._file_at(stage, form))

    def _file_at(self, stage, form):
        enter = save_draft if stage is Stage.DRAFT else file_application
        with self.database.write() as session:
            file = enter(session, self.officer, form, nonce=a_nonce(), at=NOW, **AGAIN).id
            for question in OPINIONS_OF_BUSINESS:
                told = {"answer": True, "on": DAY, "reason": "survei"}
                record_judgement(session, self.member, file, question, **told, nonce=a_nonce(), at=NOW)
            for name in WAY.get(stage, ()):
                if name == "approve":
                    self.approve_elsewhere(session, file)
                else:
                    self.press_in(session, name, file)
        return file

    def ask(self, verb, who, *what, **more):
        """Read something."""
        with self.database.read() as session:
            return verb(session, who, *what, **more)

    def seen(self, file):
        return self.ask(stored_file, self.officer, file)

    def stage(self, file):
        with self.database.read() as session:
            return Stage(session.get_one(ApplicationRow, file).status)

    def position(self):
        with self.database.read() as session:
            return position_of(session)

    def balances(self):
        """The accounts that are not empty, by their keys."""
        with self.database.read() as session:
            return {str(account): amount for account, amount in balances(session).items() if amount}


@contextmanager
def a_lending_office(url, money=100_000_000):
    with an_office(url) as office:
        yield Lending(office, money)
