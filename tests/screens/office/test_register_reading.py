"""The register of the laboratory is read anew for another text of the law."""

from types import SimpleNamespace

from domain.regulation.later_instruments import LaterInstrument
from domain.regulation.law_in_force import NO_PRACTICE, Practice
from domain.sampang.programme import SAMPANG
from pages.office.policy import register_reading
from tests.reported_ceilings import BEFORE, BEGINS, TOLD


def test_a_register_is_kept_for_one_text_of_the_law_only(monkeypatch):
    store = object()
    monkeypatch.setattr(register_reading, "database", lambda: store)
    read = []

    def part_reads(law, ever, told):
        read.append(law.day)
        return SimpleNamespace(size=0)

    part = SimpleNamespace(newest=lambda: "a", count=lambda ever: 0, read=part_reads, subjects="")
    later = Practice(instruments=(LaterInstrument("lain", "Perbup", TOLD),))
    laws = [
        SAMPANG.law_on(day, practised)
        for day, practised in ((BEFORE, later), (BEGINS, later), (BEFORE, NO_PRACTICE))
    ]
    for law in laws:
        register_reading.register_of(SAMPANG, part, law, ever=False)
    assert read == [BEFORE, BEGINS]
