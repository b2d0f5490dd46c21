"""What stands in the way of each step of a file, beyond its stage and the person's role."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from domain.money import rupiah
from domain.regulation.assessment import Verdict
from domain.regulation.law_in_force import LawInForce
from domain.regulation.outcomes import listed_questions
from domain.regulation.sources import Citation
from domain.sampang.eligibility import Eligibility, examine
from domain.sampang.fund.position import Position, hindrances_to_paying, hindrances_to_promising
from domain.sampang.hindrance import Hindrance
from domain.sampang.instruments import at
from domain.sampang.loan import SMALLEST_LOAN, tenors
from domain.sampang.origination.custody import custody_missing
from domain.sampang.origination.findings import not_met, still_unknown
from domain.sampang.origination.household import Kinship, hindrances_from_books
from domain.sampang.origination.loan_file import LoanFile, as_decided, as_it_stands
from domain.sampang.origination.records import Decision, DecisionKind, Element, Meeting, Vote
from domain.sampang.origination.steps import Step
from domain.sampang.papers import PAPERS
from domain.sampang.readings import S65

_AGREEING = at("VI.2.b", "setelah diadakan kesepakatan oleh Tim Pokjanis")
_REFUSING = at("VI.2.b", "yang tidak lolos akan diberitahu secara tertulis")
_BY_SURVEY = at("VIII.5.h", "ditentukan hasil survey dilapangan")
_MINUTES = at("VI.2.b", "dilampiri dengan berita acara hasil survey")
_ACCOUNT = at("VIII.2.a", "wajib membuka rekening tabungan")
_INSURANCE = at("VIII.5.d", "peminjam dibebani biaya asuransi")
_PAPERS = at("VIII.2.c", "meneliti kelengkapan dokumen administrasi")
_CHARACTER = at("VI.2.a.4", "harus mempunyai kualitas penilaian baik")
_TENOR = at("VIII.2.d", "3 (tiga) tahun, 2 tahun dan minimal 1 (satu) tahun")


@dataclass(frozen=True, slots=True)
class Around:
    """What the conditions of a step look at besides the file: law, fund, and the borrower's other loans."""

    law: LawInForce
    position: Position
    kinship: tuple[Kinship, ...] = ()


def hindrances_to(step: Step, file: LoanFile, around: Around) -> tuple[Hindrance, ...]:
    """Why a step cannot be taken now; empty when the file lacks nothing for it.

    For a decision use `hindrances_to_deciding`, which also looks at what is decided.
    """
    check = _CHECKS.get(step)
    return () if check is None else check(file, around)


def hindrances_to_deciding(
    decision: Decision, meeting: Meeting, file: LoanFile, around: Around
) -> tuple[Hindrance, ...]:
    """Why a meeting cannot decide so about a file: votes and attendance, and what an approval asks."""
    found = _votes(decision, meeting)
    if decision.kind is DecisionKind.APPROVE:
        return found + _agreement(decision, around.law) + _to_approve(decision, file, around)
    if decision.kind is DecisionKind.REFUSE and not decision.provisions:
        # The letter of VI.2.b names what it rests on (S-54).
        return (*found, Hindrance("Pilih paling sedikit satu ketentuan yang mendasari penolakan.", _REFUSING))
    return found


def examined_as(decision: Decision, file: LoanFile, law: LawInForce) -> Eligibility:
    """The file assessed at the amount and tenor of a decision (S-10: approved at decision)."""
    return examine(as_decided(file.application, decision), law)


def papers_missing(found: Eligibility) -> tuple[Hindrance, ...]:
    """The papers that this file needs, or may need, and does not hold."""
    return tuple(
        Hindrance(
            f"{line.paper.title}: {'belum ada' if line.needed else 'belum jelas perlu atau tidak'}.",
            line.paper.citation,
        )
        for line in found.checklist
        if not line.in_file
    )


