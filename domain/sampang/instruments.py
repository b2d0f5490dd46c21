"""The instruments that the Sampang loans rest on, and exact places in Perbup 20/2015."""

import re
from datetime import date

from domain.regulation.sources import Citation, Instrument

PERBUP_20_2015 = Instrument(
    key="perbup-sampang-20-2015",
    name="Perbup Sampang 20/2015",
    title=(
        "Perubahan atas Peraturan Bupati Sampang Nomor 25 Tahun 2009 tentang Petunjuk Pelaksanaan "
        "Peraturan Daerah Kabupaten Sampang Nomor 8 Tahun 2009 tentang Penyertaan Modal Daerah dan "
        "Pengelolaan Dana Bergulir bagi Koperasi dan Usaha Mikro Kecil Menengah yang Bersumber "
        "dari Anggaran Pendapatan dan Belanja Daerah Kabupaten Sampang Tahun Anggaran 2009"
    ),
    in_force_since=date(2015, 5, 4),
    in_force_by="Pasal II",
)
UU_20_2008 = Instrument(
    key="uu-20-2008",
    name="UU 20/2008",
    title="Usaha Mikro, Kecil, dan Menengah",
    in_force_since=date(2008, 7, 4),
    note="Ukuran usaha di Pasal 6 digantikan oleh PP 7/2021 sejak 2 Februari 2021.",
)
PP_7_2021 = Instrument(
    key="pp-7-2021",
    name="PP 7/2021",
    title=("Kemudahan, Pelindungan, dan Pemberdayaan Koperasi dan Usaha Mikro, Kecil, dan Menengah"),
    in_force_since=date(2021, 2, 2),
)
UU_30_2014 = Instrument(
    key="uu-30-2014",
    name="UU 30/2014",
    title="Administrasi Pemerintahan",
    in_force_since=date(2014, 10, 17),
)

_ANNEX = re.compile(
    r"(?P<roman>III|IV|V|VI|VII|VIII|IX)"
    r"(?:\.(?P<angka>[1-9]\d?)(?:\.(?P<huruf>[a-z])(?:\.(?P<butir>[1-9]\d?))?)?)?"
)
# The five elements of the Pokjanis stand below angka 1 of Romawi V without a letter between them.
_ELEMENT = re.compile(r"(?P<roman>V)\.(?P<angka>1)(?P<huruf>)\.(?P<butir>[1-5])")
_MENIMBANG = re.compile(r"Menimbang [a-d]")
_MENGINGAT = re.compile(r"Mengingat ([1-9]|1[0-7])")
_WHOLE = ("Pasal I", "Pasal II")


def at(short: str, words: str = "") -> Citation:
    """The place in Perbup 20/2015 that a short form names, such as "IV.2.g.2" or "Menimbang b".

    The annex prints chapters III to IX only, so no other chapter is a place in it.
    """
    return Citation(PERBUP_20_2015, _place(short), short, words)


def _place(short: str) -> str:
    if short in _WHOLE:
        return short
    if short == "Judul":
        return "Judul Peraturan"
    if _MENIMBANG.fullmatch(short):
        return short.replace(" ", " huruf ")
    if _MENGINGAT.fullmatch(short):
        return short.replace(" ", " angka ")
    found = _ELEMENT.fullmatch(short) or _ANNEX.fullmatch(short)
    if not found:
        raise ValueError(f"not a place in {PERBUP_20_2015.name}: {short!r}")
    parts = [f"Lampiran Romawi {found['roman']}"]
    parts += [f"{name} {found[name]}" for name in ("angka", "huruf", "butir") if found[name]]
    return " ".join(parts)
