"""Everything that the summary shows, read in one go."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from db.blitar.caseload.story import story
from db.blitar.reporting.headlines import BlitarSummary, blitar_summary
from db.office.practice import law_of
from db.sampang.headlines import SampangSummary, sampang_summary
from domain.blitar import leadership as mentoring
from domain.blitar.leadership import Story
from domain.blitar.office_setting import office_setting
from domain.blitar.parameters import DAYS_WITHOUT_VISIT, UPGRADE_TARGET
from domain.blitar.programme import BLITAR
from domain.headline import Headline, WaitsFor
from domain.roles import Person
from domain.sampang import leadership as loans
from domain.sampang.parameters import YEARLY_LENDING_TARGET
from domain.sampang.programme import SAMPANG
from pages.parts.store import database


@dataclass(frozen=True, slots=True)
class Summary:
    """Both regencies on a day: their numbers, what waits for whom, and what the charts are drawn from."""

    day: date
    sampang: SampangSummary
    blitar: BlitarSummary
    sampang_headlines: tuple[Headline, ...]
    blitar_headlines: tuple[Headline, ...]
    sampang_waits: tuple[WaitsFor, ...]
    blitar_waits: tuple[WaitsFor, ...]
    story: Story | None


def read_summary(person: Person, day: date) -> Summary:
    """Read both summaries, with the office's own targets and days."""
    with database().read() as session:
        mentoring_law = law_of(session, BLITAR, day)
        lending_target = law_of(session, SAMPANG, day).values[YEARLY_LENDING_TARGET.key]
        days = cast(int, mentoring_law.values[DAYS_WITHOUT_VISIT.key])
        upgrade = office_setting(mentoring_law, UPGRADE_TARGET)
        sampang = sampang_summary(session, person, day)
        blitar = blitar_summary(session, person, day, days=days)
        told = story(session, person)
    return Summary(
        day=day,
        sampang=sampang,
        blitar=blitar,
        sampang_headlines=loans.headlines(
            sampang.now, sampang.before, sampang.parts, target=cast(int | None, lending_target)
        ),
        blitar_headlines=mentoring.headlines(
            blitar.now,
            blitar.before,
            blitar.parts,
            visits_before=blitar.visits_before,
            days=days,
            target=upgrade,
        ),
        sampang_waits=loans.waits((one.stage, one.files, one.since) for one in sampang.stages),
        blitar_waits=mentoring.waits(
            *((one.count, one.since) for one in (blitar.unverified, blitar.proposals, blitar.bundles))
        ),
        story=told,
    )
