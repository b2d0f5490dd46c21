"""On Beranda, under what waits: the undecided applications by verdict, and the newest of all."""

from collections.abc import Sequence

import streamlit as st

from db.sampang.applications.application_list import Filter, ListRow, counts_by_verdict, list_applications
from domain.dates import indonesian_date
from domain.money import number, rupiah
from domain.programme import may
from domain.regulation.assessment import Verdict
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from domain.sampang.origination.stages import UNDECIDED
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from pages.parts.store import database
from pages.parts.text import plain, shortened
from pages.parts.verdicts import label_of
from pages.parts.work_card import GO, work_card
from pages.sampang.eligibility.application_list import RESULT_IN_ADDRESS
from pages.sampang.law import law_today
from pages.sampang.screens import ELIGIBILITY
from pages.sampang.standing import DUE, bring_up_to_date

_NEWEST = 5
_TEAM_FIRST = (
    Verdict.NEEDS_JUDGEMENT,
    Verdict.DEPENDS_ON_READING,
    Verdict.QUALIFIES,
    Verdict.INCOMPLETE,
    Verdict.NOT_QUALIFIED,
)
_OFFICER_FIRST = (
    Verdict.INCOMPLETE,
    Verdict.DEPENDS_ON_READING,
    Verdict.NEEDS_JUDGEMENT,
    Verdict.QUALIFIES,
    Verdict.NOT_QUALIFIED,
)


def show_applications(person: Person) -> None:
    """Show both to whoever reads applications."""
    if may(person, SampangPermission.READ_APPLICATIONS, SAMPANG):
        bring_up_to_date(person)
        law = law_today()
        _eligibility(person, law)
        _newest(person, law)


def _eligibility(person: Person, law: LawInForce) -> None:
    with database().read() as session:
        counts = counts_by_verdict(session, person, Filter(stages=UNDECIDED), law=law)
    st.subheader("Kelayakan berkas yang belum diputus", anchor=False)
    order = _OFFICER_FIRST if may(person, SampangPermission.ENTER_APPLICATIONS, SAMPANG) else _TEAM_FIRST
    with st.grid("auto", min_column_width=180, gap="small"):
        for verdict in order:
            count = counts.get(verdict, 0)
            with work_card(label_of(verdict), count):
                st.page_link(
                    ELIGIBILITY,
                    label=f"Lihat {number(count)} pengajuan",
                    icon=GO,
                    query_params={RESULT_IN_ADDRESS: verdict.value},
                )


def _newest(person: Person, law: LawInForce) -> None:
    with database().read() as session:
        # Of the undecided ones, so that older loans that were taken over never push them away.
        wanted = Filter(stages=UNDECIDED)
        rows = list_applications(session, person, wanted, page_size=_NEWEST, law=law, total=_NEWEST).rows
    st.subheader("Pengajuan terbaru", anchor=False)
    if not rows:
        st.caption("Belum ada pengajuan. Mulailah dengan mengisi yang pertama.")
    _rows(rows)


def _rows(rows: Sequence[ListRow]) -> None:
    for row in rows:
        with st.container(border=True, gap="xsmall"):
            st.page_link(
                ELIGIBILITY,
                label=f"**{plain(shortened(row.name, 60)) or 'Tanpa nama'}** · {plain(row.number)}",
                icon=GO,
                query_params={"no": str(row.id)},
            )
            amount = rupiah(row.amount) if row.amount is not None else "jumlah belum diisi"
            filed = (
                f"{row.status.dated} {indonesian_date(row.filed_on)}" if row.filed_on else "belum bertanggal"
            )
            verdict = DUE if row.is_due else label_of(row.verdict)
            told = (row.kind.label, row.status.label.lower(), amount, filed, verdict)
            st.caption(" · ".join(told))
