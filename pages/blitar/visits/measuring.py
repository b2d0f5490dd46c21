"""Indicators found at a visit: a block that opens on demand, with what is known (Pasal 2 ayat (2))."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import streamlit as st

from domain.blitar.caseload.progress import Rung
from domain.blitar.indicators import OFFICE_OWN, Indicator, Shape, in_words, indicators_of
from domain.blitar.kinds import SubjectKind
from domain.blitar.visiting.visit import IndicatorChange, Visit
from domain.dates import indonesian_date
from domain.problems import Problem
from pages.blitar.visits.thumb_fields import VisitForm

_CHOSEN = "indicators"
_BLANK = "Isi nilai yang ditemukan, atau lepaskan pilihan indikatornya."


def first_measured(visit: Visit) -> dict[str, Any]:
    """The first values of the block's fields."""
    found: dict[str, Any] = {_CHOSEN: [one.indicator for one in visit.changes]}
    for one in visit.changes:
        value = bool(one.value) if one.indicator.shape is Shape.YES_NO else one.value
        found |= {_name(one.indicator, "value"): value, _name(one.indicator, "evidence"): one.evidence}
    return found


def ask_measured(
    form: VisitForm, visit: Visit, kind: SubjectKind, rungs: Mapping[Indicator, Rung] | None
) -> tuple[tuple[IndicatorChange, ...], tuple[Problem, ...]]:
    """Ask which indicators were found changed or measured again, and each value with its evidence.

    Without `rungs` nothing is said of what stands already: this person may not see it.
    """
    found, problems = [], []
    with st.expander("Indikator yang ditemukan", expanded=bool(visit.changes), icon=":material/trending_up:"):
        st.caption(f"{OFFICE_OWN} Yang diisi berlaku setelah kunjungan diverifikasi.")
        words = {one: _named(one, rungs) for one in indicators_of(kind)}
        chosen = form.pills(_CHOSEN, "Pilih yang diperiksa pada kunjungan ini", words)
        for indicator in (one for one in words if one in chosen):
            value, evidence = _ask(form, indicator, rungs)
            if value is not None:
                found.append(IndicatorChange(indicator=indicator, value=value, evidence=evidence))
            elif not any(one.field == _name(indicator, "value") for one in form.problems):
                problems.append(Problem(_name(indicator, "value"), _BLANK))
        form.slot("changes")
    return tuple(found), tuple(problems)


def _named(indicator: Indicator, rungs: Mapping[Indicator, Rung] | None) -> str:
    if rungs is None:
        return indicator.label
    rung = rungs.get(indicator)
    newest = (rung.latest or rung.baseline) if rung else None
    return f"{indicator.label}: {in_words(indicator, newest.value if newest else None)}"


def _ask(
    form: VisitForm, indicator: Indicator, rungs: Mapping[Indicator, Rung] | None
) -> tuple[int | None, str]:
    rung = rungs.get(indicator) if rungs else None
    with st.container(border=True):
        st.markdown(f"**{indicator.label}** · {indicator.goal.label} ({indicator.goal.citation.place})")
        for label, one in (("Data awal", rung and rung.baseline), ("Terakhir", rung and rung.latest)):
            if one:
                st.caption(f"{label} {indonesian_date(one.on)}: {in_words(indicator, one.value)}")
        if rungs is not None and (rung is None or rung.baseline is None):
            st.caption("Data awalnya belum dicatat, jadi kemajuannya belum dapat dibandingkan.")
        value = _value(form, indicator)
        evidence = form.ask(
            _name(indicator, "evidence"),
            at="changes.0.evidence",
            aside="nomor surat atau foto",
            hint="mis. NIB 9120…, foto 3",
        )
    return value, evidence


def _value(form: VisitForm, indicator: Indicator) -> int | None:
    name = _name(indicator, "value")
    match indicator.shape:
        case Shape.YES_NO:
            told = form.yes_no(name, "Sekarang ada?")
            return None if told is None else int(told)
        case Shape.COUNT:
            return form.count(name, "Sekarang berapa")
        case Shape.RUPIAH:
            return form.rupiah(name, "Sekarang berapa rupiah")
    raise AssertionError(indicator.shape)


def _name(indicator: Indicator, field: str) -> str:
    return f"changes.{indicator.value}.{field}"


def by_indicator(problems: Iterable[Problem], changes: tuple[IndicatorChange, ...]) -> Iterator[Problem]:
    """The same problems, each change by its indicator instead of its place."""
    for problem in problems:
        block, _, rest = problem.field.partition(".")
        place, _, field = rest.partition(".")
        if block == "changes" and field:
            yield Problem(_name(changes[int(place)].indicator, field), problem.sentence)
        else:
            yield problem
