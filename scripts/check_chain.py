"""Walks the chain of what is kept for ever, and names the first place where it does not hold.

    python -m scripts.check_chain DATABASE_URL [NUMBER HASH]

"-" in the place of DATABASE_URL takes the setting of that name. With a number and a hash that were printed
earlier, it tells whether the chain still has them. Ends with 1 when anything is wrong.
"""

import sys
from collections.abc import Sequence

from db.chain.walking import ChainFound, hash_at, walk_chain
from db.engine import Database
from db.refusals import Refused
from domain.money import number
from pages.parts.chain_words import told_break
from scripts.told_settings import database_url


def main(arguments: Sequence[str]) -> int:
    """Print what is found."""
    if len(arguments) not in (1, 3) or not all(told.isdecimal() for told in arguments[1:2]):
        print(__doc__, file=sys.stderr)
        return 2
    url, *kept = arguments
    try:
        return _walk(database_url(url), kept)
    except Refused as refused:
        print(refused.sentence, file=sys.stderr)
        return 1


def _walk(url: str, kept: Sequence[str]) -> int:
    database = Database.at(url)
    try:
        with database.read() as session:
            found = walk_chain(session)
            same = not kept or hash_at(session, int(kept[0])) == "".join(kept[1].split()).lower()
    finally:
        database.close()
    print(_told(found))
    if kept:
        print(f"Ujung nomor {kept[0]}: " + ("sama." if same else "TIDAK SAMA, atau tidak ada lagi."))
    return 0 if same and found.broken is None else 1


def _told(found: ChainFound) -> str:
    whole = f"{number(found.links)} mata rantai dengan {number(found.rows)} catatan"
    if found.broken is None:
        return f"Utuh: {whole}; ujungnya {found.head.number} {found.head.hash}"
    where = f"RUSAK pada mata rantai {number(found.broken.link)}: {told_break(found.broken)}."
    return f"{where} Utuh sebelumnya: {whole}."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
