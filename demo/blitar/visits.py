"""The visits of the demo, from what happened at each meeting; the same seed and day give the same."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Final

from demo.blitar.days import Days, working_day
from demo.blitar.demo_clients import DemoClient
from demo.blitar.measuring import Course
from demo.blitar.meetings import Meeting
from demo.blitar.posts import ON_PAPER
from demo.blitar.topics import Topic, topic_for
from domain.blitar.goals_and_tasks import MentorTask, ReportPart
from domain.blitar.reporting.report import month_of
from domain.blitar.visiting.visit import FollowUp, FollowUpState, IndicatorChange, Source, Visit, VisitPlace

_PARTS: Final = (ReportPart.COACHING,) * 4 + (ReportPart.CONSULTATION,) * 3 + (ReportPart.GUIDANCE,) * 3
_ALONG: Final = (MentorTask.WORK_SCHEDULING, MentorTask.COORDINATION, MentorTask.CONSULTATION)
_LOOKED_INTO: Final = 0.55
_AGREED: Final = 0.26
_TO_AN_AGENCY: Final = 0.5
_ADVOCATED: Final = 0.4
_EVALUATED: Final = 0.08
_EVALUATED_FROM: Final = 4  # visits before the first evaluation
_TYPED_FROM_PAPER: Final = 0.15
_DONE_LATE: Final = 45  # days after which hardly anything agreed is still open
_DROPPED: Final = "Tidak jadi dilanjutkan, pemilik memilih cara lain."


@dataclass(frozen=True, slots=True)
class Closing:
    """What became of something agreed, on which day."""

    state: FollowUpState
    on: date
    note: str


@dataclass(frozen=True, slots=True)
class DemoVisit:
    """One visit by the keys of its post and its binaan; `closing` is what became of what was agreed.

    The numbers in `told` are filled in when the store has given them.
    """

    meeting: Meeting
    told: Visit
    closing: Closing | None = None


def demo_visits(
    days: Days,
    clients: Sequence[DemoClient],
    meetings: Sequence[Meeting],
    courses: Mapping[str, Course],
    chance: Random,
) -> Iterator[DemoVisit]:
    """Make a visit of each meeting, binaan by binaan."""
    by_client = defaultdict(list)
    for meeting in meetings:
        by_client[meeting.client].append(meeting)
    for each in clients:
        met = sorted(by_client[each.key], key=lambda one: one.on)
        changes = courses[each.key].changes if each.key in courses else {}
        for place, meeting in enumerate(met):
            made = _Talk(each, meeting, place, chance).visit()
            found = changes.get(meeting, ())
            if found:
                made = _measured(made, found, courses[each.key])
            yield DemoVisit(meeting, made, _closing(made, days, chance))


class _Talk:
    """What a Pendamping and a binaan talked about at one meeting."""

    def __init__(self, each: DemoClient, meeting: Meeting, place: int, chance: Random) -> None:
        self._meeting, self._place, self._chance = meeting, place, chance
        self._topic = topic_for(chance, each.client)

    def visit(self) -> Visit:
        """Make the visit, without what was measured."""
        chance, meeting, topic = self._chance, self._meeting, self._topic
        made = replace(_blank(meeting), parts=(self._part(),), tasks=self._tasks())
        is_looked_into = self._place == 0 or chance.random() < _LOOKED_INTO
        if is_looked_into and ReportPart.EVALUATION not in made.parts:
            made = replace(made, problem=topic.problem, recommendation=topic.advice)
            made = self._agree(self._refer(made, topic), topic)
        return _shown(made, meeting, chance)

    def _part(self) -> ReportPart:
        if self._place == 0:
            return ReportPart.IDENTIFICATION
        if self._place >= _EVALUATED_FROM and self._chance.random() < _EVALUATED:
            return ReportPart.EVALUATION
        return self._chance.choice(_PARTS)

    def _tasks(self) -> tuple[MentorTask, ...]:
        tasks = [MentorTask.PROBLEM_FINDING if self._place == 0 else self._topic.task]
        if self._chance.random() < 0.4:
            tasks.append(MentorTask.CONSULTATION)
        if self._chance.random() < 0.12:
            tasks.append(self._chance.choice((*_ALONG, MentorTask.REPORTING)))
        return tuple(dict.fromkeys(tasks))

    def _refer(self, made: Visit, topic: Topic) -> Visit:
        if not topic.agency or self._chance.random() >= _TO_AN_AGENCY:
            return made
        more = [ReportPart.RECOMMENDATION]
        if self._chance.random() < _ADVOCATED:
            more.append(ReportPart.ADVOCACY)
        return replace(made, agency=topic.agency, parts=(*made.parts, *more))

    def _agree(self, made: Visit, topic: Topic) -> Visit:
        if self._chance.random() >= _AGREED:
            return made
        due = working_day(made.on + timedelta(days=self._chance.randint(7, 30)))
        agreed = FollowUp(told=topic.agreed, due_on=max(due, made.on), doer=topic.doer)
        return replace(made, follow_ups=(agreed,))


def _blank(meeting: Meeting) -> Visit:
    return Visit(
        mentor_id=0,
        client_id=0,
        on=meeting.on,
        place=meeting.place,
        day_part=meeting.day_part,
        district_code=meeting.district_code,
    )


def _shown(made: Visit, meeting: Meeting, chance: Random) -> Visit:
    if meeting.post in ON_PAPER or chance.random() < _TYPED_FROM_PAPER:
        number = f"{month_of(made.on):%m}-{chance.randint(1, 99):02}"
        return replace(made, source=Source.PAPER, shown_by=f"Formulir kertas {number}")
    where = "Buku tamu Dinas" if made.place is VisitPlace.OFFICE else "Foto kunjungan"
    return replace(made, shown_by=where if chance.random() < 0.8 else "")


def _measured(made: Visit, found: tuple[IndicatorChange, ...], course: Course) -> Visit:
    """A visit at which something was measured also names the tasks that moved it."""
    tasks = (*made.tasks, *(course.task_of(change) for change in found))
    return replace(made, changes=found, tasks=tuple(dict.fromkeys(tasks)))


def _closing(made: Visit, days: Days, chance: Random) -> Closing | None:
    """What was agreed long ago is nearly always closed; of what is due now, some is not done yet."""
    if not made.follow_ups:
        return None
    (agreed,) = made.follow_ups
    on = working_day(agreed.due_on + timedelta(days=chance.randint(-6, 9)))
    is_old = agreed.due_on < days.today - timedelta(days=_DONE_LATE)
    is_closed = chance.random() < (0.985 if is_old else 0.72)
    is_dropped = chance.random() < 0.05
    on = max(on, made.on)
    if not is_closed or on > days.today:
        return None
    return Closing(FollowUpState.DROPPED, on, _DROPPED) if is_dropped else Closing(FollowUpState.DONE, on, "")
