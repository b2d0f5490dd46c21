"""Loans that a row may mean although it does not name one: near in name, number, amount and day."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from typing import Final

from domain.same_letters import same_form
from domain.sampang.bank_file.bank_rows import BankRow
from domain.sampang.fund.loan_course import money_from

MOST_CANDIDATES: Final = 5
# Words that many names share say nothing about whose name it is.
_COMMON_WORDS: Final = frozenset(
    (
        "ud",
        "cv",
        "pt",
        "toko",
        "usaha",
        "bapak",
        "pak",
        "ibu",
        "bu",
        "h",
        "hj",
        "haji",
        "hajah",
        "sdr",
        "sdri",
    )
    + ("saudara", "koperasi", "ksu", "kud", "almarhum", "alm")
)
_MOST_SHARING: Final = 200
_CLOSE: Final = 0.8
_NO_SIGNS: Final = re.compile(r"[\W_]+")
_LEAST_PREFIX: Final = 8
_DAYS_NEAR: Final = 10
_NAME, _NUMBER, _AMOUNT, _DAY = 4, 3, 2, 1
# A name alone is enough; a number a sign off is that of many loans, and needs one thing more.
_LEAST_POINTS: Final = 4


@dataclass(frozen=True, slots=True)
class KnownLoan:
    """A loan as rows are held against it, in rupiah: what is left of it, and its next instalment.

    `names` are those of the business and of the person behind it; `next_due` is None once it is paid off, and
    for a claim that stays after a write-off. It runs again since `opened_again_on` if its settlement or
    write-off was taken back.
    """

    id: int
    number: str
    names: tuple[str, ...]
    disbursed_on: date
    left: int
    instalment: int
    next_due: date | None
    taken_over_on: date | None = None
    is_written_off: bool = False
    opened_again_on: date | None = None

    @property
    def money_from(self) -> date:
        """The first day on which its money counts."""
        return money_from(self.disbursed_on, self.taken_over_on)

    @property
    def told(self) -> str:
        """The loan in a sentence."""
        return f"{self.number} {self.names[0]}"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A loan that a row may mean, and in what it is near."""

    loan_id: int
    points: int
    why: str


class NearLoans:
    """The loans by the words of their names and by the forms of their numbers."""

    def __init__(self, loans: Iterable[KnownLoan]) -> None:
        self._loans = {one.id: one for one in loans}

    def __getitem__(self, loan_id: int) -> KnownLoan:
        return self._loans[loan_id]

    def by_number(self, number: str) -> KnownLoan | None:
        """The loan of a number, whatever its case, blanks and punctuation (O-28)."""
        form = number_form(number)
        return self._by_number.get(form) if form else None

    # Made when somebody asks for them: a file whose rows all name their loans needs neither names nor gaps.
    @cached_property
    def _by_number(self) -> Mapping[str, KnownLoan]:
        return {number_form(one.number): one for one in self._loans.values()}

    @cached_property
    def _by_word(self) -> Mapping[str, list[KnownLoan]]:
        found: dict[str, list[KnownLoan]] = defaultdict(list)
        for one in self._loans.values():
            for word in {word for name in one.names for word in _words(name)}:
                found[word].append(one)
        return found

    @cached_property
    def _by_gap(self) -> Mapping[str, list[KnownLoan]]:
        found: dict[str, list[KnownLoan]] = defaultdict(list)
        for known, loan in self._by_number.items():
            for gap in _with_gaps(known):
                found[gap].append(loan)
        return found

    def candidates(self, row: BankRow) -> tuple[Candidate, ...]:
        """The loans that a row may mean, the nearest first."""
        found = {one.id: one for one in (*self._named(row.name), *self._numbered(row.number))}
        told = (self._candidate(row, one) for one in found.values())
        near = [one for one in told if one.points >= _LEAST_POINTS]
        ranked = sorted(near, key=lambda one: (-one.points, self._loans[one.loan_id].number))
        return tuple(ranked[:MOST_CANDIDATES])

    def _candidate(self, row: BankRow, loan: KnownLoan) -> Candidate:
        points, why = 0, []
        for is_near, worth, told in _nearness(row, loan):
            points += worth * is_near
            why += [told] if is_near else []
        return Candidate(loan.id, points, ", ".join(why))

    def _named(self, name: str) -> Iterator[KnownLoan]:
        for word in _words(name):
            sharing = self._by_word.get(word, [])
            yield from sharing if len(sharing) <= _MOST_SHARING else ()

    def _numbered(self, number: str) -> Iterator[KnownLoan]:
        form = number_form(number)
        for gap in _with_gaps(form) if form else ():
            yield from self._by_gap.get(gap, ())


def number_form(number: str) -> str:
    """A loan's number without case, blanks and punctuation (O-28)."""
    return _NO_SIGNS.sub("", number.casefold())


def same_name(one: str, other: str) -> bool:
    """Whether two names are near: the same words, one cut short, or a few letters apart."""
    return one.casefold() == other.casefold() or _is_near(same_form(one), same_form(other))


def _nearness(row: BankRow, loan: KnownLoan) -> Iterator[tuple[bool, int, str]]:
    yield any(same_name(row.name, name) for name in loan.names), _NAME, "nama sama atau mirip"
    ours, theirs = number_form(loan.number), number_form(row.number)
    yield bool(theirs) and _is_one_sign_off(ours, theirs), _NUMBER, "nomor hampir sama"
    yield row.amount in (loan.instalment, loan.left), _AMOUNT, "jumlah sama dengan angsurannya"
    on, due = row.on, loan.next_due
    near = on is not None and due is not None and abs((on - due).days) <= _DAYS_NEAR
    yield near, _DAY, "dekat jatuh temponya"


@lru_cache(maxsize=1 << 13)
def _is_near(one: str, other: str) -> bool:
    words, others = _plain_words(one), _plain_words(other)
    if not words or not others:
        return bool(one) and one == other
    if set(words) <= set(others) or set(others) <= set(words):
        return True
    text, told = "".join(words), "".join(others)
    short, long = sorted((text, told), key=len)
    if len(short) >= _LEAST_PREFIX and long.startswith(short):
        return True
    return SequenceMatcher(None, text, told).ratio() >= _CLOSE


def _words(name: str) -> Sequence[str]:
    return _plain_words(same_form(name))


def _plain_words(form: str) -> Sequence[str]:
    return [word for word in form.split() if word not in _COMMON_WORDS]


def _is_one_sign_off(one: str, other: str) -> bool:
    return bool(set(_with_gaps(one)) & set(_with_gaps(other)))


def _with_gaps(form: str) -> Iterator[str]:
    """A number as it stands and with each of its signs left out: two that share one are a sign apart."""
    yield form
    for place in range(len(form)):
        yield form[:place] + form[place + 1 :]
