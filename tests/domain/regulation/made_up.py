"""A tiny made-up regulation: a bicycle shed that lends bicycles against a deposit."""

from datetime import date
from enum import StrEnum

from domain.regulation.case import Case, FactValue
from domain.regulation.expressions import (
    Amount,
    AmountFact,
    ChoiceFact,
    Condition,
    Legal,
    Total,
    TruthFact,
    by_reading,
)
from domain.regulation.fact import Adjustment, Teller
from domain.regulation.interpretations import Doubt, Ender, Interpretation
from domain.regulation.law_in_force import LawInForce, Practice
from domain.regulation.parameter import DatedValue, Parameter, Unit, values_on
from domain.regulation.rules import Limit, Regulation, Rule, RuleKind
from domain.regulation.sources import Citation, Instrument, OfficeDecision

SHED_LAW = Instrument(
    key="shed", name="Aturan Gudang 1/2020", title="Sepeda", in_force_since=date(2020, 1, 1)
)
LATER_LAW = Instrument(
    key="shed-2", name="Aturan Gudang 2/2024", title="Sepeda", in_force_since=date(2024, 7, 1)
)
PLACE = Citation(SHED_LAW, "Pasal 1", "Ps 1")
NEW_PLACE = Citation(LATER_LAW, "Pasal 2", "Ps 2")


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"
    BLUE = "blue"


MEMBER = TruthFact(
    key="member", holds="anggota", fails="bukan anggota", question="Apakah anggota?", remedy="daftar dahulu"
)
BANNED = TruthFact(
    key="banned", holds="dilarang", fails="tidak dilarang", question="Apakah dilarang?", remedy="minta izin"
)
TRUSTED = TruthFact(
    key="trusted",
    teller=Teller.TEAM,
    holds="dipercaya",
    fails="tidak dipercaya",
    question="Apakah dipercaya?",
)
COLOUR = ChoiceFact(key="colour", label="warna", choices=Colour, question="Apa warnanya?", remedy="cat ulang")
DEPOSIT = AmountFact(
    key="deposit",
    label="uang jaminan",
    unit=Unit.RUPIAH,
    question="Berapa uang jaminan?",
    adjustment=Adjustment(up="tambah jaminan menjadi {}"),
)
PRICE = AmountFact(
    key="price",
    label="harga sepeda",
    unit=Unit.RUPIAH,
    question="Berapa harganya?",
    adjustment=Adjustment(down="pilih sepeda seharga {}"),
)
WORTH = AmountFact(key="worth", label="nilai", unit=Unit.RUPIAH, question="Berapa nilainya?", of_item=True)
SOUND = TruthFact(key="sound", holds="utuh", fails="rusak", question="Apakah utuh?", of_item=True)
PLEDGED = Total(WORTH, SOUND, "nilai barang utuh")

SHARE = Parameter(
    key="share",
    label="bagian jaminan",
    unit=Unit.PERCENT,
    history=(DatedValue(date(2020, 1, 1), 40, PLACE), DatedValue(date(2024, 7, 1), 50, NEW_PLACE)),
)
DAYS = Parameter(
    key="days",
    label="hari pinjam",
    unit=Unit.DAYS,
    history=(DatedValue(date(2020, 1, 1), 7, OfficeDecision("bawaan")),),
    office_setting=True,
    largest=30,
)
FEE = Parameter(key="fee", label="biaya", unit=Unit.RUPIAH, history=(), office_setting=True)
PARAMETERS = {entry.key: entry for entry in (SHARE, DAYS, FEE)}

QUESTION = Interpretation(
    id="T-01",
    question="Siapa boleh meminjam?",
    places=(PLACE,),
    readings=(("A", "Anggota saja."), ("B", "Siapa saja yang tidak dilarang.")),
    default="A",
    reason="Bunyinya begitu.",
    doubt=Doubt.OPEN_NORM,
    ended_by=Ender.OFFICE,
    rules=("who",),
    computed=("A", "B"),
)

WHO = Rule(
    id="who", title="Peminjam", citations=(PLACE,), condition=by_reading(QUESTION, A=MEMBER, B=~BANNED)
)
COVER = Rule(
    id="cover",
    title="Jaminan",
    citations=(PLACE,),
    condition=(DEPOSIT + PLEDGED).times(100) >= PRICE.times(Legal(SHARE)),
)
TRUST = Rule(id="trust", title="Kepercayaan", citations=(PLACE,), kind=RuleKind.JUDGEMENT, condition=TRUSTED)
FIRST = Rule(
    id="first",
    title="Didahulukan",
    citations=(PLACE,),
    kind=RuleKind.PRIORITY,
    condition=COLOUR.among(Colour.RED),
)
SHED = Regulation(
    key="shed",
    name="Gudang sepeda",
    instrument=SHED_LAW,
    rules_by_kind={"person": (FIRST, WHO, COVER, TRUST)},
    limits_by_kind={
        "person": (
            Limit(id="cover", title="jaminan", citations=(PLACE,), amount=DEPOSIT.times(100, Legal(SHARE))),
        )
    },
    item_rules=(),
    parameters=PARAMETERS,
    interpretations={QUESTION.id: QUESTION},
)
DAY = date(2024, 7, 1)


def shed_law(day: date = DAY, practice: Practice | None = None) -> LawInForce:
    return LawInForce(SHED, day, practice or Practice())


def case(*items: dict[str, FactValue], on: date = DAY, **facts: FactValue) -> Case:
    return Case(facts, items, values_on(PARAMETERS, on))


class Fixed(Condition):
    """A condition with a given outcome."""

    def __init__(self, outcome: object) -> None:
        self.outcome = outcome

    def truth(self, case: Case) -> object:  # type: ignore[override]
        return self.outcome


class Between(Amount):
    """An amount with given bounds."""

    def __init__(self, low: int, high: int) -> None:
        self.bounds = (low, high)

    def interval(self, case: Case) -> tuple[int, int]:
        return self.bounds
