"""Who people are: the roles that a person holds, each in one programme, and what a role may be allowed.

What a programme's own roles are and may do stands with the programme, in `domain/<programme>/roles.py`.
"""

from dataclasses import dataclass, field
from typing import Final

from domain.labelled import Labelled
from domain.regulation.sources import Citation


class Role(Labelled):
    """A part that a person plays in a programme; the label is its name within a sentence."""


class OfficeRole(Role):
    """The roles that every programme has beside its own."""

    LEADERSHIP = "leadership", "pimpinan"
    ADMINISTRATOR = "administrator", "administrator"


class Permission(Labelled):
    """One thing that a person may or may not do; the label follows "Anda tidak berwenang"."""


class OfficePermission(Permission):
    """What every programme asks for, and gives to roles of its own choosing."""

    READ_LEGAL_BASIS = "read_legal_basis", "membaca dasar hukum"
    PROPOSE_SETTINGS = "propose_settings", "mengusulkan perubahan pengaturan"
    APPROVE_SETTINGS = "approve_settings", "menyetujui perubahan pengaturan"
    READ_SUMMARY = "read_summary", "membaca ringkasan pimpinan"
    SIMULATE_POLICY = "simulate_policy", "menyimulasikan kebijakan"
    LOAD_BOUNDARIES = "load_boundaries", "memuat batas wilayah resmi"
    KEEP_LAW_TEXTS = "keep_law_texts", "memuat salinan peraturan"
    READ_AUDIT = "read_audit", "membaca jejak perubahan"
    READ_OWN_RECORD = "read_own_record", "menyusun catatan diri seseorang"
    PROPOSE_ERASURE = "propose_erasure", "mengusulkan penghapusan data pribadi"
    APPROVE_ERASURE = "approve_erasure", "menyetujui penghapusan data pribadi"
    START_DEMO_OVER = "start_demo_over", "mengembalikan data contoh"
    MANAGE_PEOPLE = "manage_people", "mengelola pengguna dan perannya"


# What weighs so much that whoever does it has just shown who they are; a programme adds its money.
OFFICE_ASKS_AGAIN: Final[frozenset[Permission]] = frozenset(
    {OfficePermission.APPROVE_SETTINGS, OfficePermission.MANAGE_PEOPLE, OfficePermission.APPROVE_ERASURE}
)


@dataclass(frozen=True, slots=True)
class Grant:
    """Which roles carry a permission, and the provisions that give it to them; the office's own has none."""

    roles: frozenset[Role]
    places: tuple[Citation, ...] = ()


def granted(*roles: Role, by: tuple[Citation, ...] = ()) -> Grant:
    """A grant to these roles by these provisions."""
    return Grant(frozenset(roles), by)


@dataclass(frozen=True, slots=True)
class Held:
    """A role that a person holds in one programme, named by its key."""

    programme: str
    role: Role


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who is signed in, with the roles held in each programme.

    `entry` is the number of the sign-in through which they came; a persona of the demo has none.
    """

    id: int
    name: str
    held: frozenset[Held]
    entry: int | None = field(default=None, compare=False)

    @property
    def roles(self) -> frozenset[Role]:
        """Every role, in whichever programme."""
        return frozenset(each.role for each in self.held)

    def roles_in(self, programme: str) -> frozenset[Role]:
        """The roles held in one programme."""
        return frozenset(each.role for each in self.held if each.programme == programme)
