"""Blitar's stops of the tour."""

from typing import Final

from domain.blitar.roles import BlitarRole
from pages.blitar.screens import CLIENTS, COVERAGE, REPORTS
from pages.parts.wings import Stop

STOPS: Final = (
    Stop(
        "Binaan",
        BlitarRole.FACILITATOR,
        CLIENTS,
        "Senin pagi Fasilitator: siapa belum dikunjungi, apa yang lewat batas, siapa yang naik.",
    ),
    Stop(
        "Cakupan",
        BlitarRole.FACILITATOR,
        COVERAGE,
        "Dua puluh dua kecamatan: di mana belum ada Pendamping, dan di mana segera kosong.",
    ),
    Stop(
        "Laporan",
        BlitarRole.AGENCY_HEAD,
        REPORTS,
        "Laporan bulanan tujuh komponen. Tiap angka membuka barisnya; laporan yang terkirim tidak berubah.",
    ),
)
