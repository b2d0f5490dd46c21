"""What the personas of Blitar have done so far, through the same verbs that the pages use."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from demo.blitar.accounting import Accounting
from demo.blitar.areas import Areas
from demo.blitar.candidates import demo_candidates
from demo.blitar.care_given import Care
from demo.blitar.days import days_of
from demo.blitar.demo_clients import demo_clients
from demo.blitar.guidance import Guidance
from demo.blitar.plans import Planning
from demo.blitar.referring import Referring
from demo.blitar.selection import Selection
from demo.blitar.staffing import Staffing
from demo.blitar.store import BlitarOffice
from demo.blitar.upgrading import Upgrading
from demo.blitar.visiting import Visiting
from demo.blitar.year_of_visits import demo_year
from demo.clock import Act, Clock
from domain.roles import Person


def blitar_acts(session: Session, people: Mapping[str, Person], clock: Clock, today: date) -> tuple[Act, ...]:
    """Everything that is done in Blitar up to a day, each with its moment, in the order of time."""
    office, days = BlitarOffice(session, people, clock), days_of(today)
    candidates, clients = demo_candidates(days), demo_clients(days)
    year = demo_year(days, clients)
    parts = (
        Staffing(office, days, candidates),
        Selection(office, days, candidates),
        Areas(office, days),
        Guidance(office, days),
        Care(office, days, clients),
        Planning(office, days),
        Visiting(office, days, year),
        Upgrading(office, days),
        Referring(office, days),
        Accounting(office, days, year),
    )
    acts = [act for part in parts for act in part.acts()]
    return tuple(sorted(acts, key=lambda act: act.at))
