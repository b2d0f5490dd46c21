"""Whether the applicant has had credit of the kind that IV.2.e, IV.3.e and IV.4.e ask about (S-30)."""

from domain.regulation.expressions import by_reading
from domain.sampang.facts import CREDIT_HISTORY
from domain.sampang.kinds import CreditHistory
from domain.sampang.readings import S30

EARLIER_CREDIT = by_reading(
    S30,
    A=CREDIT_HISTORY.among(CreditHistory.PROGRAMME),
    B=CREDIT_HISTORY.among(CreditHistory.PROGRAMME, CreditHistory.ORDINARY),
)
