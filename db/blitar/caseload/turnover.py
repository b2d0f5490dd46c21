"""The turnover of all open binaan now, from the kept numbers (Pasal 2 ayat (2) huruf i)."""

from collections import Counter

from sqlalchemy.orm import Session

from db.blitar.caseload.month_sales import SALES_CHANGE, SALES_CLIENTS
from db.blitar.counted_now import counted_now
from domain.blitar.caseload.progress import Movement
from domain.blitar.caseload.turnover import Turnover


def turnover_now(session: Session, businesses: int) -> Turnover:
    """Where it went, for the store, which has asked who may; `businesses` are all open usaha mikro."""
    clients, change = _by_movement(session, SALES_CLIENTS), _by_movement(session, SALES_CHANGE)
    return Turnover(clients=clients, change=change, businesses=businesses)


def _by_movement(session: Session, what: str) -> Counter[Movement]:
    found: Counter[Movement] = Counter()
    for (movement, _), n in counted_now(session, what).items():
        found[Movement(movement)] += n
    return found
