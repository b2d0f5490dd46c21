"""What Malang adds to the screens."""

import re
from datetime import date
from pathlib import Path
from typing import Final

from db.malang.stalls import stalls_given
from domain.headline import Headline, Part
from domain.malang.law import Trader
from domain.malang.roles import STALLS, MalangPermission, MalangRole
from domain.roles import Person
from pages.parts.books import Book
from pages.parts.store import database
from pages.parts.summary_part import SummaryPart
from pages.parts.wings import Job, MenuScreen, Wing

SCREEN: Final = Path(__file__).resolve().parent / "stalls" / "screen.py"


def _summary(person: Person, day: date) -> SummaryPart:
    with database().read() as session:
        given = stalls_given(session, person)
    headline = Headline(
        key="kios",
        title="Kios diberikan",
        meaning="Kios yang sudah ada pemakainya.",
        amount=given,
        parts=(Part("Pasar contoh", given),),
        parts_by="Pasar",
        citation=STALLS,
    )
    return SummaryPart(title="Malang: kios pasar", headlines=(headline,), waits=())


def _book() -> Book:
    return Book(
        label="Malang",
        kinds=Trader,
        chapters={"2": "Kios"},
        chapter_of=lambda place: place,
        place=re.compile(r"\d+"),
        everybody="semua pedagang",
        hint="pasal atau kata: 2, kios …",
        example="2",
    )


WING: Final = Wing(
    title="Kios Pasar",
    screens=(MenuScreen(SCREEN, "Kios", "kios", ":material/storefront:", MalangPermission.GIVE_STALLS),),
    intro="Memberikan kios pasar Malang kepada pedagang.",
    people="Pasar Malang",
    can_do={MalangRole.MARKET_OFFICER: "Memberikan kios."},
    summary=_summary,
    book=_book,
    jobs=(Job(SCREEN, "Kios", ":material/storefront:", MalangPermission.GIVE_STALLS),),
)
