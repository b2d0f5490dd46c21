"""The recorded opinions of the Pokjanis in the demo: which an application needs, and their reasons."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from demo.sampang.personas import OTHER_TEAM_MEMBER, TEAM_MEMBER
from domain.sampang.application import Judgement, LoanApplication
from domain.sampang.case_of import about_of
from domain.sampang.kinds import ApplicantKind, CreditHistory

_REASONS: Final = {
    "selected": "Survei lapangan sesuai berkas, usaha berjalan",
    "potential": "Permintaan tetap dan ada pembeli langganan",
    "performance": "Catatan penjualan dua tahun terakhir stabil",
    "character": "Keterangan tetangga dan aparat desa baik",
    "surroundings": "Pasar dan jalan desa mendukung usahanya",
    "board_works": "Rapat pengurus tercatat dan pembukuan rapi",
    "credit_used_well": "Kredit terdahulu lunas tepat waktu",
    "repeat_standing": "Pinjaman terdahulu lunas tanpa tunggakan",
    "amount_reviewed": "Jumlah sepadan dengan perputaran usaha",
}
_OF_BUSINESS: Final = ("selected", "potential", "performance", "character", "surroundings", "amount_reviewed")
_OF_COOPERATIVE: Final = ("selected", "character", "surroundings", "amount_reviewed")
_OF_GROUP: Final = ("board_works", *_OF_COOPERATIVE)


def questions_about(application: LoanApplication) -> Iterator[str]:
    """Name the questions on which this application usually waits for the team."""
    kind = application.applicant.kind
    if kind is ApplicantKind.BUSINESS:
        yield from _OF_BUSINESS
    else:
        yield from _OF_COOPERATIVE if kind is ApplicantKind.COOPERATIVE else _OF_GROUP
    if application.credit_history is not CreditHistory.NONE:
        yield "credit_used_well"
    if application.earlier.borrowed_before:
        yield "repeat_standing"


def judged(application: LoanApplication, on: date, *, only: tuple[str, ...] = ()) -> LoanApplication:
    """Answer every question with yes, or only some of them."""
    asked = [question for question in questions_about(application) if not only or question in only]
    members = (TEAM_MEMBER, OTHER_TEAM_MEMBER)
    answers = {
        question: Judgement(True, members[place % 2].name, on, _REASONS[question])
        for place, question in enumerate(asked)
    }
    return replace(application, judgements=answers)


def refused(application: LoanApplication, on: date, reason: str) -> LoanApplication:
    """Let the survey end with a no."""
    no = Judgement(False, TEAM_MEMBER.name, on, reason)
    return replace(application, judgements={**application.judgements, "selected": no})


def as_recorded(application: LoanApplication) -> LoanApplication:
    """With each opinion about what it was recorded on, as the store notes it."""
    judgements = {
        question: replace(judgement, about=about_of(question, application))
        for question, judgement in application.judgements.items()
    }
    return replace(application, judgements=judgements)
