"""The mentoring for the leadership: what needs a decision, its numbers, the map, the charts and a story."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import cast

from db.blitar.caseload.story import story
from db.blitar.headlines import blitar_summary, visits_by_district
from db.office.practice import law_of
from documents.blitar.letter import GOVERNMENT
from domain.blitar.leadership import headlines
from domain.blitar.office_head import agency_head
from domain.blitar.office_setting import target_set
from domain.blitar.parameters import DAYS_WITHOUT_VISIT, UPGRADE_TARGET
from domain.blitar.programme import BLITAR
from domain.blitar.staffing.business_base import base_on
from domain.roles import Person
from pages.blitar.summary.costs_told import show_costs
from pages.blitar.summary.first_look import map_for_paper, show_first_look
from pages.blitar.summary.mentor_table import show_mentors
from pages.blitar.summary.shown_on_map import shown_on_map
from pages.blitar.summary.stories import show_open_district, show_story
from pages.parts.kept_answers import until_a_change
from pages.parts.store import database
from pages.parts.summary_part import SummaryPart, phone_line


def mentoring_summary(person: Person, day: date) -> SummaryPart:
    """Read the mentoring on a day, with the office's own target and days."""
    with database().read() as session:
        law = law_of(session, BLITAR, day)
        head = agency_head(law)
        days = cast(int, law.values[DAYS_WITHOUT_VISIT.key])
        shared = story(session, person)
    summary = until_a_change(
        person,
        lambda session: blitar_summary(session, person, day, days=days),
        "ringkasan pendampingan",
        day,
        days,
    )
    told = shown_on_map(days, base_on(law))

    def visits_of(month: date) -> Mapping[str | None, int]:
        with database().read() as session:
            return visits_by_district(session, person, month)

    def stories() -> None:
        show_story(shared)
        show_open_district(summary.coverage, summary.clients_by_district, summary.without_mentor)

    return SummaryPart(
        title="Blitar: pendampingan",
        headlines=headlines(
            summary.now,
            summary.before,
            summary.parts,
            summary.trends,
            summary.turnover,
            visits_before=summary.visits_before,
            days=days,
            target=target_set(law, UPGRADE_TARGET),
        ),
        waits=summary.waits,
        decisions=summary.decisions,
        story=shared,
        letterhead=tuple(filter(None, (GOVERNMENT, head.agency, head.address, phone_line(head.phone)))),
        logo_key=head.logo_key,
        printed_map=lambda: map_for_paper(summary, told),
        links=(("cakupan", "Buka Cakupan"), ("laporan", "Buka Laporan")),
        charts=lambda: show_first_look(summary, told=told, visits_of=visits_of, person=person),
        deeper=(
            ("Pendamping", partial(show_mentors, person, day)),
            ("Biaya", partial(show_costs, person, day)),
            ("Cerita", stories),
        ),
    )
