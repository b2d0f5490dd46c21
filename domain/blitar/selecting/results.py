"""What the Tim Seleksi records and decides about a candidate; never a weight, never a ranking (B-27)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from domain.blitar.examining import CandidateFindings
from domain.blitar.instruments import at
from domain.labelled import Labelled
from domain.regulation.assessment import Verdict
from domain.regulation.outcomes import Outcome, listed_questions
from domain.regulation.rules import RuleKind
from domain.regulation.sources import Citation
from domain.regulation.wording import without_unknown
from domain.typed import Day, Given, Line, OneOf, Prose, YesNo

FILING = at("8.c", "ketentuan penerimaan berkas")
TESTING = at("8.d", "ujian tertulis dan wawancara")
RESULT = at("8.e", "berita acara penetapan peserta lulus Seleksi")


class TestKind(Labelled):
    """The two tests of Pasal 8 huruf d."""

    __test__ = False

    WRITTEN = "written", "Ujian tertulis"
    INTERVIEW = "interview", "Wawancara"


class OutcomeKind(Labelled):
    """What the Tim Seleksi decides about a candidate; that one came late is found, and decided by nobody."""

    PASSED = "passed", "Lulus"
    RESERVE = "reserve", "Cadangan"
    FAILED = "failed", "Tidak lulus"
    LATE = "late", "Terlambat"


@dataclass(frozen=True, slots=True, kw_only=True)
class TestResult:
    """One recorded result of a test: by whom, when, passed or not, and why.

    `told` is what the examiners write down, such as marks by the announcement's own scale.
    """

    __test__ = False

    kind: Annotated[TestKind, OneOf("Ujian")]
    on: Annotated[date, Day("Tanggal")]
    examiners: Annotated[str, Line("Penguji")]
    passed: Annotated[bool, YesNo("Lulus?")]
    reason: Annotated[str, Prose("Alasan")]
    told: Annotated[str, Prose("Catatan penguji")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectionOutcome:
    """What was decided about one candidate; `reading_reason` where the verdict hangs on a reading."""

    kind: Annotated[OutcomeKind, OneOf("Hasil")]
    on: Annotated[date, Day("Tanggal")]
    by: Annotated[str, Given()]
    reason: Annotated[str, Prose("Alasan")]
    reading_reason: Annotated[str, Prose("Tafsir yang dipakai dan alasannya")] = ""

    @property
    def takes_part(self) -> bool:
        """Whether the candidate passed or stands in reserve."""
        return self.kind in (OutcomeKind.PASSED, OutcomeKind.RESERVE)


@dataclass(frozen=True, slots=True)
class InTheWay:
    """Why a candidate cannot be declared as passed now, with the provision."""

    sentence: str
    place: Citation

    @property
    def told(self) -> str:
        """The sentence with its place."""
        return f"{self.sentence} ({self.place.place})"


def in_the_way_of_passing(
    found: CandidateFindings, results: Iterable[TestResult], reading_reason: str, *, places_left: int
) -> tuple[InTheWay, ...]:
    """Why a candidate cannot pass (or stand in reserve) now; a missing fact asks, it never refuses."""
    passed = {result.kind: result.passed for result in results}
    in_way = [*_of_law(found, reading_reason)]
    for kind in TestKind:
        if kind not in passed:
            in_way.append(InTheWay(f"Hasil {kind.label.lower()} belum dicatat.", TESTING))
        elif not passed[kind]:
            in_way.append(InTheWay(f"{kind.label} dicatat tidak lulus.", TESTING))
    if places_left < 1:
        in_way.append(InTheWay("Kuota sudah penuh; catat sebagai cadangan, atau ubah kuotanya.", RESULT))
    return tuple(in_way)


def _of_law(found: CandidateFindings, reading_reason: str) -> Iterable[InTheWay]:
    others = found.assessment.combinations
    wanted = _asked_for(found, reading_reason)
    for point in found.points:
        if point.outcome in wanted and point.rule.kind is not RuleKind.PRIORITY:
            reasons = " ".join(_sentence(reason) for reason in point.reasons)
            told = f"{point.rule.title}: {point.outcome.value}. {reasons}".strip()
            yield InTheWay(told, point.rule.citations[0])
    if others and not reading_reason.strip():
        names = listed_questions(found.assessment)
        told = f"Hasil bergantung tafsir ({names}): tulis tafsir yang dipakai Tim Seleksi dan alasannya."
        yield InTheWay(told, others[0].readings[0][0].places[0])


def _sentence(reason: str) -> str:
    words = without_unknown(reason)
    words = words[:1].upper() + words[1:]
    return words if words.endswith((".", "?")) else f"{words}."


def _asked_for(found: CandidateFindings, reading_reason: str) -> tuple[Outcome, ...]:
    """Which outcomes are in the way, under the reading in use or the one that the Tim Seleksi names."""
    not_met = found.assessment.verdict_in_use is Verdict.NOT_QUALIFIED
    others = [other.verdict for other in found.assessment.combinations] if reading_reason.strip() else []
    if Verdict.QUALIFIES in others:
        return ()  # the program never refuses where a reading lets somebody pass (B-18)
    return (Outcome.NOT_MET,) if not_met and not others else _OPEN


# A paper that is missing may follow while registration is open; nobody passes without it.
_OPEN = (Outcome.UNKNOWN, Outcome.AWAITS_JUDGEMENT, Outcome.STILL_POSSIBLE)
