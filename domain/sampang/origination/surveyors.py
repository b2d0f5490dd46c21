"""Where surveyors agree and where they differ; what differs stays visible and is never averaged."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from domain.money import rupiah
from domain.sampang.origination.records import Element, SurveyFinding, SurveyMinutes

T = TypeVar("T")
_YES_NO = {True: "ya", False: "tidak"}


def differences(findings: Sequence[SurveyFinding]) -> tuple[str, ...]:
    """One sentence for each thing on which surveyors differ; who said nothing on it differs from nobody."""
    told = (
        _told("Jumlah", findings, lambda one: one.amount, rupiah),
        _told("Jangka waktu", findings, lambda one: one.term_months, lambda months: f"{months} bulan"),
        _told("Karakter pemohon baik", findings, lambda one: one.character_good, _YES_NO.__getitem__),
        _told("Wilayah mendukung", findings, lambda one: one.region_supports, _YES_NO.__getitem__),
    )
    return tuple(filter(None, told))


def common(findings: Sequence[SurveyFinding], value: Callable[[SurveyFinding], T | None]) -> T | None:
    """What every surveyor who said something said alike; None where they differ or nobody spoke."""
    said = {value(one) for one in findings} - {None}
    return said.pop() if len(said) == 1 else None


def judged_in_survey(minutes: SurveyMinutes) -> str:
    """What the minutes of a survey say of the applicant and the surroundings, within a sentence."""
    region = {
        True: "wilayah mendukung",
        False: "wilayah tidak mendukung",
        None: "wilayah diserahkan kepada Pokjanis",
    }
    character = "baik" if minutes.character_good else "tidak baik"
    return f"karakter {character}, {region[minutes.region_supports]}"


def bank_is_missing(findings: Sequence[SurveyFinding]) -> bool:
    """Whether a survey was made without Bank Jatim, which surveys together with the team (VII.4)."""
    return bool(findings) and all(one.element is not Element.BANK for one in findings)


WITHOUT_BANK = "Survei ini tanpa Bank Jatim; menurut VII.4 survei dilakukan bersama Bank Jatim."


def _told(
    title: str,
    findings: Sequence[SurveyFinding],
    value: Callable[[SurveyFinding], T | None],
    words: Callable[[T], str],
) -> str:
    by_value: dict[T, list[str]] = {}
    for one in findings:
        said = value(one)
        if said is not None:
            by_value.setdefault(said, []).append(one.surveyor)
    if len(by_value) < 2:
        return ""
    parts = [f"{words(said)} menurut {', '.join(names)}" for said, names in by_value.items()]
    return f"{title} berbeda: {'; '.join(parts)}."
