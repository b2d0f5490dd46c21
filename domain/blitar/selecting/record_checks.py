"""What cannot be right in a recorded opinion, test result or outcome, each said beside its field."""

from collections.abc import Iterator
from datetime import date

from domain.blitar.judgement import Judgement
from domain.blitar.selecting.results import SelectionOutcome, TestKind, TestResult
from domain.blitar.selecting.rounds import Round
from domain.dates import indonesian_date
from domain.declared import check_typed
from domain.problems import Problem


def check_opinion(judged: Judgement, wanted: Round, day: date) -> tuple[Problem, ...]:
    """Every problem of an opinion that is recorded on a day."""
    return (*_day(judged.on, wanted, day), *_reason(judged.reason), *check_typed(judged))


def check_test(result: TestResult, wanted: Round, day: date) -> tuple[Problem, ...]:
    """Every problem of a test result that is recorded on a day; the announced test days are no limit."""
    return (
        *_day(result.on, wanted, day),
        *_examiners(result.examiners),
        *_reason(result.reason),
        *check_typed(result),
    )


def check_outcome(outcome: SelectionOutcome, wanted: Round, day: date) -> tuple[Problem, ...]:
    """Every problem of an outcome that is recorded on a day."""
    return (
        *_day(outcome.on, wanted, day),
        *_reason(outcome.reason),
        *check_typed(outcome),
    )


def order_notice(results: tuple[TestResult, ...]) -> str:
    """A word of caution where the interview lies before the written test; the text fixes no order."""
    days = {result.kind: result.on for result in results}
    written, interview = days.get(TestKind.WRITTEN), days.get(TestKind.INTERVIEW)
    if written is None or interview is None or interview >= written:
        return ""
    return "Wawancara dicatat lebih dahulu daripada ujian tertulis. Periksa tanggalnya bila tidak sengaja."


def _day(on: date, wanted: Round, day: date) -> Iterator[Problem]:
    if on > day:
        yield Problem("on", f"Tanggal {indonesian_date(on)} belum terjadi. Isi tanggal sampai hari ini.")
    elif on < wanted.opens_on:
        yield Problem(
            "on", f"Tanggalnya mendahului pembukaan pendaftaran, {indonesian_date(wanted.opens_on)}."
        )


def _examiners(examiners: str) -> Iterator[Problem]:
    if not examiners.strip():
        yield Problem("examiners", "Penguji belum diisi. Tulis siapa yang menguji (Pasal 8 huruf d).")


def _reason(reason: str) -> Iterator[Problem]:
    if not reason.strip():
        yield Problem("reason", "Alasannya belum diisi. Hasil perlu alasan agar dapat dijelaskan kelak.")
