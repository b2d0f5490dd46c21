"""Backs up the store while it is in use, and lets old backups go.

    python -m scripts.backup DATABASE_URL FOLDER [--keep-days N] [--keep-weeks N] [--keep-months N]
                                                 [--try-restore]

"-" in the place of DATABASE_URL takes the setting of that name, so that no password stands on the command
line. The folder of photos and scans (EVIDENCE_FOLDER) is copied along. Ends with 1 when no sound backup was
made.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from db.refusals import Refused
from db.upkeep.backing_up import back_up
from db.upkeep.evidence_copies import BESIDE, copy_evidence
from db.upkeep.kept_backups import rotate
from domain.dates import JAKARTA
from scripts.told_settings import database_url, evidence_folder


def main(arguments: Sequence[str]) -> int:
    """Print what was made, and what went."""
    told = _parser().parse_args(arguments)
    try:
        return _run(told)
    except Refused as refused:
        print(refused.sentence, file=sys.stderr)
        return 1


def _run(told: argparse.Namespace) -> int:
    url, folder = database_url(told.database), Path(told.folder)
    made = back_up(url, folder, at=datetime.now(JAKARTA), on_trial=told.try_restore)
    tables = len(made.stock.rows)
    print(f"Cadangan {made.file} selesai dan diperiksa: {tables} tabel, {made.stock.all_rows} baris,")
    print(f"ujung rantai {made.stock.chain[0]} {made.stock.chain[1]}")
    spoilt: list[str] = []
    if (evidence := evidence_folder()) is not None:
        copied, spoilt = copy_evidence(evidence, folder / BESIDE)
        print(f"Foto dan pindaian: {copied} berkas baru")
    if not made.is_whole or spoilt:
        _warn(spoilt, is_whole=made.is_whole)
        return 1
    for gone in rotate(folder, days=told.keep_days, weeks=told.keep_weeks, months=told.keep_months):
        print(f"Dihapus menurut giliran: {gone.name}")
    return 0


def _warn(spoilt: Sequence[str], *, is_whole: bool) -> None:
    if not is_whole:
        print("PERHATIAN: rantai catatan putus. Jalankan python -m scripts.check_chain -", file=sys.stderr)
    for name in spoilt:
        print(f"PERHATIAN: foto atau pindaian {name} rusak atau berubah.", file=sys.stderr)
    print("Cadangan lama tidak ada yang dihapus sampai ini diperiksa.", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scripts.backup", description="Mencadangkan basis data.")
    parser.add_argument("database", help="DATABASE_URL, atau - untuk pengaturan dengan nama itu")
    parser.add_argument("folder", help="folder cadangan, yang harus sudah ada")
    for name, count, what in (("days", 7, "hari"), ("weeks", 5, "minggu"), ("months", 12, "bulan")):
        explained = f"berapa {what} terakhir yang disimpan cadangannya ({count})"
        parser.add_argument(f"--keep-{name}", type=_count, default=count, metavar="N", help=explained)
    tried = "PostgreSQL: pulihkan juga ke basis data percobaan, lalu hapus lagi"
    parser.add_argument("--try-restore", action="store_true", help=tried)
    return parser


def _count(told: str) -> int:
    if (count := int(told)) < 0:
        raise ValueError
    return count


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
