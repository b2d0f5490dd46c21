"""The eight stops of the tour: which screen, as whom, and what to look at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from db.sampang.applications.application_list import Filter, list_applications
from domain.blitar.roles import BlitarRole
from domain.regulation.assessment import Verdict
from domain.roles import OfficeRole, Person, Role
from domain.sampang.roles import SampangRole
from pages.parts.menu import (
    CALCULATOR,
    CLIENTS,
    COVERAGE,
    ELIGIBILITY,
    INTAKE,
    LEGAL_BASIS,
    MEETINGS,
    REPORTS,
)
from pages.parts.store import database

Address = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Step:
    """One stop: its title, who acts, the screen with its address, and what there is to see."""

    title: str
    role: Role
    page: Path
    told: str
    address: Callable[[Person], Address] = lambda person: {}


def _depends_on_reading(person: Person) -> Address:
    """The newest application whose verdict hangs on a reading; without one, the list."""
    with database().read() as session:
        rows = list_applications(
            session, person, Filter(verdict=Verdict.DEPENDS_ON_READING), page_size=1
        ).rows
    return {"no": str(rows[0].id)} if rows else {}


STEPS: Final = (
    Step(
        "Pengajuan",
        SampangRole.OFFICER,
        INTAKE,
        "Petugas mengisi permohonan di loket. Yang belum diketahui boleh kosong: kosong tidak pernah "
        "berarti tidak.",
    ),
    Step(
        "Kelayakan",
        SampangRole.TEAM_MEMBER,
        ELIGIBILITY,
        "Satu pengajuan, ketentuan demi ketentuan: hasilnya, pasalnya, yang masih kurang, dan tafsir yang "
        "menentukan. Program menemukan, orang memutuskan.",
        _depends_on_reading,
    ),
    Step(
        "Kalkulator",
        SampangRole.TEAM_MEMBER,
        CALCULATOR,
        "Angsuran sampai rupiah terakhir. Ubah jumlah atau jangka waktu, lalu bandingkan tiga metode.",
    ),
    Step(
        "Rapat Pokjanis",
        SampangRole.TEAM_LEAD,
        MEETINGS,
        "Berkas yang siap diputuskan, dana yang bebas, dan keputusan dengan dasarnya.",
    ),
    Step(
        "Binaan",
        BlitarRole.FACILITATOR,
        CLIENTS,
        "Senin pagi Fasilitator: siapa belum dikunjungi, apa yang lewat batas, siapa yang naik.",
    ),
    Step(
        "Cakupan",
        BlitarRole.FACILITATOR,
        COVERAGE,
        "Dua puluh dua kecamatan: di mana belum ada Pendamping, dan di mana segera kosong.",
    ),
    Step(
        "Laporan",
        BlitarRole.AGENCY_HEAD,
        REPORTS,
        "Laporan bulanan tujuh komponen. Tiap angka membuka barisnya; laporan yang terkirim tidak berubah.",
    ),
    Step(
        "Dasar hukum",
        OfficeRole.LEADERSHIP,
        LEGAL_BASIS,
        "Setiap aturan, angka, dan tafsir dengan tempatnya di teks, juga setelan yang dipilih kantor.",
    ),
)
