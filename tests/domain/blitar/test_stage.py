"""How far a mentoring has come, worked out from what was done."""

import pytest

from domain.blitar.caseload.stage import Stage, stage_of


@pytest.mark.parametrize(
    ("visits", "guided", "evaluated", "proposed", "confirmed", "expected"),
    [
        (0, False, False, False, False, Stage.NEW),
        (1, False, False, False, False, Stage.IDENTIFIED),
        (9, False, False, False, False, Stage.IDENTIFIED),
        (1, True, False, False, False, Stage.GUIDED),
        (1, False, True, False, False, Stage.EVALUATED),
        (2, True, True, False, False, Stage.EVALUATED),
        (2, True, True, True, False, Stage.PROPOSED),
        (2, True, True, False, True, Stage.CONFIRMED),
        (2, True, True, True, True, Stage.CONFIRMED),
        # Proposed or confirmed stays so, though a visit was returned since.
        (0, False, False, True, False, Stage.PROPOSED),
        (0, False, False, False, True, Stage.CONFIRMED),
    ],
)
def test_the_furthest_thing_done_gives_the_stage(visits, guided, evaluated, proposed, confirmed, expected):
    found = stage_of(
        visits=visits, guided=guided, evaluated=evaluated, proposed=proposed, confirmed=confirmed
    )
    assert found is expected


def test_the_stages_stand_in_their_order():
    assert [*Stage] == ["new", "identified", "guided", "evaluated", "proposed", "confirmed"]
