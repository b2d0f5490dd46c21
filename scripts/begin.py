"""Chooses, once, what an empty database shall be: made-up data to try the program on, or real people's.

    python -m scripts.begin demo|real [DATABASE_URL]

Without a URL it takes the installation's own (DATABASE_URL, from the environment or .streamlit/secrets.toml).
Ends with 1 when the database is not empty or cannot be used, with 2 when it was asked wrongly.
"""

import sys
from collections.abc import Sequence
from typing import Final

from db.engine import Database
from db.installed import StoreKind
from db.opening import is_demo, open_database
from db.refusals import EmptyDatabase, Refused
from pages.parts.installation import setting

_NEXT: Final = {
    StoreKind.DEMO: (
        "Basis data ini kini untuk data contoh; orang-orangnya dibuat saat aplikasi dibuka pertama kali."
    ),
    StoreKind.REAL: (
        "Basis data ini kini untuk data sungguhan. Berikutnya: sandikan NIK dan telepon "
        "(python -m scripts.encrypt_store), daftarkan administrator pertama (python -m "
        "scripts.first_administrator), lalu masuk dengan akunnya."
    ),
}


def main(arguments: Sequence[str]) -> int:
    """Mark the database, and say what comes next."""
    kinds = {kind.value: kind for kind in StoreKind}
    if not 1 <= len(arguments) <= 2 or arguments[0] not in kinds:
        print(__doc__, file=sys.stderr)
        return 2
    url = arguments[1] if len(arguments) == 2 else setting("DATABASE_URL")
    if not url:
        print("DATABASE_URL belum diisi: data sungguhan tidak disimpan pada berkas contoh.", file=sys.stderr)
        return 2
    return _begin(url, kinds[arguments[0]])


def _begin(url: str, kind: StoreKind) -> int:
    try:
        open_database(url, sign_in_configured=True).close()
    except EmptyDatabase:
        pass
    except Refused as refusal:
        print(refusal.sentence, file=sys.stderr)
        return 1
    else:
        print(f"Tidak diubah: basis data ini sudah ditentukan, yaitu {_told(url)}.", file=sys.stderr)
        return 1
    open_database(url, sign_in_configured=True, begins_as=kind).close()
    print(_NEXT[kind])
    return 0


def _told(url: str) -> str:
    database = Database.at(url)
    try:
        return "data contoh" if is_demo(database) else "data sungguhan"
    finally:
        database.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
