"""The columns of a bank's file, recognised by their headings or as they were mapped for this bank before."""

from collections.abc import Mapping, Sequence
from typing import Final

from domain.same_letters import same_form
from domain.tabular.sheet_cells import Cell, as_text
from domain.tabular.sheet_columns import HeadingLine, KnownHeadings, SheetColumn, listed

# The bank's own bookkeeping calls a loan, a borrower and a payment by several words.
MOST_ROWS: Final = 100_000


class BankColumn(SheetColumn):
    """A column of what the bank reports about instalments (VII.8)."""

    LOAN = (
        "loan", "Nomor pinjaman", "Nomor berkas atau pinjaman, misalnya DB-2026-0001.",
        "no pinjaman", "nomor berkas", "no berkas", "nomor kontrak", "no kontrak", "nomor kredit",
        "no kredit", "nomor rekening pinjaman", "no rekening pinjaman", "no rek pinjaman", "no loan",
    )  # fmt: skip
    NAME = (
        "name", "Nama peminjam", "Nama usaha, koperasi, atau pemiliknya.",
        "nama", "nama debitur", "debitur", "nama nasabah", "nasabah", "peminjam",
    )  # fmt: skip
    DAY = (
        "day", "Tanggal setor", "Tanggal uang masuk.",
        "tanggal", "tgl", "tgl setor", "tanggal setoran", "tanggal transaksi", "tgl transaksi",
        "tanggal bayar", "tgl bayar", "tanggal valuta", "tgl valuta", "tanggal masuk",
    )  # fmt: skip
    AMOUNT = (
        "amount", "Jumlah setor", "Pokok dan jasa bersama, dalam rupiah.",
        "jumlah", "jumlah setoran", "jumlah angsuran", "total", "total angsuran", "total setoran",
        "nominal", "setoran", "kredit", "jumlah bayar",
    )  # fmt: skip
    PRINCIPAL = "principal", "Pokok", "Pokok menurut bank.", "angsuran pokok", "bayar pokok"
    INTEREST = (
        "interest", "Jasa", "Jasa (bunga) menurut bank.", "bunga", "angsuran jasa", "angsuran bunga",
        "bayar bunga",
    )  # fmt: skip
    REFERENCE = (
        "reference", "Nomor bukti", "Nomor slip atau transaksi di bank.",
        "no bukti", "nomor bukti setor", "no bukti setor", "bukti setor", "referensi", "nomor referensi",
        "no referensi", "no ref", "ref", "nomor transaksi", "no transaksi", "id transaksi", "no slip",
    )  # fmt: skip
    NOTE = "note", "Keterangan", "Catatan bank.", "uraian", "berita", "catatan"
    REASON = "reason", "Alasan", "Mengapa baris ini belum dibukukan; tidak dibaca kembali."
    LINE = "line", "Baris asal", "Baris pada berkas semula; tidak dibaca kembali."


READ: Final = tuple(one for one in BankColumn if one not in (BankColumn.REASON, BankColumn.LINE))
_KNOWN: Final = KnownHeadings(BankColumn)
# A row of headings has at least so many words, and no number among them.
_LEAST_WORDS: Final = 3
Places = Mapping[BankColumn, int]


def find_heading(lines: Sequence[Sequence[Cell]]) -> HeadingLine | None:
    """The row of headings among the first lines of a file: the one with the most known words.

    A heading merged over others ("Angsuran" over "Pokok" and "Bunga") is read with the line below it.
    Where no word is known, the first line of words alone is taken, for a person to map.
    """
    found: list[tuple[int, int, HeadingLine]] = []
    for place, cells in enumerate(lines):
        for depth, own in enumerate(_read_as(cells, lines[place + 1 : place + 2])):
            known = len(_KNOWN.match(own).places)
            found.append((known, -place - depth, HeadingLine(place + depth, own)))
    best = max(found, key=lambda each: each[:2], default=None)
    if best and best[0] >= _LEAST_WORDS:
        return best[2]
    words = (HeadingLine(place, _texts(cells)) for place, cells in enumerate(lines) if _is_words(cells))
    return next(words, None)


def recognise(heading: Sequence[str], remembered: Mapping[str, BankColumn]) -> Places:
    """Where each column stands: as it was mapped for this bank before, then by the words that are known."""
    places: dict[BankColumn, int] = {}
    for place, told in enumerate(heading):
        column = remembered.get(heading_form(told))
        if column is not None and column not in places:
            places[column] = place
    taken = set(places.values())
    found = _KNOWN.match([told if place not in taken else None for place, told in enumerate(heading)])
    return {**{column: place for column, place in found.places.items() if column in READ}, **places}


def heading_form(told: str) -> str:
    """What headings are compared and remembered by."""
    return same_form(told)


def missing_in(places: Places) -> str:
    """Why nothing can be read with these columns, and what to do; blank when it can."""
    told = [] if BankColumn.DAY in places else [listed([BankColumn.DAY])]
    if BankColumn.AMOUNT not in places and not {BankColumn.PRINCIPAL, BankColumn.INTEREST} <= places.keys():
        told.append(f"{listed([BankColumn.AMOUNT])} (atau “Pokok” dan “Jasa”)")
    if not {BankColumn.LOAN, BankColumn.NAME} & places.keys():
        told.append(listed([BankColumn.LOAN, BankColumn.NAME], "atau"))
    twice = len(set(places.values())) < len(places)
    if twice:
        return "Satu kolom berkas dipilih untuk dua isian. Pilih kolom yang berbeda."
    return f"Kolom ini belum dipilih: {', '.join(told)}. Pilih kolom berkas yang memuatnya." if told else ""


def _read_as(cells: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> list[tuple[str, ...]]:
    """A line by itself, and together with the one below it where that is one of words too."""
    alone = _texts(cells)
    if not below or not _is_words(below[0], least=1):
        return [alone]
    lower = _texts(below[0])
    width = max(len(alone), len(lower))
    upper = alone + ("",) * (width - len(alone))
    lower += ("",) * (width - len(lower))
    return [alone, tuple(low or up for up, low in zip(upper, lower, strict=True))]


def _texts(cells: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(as_text(cell) for cell in cells)


def _is_words(cells: Sequence[Cell], least: int = _LEAST_WORDS) -> bool:
    told = [text for text in _texts(cells) if text]
    return len(told) >= least and not any(any(sign.isdigit() for sign in text) for text in told)
