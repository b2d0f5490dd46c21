"""The mentoring for the leadership: its numbers, what waits for whom, the map, the visits and a story."""

from datetime import date
from typing import cast

from db.blitar.caseload.story import story
from db.blitar.headlines import blitar_summary
from db.office.practice import law_of
from domain.blitar.leadership import headlines, waits
from domain.blitar.office_setting import office_setting
from domain.blitar.parameters import DAYS_WITHOUT_VISIT, UPGRADE_TARGET
from domain.blitar.programme import BLITAR
from domain.roles import Person
from pages.blitar.summary.small_coverage import show_coverage
from pages.blitar.summary.stories import show_open_district, show_story
from pages.blitar.summary.trends import show_visits_by_month
from pages.parts.store import database
from pages.parts.summary_part import SummaryPart


def mentoring_summary(person: Person, day: date) -> SummaryPart:
    """Read the mentoring on a day, with the office's own target and days."""
    with database().read() as session:
        law = law_of(session, BLITAR, day)
        days = cast(int, law.values[DAYS_WITHOUT_VISIT.key])
        summary = blitar_summary(session, person, day, days=days)
        shared = story(session, person)

    def charts() -> None:
        show_coverage(summary)
        show_visits_by_month(summary.visits_by_month)

    def after() -> None:
        show_story(shared)
        show_open_district(summary.coverage, summary.clients_by_district, summary.without_mentor)

    return SummaryPart(
        title="Blitar: pendampingan",
        headlines=headlines(
            summary.now,
            summary.before,
            summary.parts,
            visits_before=summary.visits_before,
            days=days,
            target=office_setting(law, UPGRADE_TARGET),
        ),
        waits=waits(
            *((one.count, one.since) for one in (summary.unverified, summary.proposals, summary.bundles))
        ),
        story=shared,
        links=(("cakupan", "Buka Cakupan"), ("laporan", "Buka Laporan")),
        charts=charts,
        after=after,
    )
