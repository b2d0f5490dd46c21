"""What each role does here, in a sentence, and the groups in which the start page shows them."""

from collections.abc import Mapping

from domain.roles import Role

GROUPS: Mapping[str, tuple[Role, ...]] = {
    "Dinas dan Pokjanis Sampang": (Role.OFFICER, Role.TEAM_MEMBER, Role.TEAM_LEAD, Role.BANK),
    "Pendampingan Blitar": (Role.FACILITATOR, Role.MENTOR, Role.AGENCY_HEAD),
    "Pimpinan dan administrator": (Role.LEADERSHIP, Role.ADMINISTRATOR),
}
CAN_DO: Mapping[Role, str] = {
    Role.OFFICER: "Mengisi pengajuan, memeriksa berkas, mencatat perjanjian dan angsuran, meminta pencairan.",
    Role.TEAM_MEMBER: "Menilai pengajuan, mencatat survei, dan memutuskan dalam rapat Pokjanis.",
    Role.TEAM_LEAD: "Memutuskan dalam rapat; menyetujui pencairan, pembalikan, dan ketetapan kantor.",
    Role.BANK: "Mencatat temuan survei dan agunan yang disimpan bank. Layar penagihan menyusul.",
    Role.FACILITATOR: "Memverifikasi kunjungan, menyusun laporan, menjalankan seleksi, dan membagi wilayah.",
    Role.MENTOR: "Mencatat kunjungan binaan, melihat perkembangannya, dan mengisi jadwal kerja.",
    Role.AGENCY_HEAD: "Menetapkan Pendamping, rekomendasi, dan naik kelas; membaca laporan dan ringkasan.",
    Role.LEADERSHIP: "Membaca ringkasan kedua program tanpa nama, kas dana, cakupan, dan peta.",
    Role.ADMINISTRATOR: "Mengusulkan setelan kantor dan ketetapan tafsir, memuat batas wilayah resmi.",
}
