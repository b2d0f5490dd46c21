"""People with roles, for tests that only ask what somebody with these roles may do."""

from itertools import chain

from domain.programmes import PROGRAMMES
from domain.roles import Held, OfficeRole, Person

ROLES = (*chain.from_iterable(one.own_roles for one in PROGRAMMES), *OfficeRole)


def held(*roles, in_programmes=PROGRAMMES):
    """The roles as held in each programme that has them; those of the office in every one."""
    return frozenset(Held(one.key, role) for one in in_programmes for role in roles if role in one.roles)


EVERYTHING = held(*ROLES)


def someone(*roles, in_programmes=PROGRAMMES):
    return Person(1, "Contoh", held(*roles, in_programmes=in_programmes))
