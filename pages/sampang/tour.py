"""Sampang's stops of the tour."""

from typing import Final

from domain.regulation.assessment import Verdict
from domain.roles import Person
from domain.sampang.roles import SampangRole
from pages.parts.wings import Address, Stop
from pages.sampang.screens import CALCULATOR, ELIGIBILITY, INTAKE, MEETINGS


def _depends_on_reading(person: Person) -> Address:
    """The newest application whose verdict hangs on a reading; without one, the list."""
    from db.sampang.applications.application_list import Filter, list_applications
    from pages.parts.store import database

    with database().read() as session:
        rows = list_applications(
            session, person, Filter(verdict=Verdict.DEPENDS_ON_READING), page_size=1
        ).rows
    return {"no": str(rows[0].id)} if rows else {}


STOPS: Final = (
    Stop(
        "Pengajuan",
        SampangRole.OFFICER,
        INTAKE,
        "Petugas mengisi permohonan di loket. Yang belum diketahui boleh kosong: kosong tidak pernah "
        "berarti tidak.",
    ),
    Stop(
        "Kelayakan",
        SampangRole.TEAM_MEMBER,
        ELIGIBILITY,
        "Satu pengajuan, ketentuan demi ketentuan: hasilnya, pasalnya, yang masih kurang, dan tafsir yang "
        "menentukan. Program menemukan, orang memutuskan.",
        _depends_on_reading,
    ),
    Stop(
        "Kalkulator",
        SampangRole.TEAM_MEMBER,
        CALCULATOR,
        "Angsuran sampai rupiah terakhir. Ubah jumlah atau jangka waktu, lalu bandingkan tiga metode.",
    ),
    Stop(
        "Rapat Pokjanis",
        SampangRole.TEAM_LEAD,
        MEETINGS,
        "Berkas yang siap diputuskan, dana yang bebas, dan keputusan dengan dasarnya.",
    ),
)
