"""The red list: who can be put on it or taken off, and what it means for a new application (IX.3, S-38)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.dates import indonesian_date
from domain.sampang.hindrance import Hindrance
from domain.sampang.servicing.collecting import RED_LIST
from domain.sampang.servicing.next_step import WAITING, Outlook
from domain.sampang.servicing.reasons import Reason, Stance, Step


@dataclass(frozen=True, slots=True)
class RedListFinding:
    """A standing entry of the red list that may be of an application's people, and in what it is alike.

    A like name alone is a hint, not a certainty.
    """

    number: str
    name: str
    since: date
    alike_in: tuple[str, ...]
    is_certain: bool

    @property
    def told(self) -> str:
        """The finding in a sentence."""
        like = ", ".join(self.alike_in)
        doubt = "" if self.is_certain else "; belum tentu orang yang sama"
        since = indonesian_date(self.since)
        return f"Tercatat di daftar merah sejak {since}: {self.name} ({self.number}), {like}{doubt}."


def contradicts(findings: tuple[RedListFinding, ...], typed: bool | None) -> bool:
    """Whether the register is certain of what the answer denies, or leaves open; a person settles it."""
    return typed is not True and any(one.is_certain for one in findings)


def told_conditions(outlook: Outlook) -> tuple[str, ...]:
    """What the conditions came to, each with its source."""
    return tuple(f"{one.told} ({one.source})" for one in _reasons(outlook))


def hindrances_to_listing(outlook: Outlook, *, proposed: bool = False) -> Iterator[Hindrance]:
    """What keeps a borrower off the red list; of a `proposed` one, what came since."""
    reasons = _reasons(outlook)
    if not reasons:
        yield Hindrance(f"Tidak dapat masuk daftar merah: {outlook.told}", RED_LIST)
    if (found := outlook.of(Step.RED_LIST)) and found.stance is Stance.DONE:
        yield Hindrance(f"Tidak perlu lagi. {reasons[0].told}", RED_LIST)
    for one in reasons:
        if one.holds is not True and not (proposed and one.told == WAITING):
            yield Hindrance(one.told, one.place)


def hindrances_to_lifting(
    since: date | None, on: date, today: date, *, is_lifted: bool
) -> Iterator[Hindrance]:
    """What keeps an entry from being lifted: it does not stand, or its day cannot be."""
    if since is None or is_lifted:
        yield Hindrance("Catatan ini tidak (lagi) berlaku, jadi tidak ada yang dicabut.", RED_LIST)
    elif not since <= on <= today:
        first = indonesian_date(since)
        yield Hindrance(f"Tanggal pencabutan harus antara {first} dan hari ini.", RED_LIST)


def _reasons(outlook: Outlook) -> tuple[Reason, ...]:
    found = outlook.of(Step.RED_LIST)
    return found.reasons if found else ()
