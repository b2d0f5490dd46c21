"""The kept assessments of one application, and what changed between two of them."""

import streamlit as st

from db.sampang.applications.assessments import StoredReceipt
from domain.dates import indonesian_moment
from domain.money import rupiah
from domain.regulation.assessment import Verdict
from domain.regulation.receipt_changes import changes
from domain.regulation.receipts import replay
from domain.sampang.law import SAMPANG_LOANS
from pages.parts.text import plain
from pages.parts.verdicts import label_of


def show_history(history: tuple[StoredReceipt, ...]) -> None:
    """Show each receipt, newest first, and compare two of them."""
    if not history:
        st.info("Belum ada penilaian yang disimpan.")
        return
    for kept in history:
        receipt = kept.receipt
        most = "-" if receipt.most is None else rupiah(receipt.most)
        st.markdown(
            f"**{kept.seq}.** {label_of(Verdict(receipt.verdict))} · paling banyak {most} · "
            f"{indonesian_moment(kept.at)} oleh {plain(kept.by)}"
        )
        st.caption(
            f"versi ketentuan {receipt.fingerprint} · versi program {plain(receipt.application_version)}"
        )
    if len(history) > 1:
        _comparison(history)
    if st.button("Hitung ulang penilaian terakhir"):
        _replayed(history[0])


def _comparison(history: tuple[StoredReceipt, ...]) -> None:
    st.subheader("Bandingkan dua penilaian")
    by_number = {kept.seq: kept.receipt for kept in history}
    left, right = st.columns(2)
    before = left.selectbox("Dari penilaian", sorted(by_number), index=len(history) - 2)
    after = right.selectbox("ke penilaian", sorted(by_number), index=len(history) - 1)
    told = changes(SAMPANG_LOANS, by_number[before], by_number[after])
    for sentence in told:
        st.markdown(f"- {plain(sentence)}")
    if not told:
        st.caption("Tidak ada fakta atau hasil yang berubah.")


def _replayed(kept: StoredReceipt) -> None:
    found = replay(kept.receipt, SAMPANG_LOANS)
    if found.same:
        st.success("Dihitung ulang dengan fakta dan tanggalnya sendiri: hasilnya sama.")
    for difference in found.differences:
        st.warning(plain(difference))
    if found.rules_changed:
        st.caption("Ketentuan dalam program sudah berubah sejak penilaian itu.")
