"""What each role does here, in a sentence, and the groups in which the start page shows them."""

from collections.abc import Mapping

from domain.blitar.roles import BlitarRole
from domain.roles import OfficeRole, Role
from domain.sampang.roles import SampangRole

GROUPS: Mapping[str, tuple[Role, ...]] = {
    "Dinas dan Pokjanis Sampang": (
        SampangRole.OFFICER,
        SampangRole.TEAM_MEMBER,
        SampangRole.TEAM_LEAD,
        SampangRole.BANK,
    ),
    "Pendampingan Blitar": (BlitarRole.FACILITATOR, BlitarRole.MENTOR, BlitarRole.AGENCY_HEAD),
    "Pimpinan dan administrator": (OfficeRole.LEADERSHIP, OfficeRole.ADMINISTRATOR),
}
CAN_DO: Mapping[Role, str] = {
    SampangRole.OFFICER: (
        "Mengisi pengajuan, memeriksa berkas, mencatat perjanjian dan angsuran, meminta pencairan."
    ),
    SampangRole.TEAM_MEMBER: ("Menilai pengajuan, mencatat survei, dan memutuskan dalam rapat Pokjanis."),
    SampangRole.TEAM_LEAD: (
        "Memutuskan dalam rapat; menyetujui pencairan, pembalikan, dan ketetapan kantor."
    ),
    SampangRole.BANK: ("Mencatat temuan survei dan agunan yang disimpan bank. Layar penagihan menyusul."),
    BlitarRole.FACILITATOR: (
        "Memverifikasi kunjungan, menyusun laporan, menjalankan seleksi, dan membagi wilayah."
    ),
    BlitarRole.MENTOR: ("Mencatat kunjungan binaan, melihat perkembangannya, dan mengisi jadwal kerja."),
    BlitarRole.AGENCY_HEAD: (
        "Menetapkan Pendamping, rekomendasi, dan naik kelas; membaca laporan dan ringkasan."
    ),
    OfficeRole.LEADERSHIP: ("Membaca ringkasan kedua program tanpa nama, kas dana, cakupan, dan peta."),
    OfficeRole.ADMINISTRATOR: (
        "Mengusulkan setelan kantor dan ketetapan tafsir, memuat batas wilayah resmi."
    ),
}