def _votes(decision: Decision, meeting: Meeting) -> tuple[Hindrance, ...]:
    found = []
    present = meeting.elements_present
    if not present:
        found.append(Hindrance("Catat dahulu siapa yang hadir dalam rapat.", at("V")))
    silent = [element.label for element in present if element not in decision.votes]
    if silent:
        found.append(Hindrance(f"Belum ada pendapat dari unsur: {', '.join(silent)}.", _AGREEING))
    if absent := [element.label for element in decision.votes if element not in present]:
        found.append(Hindrance(f"Unsur ini tidak tercatat hadir: {', '.join(absent)}.", at("V")))
    if not decision.reason.strip():
        found.append(Hindrance("Tulis alasan keputusan.", _AGREEING))
    if present and not silent and Vote.AGREES not in decision.votes.values():
        found.append(Hindrance("Tidak ada unsur yang menyatakan setuju dengan keputusan ini.", _AGREEING))
    return tuple(found)


def _agreement(decision: Decision, law: LawInForce) -> tuple[Hindrance, ...]:
    """What an approval lacks to be agreed on (VI.2.b), as the office reads the word (S-65)."""
    agreeing = sum(vote is Vote.AGREES for vote in decision.votes.values())
    if not agreeing:
        return ()  # told already: no decision stands with which nobody agrees
    match law.readings[S65.id]:
        case "B" if agreeing < len(Element):
            told = "Kantor membaca kesepakatan sebagai kelima unsur hadir dan setuju (tafsir S-65)."
        case "C" if 2 * agreeing <= len(Element):
            told = "Kantor membaca kesepakatan sebagai lebih dari separuh dari lima unsur (tafsir S-65)."
        case "A" if decision.disagreeing:
            names = ", ".join(element.label for element in decision.disagreeing)
            told = f"Belum sepakat, tidak setuju: {names}. Bicarakan lagi, tunda, atau tolak (tafsir S-65)."
        case _:
            return ()
    return (Hindrance(told, _AGREEING),)


def _to_approve(decision: Decision, file: LoanFile, around: Around) -> tuple[Hindrance, ...]:
    found = []
    if file.survey is None:
        found.append(Hindrance("Berita acara hasil survei belum ada.", _MINUTES))
    elif not file.survey.character_good:
        told = "Berita acara hasil survei tidak menilai karakter pemohon baik. Survei lagi, atau tolak."
        found.append(Hindrance(told, _CHARACTER))
    if decision.amount is None or decision.term_months is None:
        return (*found, Hindrance("Isi jumlah dan jangka waktu yang ditetapkan.", _AGREEING))
    if decision.amount < SMALLEST_LOAN:
        told = f"Jumlah yang ditetapkan paling sedikit {rupiah(SMALLEST_LOAN)}."
        return (*found, Hindrance(told, _AGREEING))
    if decision.term_months not in tenors(around.law):
        named = ", ".join(map(str, tenors(around.law)))
        found.append(Hindrance(f"Jangka waktu yang disebut Perbup: {named} bulan.", _TENOR))
    found += _of_law(examined_as(decision, file, around.law), decision.reading_reason, may_follow=True)
    found += _above_survey(decision.amount, file)
    found += hindrances_from_books(file.application, around.kinship)
    return (*found, *hindrances_to_promising(around.position, decision.amount))


def _above_survey(amount: int, file: LoanFile) -> tuple[Hindrance, ...]:
    """For who borrows again the survey sets the amount (III.7, VIII.5.h)."""
    if file.survey is None or not file.application.earlier.borrowed_before or amount <= file.survey.amount:
        return ()
    told = f"Bagi yang meminjam kembali, besarnya menurut hasil survei: {rupiah(file.survey.amount)}."
    return (Hindrance(told, _BY_SURVEY),)


def _of_law(found: Eligibility, reading_reason: str | None, *, may_follow: bool) -> tuple[Hindrance, ...]:
    assessment = found.assessment
    if assessment.verdict_in_use is Verdict.NOT_QUALIFIED:
        return (*not_met(found), *_read_otherwise(found))
    if unknown := still_unknown(found, may_follow=may_follow):
        return unknown
    if assessment.combinations and reading_reason is not None and not reading_reason.strip():
        names = listed_questions(assessment)
        told = f"Hasil bergantung tafsir ({names}): tulis tafsir yang dipakai Pokjanis beserta alasannya."
        return (Hindrance(told, _place_that_turns(found)),)
    return ()


