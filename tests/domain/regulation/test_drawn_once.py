"""Sets of combinations that many cases share are drawn once, and put together once."""

from domain.regulation.diagrams import OpenReadings, both
from domain.regulation.expressions import TruthFact, by_reading
from domain.regulation.interpretations import Doubt, Ender, Interpretation
from tests.domain.regulation.made_up import PLACE

P, Q = (TruthFact(key=key, holds=key, fails=key, question=key) for key in "pq")


def _question(name):
    return Interpretation(
        id=name,
        question=f"{name}?",
        places=(PLACE,),
        readings=(("A", "A"), ("B", "B")),
        default="A",
        reason="begitu",
        doubt=Doubt.GAP,
        ended_by=Ender.OFFICE,
        rules=(),
        computed=("A", "B"),
    )


def _readings():
    one, other = _question("T-01"), _question("T-02")
    conditions = [by_reading(one, A=P, B=Q), by_reading(other, A=P, B=Q)]
    return OpenReadings({"T-01": ("A", "B"), "T-02": ("A", "B")}, conditions)


def test_a_set_of_combinations_is_drawn_once_for_all_cases():
    readings = _readings()
    assert readings.diagram(0, 0b10) is readings.diagram(0, 0b10)


def test_what_was_put_together_before_is_not_put_together_again():
    readings = _readings()
    one, other = readings.diagram(0, 0b10), readings.diagram(1, 0b01)
    together = readings.together(one, other)
    assert together is readings.together(one, other)
    assert together == both(one, other)


def test_sets_are_kept_within_bounds(monkeypatch):
    monkeypatch.setattr("domain.regulation.diagrams._MOST_DRAWN", 2)
    readings = _readings()
    drawn = [readings.diagram(place, bits) for place in (0, 1) for bits in (0b01, 0b10)]
    joined = [readings.together(one, other) for one in drawn for other in drawn]
    again = [readings.together(one, other) for one in drawn for other in drawn]
    assert joined == again == [both(one, other) for one in drawn for other in drawn]
