"""What each kind of applicant is asked about itself (Lampiran Romawi IV)."""

from datetime import date

import streamlit as st

from domain.sampang.application import BusinessAnswers, CooperativeAnswers, GroupAnswers
from domain.sampang.kinds import MaritalStatus, Premises
from domain.sampang.size_class import size_notice
from pages.parts.fields import Form
from pages.parts.text import plain

_NO_MEETING = "Belum pernah"


def read_cooperative(form: Form, book_years: list[int]) -> CooperativeAnswers:
    """Ask what only a koperasi answers; `book_years` are those that have closed."""
    left, right = st.columns(2)
    with left:
        form.ask("cooperative.level", help="Primer atau sekunder; menentukan plafon (IV.1.a, VIII.1.b)")
        form.ask("cooperative.incorporated_on", help="Berbadan hukum paling sedikit dua tahun (IV.1.a)")
        form.ask("cooperative.grade", help="Cukup berkualitas didahulukan, bukan syarat (IV.1.c)")
        _ask_meetings(form, book_years)
    with right:
        if form.ask(
            "cooperative.functional", help="Agunannya rekomendasi tertulis koperasi sekunder (IV.1.j)"
        ):
            form.ask(
                "cooperative.secondary_recommendation", help="Menjadi agunan koperasi fungsional (IV.1.j)"
            )
        form.ask("cooperative.board_size", help="Semua pengurus menanggung renteng (IV.1.f)")
        form.ask("cooperative.board_signatures", help="Berita acara rapat pengurus lengkap (IV.1.f)")
        form.ask("cooperative.senkuko", help="Koperasi dengan SENKUKO didahulukan, bukan syarat (IV.1.l)")
    return CooperativeAnswers(**form.answers("cooperative"))


def _ask_meetings(form: Form, book_years: list[int]) -> None:
    field = "cooperative.annual_meeting_years"
    stored: tuple[int, ...] | None = form.start.get(field)
    offered = sorted({*book_years, *(stored or ())}, reverse=True)
    chosen = form.several(
        field,
        form.label_of(field),
        [*offered, _NO_MEETING],
        first=[_NO_MEETING] if stored == () else stored or (),
        help="Dua tahun buku terakhir yang sudah tutup (IV.1.d, tafsir S-26)",
    )
    years = tuple(sorted(year for year in chosen if isinstance(year, int)))
    form.answer(field, years if years or _NO_MEETING in chosen else None)


def read_business(form: Form, marital: MaritalStatus | None, day: date) -> BusinessAnswers:
    """Ask what only a usaha mikro, kecil or menengah answers."""
    left, right = st.columns(2)
    with left:
        form.ask("business.founded_on", help="Menentukan ukuran kelas (S-25)")
        form.ask("business.active_since", help="Paling sedikit dua tahun (IV.2.a)")
        form.ask(
            "business.has_licence",
            help="Wajib, kecuali usaha mikro dengan pinjaman di bawah Rp5.000.000 (IV.2.b)",
        )
        _ask_village_letter(form)
    with right:
        if (
            form.ask(
                "business.premises", help="Bila menyewa, perjanjiannya paling sedikit tiga tahun (IV.2.f)"
            )
            is Premises.RENTED
        ):
            form.ask("business.lease_from")
            form.ask("business.lease_until")
        form.ask("business.business_arrears", help="Tidak boleh ada tunggakan kredit (IV.2.d)")
        form.ask("business.owner_arrears", help="Tidak boleh ada tunggakan kredit (IV.2.d)")
        if marital is MaritalStatus.MARRIED:
            form.ask("business.spouse_arrears", help="Apakah ikut dihitung, bergantung tafsir (IV.2.d, S-32)")
    _ask_size(form)
    answers = BusinessAnswers(**form.answers("business"))
    notice = size_notice(answers, day)
    if notice:
        st.warning(plain(notice))
    return answers


def _ask_village_letter(form: Form) -> None:
    st.caption("Surat desa/kelurahan, bagi usaha mikro dengan pinjaman di bawah Rp5.000.000")
    form.ask("business.letter_states_existence", help="Benar ada di desa/kelurahan itu (IV.2.b)")
    form.ask("business.letter_states_small_capital", help="Surat itu menyebut keduanya (IV.2.b)")
    form.ask("business.letter_origin", help="Desa mana yang berwenang, bergantung tafsir (IV.2.b, S-04)")


def _ask_size(form: Form) -> None:
    st.markdown("**Kelas usaha**")
    left, right = st.columns(2)
    with left:
        form.ask("business.net_assets", help="Di luar tanah dan bangunan tempat usaha")
        form.ask("business.annual_sales")
    with right:
        form.ask("business.stated_size")
        form.ask("business.stated_basis")
        form.ask("business.stated_because")


def read_group(form: Form) -> GroupAnswers:
    """Ask what only an LKM or a Sentra answers."""
    left, right = st.columns(2)
    with left:
        form.ask("group.statutes_approved", help="Aturan organisasi yang disahkan Dinas (IV.3.b, IV.4.b)")
    with right:
        form.ask("group.registered_members", help="Paling sedikit 20 (IV.3.d, IV.4.d)")
    return GroupAnswers(**form.answers("group"))
