"""Draws the usual applications of Sampang, complete and fully answered."""

from dataclasses import replace
from datetime import date
from random import Random
from typing import Final

from demo.chance import Deck, generous_value, some_amount
from demo.people import Population
from demo.sampang.answers import business_answers, cooperative_answers
from demo.sampang.complete import Request, body, business
from demo.sampang.pledges import some_collateral, some_land
from demo.sampang.sampang_trades import BODY_NAMES, MANDANGIN, SAMPANG, Signboards, trade_in
from domain.regions.regions import SAMPANG_REGENCY as REGENCY
from domain.regions.regions import districts, villages
from domain.sampang.application import CooperativeAnswers, GroupAnswers, LoanApplication
from domain.sampang.kinds import ApplicantKind, CooperativeLevel

# 36, 24 and 12 months for 60, 25 and 15 of a hundred loans.
_TERMS: Final = (36,) * 12 + (24,) * 5 + (12,) * 3
# Rp5 to 50 million, most of them 10 to 20.
_LOANS: Final = tuple(
    500_000 * halves
    for halves in (12, 15, 16, 20, 20, 24, 25, 30, 30, 30, 35, 36, 40, 40, 45, 50, 50, 60, 70, 80, 90, 100)
)
_WITH_NPWP: Final = 0.25  # the new NPWP of a person is the NIK
_BODY_PLAN: Final = "Menyalurkan pinjaman modal kerja kepada anggota"


class Sampang:
    """Draws applicants, one after the other; the same seed gives the same ones."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self._terms = Deck(chance, _TERMS)
        self._loans = Deck(chance, _LOANS)
        self._districts = Deck(chance, [district.code for district in districts(REGENCY.code)])
        self._body_names = Deck(chance, BODY_NAMES)
        self._people = Population(chance)
        self._signboards = Signboards(chance)

    def micro(self, filed_on: date) -> LoanApplication:
        """Draw a micro business by either law on sizes, with a licence and a loan below Rp5 million."""
        amount = self.chance.randrange(2_000_000, 5_000_000, 500_000)
        return self._business(filed_on, amount, assets=(8, 45), sales=(40, 280))

    def small(self, filed_on: date) -> LoanApplication:
        """Draw a business that is small by UU 20/2008 and by PP 7/2021 alike."""
        return self._business(filed_on, self._loans.deal(), assets=(90, 480), sales=(2_050, 2_450))

    def small_of_a_couple(self, filed_on: date) -> LoanApplication:
        """Draw a small business whose owner is married."""
        while not (made := self.small(filed_on)).applicant.spouse_nik:
            pass
        return made

    def medium(self, filed_on: date) -> LoanApplication:
        """Draw a business that is medium-sized by either law."""
        amount = some_amount(self.chance, 40_000_000, 90_000_000, 50_000_000)
        return self._business(filed_on, amount, assets=(2_000, 8_000), sales=(16_000, 30_000))

    def small_then_micro_now(self, filed_on: date) -> LoanApplication:
        """Draw a business that UU 20/2008 calls small and PP 7/2021 micro, as most in Sampang."""
        return self._business(filed_on, self._loans.deal(), assets=(60, 400), sales=(320, 1_700))

    def cooperative(self, filed_on: date) -> LoanApplication:
        """Draw a primary koperasi."""
        chance = self.chance
        answers = cooperative_answers(
            filed_on, incorporated_on=self._founded(), board_size=chance.choice((3, 5, 7))
        )
        amount = some_amount(chance, 20_000_000, 100_000_000, 50_000_000, 5_000_000)
        request = self._bodys_request(filed_on, amount)
        word = chance.choice(("Koperasi Simpan Pinjam", "Koperasi Serba Usaha", "Koperasi Wanita"))
        return self._body(ApplicantKind.COOPERATIVE, word, answers, request)

    def secondary_cooperative(self, filed_on: date) -> LoanApplication:
        """Draw a secondary koperasi."""
        made = self.cooperative(filed_on)
        return replace(
            made,
            applicant=replace(made.applicant, name=f"Pusat Koperasi {self._body_names.deal()}"),
            cooperative=replace(made.cooperative, level=CooperativeLevel.SECONDARY, senkuko=True),
        )

    def functional_cooperative(self, filed_on: date) -> LoanApplication:
        """Draw a koperasi of employees, with the letter of its secondary koperasi and collateral too."""
        made = self.cooperative(filed_on)
        return replace(
            made,
            applicant=replace(made.applicant, name=f"Koperasi Pegawai {self._body_names.deal()}"),
            cooperative=replace(made.cooperative, functional=True, secondary_recommendation=True),
        )

    def microfinance(self, filed_on: date) -> LoanApplication:
        """Draw an LKM."""
        return self._group(ApplicantKind.MICROFINANCE, "LKM", filed_on)

    def cluster(self, filed_on: date) -> LoanApplication:
        """Draw a Sentra."""
        return self._group(ApplicantKind.CLUSTER, "Sentra UKM", filed_on)

    def _group(self, kind: ApplicantKind, word: str, filed_on: date) -> LoanApplication:
        answers = GroupAnswers(statutes_approved=True, registered_members=self.chance.randint(22, 60))
        amount = some_amount(self.chance, 15_000_000, 60_000_000, 30_000_000, 5_000_000)
        request = self._bodys_request(filed_on, amount)
        return self._body(kind, word, answers, request)

    def _founded(self) -> date:
        # Before PP 7/2021, so that it measures the business by its sales.
        return date(self.chance.randint(2006, 2020), self.chance.randint(1, 12), self.chance.randint(1, 28))

    def _business(
        self, filed_on: date, amount: int, *, assets: tuple[int, int], sales: tuple[int, int]
    ) -> LoanApplication:
        # Assets and sales are between so many million rupiah.
        chance = self.chance
        answers = business_answers(
            chance.randint(*assets) * 10**6, chance.randint(*sales) * 10**6, self._founded()
        )
        district_code = self._districts.deal()
        trade = trade_in(chance, district_code)
        owner = self._people.owner(district_code)
        collateral = (some_collateral(chance, amount, filed_on),)
        request = Request(filed_on, amount, self._terms.deal(), collateral, trade.plan)
        made = business(owner, self._signboards.name(trade), self._village(district_code), answers, request)
        has_npwp = chance.random() < _WITH_NPWP
        return replace(made, applicant=replace(made.applicant, npwp=owner.person.nik if has_npwp else None))

    def _bodys_request(self, filed_on: date, amount: int) -> Request:
        pledged = some_land(self.chance, generous_value(self.chance, amount))
        return Request(filed_on, amount, self._terms.deal(), (pledged,), _BODY_PLAN)

    def _body(
        self, kind: ApplicantKind, word: str, answers: CooperativeAnswers | GroupAnswers, request: Request
    ) -> LoanApplication:
        district_code = self._districts.deal()
        chair = self._people.someone(district_code, woman=word.endswith("Wanita"))
        name = f"{word} {self._body_names.deal()}"
        return body(kind, chair, name, self._village(district_code), answers, request)

    def _village(self, district_code: str) -> str:
        if district_code == SAMPANG and self.chance.random() < 0.3:
            return MANDANGIN
        return self.chance.choice(villages(district_code)).code