def _read_otherwise(found: Eligibility) -> tuple[Hindrance, ...]:
    # What is not met under the reading in use only is never refused in silence.
    if not found.assessment.combinations:
        return ()
    names = listed_questions(found.assessment)
    told = f"Menurut tafsir lain ({names}) hasilnya berbeda; Dinas dapat menetapkan tafsirnya dahulu."
    return (Hindrance(told, _place_that_turns(found)),)


def _place_that_turns(found: Eligibility) -> Citation:
    rule, _ = found.assessment.combinations[0].changes[0]
    return rule.citations[0]


def _to_check(file: LoanFile, around: Around) -> tuple[Hindrance, ...]:
    # What is lacking may follow until the money goes out (VIII.2.b); checking is to have looked.
    unseen = [line for line in examine(file.application, around.law).checklist if line.in_file is None]
    return tuple(
        Hindrance(f"{line.paper.title}: catat ada atau belum ada.", line.paper.citation) for line in unseen
    )


def _to_close_survey(file: LoanFile, _around: Around) -> tuple[Hindrance, ...]:
    if not file.findings:
        return (Hindrance("Belum ada temuan surveyor; catat paling sedikit satu.", at("VI.2.a")),)
    return ()


def _to_sign(file: LoanFile, around: Around) -> tuple[Hindrance, ...]:
    found = _still_in_order(file, around, may_follow=True)
    if file.meeting_closed:
        return found
    told = "Rapat yang memutus berkas ini belum ditutup; berita acaranya menjadi dasar perjanjian."
    return (Hindrance(told, _AGREEING), *found)


def _to_request(file: LoanFile, around: Around) -> tuple[Hindrance, ...]:
    # Another loan of the same borrower may have been paid out since the decision (III.7).
    books = hindrances_from_books(file.application, around.kinship, decided=True)
    return (*_still_in_order(file, around, may_follow=False), *books, *_payable(file, around))


def _to_disburse(file: LoanFile, around: Around) -> tuple[Hindrance, ...]:
    found = _to_request(file, around)
    if file.request is None or not file.request.insurance_policy.strip():
        return (*found, Hindrance("Bukti asuransi (nomor polis) belum tercatat.", _INSURANCE))
    return found


def _payable(file: LoanFile, around: Around) -> tuple[Hindrance, ...]:
    """Papers, account, custody, and cash for what was promised."""
    found = list(papers_missing(examine(as_it_stands(file), around.law)))
    if file.agreement is None or not file.agreement.account_number.strip():
        found.append(Hindrance("Nomor rekening tabungan di Bank Jatim belum tercatat.", _ACCOUNT))
    found += custody_missing(file.custody)
    promised = (file.approval.amount if file.approval else None) or 0
    found += hindrances_to_paying(around.position, promised, promised)
    return tuple(found)


def _still_in_order(file: LoanFile, around: Around, *, may_follow: bool) -> tuple[Hindrance, ...]:
    """The approved file still meets every provision on this day (S-23, S-32: again at realisation)."""
    if file.approval is None:
        return (Hindrance("Berkas ini belum ditetapkan oleh Pokjanis.", _AGREEING),)
    found = examined_as(file.approval, file, around.law)
    papers = {paper.citation.short for paper in PAPERS}  # told one by one by `papers_missing`
    return tuple(
        hindrance
        # Which reading counts was decided with the approval; nobody is asked for it again.
        for hindrance in _of_law(found, None, may_follow=may_follow)
        if hindrance.place is None or hindrance.place.short not in papers
    )


_CHECKS: Mapping[Step, Callable[[LoanFile, Around], tuple[Hindrance, ...]]] = {
    Step.CHECK_PAPERS: _to_check,
    Step.CLOSE_SURVEY: _to_close_survey,
    Step.SIGN_AGREEMENT: _to_sign,
    Step.REQUEST_DISBURSEMENT: _to_request,
    Step.DISBURSE: _to_disburse,
}
