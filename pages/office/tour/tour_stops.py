"""The stops of the tour: the summary, the story of each programme, another rule tried, and last the law."""

from typing import Final

from domain.roles import OfficeRole
from pages.parts.installation import served
from pages.parts.office_screens import LEGAL_BASIS, POLICY, SUMMARY
from pages.parts.wings import Stop, wing_of

_FIRST: Final = Stop(
    "Ringkasan",
    OfficeRole.LEADERSHIP,
    SUMMARY,
    "Layar Bupati: yang perlu keputusan, enam angka tiap program, dan apa yang ada di baliknya.",
)
_OTHER_RULE: Final = Stop(
    "Andai aturannya lain",
    OfficeRole.LEADERSHIP,
    POLICY,
    "Tekan satu pertanyaan: siapa yang hasilnya berubah, dari apa menjadi apa, dan karena ketentuan mana.",
)
_LAST: Final = Stop(
    "Dasar hukum",
    OfficeRole.LEADERSHIP,
    LEGAL_BASIS,
    "Setiap aturan, angka, dan tafsir dengan tempatnya di teks, juga setelan yang dipilih kantor.",
)


def stops() -> tuple[Stop, ...]:
    """Every stop of what the installation serves, in order."""
    return (
        _FIRST,
        *(stop for programme in served() for stop in wing_of(programme).stops),
        _OTHER_RULE,
        _LAST,
    )
