"""The collateral register of one file: where each pledged thing is, and the form for the next line."""

from collections.abc import Sequence
from uuid import uuid4

import streamlit as st

from db.refusals import Refused
from db.sampang.origination.collateral_register import RegisterLine, record_custody, register_lines
from db.sampang.origination.loan_files import StoredFile
from db.sampang.refusals import Hindered
from domain.dates import indonesian_date
from domain.labelled import Labelled
from domain.money import rupiah
from domain.programme import NotAllowed, may
from domain.roles import Person
from domain.sampang.application import Collateral
from domain.sampang.kinds import CollateralKind
from domain.sampang.origination.custody import Custody, CustodyEntry, CustodyEvent, thing_key
from domain.sampang.origination.stages import COMMITTED, Stage
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from pages.parts.fields import Form
from pages.parts.places import place_link
from pages.parts.store import database, now, today
from pages.parts.text import plain, shortened

_NEEDS_STANDING = (CustodyEvent.LENT_OUT, CustodyEvent.SWAPPED)
_PARTNER = {
    CustodyEvent.RECEIVED: "Petugas bank yang menerima",
    CustodyEvent.DEED: "Notaris",
    CustodyEvent.LAND_CHECK: "Petugas BPN",
}


class Standing(Labelled):
    """The borrower's standing as a person judges it (III.8, S-31)."""

    GOOD = "good", "Baik/tidak cacat"
    IMPAIRED = "impaired", "Cacat"


def show_register(person: Person, stored: StoredFile) -> None:
    """Show every pledged thing with its state and lines, and for those who keep it the form."""
    with database().read() as session:
        lines = register_lines(session, person, stored.id)
    if not stored.file.custody:
        st.info("Tidak ada agunan yang dicatat pada pengajuan ini.")
    may_write = may(person, SampangPermission.RECORD_CUSTODY, SAMPANG)
    in_time = stored.file.stage in (*COMMITTED, Stage.DISBURSED, Stage.WITHDRAWN)
    if may_write and not in_time:
        st.caption("Penyimpanan agunan dicatat sesudah pinjaman ditetapkan (III.10).")
    for place, one in enumerate(stored.file.custody, 1):
        with st.container(border=True):
            _thing(place, one, [line for line in lines if line.entry in one.entries])
            if may_write and in_time and not one.is_gone:
                with st.expander("Catat kejadian"):
                    _form(person, stored, one)


def _thing(place: int, one: Custody, lines: Sequence[RegisterLine]) -> None:
    thing = one.thing
    value = "nilai belum diisi" if thing.value is None else rupiah(thing.value)
    st.markdown(
        f"**{place}. {thing.kind.label}: {plain(shortened(thing.description or 'tanpa keterangan'))}**"
    )
    st.markdown(f"{value} · {_state(one)}")
    for line in lines:
        entry = line.entry
        told = f"{indonesian_date(entry.on)} · {entry.event.label} · {entry.number} · {entry.with_whom}"
        standing = ""
        if line.standing_good is not None:
            word = Standing.GOOD.label if line.standing_good else Standing.IMPAIRED.label
            standing = f" · peminjam dinilai {word.lower()}: {line.standing_reason}"
        st.caption(plain(f"{told}{standing} · dicatat {line.by}"))
    place_link(SAMPANG, "III.10", key=f"register-{place}")


def _state(one: Custody) -> str:
    if one.is_gone:
        return "sudah ditukar atau diserahkan kembali"
    if one.thing.kind is CollateralKind.GOODS:
        return "barang tidak disimpan bank; pernyataannya ada dalam berkas (III.9)"
    where = "sedang dipinjam peminjam" if one.is_lent_out else "belum disimpan di Bank Jatim"
    told = ["✔ disimpan di Bank Jatim" if one.is_kept else f"… {where}"]
    told.append("✔ diikat notaris" if one.is_bound else "… belum diikat notaris")
    if one.thing.kind is CollateralKind.LAND:
        told.append("✔ dicek BPN" if one.is_checked else "… belum dicek BPN")
    return " · ".join(told)


def _form(person: Person, stored: StoredFile, one: Custody) -> None:
    slot = f"custody-nonce-{stored.id}-{thing_key(one.thing)}"
    nonce = st.session_state.setdefault(slot, uuid4().hex)
    form = Form(nonce, {"on": today()})
    event = form.choice("event", "Kejadian", CustodyEvent)
    if event is None:
        st.caption("Pilih dahulu apa yang terjadi.")
        return
    with st.form(f"{nonce}:{event}", enter_to_submit=False):
        on = form.day("on", "Tanggal")
        number = form.text("number", "Nomor tanda terima, akta, atau surat")
        with_whom = form.text("with_whom", _PARTNER.get(event, "Dengan siapa"))
        standing, reason = _standing(form) if event in _NEEDS_STANDING else (None, "")
        replacement = _replacement(form) if event is CustodyEvent.SWAPPED else None
        note = form.text("note", "Catatan", long=True)
        sent = st.form_submit_button("Catat", type="primary")
    if not sent:
        return
    if form.problems or on is None or not number or not with_whom:
        form.say(form.problems)
        st.error("Belum tercatat: isi tanggal, nomor surat, dan dengan siapa.")
        return
    entry = CustodyEntry(
        thing=thing_key(one.thing),
        event=event,
        on=on,
        number=number,
        with_whom=with_whom,
        note=note,
        replacement=replacement,
    )
    if _recorded(person, stored, entry, standing, reason, nonce):
        st.session_state.pop(slot, None)
        st.rerun()


def _standing(form: Form) -> tuple[bool | None, str]:
    told = form.choice("standing", "Peminjam dinilai", Standing, help="Penilaian Anda, bukan hitungan (S-31)")
    reason = form.text("standing_reason", "Alasan penilaian", long=True)
    return (None if told is None else told is Standing.GOOD), reason


def _replacement(form: Form) -> Collateral | None:
    st.markdown("**Agunan pengganti** (senilai, III.8)")
    kind = form.choice("replacement_kind", "Jenis", CollateralKind)
    description = form.text("replacement_description", "Keterangan")
    value = form.rupiah("replacement_value", "Nilai")
    assessed_by = form.text("replacement_assessed_by", "Ditaksir oleh, atau penerbit surat harga")
    if kind is None:
        return None
    return Collateral(kind=kind, description=description, value=value, assessed_by=assessed_by)


def _recorded(
    person: Person, stored: StoredFile, entry: CustodyEntry, standing: bool | None, reason: str, nonce: str
) -> bool:
    try:
        with database().write() as session:
            record_custody(
                session,
                person,
                stored.id,
                entry,
                standing_good=standing,
                standing_reason=reason,
                nonce=nonce,
                at=now(),
            )
    except Hindered as hindered:
        st.error("Belum dapat dicatat:\n" + "\n".join(f"- {plain(one.told)}" for one in hindered.hindrances))
        return False
    except (Refused, NotAllowed) as refusal:
        st.error(plain(refusal.sentence))
        return False
    return True
