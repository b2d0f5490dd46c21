"""A later instrument ends a provision and spares earlier files, which it still decides."""

from datetime import date

from domain.regulation.case import Case
from domain.regulation.later_instruments import (
    EndedRule,
    InstrumentKind,
    InstrumentTold,
    LaterInstrument,
    Reach,
)
from domain.regulation.law_in_force import Practice
from domain.regulation.policy.comparing import Comparison
from domain.regulation.policy.judged import NO, OPEN, judged
from domain.regulation.policy.register import RegisterMaker, Subject
from domain.sampang.kinds import ApplicantKind
from domain.sampang.programme import SAMPANG

BEGINS = date(2027, 6, 1)
TOLD = InstrumentTold(
    kind=InstrumentKind.PERBUP,
    number="1",
    year=2027,
    title="Perubahan",
    enacted_on=BEGINS,
    in_force_since=BEGINS,
    reach=Reach.FILED_SINCE,
    ends=(EndedRule(rule="IX.3", place="Pasal I"),),
)


def test_a_provision_that_ended_still_decides_for_files_of_before():
    practised = Practice(instruments=(LaterInstrument("lain", "Perbup Sampang 1/2027", TOLD),))
    law = SAMPANG.law_on(BEGINS, practised)
    kind = ApplicantKind.BUSINESS
    maker = RegisterMaker(law.regulation, {kind: kind.label}, ())
    # IX.3: whoever is on the red list is refused.
    red = Case({"on_red_list": True})
    maker.add(
        kind,
        [Subject(id=n, number="", case=red, filed_on=d) for n, d in enumerate((date(2027, 5, 31), BEGINS))],
    )
    found = judged(maker.made(), law)
    assert found.kinds[0].answers.tolist() == [NO, OPEN]
    assert Comparison(found, found).changed == 0
