"""Where the chain of what is kept for ever breaks, in words: for the screen and for the server's command."""

from typing import Final

from db.chain.walking import Break, Fault

_TABLES: Final = {
    "audit": "catatan audit",
    "journal_entry": "pembukuan",
    "receipt": "tanda terima pemeriksaan berkas",
    "issued_paper": "surat terbit",
    "installation": "tanda pemasangan",
    "mentoring_paper": "surat pendampingan",
    "monthly_report": "laporan terkirim",
}
_FAULTS: Final = {
    Fault.CHANGED: "isinya diubah sesudah dicatat",
    Fault.REMOVED: "dihapus",
    Fault.ADDED: "ditambahkan tanpa lewat aplikasi",
    Fault.LINK: "mata rantainya sendiri diubah atau hilang",
}


def told_break(broken: Break) -> str:
    """What is wrong: "catatan audit nomor 12 isinya diubah sesudah dicatat"."""
    if not broken.table:
        return _FAULTS[broken.fault]
    numbers = ", ".join("-".join(map(str, key)) for key in broken.rows[:5])
    more = f" dan {len(broken.rows) - 5} lagi" if len(broken.rows) > 5 else ""
    return f"{_TABLES[broken.table]} nomor {numbers}{more} {_FAULTS[broken.fault]}"
