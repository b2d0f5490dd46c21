"""What can be scanned beside an application: its papers (VIII.2.b), and the proof of what is pledged."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.sampang.kinds import ApplicantKind
from domain.sampang.papers import PAPERS

PLEDGED: Final = "collateral"
OWNED: Final = "collateral_owner"
_OF_PLEDGE: Final = {PLEDGED: "Foto atau nota agunan", OWNED: "Bukti milik agunan (BPKB, STNK, sertifikat)"}
# A NIK or NPWP stands on these; whoever reads the file reads those numbers masked.
_BARE_OF_NUMBERS: Final = frozenset({PLEDGED, "board_list", "account_number", "work_plan"})
SCANNED: Final[Mapping[str, str]] = MappingProxyType(
    {**{paper.code: paper.title for paper in PAPERS}, **_OF_PLEDGE}
)


def scanned_of(kind: ApplicantKind) -> dict[str, str]:
    """What can be scanned for an applicant of this kind, by code."""
    own = {paper.code for paper in PAPERS if kind in paper.kinds} | {*_OF_PLEDGE}
    return {code: title for code, title in SCANNED.items() if code in own}


def shows_numbers(code: str) -> bool:
    """Whether identity numbers stand on a paper, so that it is opened like the numbers themselves."""
    return code not in _BARE_OF_NUMBERS
