"""The files of Sampang's screens."""

from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).resolve().parent
INTAKE: Final = _HERE / "intake" / "screen.py"
ELIGIBILITY: Final = _HERE / "eligibility" / "screen.py"
CALCULATOR: Final = _HERE / "calculator" / "screen.py"
MEETINGS: Final = _HERE / "meetings" / "screen.py"
LOANS: Final = _HERE / "loans" / "screen.py"
COLLECTION: Final = _HERE / "collection" / "screen.py"
FUND: Final = _HERE / "fund" / "screen.py"
PAPER_CHECK: Final = _HERE / "paper_check" / "screen.py"
MONTH_REPORTS: Final = _HERE / "month_reports" / "screen.py"
DISTRICT_MAP: Final = _HERE / "district_map" / "screen.py"
