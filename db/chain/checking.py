"""The chain as an administrator reads it: walked from end to end, or compared with an end kept elsewhere."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from db.access import authorise
from db.bulk import untold
from db.chain.walking import ChainFound, Head, hash_at, head_of, walk_chain
from domain.programme import Programme
from domain.roles import OfficePermission, Person


def chain_end(session: Session, actor: Person, programme: Programme) -> Head:
    """The end of the chain as it stands, for whoever keeps it elsewhere."""
    authorise(session, actor, programme, OfficePermission.READ_AUDIT)
    return head_of(session)


def check_chain(
    session: Session, actor: Person, programme: Programme, progress: Callable[[float], object] = untold
) -> ChainFound:
    """Walk the whole chain, of all programmes; it is one for the installation."""
    authorise(session, actor, programme, OfficePermission.READ_AUDIT)
    return walk_chain(session, progress)


def is_same_end(session: Session, actor: Person, programme: Programme, kept: Head) -> bool | None:
    """Whether the chain still has an end that somebody kept; None where it is not so long."""
    authorise(session, actor, programme, OfficePermission.READ_AUDIT)
    found = hash_at(session, kept.number)
    return None if found is None else found == kept.hash
