"""Chooses, once, what an empty database shall be: made-up data to try the program on, or real people's.

    python -m scripts.begin demo|real [DATABASE_URL]

Without a URL it takes the installation's own (DATABASE_URL, from the environment or .streamlit/secrets.toml).
Numbers of real people are kept under DATA_KEY alone, set in the same way, without which they do not begin
(`python -m scripts.encrypt_store kunci-baru` makes one). Ends with 1 when the database is not empty or cannot
be used, with 2 when it was asked wrongly or the key is missing.
"""

import sys
from collections.abc import Sequence
from typing import Final

from db.data_keys import KeyNeeded
from db.installed import StoreKind
from db.opening import is_demo, open_database, open_without_key
from db.refusals import EmptyDatabase, Refused
from pages.parts.installation import setting

_NEXT: Final = {
    StoreKind.DEMO: (
        "Basis data ini kini untuk data contoh; orang-orangnya dibuat saat aplikasi dibuka pertama kali."
    ),
    StoreKind.REAL: (
        "Basis data ini kini untuk data sungguhan. NIK dan telepon disandikan dengan DATA_KEY sejak "
        "awal: simpan kunci itu di dua tempat di luar server. Berikutnya: daftarkan administrator pertama "
        "(python -m scripts.first_administrator), lalu masuk dengan akunnya."
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
    try:
        if told := _chosen_before(url):
            print(f"Tidak diubah: basis data ini sudah ditentukan, yaitu {told}.", file=sys.stderr)
            return 1
        _begin(url, kinds[arguments[0]])
    except Refused as refusal:
        print(refusal.sentence, file=sys.stderr)
        return 2 if isinstance(refusal, KeyNeeded) else 1
    return 0


def _begin(url: str, kind: StoreKind) -> None:
    key = setting("DATA_KEY") if kind is StoreKind.REAL else ""
    open_database(url, sign_in_configured=True, begins_as=kind, data_key=key).close()
    print(_NEXT[kind])


def _chosen_before(url: str) -> str:
    try:
        database = open_without_key(url)
    except EmptyDatabase:
        return ""
    try:
        return "data contoh" if is_demo(database) else "data sungguhan"
    finally:
        database.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
