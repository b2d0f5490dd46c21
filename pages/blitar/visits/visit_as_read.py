"""A visit as one reads it: what was done, found, recommended and measured, and who did what when."""

import streamlit as st

from db.blitar.visiting.opened_visit import OpenedVisit
from domain.blitar.caseload.progress import Rung
from domain.blitar.indicators import OFFICE_OWN, Indicator, in_words
from domain.blitar.instruments import at
from domain.blitar.visiting.presence import CAUTION, RULE
from domain.blitar.visiting.visit import COUNTED, IndicatorChange, Source, VisitPlace, VisitState
from domain.dates import indonesian_date, indonesian_moment
from domain.regions.regions import district
from pages.blitar.screens import CLIENTS
from pages.blitar.visits.visit_filters import state_words
from pages.blitar.visits.weeks import week_in_words
from pages.parts.text import plain, shortened

_STEPS = {
    VisitState.DRAFT: "Ditarik",
    VisitState.SENT: "Dikirim",
    VisitState.RETURNED: "Dikembalikan",
    VisitState.VERIFIED: "Diverifikasi",
}


def show_heading(found: OpenedVisit) -> None:
    """Show whom, when, where, by whom, and how it stands."""
    st.title(plain(shortened(found.client_name, 120)))
    visit = found.visit
    when = f"{indonesian_date(visit.on)}, {visit.day_part.label}"
    st.markdown(f"**{state_words(found.state)}** · {when} · {_place(found)}")
    st.caption(f"{found.client_number} · {found.client_kind.label} · Pendamping {plain(found.mentor_name)}")
    st.page_link(
        CLIENTS,
        label=":primary[Buka kartu binaan]",
        icon=":material/diversity_3:",
        query_params={"binaan": str(visit.client_id)},
    )


def show_text(found: OpenedVisit) -> None:
    """Show everything that was recorded."""
    visit = found.visit
    st.subheader("Yang dilakukan", anchor=False)
    for task in visit.tasks:
        st.markdown(f"- {task.label} ({task.citation.place})")
    parts = ", ".join(part.label for part in visit.parts) or "belum dipilih"
    st.markdown(f"Komponen laporan ({at('16(2)').place}): **{parts}**")
    _told("Permasalahan", visit.problem)
    _told("Rekomendasi", visit.recommendation)
    if visit.agency:
        st.markdown(f"Perlu tindakan **{plain(visit.agency)}** ({at('13(2)').place}).")
    _measured(found)
    _told("Bukti", visit.shown_by)
    _told("Catatan", visit.note)


def show_oddities(found: OpenedVisit) -> None:
    """Show what a person should look at, and the week of the Pendamping."""
    for told in found.warnings:
        st.warning(f"⚠ {plain(told)}")
    st.markdown(week_in_words(found.week))
    st.caption(f"{RULE.place}, menurut kunjungan yang dikirim. {CAUTION}")


def show_history(found: OpenedVisit) -> None:
    """Show who did what when."""
    st.subheader("Riwayat", anchor=False)
    how = " dari formulir kertas" if found.visit.source is Source.PAPER else ""
    st.markdown(f"- Dicatat{how} oleh {plain(found.entered_by)}, {indonesian_moment(found.entered_at)}")
    for step in found.steps:
        note = f": {plain(step.note)}" if step.note else ""
        st.markdown(f"- {_STEPS[step.state]} oleh {plain(step.by)}, {indonesian_moment(step.at)}{note}")


def _told(label: str, text: str) -> None:
    if text:
        st.markdown(f"**{label}**: {plain(text)}")


def _measured(found: OpenedVisit) -> None:
    if not found.visit.changes:
        return
    st.subheader("Indikator yang ditemukan", anchor=False)
    for change in found.visit.changes:
        st.markdown(_change(found, change))
    waits = "" if found.state in COUNTED else " Kunjungan ini belum dikirim."
    st.caption(f"{OFFICE_OWN} Nilai berlaku setelah kunjungan diverifikasi.{waits}")


def _change(found: OpenedVisit, change: IndicatorChange) -> str:
    indicator = change.indicator
    before = "" if found.rungs is None else f"data awal{_first(indicator, found.rungs.get(indicator))} → "
    shown = f"bukti: {plain(change.evidence)}" if change.evidence else "tanpa bukti"
    return (
        f"- **{indicator.label}** ({indicator.goal.citation.place}): {before}"
        f"**{in_words(indicator, change.value)}** · {shown}"
    )


def _first(indicator: Indicator, rung: Rung | None) -> str:
    first = rung.baseline if rung else None
    since = f" {indonesian_date(first.on)}" if first else ""
    return f"{since} {in_words(indicator, first.value if first else None)}"


def _place(found: OpenedVisit) -> str:
    visit = found.visit
    if visit.place is VisitPlace.OFFICE:
        return "di kantor"
    place = district(visit.district_code) if visit.district_code else None
    return f"di lapangan, Kecamatan {place.name}" if place else "di lapangan, kecamatan belum dipilih"
