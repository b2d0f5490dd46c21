"""Settings as the application reads them, for the commands on the server."""

from pathlib import Path

from db.engine import DEFAULT_URL
from pages.parts.installation import setting

_ROOT = Path(__file__).resolve().parent.parent


def database_url(told: str) -> str:
    """The database that was told; "-" is the one that the application is set to."""
    return (setting("DATABASE_URL") or DEFAULT_URL) if told == "-" else told


def evidence_folder() -> Path | None:
    """The folder of photos and scans; None where they are kept in the database."""
    named = setting("EVIDENCE_FOLDER")
    return _ROOT / named if named else None
