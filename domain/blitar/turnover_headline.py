"""The change of turnover as a number for the leadership."""

from domain.blitar.caseload.progress import Movement
from domain.blitar.caseload.turnover import Turnover
from domain.blitar.instruments import at
from domain.headline import Counted, Headline, Part
from domain.money import number


def turnover_headline(turnover: Turnover) -> Headline:
    """By how much it rose, of how many, and of how many nothing is known."""
    parts = [
        Part(f"{kind.label.capitalize()} pada {number(turnover.clients[kind])} binaan", turnover.change[kind])
        for kind in (Movement.UP, Movement.DOWN, Movement.SAME)
        if turnover.clients.get(kind)
    ]
    return Headline(
        key="omzet",
        title="Omzet setahun, naik bersih",
        meaning="Omzet setahun terbaru dikurangi data awalnya, dijumlahkan atas usaha mikro yang diukur lagi "
        "pada kunjungan yang diverifikasi.",
        amount=turnover.net,
        parts=tuple(parts),
        parts_by="Arah",
        citation=at("2(2).i"),
        counted=Counted.RUPIAH,
        beside=f"naik pada {number(turnover.risen)} binaan",
        is_known=bool(turnover.measured),
        caution=f"{number(turnover.not_measured)} dari {number(turnover.businesses)} usaha mikro belum "
        "diukur lagi dan tidak ikut dijumlahkan. Omzet akhir bulan lalu tidak disimpan, jadi tanpa garis.",
    )
