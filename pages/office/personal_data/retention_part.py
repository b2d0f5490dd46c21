"""Retensi: for how long each kind is kept, what is due today, what is held back, and the list of the year."""

import pandas as pd
import streamlit as st

from db.office.erasures import hold_erasure, propose_erasure
from db.office.retention_reading import READERS, ErasureList, RetentionNow, erasure_lists, retention_now
from domain.dates import indonesian_date
from domain.money import number
from domain.programme import Programme, may
from domain.regulation.wording import measure
from domain.retention.erasure_asked import ErasureAsked, Holding
from domain.retention.retention_kinds import BASIS, Due, Kept
from domain.roles import OfficePermission, Person
from pages.office.personal_data.retention_lists import show_lists
from pages.parts.acting import must_be_in_one
from pages.parts.fields import Form
from pages.parts.installation import served
from pages.parts.programme_choice import one_of_programmes
from pages.parts.saving import save
from pages.parts.sending import nonce_of, say_problems
from pages.parts.store import database, today
from pages.parts.text import plain

_LIST, _HOLD = "retensi-usul", "retensi-tahan"
_WHAT_GOES = (
    "Yang dihapus: nama, NIK, telepon, alamat, pasangan, pengurus, foto dan pindaian, isi PDF surat (juga "
    "surat yang memuat beberapa orang), dan catatan bebas tentang orangnya. Yang tetap: nomor, jumlah uang, "
    "tanggal, putusan, pembukuan, kecamatan, dan jejak siapa berbuat apa. Sesudah itu orangnya tampil "
    "sebagai “dihapus (retensi tahun itu)” dan tidak dapat dicari lagi. **Penghapusan tidak dapat "
    "dibatalkan.**"
)


def show_retention() -> None:
    """Show what is due in a programme, and let two people agree on the list."""
    person, allowed = must_be_in_one(served(), OfficePermission.READ_OWN_RECORD)
    programme = one_of_programmes(allowed, "retensi-program")
    if not any(may(person, one, programme) for one in READERS):
        st.info("Daftar retensi disusun administrator dan disetujui pimpinan programnya.")
        return
    with database().read() as session:
        now = retention_now(session, person, programme, today())
        lists = erasure_lists(session, person, programme)
    _show_settings(now.kept)
    _show_due(now)
    if now.due:
        _hold(person, programme, now)
    _propose(person, programme, now, lists)
    show_lists(person, programme, lists)


def _show_settings(kept: tuple[Kept, ...]) -> None:
    st.subheader("Berapa lama disimpan", anchor=False)
    st.markdown("\n".join(f"- {_told(one)}" for one in kept))
    st.caption(
        f"{BASIS} Masa simpan diusulkan dan disetujui pada Dasar hukum (ketetapan kantor). Selama belum "
        "ditetapkan, tidak ada data jenis itu yang masuk daftar."
    )


def _told(kept: Kept) -> str:
    kind = kept.kind
    if kept.length is None or kept.since is None:
        least = f"paling sedikit {measure(kind.least, kind.unit)}"
        return f"**{plain(kind.label)}**: belum ditetapkan ({least}; {plain(kind.because)})"
    year = " terhitung dari akhir tahunnya" if kind.from_year_end else ""
    length = measure(kept.length, kind.unit)
    since = indonesian_date(kept.since)
    return f"**{plain(kind.label)}**: {length} sejak {plain(kind.event)}{year} (ketetapan sejak {since})"


def _show_due(now: RetentionNow) -> None:
    st.subheader(f"Jatuh tempo hari ini: {number(len(now.due))}", anchor=False)
    if not now.due:
        st.info("Tidak ada data yang masa simpannya sudah habis.")
        return
    labels = {one.kind.key: one.kind for one in now.kept}
    rows = [_row(one, labels[one.kind].label, labels[one.kind].event, now) for one in now.due]
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch")


def _row(one: Due, label: str, event: str, now: RetentionNow) -> dict[str, str | int]:
    held = now.held.get(one.key)
    return {
        "Nomor": one.number,
        "Nama": one.name,
        "Boleh dihapus sejak": indonesian_date(one.due_on),
        "Ditahan": f"sampai {indonesian_date(held.until)}, {held.by}: {held.reason}" if held else "",
        "Keping": one.pieces,
        "Jenis": label,
        "Sebab": f"{event}, {indonesian_date(one.event_on)}",
    }


def _hold(person: Person, programme: Programme, now: RetentionNow) -> None:
    fields = Form(nonce_of(_HOLD), {}, Holding)
    with st.expander("Tahan seseorang dari daftar", icon=":material/pan_tool:"):
        st.caption("Mis. ada sengketa, perkara atau pemeriksaan. Penahanan berakhir sendiri pada harinya.")
        by_key = {f"{one.kind}:{one.id}": one for one in now.due if one.id}
        chosen = st.selectbox(
            "Siapa",
            list(by_key),
            index=None,
            placeholder="Pilih dari yang jatuh tempo",
            format_func=lambda key: f"{by_key[key].number} · {by_key[key].name}",
            key=f"{fields.nonce}:siapa",
        )
        fields.ask("reason")
        fields.ask("until")
        sent = st.button("Tahan", key=f"{fields.nonce}:kirim")
    if not sent:
        return
    if chosen is None:
        st.error("Pilih dahulu siapa yang ditahan dari daftar.")
        return
    if say_problems([*fields.problems, *fields.blanks()], fields):
        return
    due, holding = by_key[chosen], Holding(**fields.answers())
    given = (person, programme, due.kind, due.id, holding)
    save(_HOLD, hold_erasure, *given, said=f"{due.number} ditahan.", fields=fields, nonce=fields.nonce)


def _propose(person: Person, programme: Programme, now: RetentionNow, lists: tuple[ErasureList, ...]) -> None:
    count = sum(one.key not in now.held for one in now.due)
    if not count or any(one.waits for one in lists):
        return
    st.subheader(f"Daftar “akan dihapus” {today().year}", anchor=False)
    st.markdown(_WHAT_GOES)
    if not may(person, OfficePermission.PROPOSE_ERASURE, programme):
        st.caption(
            "Daftar diusulkan administrator; sesudah itu Anda menyetujui atau mengembalikannya di sini."
        )
        return
    fields = Form(nonce_of(_LIST), {}, ErasureAsked)
    fields.ask("reason", hint="mis. jadwal retensi arsip, nomor nota dinas")
    sent = st.button(
        f"Usulkan {number(count)} yang tidak ditahan", type="primary", key=f"{fields.nonce}:kirim"
    )
    if not sent or say_problems([*fields.problems, *fields.blanks()], fields):
        return
    said = "Daftar diusulkan; orang lain yang berwenang menyetujuinya. Belum ada yang dihapus."
    asked = ErasureAsked(**fields.answers())
    save(_LIST, propose_erasure, person, programme, asked, said=said, fields=fields, nonce=fields.nonce)
