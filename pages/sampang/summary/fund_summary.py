"""The fund for the leadership: what needs a decision, its numbers, the map and the charts."""

from datetime import date
from typing import cast

from db.office.practice import law_of
from db.sampang.headlines import sampang_summary
from domain.roles import Person
from domain.sampang.leadership import headlines, waits
from domain.sampang.parameters import YEARLY_LENDING_TARGET
from domain.sampang.programme import SAMPANG
from pages.parts.kept_answers import until_a_change
from pages.parts.store import database
from pages.parts.summary_part import SummaryPart, phone_line
from pages.sampang.fund.fund_chart import show_months
from pages.sampang.paper_head import paper_head
from pages.sampang.standing import bring_up_to_date
from pages.sampang.summary.files import show_files
from pages.sampang.summary.first_look import map_for_paper, show_first_look


def fund_summary(person: Person, day: date) -> SummaryPart:
    """Read the fund on a day, with the office's own target for a year's lending."""
    bring_up_to_date(person)
    with database().read() as session:
        law = law_of(session, SAMPANG, day)
        target = cast(int | None, law.values[YEARLY_LENDING_TARGET.key])
    summary = until_a_change(
        person,
        lambda session: sampang_summary(session, person, day),
        "ringkasan dana",
        day,
        is_settled=lambda found: not found.verdicts.get(None),
    )
    waiting = waits((one.stage, one.files, one.since, one.middle) for one in summary.stages)
    head = paper_head(law)
    return SummaryPart(
        title="Sampang: dana bergulir",
        headlines=headlines(
            summary.now,
            summary.before,
            summary.parts,
            summary.trends,
            waiting,
            at_risk=sum(one.owed for one in summary.late.values()),
            target=target,
        ),
        waits=waiting,
        decisions=summary.decisions,
        links=(("kas-dana", "Buka Kas dana"), ("peta-sampang", "Buka Peta Sampang")),
        letterhead=tuple(
            filter(
                None,
                (f"Pemerintah {SAMPANG.regency.name}", head.agency, head.address, phone_line(head.phone)),
            )
        ),
        logo_key=head.logo_key,
        printed_map=lambda: map_for_paper(summary),
        charts=lambda: show_first_look(summary, person),
        deeper=(
            ("Kelayakan berkas", lambda: show_files(summary)),
            ("Kas dan pinjaman beredar", lambda: show_months(summary.months)),
        ),
    )
