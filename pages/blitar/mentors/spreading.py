"""The proposed spread of the kecamatan beside today's: measured, changed pair by pair, and accepted."""

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import pandas as pd
import streamlit as st

from db.blitar.staffing.assignments import apply_spread
from domain.blitar.instruments import at
from domain.blitar.staffing.assignments import Service, SpreadAccepted
from domain.blitar.staffing.changes import burdens, changes, pairs_on, without_anybody
from domain.blitar.staffing.spread import Held, Pairs, Spread, fair_spread, kept, measured
from domain.dates import indonesian_date
from domain.money import number
from domain.problems import Problem
from domain.roles import Person
from pages.blitar.held_list import held_list, let_go, refuse_changed
from pages.blitar.mentors.register import DISTRICT_NAMES, Register
from pages.blitar.mentors.spread_rows import chosen_pairs
from pages.parts.day_field import day_looked_at
from pages.parts.fields import Form
from pages.parts.saving import save
from pages.parts.sending import nonce_of, say_problems
from pages.parts.store import today
from pages.parts.text import plain

_FORM = "pemerataan"
_ROW, _HEAD = 35, 38


def open_spread_anew() -> None:
    """Let the proposal rest on the assignments of now, after the person themselves changed one."""
    let_go(nonce_of(_FORM))


@dataclass(frozen=True, slots=True)
class _Basis:
    """What the proposal for a day rests on, as it was when it was opened."""

    services: tuple[Service, ...]
    present: Pairs
    load: Mapping[str, int]
    held: Held
    proposed: Spread | None


def show_spreading(person: Person, register: Register, load: Mapping[str, int], held: Held) -> None:
    """Show what the solver proposes for a day, what it would gain, and the way to accept it."""
    st.subheader("Usulan pemerataan", anchor=False)
    st.caption(
        f"Peraturan tidak menetapkan ukuran pembagian ({at('11(2)').place}; Fasilitator mengoordinasikan, "
        f"{at('5(3).f').place}). Urutan kantor sendiri, bukan Perbup: lebih dahulu beban terberat dibuat "
        "seringan mungkin, lalu sebanyak mungkin binaan tetap pada Pendampingnya, lalu jarak dari rumah ke "
        "kecamatan sependek mungkin. Program mengusulkan; Anda yang memutuskan."
    )
    day = day_looked_at("Berlaku mulai", "pemerataan-hari", today(), first=today())
    form = Form(f"{nonce_of(_FORM)}:{day}", {}, SpreadAccepted)
    opened = held_list(form.nonce, _basis(register, day, load, held), _in_words, "Penugasan atau beban")
    basis = opened.rows
    if basis.proposed is None:
        st.info(f"Belum ada Pendamping yang bertugas pada {indonesian_date(day)}.")
        return
    before = measured(basis.present, basis.services, basis.load)
    comparison = st.container()
    pairs = chosen_pairs(form, register.labels, changes(basis.present, basis.proposed.pairs, basis.load))
    after = measured(pairs, basis.services, basis.load)
    with comparison:
        _compare(day, before, basis.proposed, after, basis.held)
    _burdens(basis, before, after)
    _accept(person, pairs, day, before=basis.present, changed=opened.changed)


def _basis(register: Register, day: date, load: Mapping[str, int], held: Held) -> _Basis:
    services = register.serving(day)
    present = pairs_on(day, register.deployment.services, register.deployment.assignments)
    proposed = _proposed(services, tuple(sorted(load.items())), present, tuple(sorted(held.items())))
    return _Basis(services, present, load, held, proposed)


def _in_words(basis: _Basis) -> Mapping[Hashable, str]:
    """Who serves, and of every kecamatan its load and who has it."""
    names = {one.mentor_id: one.name for one in basis.services}
    found: dict[Hashable, str] = {number: f"{name} bertugas" for number, name in names.items()}
    for one in changes(basis.present, basis.present, basis.load):
        who = ", ".join(names.get(each, "?") for each in one.before) or "tanpa Pendamping"
        found[one.district.code] = f"{one.district.name}: {one.load} binaan, {who}"
    return found


