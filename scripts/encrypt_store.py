"""Hides NIK, NPWP and telephones in the database under a key that lies outside it, or changes that key.

    python -m scripts.encrypt_store kunci-baru
    python -m scripts.encrypt_store [DATABASE_URL]

The first prints a fresh key. The second hides everything under DATA_KEY; where a key was in use before, that
one is DATA_KEY_BEFORE. Stop the application meanwhile, and make a backup first. Ends with 1 when it cannot be
done, and then nothing was changed; with 2 when it was asked wrongly.
"""

import sys
from collections.abc import Sequence
from datetime import UTC, datetime

from db.data_keys import new_key
from db.hiding import hide_all, unlock
from db.opening import open_without_key
from db.refusals import Refused
from pages.parts.installation import setting

_NEW_KEY = "kunci-baru"


def main(arguments: Sequence[str]) -> int:
    """Print a key, or hide everything under one."""
    if list(arguments) == [_NEW_KEY]:
        print(new_key())
        return 0
    url = arguments[0] if arguments else setting("DATABASE_URL")
    if len(arguments) > 1 or not url:
        print(__doc__, file=sys.stderr)
        return 2
    if not (key := setting("DATA_KEY")):
        print(
            "DATA_KEY belum dipasang. Buat dahulu: python -m scripts.encrypt_store kunci-baru.",
            file=sys.stderr,
        )
        return 2
    try:
        written = _hide(url, key, setting("DATA_KEY_BEFORE"))
    except Refused as refusal:
        print(refusal.sentence, file=sys.stderr)
        return 1
    if written is None:
        print("Tidak diubah: NIK dan telepon di dalamnya sudah disandikan dengan DATA_KEY ini.")
        return 0
    print(
        f"Selesai: {written} baris disandikan. Simpan DATA_KEY di dua tempat di luar server; tanpa kunci itu "
        "NIK dan telepon tidak dapat dibaca lagi, juga dari cadangan. Jalankan lagi aplikasinya."
    )
    return 0


def _hide(url: str, key: str, before: str) -> int | None:
    """How many rows were hidden; None where this key hides them already."""
    database = open_without_key(url)
    try:
        if unlock(database, before or key) and not before:
            return None
        return hide_all(database, key, before, at=datetime.now(UTC))
    finally:
        database.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
