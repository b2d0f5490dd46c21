"""Bringing a list of binaan: the template, what is new, known, alike or wrong, and the sending."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import streamlit as st

from db.blitar.caseload.client_list import KnownBinaan, ListKnown, look_up_list, take_in_list
from documents.blitar.client_list_book import CLIENT_LIST_BOOK
from domain.blitar.client import Client
from domain.blitar.client_list.list_columns import ListedKind
from domain.blitar.client_list.list_rows import ListedClient, ListRead, read_client_list
from domain.money import number
from domain.regions.regions import BLITAR_REGENCY, district
from domain.roles import Person
from pages.blitar.clients.bringing.lists_taken_part import show_lists_taken
from pages.blitar.clients.card.card_places import back_to_list
from pages.blitar.clients.card.care import carers_for
from pages.blitar.screens import CLIENTS
from pages.parts.fields import Form
from pages.parts.saved_notice import NextStep, Saved, say_saved
from pages.parts.sending import say_problems, send
from pages.parts.store import database, today
from pages.parts.text import plain, shortened
from pages.parts.workbook_pile import Brought, bring, offer_template, put_away, show_notes, show_returned

LIST_IN_ADDRESS: Final = "daftar"
_KEY: Final = "daftar-binaan"
_READ: Final = "daftar-binaan:baris"
_SHOWN: Final = 50
_MENDING: Final = ". Yang benar tetap dapat dimasukkan; unduh yang salah, perbaiki, lalu unggah lagi."


@dataclass(frozen=True, slots=True)
class _Looked:
    """What a list comes to against the store."""

    read: ListRead
    found: ListKnown

    def at(self, places: Iterable[int]) -> list[ListedClient]:
        return [self.read.clients[place] for place in places]

    @property
    def fresh(self) -> list[int]:
        known = {*self.found.known, *self.found.like}
        return [place for place in range(len(self.read.clients)) if place not in known]


def show_client_list(person: Person) -> None:
    """Show the three steps: the template or an export, what was found of it, and the taking in."""
    back_to_list()
    st.title("Daftar binaan")
    st.markdown("1. Ekspor dari SIDT atau OSS (.xlsx, .csv), atau isi templat.")
    offer_template(CLIENT_LIST_BOOK, "templat-daftar-binaan.xlsx")
    st.markdown("2. Unggah daftarnya. Belum ada yang disimpan.")
    brought = bring(CLIENT_LIST_BOOK, person, _KEY, "Daftar binaan (.xlsx atau .csv)")
    if brought is not None:
        _look(person, brought)
    else:
        show_lists_taken(person)


def _look(person: Person, brought: Brought) -> None:
    show_notes(brought)
    form = Form(brought.nonce, {"since": today(), "otherwise": ListedKind.MICRO}, Client)
    otherwise = form.one_of("otherwise", "Baris tanpa jenis adalah", ListedKind) or ListedKind.MICRO
    looked = _looked(person, brought, otherwise)
    fresh, found = looked.fresh, looked.found
    with st.container(horizontal=True):
        st.metric("Baru", number(len(fresh)), width="content")
        st.metric("Sudah tercatat", number(len(found.known)), width="content")
        st.metric("Nama mirip", number(len(found.like)), width="content")
        wrong = sum(bool(one.faults) for one in looked.read.bad)
        st.metric("Perlu diperbaiki", number(wrong), width="content")
    show_returned(CLIENT_LIST_BOOK, looked.read.bad, _MENDING, "binaan-dikembalikan.xlsx")
    if found.known:
        with st.expander(f"{number(len(found.known))} sudah tercatat dan tidak dimasukkan lagi"):
            _show_pairs(looked, {place: (one,) for place, one in found.known.items()}, "known")
    taken = [*fresh, *_alike_taken(looked, form)]
    if not taken:
        st.warning("Belum ada binaan baru yang dapat dimasukkan.")
        return
    _show_new(looked.at(fresh))
    _send(person, looked.at(sorted(taken)), form)


def _looked(person: Person, brought: Brought, otherwise: ListedKind) -> _Looked:
    """What the list comes to, looked up once; the sending looks again."""
    key, kept = (brought.nonce, otherwise), st.session_state.get(_READ)
    if kept is None or kept[0] != key:
        with st.spinner("Memeriksa daftar …"):
            read = read_client_list(brought.told.lines, today(), otherwise)
            with database().read() as session:
                found = look_up_list(session, person, [(one.client, one.sign) for one in read.clients])
        kept = (key, _Looked(read, found))
        st.session_state[_READ] = kept
    looked: _Looked = kept[1]
    return looked


def _alike_taken(looked: _Looked, form: Form) -> Sequence[int]:
    like = looked.found.like
    if not like:
        return ()
    with st.expander(
        f"{number(len(like))} bernama mirip dengan binaan di kecamatan yang sama", expanded=True
    ):
        _show_pairs(looked, like, "like")
        told = f"Memang usaha lain: ikutkan juga {number(len(like))} baris ini"
        return tuple(like) if st.checkbox(told, key=f"{form.nonce}:mirip") else ()


def _show_pairs(looked: _Looked, pairs: Mapping[int, Sequence[KnownBinaan]], name: str) -> None:
    """Each line beside the binaan that it may mean, with a link, the status and why."""
    with st.container(height=260 if len(pairs) > 6 else "content", key=f"{_KEY}-{name}"):
        for place, others in list(pairs.items())[:_SHOWN]:
            line = looked.read.clients[place]
            for other in others:
                with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                    st.markdown(
                        f"Baris {line.line} · {plain(shortened(line.client.name))} →", width="content"
                    )
                    label = f":primary[{plain(other.number)} · {plain(shortened(other.name))}]"
                    st.page_link(CLIENTS, label=label, query_params={"binaan": str(other.id)})
                    status = "masih didampingi" if other.is_open else "pendampingan sudah berakhir"
                    st.markdown(f"{status} · {other.why}", width="content")
    if len(pairs) > _SHOWN:
        st.caption(f"Ditampilkan {_SHOWN} baris pertama.")


def _show_new(new: Sequence[ListedClient]) -> None:
    lines = []
    for one in new[:_SHOWN]:
        place = district(one.client.place.district_code or "")
        where = f"Kec. {place.name}" if place else "kecamatan belum diketahui"
        trade = one.client.sector.label if one.client.sector else "bidang belum diketahui"
        lines.append(f"- Baris {one.line} · {plain(shortened(one.client.name))} · {where} · {trade}")
    if lines:
        with st.container(height=260 if len(lines) > 7 else "content"):
            st.markdown("\n".join(lines))
    if len(new) > _SHOWN:
        st.caption(f"Ditampilkan {_SHOWN} baris pertama dari {number(len(new))}.")


def _send(person: Person, taken: Sequence[ListedClient], form: Form) -> None:
    st.markdown("3. Masukkan yang benar.")
    since = form.day("since", "Didampingi sejak")
    carers = carers_for(person, since or today())
    by_district = {code: one for code, one in carers.by_district.items() if one in carers.names}
    lacking = sum(one.client.place.district_code not in by_district for one in taken)
    waits = f"; {number(lacking)} belum ada Pendampingnya" if lacking else ""
    st.caption(
        f"Tiap binaan diberikan kepada Pendamping kecamatannya{waits}. "
        "Pemberitahuan data pribadi belum tercatat untuk semuanya: sampaikan pada kunjungan pertama. Kisah "
        "dan foto tidak ditampilkan di luar Dinas sebelum binaan menyetujuinya."
    )
    label = f"Masukkan {number(len(taken))} binaan"
    if not st.button(label, type="primary", key=f"{form.nonce}:kirim") or say_problems(form.problems, form):
        return
    if since is not None:
        _take_in(person, taken, by_district, since, form)


def _take_in(
    person: Person, taken: Sequence[ListedClient], carers: Mapping[str, int], since: date, form: Form
) -> None:
    told = [(one.client, one.sign) for one in taken]
    done = send(
        lambda session, at: take_in_list(
            session, person, told, carers=carers, since=since, nonce=form.nonce, at=at
        ),
        fields=form,
    )
    if done is None:
        return
    put_away(_KEY)
    st.session_state.pop(_READ, None)
    new = done.result.numbers
    span = f": {new[0]}" + (f" sampai {new[-1]}" if len(new) > 1 else "") if new else ""
    known = f" {number(done.result.known)} ternyata sudah tercatat." if done.result.known else ""
    says = f"{number(len(new))} binaan {BLITAR_REGENCY.name} masuk{span}.{known}"
    say_saved(Saved(says, correcting=_CORRECTING, next_step=_TO_LIST))
    st.rerun()


_CORRECTING: Final = "Isinya dapat diubah di kartunya. Salah daftar? Batalkan semuanya di bawah."
_TO_LIST: Final = NextStep("Buka daftar Binaan", CLIENTS, {})
