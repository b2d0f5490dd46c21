"""What each kind of applicant is asked about itself (Lampiran Romawi IV)."""

from datetime import date

import streamlit as st

from domain.sampang.application import BusinessAnswers, CooperativeAnswers, GroupAnswers
from domain.sampang.kinds import (
    CooperativeGrade,
    CooperativeLevel,
    LetterOrigin,
    MaritalStatus,
    Premises,
    SizeBasis,
    SizeClass,
)
from domain.sampang.size_class import size_notice
from pages.parts.fields import Form
from pages.parts.text import plain

_NO_MEETING = "Belum pernah"


def read_cooperative(form: Form, book_years: list[int]) -> CooperativeAnswers:
    """Ask what only a koperasi answers; `book_years` are those that have closed."""
    left, right = st.columns(2)
    with left:
        level = form.choice(
            "cooperative.level", "Tingkat menurut catatan Dinas", CooperativeLevel, help="IV.1.a"
        )
        since = form.day("cooperative.incorporated_on", "Tanggal pengesahan badan hukum", help="IV.1.a")
        grade = form.choice("cooperative.grade", "Peringkat terakhir", CooperativeGrade, help="IV.1.c")
        meetings = _meetings(form, book_years)
    with right:
        functional = form.yes_no(
            "cooperative.functional", "Koperasi fungsional menurut Dinas?", help="IV.1.j"
        )
        letter = None
        if functional:
            letter = form.yes_no(
                "cooperative.secondary_recommendation",
                "Ada rekomendasi tertulis koperasi sekunder?",
                help="IV.1.j",
            )
        board = form.count("cooperative.board_size", "Jumlah seluruh pengurus", help="IV.1.f")
        signed = form.count(
            "cooperative.board_signatures",
            "Pengurus yang menandatangani berita acara tanggung renteng",
            help="IV.1.f",
        )
        senkuko = form.yes_no("cooperative.senkuko", "Mempunyai unit usaha SENKUKO?", help="IV.1.l")
    return CooperativeAnswers(
        level=level,
        functional=functional,
        incorporated_on=since,
        grade=grade,
        annual_meeting_years=meetings,
        board_size=board,
        board_signatures=signed,
        senkuko=senkuko,
        secondary_recommendation=letter,
    )


def _meetings(form: Form, book_years: list[int]) -> tuple[int, ...] | None:
    field = "cooperative.annual_meeting_years"
    stored: tuple[int, ...] | None = form.start.get(field)
    offered = sorted({*book_years, *(stored or ())}, reverse=True)
    told = form.several(
        field,
        "RAT sudah dilaksanakan untuk tahun buku",
        [*offered, _NO_MEETING],
        first=[_NO_MEETING] if stored == () else stored or (),
        help="Dua tahun buku terakhir yang sudah tutup (IV.1.d, tafsir S-26)",
    )
    years = tuple(sorted(year for year in told if isinstance(year, int)))
    return years if years or _NO_MEETING in told else None


def read_business(form: Form, marital: MaritalStatus | None, day: date) -> BusinessAnswers:
    """Ask what only a usaha mikro, kecil or menengah answers."""
    left, right = st.columns(2)
    with left:
        founded = form.day(
            "business.founded_on", "Tanggal usaha berdiri", help="Menentukan ukuran kelas (S-25)"
        )
        active = form.day(
            "business.active_since", "Usaha aktif sejak", help="Paling sedikit dua tahun (IV.2.a)"
        )
        licence = form.yes_no("business.has_licence", "Memiliki izin usaha (NIB/izin lama)?", help="IV.2.b")
        existence, small, origin = _village_letter(form)
    with right:
        premises = form.choice("business.premises", "Tempat usaha", Premises, help="IV.2.f")
        lease_from = lease_until = None
        if premises is Premises.RENTED:
            lease_from = form.day("business.lease_from", "Sewa mulai")
            lease_until = form.day("business.lease_until", "Sewa sampai")
        of_business = form.yes_no(
            "business.business_arrears", "Ada tunggakan kredit atas nama usaha?", help="IV.2.d"
        )
        of_owner = form.yes_no(
            "business.owner_arrears", "Ada tunggakan kredit atas nama pemilik?", help="IV.2.d"
        )
        of_spouse = None
        if marital is MaritalStatus.MARRIED:
            of_spouse = form.yes_no(
                "business.spouse_arrears",
                "Ada tunggakan kredit atas nama suami/istri?",
                help="IV.2.d, tafsir S-32",
            )
    size = _size(form)
    answers = BusinessAnswers(
        founded_on=founded,
        active_since=active,
        has_licence=licence,
        letter_states_existence=existence,
        letter_states_small_capital=small,
        letter_origin=origin,
        premises=premises,
        lease_from=lease_from,
        lease_until=lease_until,
        business_arrears=of_business,
        owner_arrears=of_owner,
        spouse_arrears=of_spouse,
        net_assets=size[0],
        annual_sales=size[1],
        stated_size=size[2],
        stated_basis=size[3],
        stated_because=size[4],
    )
    notice = size_notice(answers, day)
    if notice:
        st.warning(plain(notice))
    return answers


def _village_letter(form: Form) -> tuple[bool | None, bool | None, LetterOrigin | None]:
    st.caption("Surat desa/kelurahan, bagi usaha mikro dengan pinjaman di bawah Rp5.000.000")
    existence = form.yes_no(
        "business.letter_states_existence", "Surat menyatakan usaha benar-benar ada?", help="IV.2.b"
    )
    small = form.yes_no(
        "business.letter_states_small_capital", "Surat menyatakan permodalan sangat kecil?", help="IV.2.b"
    )
    origin = form.choice("business.letter_origin", "Surat dari", LetterOrigin, help="IV.2.b, tafsir S-04")
    return existence, small, origin


def _size(
    form: Form,
) -> tuple[int | None, int | None, SizeClass | None, SizeBasis | None, str]:
    st.markdown("**Kelas usaha**")
    left, right = st.columns(2)
    with left:
        assets = form.rupiah(
            "business.net_assets",
            "Kekayaan bersih/modal usaha",
            help="Di luar tanah dan bangunan tempat usaha",
        )
        sales = form.rupiah("business.annual_sales", "Penjualan setahun")
    with right:
        size = form.choice("business.stated_size", "Kelas usaha menurut Dinas", SizeClass)
        basis = form.choice("business.stated_basis", "Dasar hukumnya", SizeBasis)
        because = form.text("business.stated_because", "Alasan atau bukti kelas usaha")
    return assets, sales, size, basis, because


def read_group(form: Form) -> GroupAnswers:
    """Ask what only an LKM or a Sentra answers."""
    left, right = st.columns(2)
    with left:
        statutes = form.yes_no(
            "group.statutes_approved", "AD/ART sudah disahkan Dinas?", help="IV.3.b, IV.4.b"
        )
    with right:
        members = form.count(
            "group.registered_members",
            "Anggota tercatat di buku daftar anggota",
            help="Paling sedikit 20 (IV.3.d, IV.4.d)",
        )
    return GroupAnswers(statutes_approved=statutes, registered_members=members)
