"""The files of the screens that every programme has."""

from pathlib import Path
from typing import Final

_OFFICE: Final = Path(__file__).resolve().parents[1] / "office"
HOME: Final = _OFFICE / "home" / "screen.py"
SUMMARY: Final = _OFFICE / "summary" / "screen.py"
LEGAL_BASIS: Final = _OFFICE / "legal_basis" / "screen.py"
LEGAL_BASIS_ADDRESS: Final = "dasar-hukum"
TRAIL: Final = _OFFICE / "trail" / "screen.py"
PERSONAL_DATA: Final = _OFFICE / "personal_data" / "screen.py"
PEOPLE: Final = _OFFICE / "people" / "screen.py"
POLICY: Final = _OFFICE / "policy" / "screen.py"
