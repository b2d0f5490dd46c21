"""A regency's programme as everything else of the house knows it: its key, law, roles and who may do what."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from domain.regions.regions import Regency
from domain.regulation.law_in_force import LawInForce, Practice
from domain.regulation.rules import Regulation
from domain.roles import OFFICE_ASKS_AGAIN, Grant, OfficeRole, Permission, Person, Role

_NOBODY = Grant(frozenset())


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Programme:
    """One regency's programme; what the other rooms add to it stands in their folders of the same key.

    `law_on` gives the regulation of a day as the office practises it, `grants` which roles carry each
    permission and by which provision. `versions` is the regulation and what a release made of it since, from
    the oldest to the newest; empty where later instruments are not entered on screen. `kept_rules` are the
    ids of rules that screens and papers name one by one, so that only a release can take them out. `heads`
    are its roles that one administrator proposes and another approves; `asks_again` the permissions for which
    a person has to have signed in recently, beside those of every office.
    """

    key: str
    name: str
    regency: Regency
    law_on: Callable[[date, Practice], LawInForce]
    own_roles: type[Role]
    grants: Mapping[Permission, Grant]
    versions: Callable[[], tuple[Regulation, ...]] = tuple
    kept_rules: Callable[[], frozenset[str]] = frozenset
    heads: frozenset[Role] = frozenset()
    asks_again: frozenset[Permission] = frozenset()

    @property
    def roles(self) -> tuple[Role, ...]:
        """Every role that a person can hold in the programme, its own first."""
        return (*self.own_roles, *OfficeRole)

    def role(self, value: str) -> Role | None:
        """The role of a stored value; None for one that the programme does not have."""
        return next((role for role in self.roles if role == value), None)

    def carriers(self, *permissions: Permission) -> tuple[Role, ...]:
        """The roles that carry one of the permissions, in the programme's order."""
        carrying = frozenset(chain.from_iterable(self._grant(each).roles for each in permissions))
        return tuple(role for role in self.roles if role in carrying)

    def needs_two(self, role: Role) -> bool:
        """Whether a role is given by two people: a head's, the leadership's and the administrator's."""
        return role in self.heads or isinstance(role, OfficeRole)

    def weighs(self, permission: Permission) -> bool:
        """Whether what a permission lets do needs a recent sign-in."""
        return permission in self.asks_again or permission in OFFICE_ASKS_AGAIN

    def _grant(self, permission: Permission) -> Grant:
        return self.grants.get(permission, _NOBODY)


class NotAllowed(Exception):  # noqa: N818 -- a refusal, not a fault of the program
    """A person tried what their roles do not carry; `sentence` tells them so in Indonesian."""

    def __init__(self, permission: Permission, programme: Programme, person: Person | None = None) -> None:
        """Build the sentence: what, why, and who may."""
        self.permission, self.programme = permission, programme
        self.sentence = "".join(_refusal(permission, programme, person))
        super().__init__(self.sentence)


def may(person: Person | None, permission: Permission, programme: Programme) -> bool:
    """Tell whether a role that the person holds in the programme carries the permission."""
    if person is None:
        return False
    return not person.roles_in(programme.key).isdisjoint(programme.carriers(permission))


def require(person: Person | None, permission: Permission, programme: Programme) -> None:
    """Raise NotAllowed unless a role that the person holds in the programme carries the permission."""
    if not may(person, permission, programme):
        raise NotAllowed(permission, programme, person)


def _refusal(permission: Permission, programme: Programme, person: Person | None) -> Iterator[str]:
    roles = person.roles_in(programme.key) if person else frozenset()
    in_order = tuple(role for role in programme.roles if role in roles)
    own = f"peran Anda {listed(in_order, 'dan')}" if in_order else "Anda belum punya peran"
    yield f"Anda tidak berwenang {permission.label}: {own} pada {programme.name}, sedangkan yang berwenang "
    yield f"adalah {listed(programme.carriers(permission), 'atau')}. Mintalah kepada yang berwenang, atau "
    yield "hubungi administrator bila peran Anda keliru."


def listed(roles: tuple[Role, ...], last: str = "atau") -> str:
    """Roles in words: "anggota Pokjanis, Ketua Harian atau Bank Jatim"."""
    labels = [role.label for role in roles]
    return f" {last} ".join(filter(None, [", ".join(labels[:-1]), *labels[-1:]]))
