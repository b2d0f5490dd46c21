"""Hard cases about koperasi and Sentra."""

from dataclasses import replace
from datetime import date
from typing import Final

from demo.people import Someone
from demo.sampang.answers import cooperative_answers
from demo.sampang.complete import Request, body
from demo.sampang.hard_basis import LONG_AGO, MILLION, HardCase, accepted, elder
from demo.sampang.pledges import land
from domain.sampang.application import GroupAnswers, LoanApplication
from domain.sampang.kinds import ApplicantKind


def _cooperative(chair: Someone, name: str, village_code: str, filed_on: date) -> LoanApplication:
    request = Request(filed_on, 60 * MILLION, 36, (land(120 * MILLION),), "Menambah modal unit simpan pinjam")
    answers = cooperative_answers(filed_on, incorporated_on=LONG_AGO)
    return body(ApplicantKind.COOPERATIVE, chair, name, village_code, answers, request)


def _meeting_not_yet_held(filed_on: date) -> LoanApplication:
    chair = elder("Mahmudah", "35.27.02", date(1962, 2, 11), woman=True)
    made = _cooperative(chair, "Koperasi Wanita Torjun Lestari", "35.27.02.2012", filed_on)
    before_last = (filed_on.year - 2,)
    return replace(made, cooperative=replace(made.cooperative, annual_meeting_years=before_last))


def _functional(filed_on: date) -> LoanApplication:
    chair = elder("Sugeng", "35.27.03", date(1961, 8, 17))
    made = _cooperative(chair, "Koperasi Pegawai Trunojoyo", "35.27.03.1006", filed_on)
    answers = replace(made.cooperative, functional=True, secondary_recommendation=True)
    return accepted(replace(made, cooperative=answers, collateral=()), filed_on)


def _cluster(chair: Someone, name: str, village_code: str, filed_on: date, members: int) -> LoanApplication:
    request = Request(filed_on, 40 * MILLION, 36, (land(80 * MILLION),), "Membeli tanah liat bersama")
    answers = GroupAnswers(statutes_approved=True, registered_members=members)
    made = body(ApplicantKind.CLUSTER, chair, name, village_code, answers, request)
    return accepted(made, filed_on)


def _nineteen_members(filed_on: date) -> LoanApplication:
    chair = elder("Sadirin", "35.27.14", date(1960, 5, 19))
    return _cluster(chair, "Sentra Genteng Tlambah", "35.27.14.2002", filed_on, 19)


def _twenty_members(filed_on: date) -> LoanApplication:
    chair = elder("Munasib", "35.27.14", date(1960, 6, 20))
    return _cluster(chair, "Sentra Genteng Bulmatet", "35.27.14.2003", filed_on, 20)


BODY_CASES: Final = (
    HardCase("meeting_not_yet_held", "RAT tahun buku terakhir belum ada", 19, _meeting_not_yet_held),
    HardCase(
        "functional_cooperative",
        "Koperasi fungsional: rekomendasi menggantikan agunan (tafsir S-22)",
        50,
        _functional,
    ),
    HardCase("nineteen_members", "Sentra dengan 19 anggota", 65, _nineteen_members),
    HardCase("twenty_members", "Sentra dengan 20 anggota", 70, _twenty_members),
)
