"""Puts a backup back into an empty place, and compares it with what it was when it was made.

    python -m scripts.restore BACKUP DATABASE_URL [EVIDENCE_FOLDER]

"-" in the place of DATABASE_URL takes the setting of that name. A SQLite file must not be there yet; a
PostgreSQL database must have no table. With a folder, photos and scans are copied back too. Nothing is ever
covered. Ends with 1 when the backup was not restored, something is missing, or its chain is broken.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from db.engine import Database
from db.evidence.folder_check import check_folder
from db.refusals import Refused
from db.schema import NEWEST
from db.upkeep.evidence_copies import BESIDE, copy_evidence
from db.upkeep.kept_backups import Backup
from db.upkeep.restoring import restore
from scripts.told_settings import database_url

_ERASED_SINCE = (
    "Data pribadi yang dihapus (retensi) sesudah cadangan ini dibuat ada lagi di dalamnya. Buka dahulu "
    "Data pribadi, Retensi; yang jatuh tempo tampil lagi. Usulkan dan setujui daftarnya sekali lagi."
)


def main(arguments: Sequence[str]) -> int:
    """Print what was restored."""
    if len(arguments) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    file, url = Path(arguments[0]), database_url(arguments[1])
    try:
        backup = restore(file, url)
        stock = backup.stock
        print(f"Dipulihkan, sama dengan cadangannya: {len(stock.rows)} tabel, {stock.all_rows} baris,")
        print(f"ujung rantai {stock.chain[0]} {stock.chain[1]}")
        if stock.revision != NEWEST:
            print("Cadangan ini dari rilis lebih lama; tabelnya diperbarui ketika aplikasi membukanya.")
        print(_ERASED_SINCE)
        away = _photos(file.parent / BESIDE, Path(arguments[2]), url) if len(arguments) > 2 else 0
        return away or _chain(backup)
    except Refused as refused:
        print(refused.sentence, file=sys.stderr)
        return 1


def _chain(backup: Backup) -> int:
    if backup.is_whole:
        return 0
    print(
        "PERHATIAN: menurut catatannya rantai cadangan ini sudah putus ketika dibuat. Jalankan python -m "
        "scripts.check_chain ALAMAT dan cari tahu sebabnya sebelum memakainya.",
        file=sys.stderr,
    )
    return 1


def _photos(kept: Path, folder: Path, url: str) -> int:
    copied, spoilt = copy_evidence(kept, folder)
    print(f"Foto dan pindaian: {copied} berkas dipulihkan")
    database = Database.at(url)
    try:
        with database.read() as session:
            away = check_folder(session, folder).away
    finally:
        database.close()
    for number in away:
        print(f"Berkas foto atau pindaian nomor {number} tidak ada dalam cadangan.", file=sys.stderr)
    return 1 if away or spoilt else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
