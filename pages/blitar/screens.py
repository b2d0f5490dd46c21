"""The files of Blitar's screens."""

from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).resolve().parent
CLIENTS: Final = _HERE / "clients" / "screen.py"
VISITS: Final = _HERE / "visits" / "screen.py"
COVERAGE: Final = _HERE / "coverage" / "screen.py"
SELECTION: Final = _HERE / "selection" / "screen.py"
MENTORS: Final = _HERE / "mentors" / "screen.py"
REPORTS: Final = _HERE / "reports" / "screen.py"
PAPER_CHECK: Final = _HERE / "paper_check" / "screen.py"