@lru_cache(maxsize=8)
def _proposed(
    services: tuple[Service, ...],
    load: tuple[tuple[str, int], ...],
    present: Pairs,
    held: tuple[tuple[tuple[int, str], int], ...],
) -> Spread | None:
    return fair_spread(services, tuple(DISTRICT_NAMES), dict(load), present, dict(held))


def _compare(day: date, before: Spread, proposed: Spread, after: Spread, held: Held) -> None:
    rows = [(f"Penugasan pada {indonesian_date(day)}", before), ("Usulan program", proposed)]
    if after.pairs != proposed.pairs:
        rows.append(("Pilihan Anda", after))
    st.dataframe(
        pd.DataFrame(
            {
                "": name,
                "Beban terberat": f"{spread.heaviest} binaan",
                "Beban teringan": f"{spread.lightest} binaan",
                "Jarak seluruhnya": f"{number(round(spread.kilometres))} km",
                "Binaan tetap pada Pendampingnya": number(kept(spread.pairs, held)),
                "Tanpa Pendamping": f"{len(without_anybody(spread.pairs))} kecamatan",
            }
            for name, spread in rows
        ),
        hide_index=True,
    )
    empty = without_anybody(before.pairs)
    if empty:
        names = ", ".join(one.name for one in empty)
        st.caption(f"Binaan di kecamatan yang kosong ({names}) belum dihitung sebagai beban siapa pun.")
    st.caption(
        "Beban: semua binaan terbuka di kecamatannya, siapa pun yang memegangnya; yang dipegang seseorang "
        "ada di tab Daftar. Jarak: garis lurus dari kecamatan tempat tinggal; nol bila "
        "tempat tinggal belum dicatat."
    )


def _burdens(basis: _Basis, before: Spread, after: Spread) -> None:
    in_hand: Counter[int] = Counter()
    for (mentor, _), count in basis.held.items():
        in_hand[mentor] += count
    with st.expander("Beban setiap Pendamping"):
        st.dataframe(
            pd.DataFrame(
                {
                    "Pendamping": one.service.name,
                    "Binaan dipegang": in_hand[one.service.mentor_id],
                    "Binaan di kecamatannya sekarang": one.load_before,
                    "menurut usulan": one.load_after,
                    "Kecamatan sekarang": ", ".join(place.name for place in one.before) or "–",
                    "Kecamatan usulan": ", ".join(place.name for place in one.after) or "–",
                }
                for one in burdens(basis.services, before, after)
            ),
            hide_index=True,
            height=_HEAD + _ROW * len(basis.services),
        )


def _accept(person: Person, pairs: Pairs, day: date, *, before: Pairs, changed: str) -> None:
    empty = without_anybody(pairs)
    if empty:
        st.warning(f"Masih tanpa Pendamping: {', '.join(one.name for one in empty)}.")
    form = Form(nonce_of(_FORM), {}, SpreadAccepted)
    with st.container(border=True):
        st.caption(
            f"Penugasan tetap yang tidak ada dalam tabel berakhir sehari sebelum {indonesian_date(day)}; "
            "penugasan sementara orang lain tetap sampai tanggal akhirnya."
        )
        note = form.ask("note")
        sent = st.button("Terima dan berlakukan", type="primary", key=f"{form.nonce}:form:kirim")
    if not sent or refuse_changed(changed):
        return
    blank = [] if note else [Problem("note", "Alasannya belum ditulis. Pembaca kelak perlu mengetahuinya.")]
    if say_problems([*form.problems, *blank], form):
        return
    said = f"Pembagian kecamatan berlaku mulai {indonesian_date(day)}: {len(pairs - before)} penugasan baru."
    accepted = SpreadAccepted(from_day=day, note=note)
    save(_FORM, apply_spread, person, pairs, accepted, said=plain(said), nonce=form.nonce)
