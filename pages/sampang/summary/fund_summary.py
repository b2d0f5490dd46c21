"""The fund for the leadership: its numbers, what waits for whom, and the charts."""

from datetime import date
from typing import cast

from db.office.practice import law_of
from db.sampang.headlines import sampang_summary
from domain.roles import Person
from domain.sampang.leadership import headlines, waits
from domain.sampang.parameters import YEARLY_LENDING_TARGET
from domain.sampang.programme import SAMPANG
from pages.parts.store import database
from pages.parts.summary_part import SummaryPart
from pages.sampang.fund.fund_chart import show_months
from pages.sampang.standing import bring_up_to_date
from pages.sampang.summary.files import show_files


def fund_summary(person: Person, day: date) -> SummaryPart:
    """Read the fund on a day, with the office's own target for a year's lending."""
    bring_up_to_date(person)
    with database().read() as session:
        target = cast(int | None, law_of(session, SAMPANG, day).values[YEARLY_LENDING_TARGET.key])
        summary = sampang_summary(session, person, day)

    def charts() -> None:
        show_months(summary.months)
        show_files(summary)

    return SummaryPart(
        title="Sampang: dana bergulir",
        headlines=headlines(summary.now, summary.before, summary.parts, target=target),
        waits=waits((one.stage, one.files, one.since) for one in summary.stages),
        links=(("kas-dana", "Buka Kas dana"), ("peta-sampang", "Buka Peta Sampang")),
        charts=charts,
    )
