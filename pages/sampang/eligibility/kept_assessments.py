"""The kept assessments of one application, and what changed between two of them."""

import streamlit as st

from db.sampang.applications.assessments import StoredReceipt
from db.sampang.applications.standing_law import editions, rules_now
from domain.dates import indonesian_moment
from domain.regulation.assessment import Verdict
from domain.regulation.receipt_changes import changes
from domain.regulation.replaying import Replay, Seal, replay_kept
from domain.roles import Person
from domain.sampang.largest import kept_most_in_words
from domain.sampang.law import SAMPANG_LOANS
from pages.parts.store import database
from pages.parts.text import plain
from pages.parts.verdicts import label_of

_SEALS = {
    Seal.INTACT: "✔ Segelnya cocok: isinya masih seperti saat disimpan.",
    Seal.BROKEN: (
        "✕ Segelnya tidak cocok: isi penilaian ini berubah sesudah disimpan. Jangan dipakai; minta "
        "administrator membandingkannya dengan cadangan."
    ),
    Seal.NONE: "Disimpan sebelum penilaian diberi segel, jadi perubahan sesudahnya tidak dapat diperiksa.",
}


def show_history(person: Person, application_id: int, history: tuple[StoredReceipt, ...]) -> None:
    """Show each receipt, newest first, and compare two of them."""
    if not history:
        st.info("Belum ada penilaian yang disimpan.")
        return
    for kept in history:
        _one(person, application_id, kept)
    if len(history) > 1:
        _comparison(history)


def _one(person: Person, application_id: int, kept: StoredReceipt) -> None:
    receipt = kept.receipt
    verdict = Verdict(receipt.verdict)
    most = kept_most_in_words(receipt.most, verdict)
    st.markdown(
        f"**{kept.seq}.** {label_of(verdict)} · paling banyak {most} · "
        f"{indonesian_moment(kept.at)} oleh {plain(kept.by)}"
    )
    why = f"Dinilai ulang karena {plain(kept.because)}.  \n" if kept.because else ""
    version = plain(receipt.application_version)
    st.caption(f"{why}versi ketentuan {receipt.fingerprint} · versi program {version}")
    if st.button(f"Hitung ulang penilaian {kept.seq}", icon=":material/replay:"):
        _replayed(person, application_id, kept)


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


def _replayed(person: Person, application_id: int, kept: StoredReceipt) -> None:
    receipt = kept.receipt
    with database().read() as session:
        found = replay_kept(
            receipt, editions(session), rules_now(session, person, application_id, receipt.day)
        )
    if found.seal is Seal.BROKEN:
        st.error(_SEALS[found.seal])
    else:
        st.caption(_SEALS[found.seal])
    if found.then is None:
        st.warning(f"Tidak dapat dihitung ulang dengan ketentuannya sendiri: {plain(found.why_not)}.")
    elif found.then.same:
        st.success("Dihitung ulang dengan ketentuan, fakta, dan tanggalnya sendiri: hasilnya sama.")
    else:
        _differences("Dihitung ulang dengan ketentuannya sendiri, hasilnya berbeda:", found.then)
    if found.now is not None:
        st.caption("Ketentuan dalam program sudah berubah sejak penilaian itu.")
        if found.now.same:
            st.caption("Dengan ketentuan yang sekarang hasilnya tetap sama.")
        else:
            _differences("Dengan ketentuan yang sekarang:", found.now)


def _differences(heading: str, found: Replay) -> None:
    st.warning("\n".join([heading, "", *(f"- {plain(one)}" for one in found.differences)]))
