"""The weekly work plans of the demo: two days at the Dinas and three in the field, mostly."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from random import Random
from typing import Final

from db.blitar.staffing.week_plans import save_week_plan
from demo.blitar.days import Days, working_day
from demo.blitar.posts import (
    COVERED_BY,
    GARUM,
    LEFT,
    NEVER_FILLED,
    PANGGUNGREJO,
    SELOPURO,
    SERVING,
    SRENGAT,
    TALUN,
    UDANAWU,
    WATES,
    Post,
)
from demo.blitar.store import BlitarOffice
from demo.clock import Act
from domain.blitar.staffing.work_week import OFFICE_DAYS, Slot, WeekPlan, Where
from domain.working_days import is_working_day, working_week

SEED: Final = 2_3
NEVER_PLANS: Final = frozenset({WATES})
NOT_YET_THIS_WEEK: Final = frozenset({UDANAWU, TALUN})
IN_TWO_PLACES: Final = frozenset({GARUM, SELOPURO})  # this week, on one day
ONE_OFFICE_DAY: Final = frozenset({SRENGAT})  # this week
_NOTES: Final = (
    "Kunjungan binaan", "Bimbingan kemasan", "Dampingi pengurusan NIB", "Konsultasi pembukuan",
    "Pendataan usaha mikro", "Dampingi rapat koperasi",
)  # fmt: skip


def demo_slots(days: Days, seed: int = SEED) -> Iterator[tuple[Post, date, tuple[Slot, ...]]]:
    """Make the plan of each post and week that has one; this week nobody plans a Friday at the Dinas."""
    chance = Random(seed)
    for monday in days.mondays:
        this_week = monday == days.mondays[-1]
        open_days = [day for day in working_week(monday) if is_working_day(day)]
        for post in SERVING:
            code = post.district_code
            slots = slots_of_week(chance, code, open_days, this_week=this_week)
            is_missing = code in NEVER_PLANS or (this_week and code in NOT_YET_THIS_WEEK)
            if slots and not is_missing:
                yield post, monday, slots


def slots_of_week(
    chance: Random, code: str, open_days: Sequence[date], *, this_week: bool = False
) -> tuple[Slot, ...]:
    """Spread the open days of a week over the Dinas and the field, as the holder of a post does."""
    candidates = open_days[: max(OFFICE_DAYS, len(open_days) - 1)] if this_week else open_days
    office = set(chance.sample(candidates, min(OFFICE_DAYS, len(candidates))))
    if this_week and code in ONE_OFFICE_DAY:
        office = set(sorted(office)[:1])
    slots = []
    for day in open_days:
        if day in office:
            slots.append(Slot(day=day, where=Where.OFFICE, note="Layanan di sekretariat"))
        else:
            slots.append(Slot(day=day, where=Where.FIELD, district_code=code, note=chance.choice(_NOTES)))
    fields = [place for place, slot in enumerate(slots) if slot.where is Where.FIELD]
    elsewhere = {COVERED_BY: NEVER_FILLED, PANGGUNGREJO: LEFT}.get(code)
    if fields and elsewhere:
        slots[fields[-1]] = replace(slots[fields[-1]], district_code=elsewhere)
    if this_week and code in IN_TWO_PLACES and office:
        slots.append(Slot(day=min(office), where=Where.FIELD, district_code=code, note=_NOTES[0]))
    return tuple(slots)


class Planning:
    """Hands the plans in, on the Friday before; a persona their own, the others through a Fasilitator."""

    def __init__(self, office: BlitarOffice, days: Days) -> None:
        self._office, self._days = office, days

    def acts(self) -> Iterator[Act]:
        """Give every plan with its moment."""
        for place, (post, monday, slots) in enumerate(demo_slots(self._days)):
            before = working_day(monday - timedelta(days=3))
            yield Act(self._office.at(before, place % 120), partial(self._save, post, monday, slots))

    def _save(self, post: Post, monday: date, slots: tuple[Slot, ...], at: datetime) -> None:
        office = self._office
        actor = office.persona(post.persona) if post.persona else office.facilitator()
        plan = WeekPlan(mentor_id=office.staff[post.district_code], monday=monday, slots=slots)
        nonce = f"demo-plan-{post.district_code}-{monday}"
        save_week_plan(office.session, actor, plan, nonce=nonce, at=at)
