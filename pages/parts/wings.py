"""What each programme adds to the screens, found by its key: a programme is a folder and one line."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from pathlib import Path

from domain.due_decisions import Decision
from domain.programme import Programme, may
from domain.roles import Permission, Person, Role
from pages.parts.books import Book
from pages.parts.deciding import Way
from pages.parts.impact_parts import StillOpen
from pages.parts.installation import served
from pages.parts.policy_part import PolicyPart
from pages.parts.summary_part import SummaryPart
from pages.parts.told_in_words import TrailWords

Address = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MenuScreen:
    """A screen of the menu: its file, title, address and icon, and the permission that opens it.

    Without a permission it is open to everybody. `is_of_office` puts it among what is the office's.
    """

    file: Path
    title: str
    address: str
    icon: str
    permission: Permission | None = None
    is_of_office: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """A link on Beranda for whoever has the permission; without one, for everybody with a part in it."""

    file: Path
    label: str
    icon: str
    permission: Permission | None = None
    address: Address = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of the tour: its title, who acts, the screen with its address, and what there is to see."""

    title: str
    role: Role
    page: Path
    sight: str
    address: Callable[[Person], Address] = lambda person: {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wing:
    """One programme's part of the screens.

    On Beranda: `intro` says what it does, `people` heads its personas, `can_do` has a sentence for each of
    its roles in their order there (and what it adds for the roles of the office), `jobs` are links,
    `front` draws a Beranda of its own for whom it is made, and tells whether it did; `decisions` is the
    list of what needs one on a day, `way_to` where one is taken, `waiting` gives what draws a card for each
    kind of work of theirs, `below` draws what stands under them. `summary` is its part of Ringkasan
    on a day, `book` its regulation on Dasar hukum, `policy` its part of Simulasi kebijakan, if it has one.
    `still_open` is what a change of the law could change; `up_to_date` finds kept verdicts by the law of
    today, and tells how many. `form_ended` tells by its name whether what a form is about is over, so that it
    cannot be sent; `trail` has the words for lines of the trail. `scripts` are those that its screens put
    into the page, which the content policy lets run. Nothing here loads what only an opened screen needs.
    """

    title: str
    screens: tuple[MenuScreen, ...]
    intro: str
    people: str
    can_do: Mapping[Role, str]
    summary: Callable[[Person, date], SummaryPart]
    book: Callable[[], Book]
    jobs: tuple[Job, ...] = ()
    front: Callable[[Person], bool] = lambda person: False
    waiting: Callable[[Person], Sequence[Callable[[Person], None]]] = lambda person: ()
    decisions: Callable[[Person, date], Sequence[Decision]] = lambda person, day: ()
    way_to: Callable[[Person, Decision], Way | None] = lambda person, decision: None
    below: Callable[[Person], None] = lambda person: None
    still_open: Callable[[Person], Sequence[StillOpen]] = lambda person: ()
    up_to_date: Callable[[Person], int] = lambda person: 0
    policy: Callable[[Person], PolicyPart] | None = None
    stops: tuple[Stop, ...] = ()
    scripts: tuple[str, ...] = ()
    trail: Callable[[], TrailWords] = TrailWords
    form_ended: Callable[[Person, str], bool] = lambda person, form: False


def wing_of(programme: Programme) -> Wing:
    """The part of the screens that stands in the programme's folder."""
    wing: Wing = import_module(f"pages.{programme.key}.wing").WING
    return wing


def installation_title() -> str:
    """What the installation is called: the titles of what it serves."""
    return " & ".join(wing_of(programme).title for programme in served())


def opens(screen: MenuScreen, person: Person | None, programme: Programme) -> bool:
    """Tell whether a screen of a programme is open to a person."""
    return screen.permission is None or may(person, screen.permission, programme)


def screen_at(programme: Programme, address: str, person: Person) -> Path | None:
    """The screen of a programme with an address, if there is one and the person may open it."""
    screens = wing_of(programme).screens
    return next(
        (one.file for one in screens if one.address == address and opens(one, person, programme)), None
    )
