"""What the mentoring costs for each binaan and visit, from the office's own figures and the kept counts."""

from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.month_counts import counts_of, days_counted
from domain.blitar.costs import Costs, budget_on, spent_on
from domain.blitar.programme import BLITAR
from domain.blitar.visiting.visit import COUNTED
from domain.regulation.law_in_force import LawInForce
from domain.roles import OfficePermission, Person


def costs(session: Session, actor: Person, law: LawInForce) -> Costs:
    """The costs of the year of the law's day, as far as the office has entered them."""
    authorise(session, actor, BLITAR, OfficePermission.READ_SUMMARY)
    budget, spent = budget_on(law), spent_on(law)
    if spent is None:
        return Costs(budget=budget, spent=None)
    counted = days_counted(session, spent.on.replace(month=1, day=1), spent.on)
    mentored = counts_of(session, spent.on, upto=["member"]).get("member", {})
    return Costs(
        budget=budget,
        spent=spent,
        clients=sum(mentored.values()),
        visits=sum(count for (_, state), count in counted.items() if state in COUNTED),
    )
