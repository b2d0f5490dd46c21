"""The log: a line of JSON for each error, each refusal of the store, start and stop; to stderr and a file.

The file begins anew when it is full.
"""

import json
import logging
from datetime import datetime
from functools import cache
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

from domain.dates import JAKARTA
from pages.parts.installation import setting

ROOT: Final = Path(__file__).resolve().parents[3]
FILE: Final = "galat.jsonl"
LINE: Final = "line"  # the attribute of a record that holds the fields of its line
_LOGGED: Final = ("pages", "db")
_LONGEST: Final = 1_000_000  # bytes of a file, of which five older ones are kept
_KEPT: Final = 5


@cache
def open_log() -> None:
    """Send what the rooms log to stderr and to the file, from now on; to be called at every run."""
    handlers = [logging.StreamHandler(), *_file_handlers(ROOT / (setting("LOG_FOLDER") or ".data/log"))]
    for handler in handlers:
        handler.setFormatter(JsonLine())
        for room in _LOGGED:
            logging.getLogger(room).addHandler(handler)
    for room in _LOGGED:
        logging.getLogger(room).setLevel(logging.INFO)  # start and stop are lines too


class JsonLine(logging.Formatter):
    """Writes a record as one line of JSON: when, how grave, what happened, and the fields of its line."""

    def format(self, record: logging.LogRecord) -> str:
        """Leave out what Python adds by itself, because the text of an exception may hold anything."""
        moment = datetime.fromtimestamp(record.created, JAKARTA).isoformat(timespec="seconds")
        line = {"time": moment, "level": record.levelname, "event": record.getMessage()}
        return json.dumps(line | getattr(record, LINE, {}), ensure_ascii=False)


def _file_handlers(folder: Path) -> list[logging.Handler]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / FILE).touch()
    except OSError as error:
        logging.getLogger(__name__).warning("no log file in %s: %s", folder, error.strerror)
        return []
    return [RotatingFileHandler(folder / FILE, maxBytes=_LONGEST, backupCount=_KEPT, encoding="utf-8")]
