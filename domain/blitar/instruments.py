"""The instruments that the mentoring rests on, and exact places in Perbup Blitar 3/2023."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from domain.regulation.sources import Citation, Instrument

PERBUP_3_2023 = Instrument(
    key="perbup-blitar-3-2023",
    name="Perbup Blitar 3/2023",
    title="Pedoman Pelaksanaan Pendampingan bagi Koperasi dan Usaha Mikro di Kabupaten Blitar",
    in_force_since=date(2023, 1, 6),
    in_force_by="Pasal 17",
)
PP_7_2021 = Instrument(
    key="pp-7-2021",
    name="PP 7/2021",
    title="Kemudahan, Pelindungan, dan Pemberdayaan Koperasi dan Usaha Mikro, Kecil, dan Menengah",
    in_force_since=date(2021, 2, 2),
)
UU_30_2014 = Instrument(
    key="uu-30-2014",
    name="UU 30/2014",
    title="Administrasi Pemerintahan",
    in_force_since=date(2014, 10, 17),
)

# What each article is divided into: the number of its angka, its last huruf, or, for each ayat in
# its order, the last huruf of that ayat. Blank where there is nothing further.
_ANGKA: Final[Mapping[int, int]] = {1: 15}
_HURUF: Final[Mapping[int, str]] = {3: "c", 4: "h", 7: "m", 8: "e", 12: "r"}
_AYAT: Final[Mapping[int, tuple[str, ...]]] = {
    2: ("", "l"),
    5: ("", "", "i"),
    6: ("", "", ""),
    9: ("", "e"),
    11: ("", ""),
    13: ("", ""),
    15: ("", ""),
    16: ("", ""),
}
_ARTICLES: Final = range(1, 18)

_ARTICLE = re.compile(
    r"(?P<pasal>[1-9]\d?)(?:\((?P<ayat>[1-9])\))?(?:\.(?:(?P<angka>[1-9]\d?)|(?P<huruf>[a-z])))?"
)
_MENIMBANG = re.compile(r"Menimbang [a-c]")
_MENGINGAT = re.compile(r"Mengingat ([1-9]|1[01])")


def at(short: str, words: str = "") -> Citation:
    """The place in Perbup 3/2023 that a short form names, such as "7.d", "5(3).i", "1.8" or "17".

    Only places that the regulation really has are places in it: there is no Pasal 7 huruf n.
    """
    return Citation(PERBUP_3_2023, _place(short), short, words)


def _place(short: str) -> str:
    if short == "Judul":
        return "Judul Peraturan"
    if _MENIMBANG.fullmatch(short):
        return short.replace(" ", " huruf ")
    if _MENGINGAT.fullmatch(short):
        return short.replace(" ", " angka ")
    found = _ARTICLE.fullmatch(short)
    if not found or not _exists(found):
        raise ValueError(f"not a place in {PERBUP_3_2023.name}: {short!r}")
    ayat = f" ayat ({found['ayat']})" if found["ayat"] else ""
    angka = f" angka {found['angka']}" if found["angka"] else ""
    huruf = f" huruf {found['huruf']}" if found["huruf"] else ""
    return f"Pasal {found['pasal']}{ayat}{angka}{huruf}"


def _exists(found: re.Match[str]) -> bool:
    article, ayat = int(found["pasal"]), int(found["ayat"] or 0)
    if article not in _ARTICLES or ayat > len(_AYAT.get(article, ())):
        return False
    if found["angka"]:
        return not ayat and int(found["angka"]) <= _ANGKA.get(article, 0)
    last = _AYAT[article][ayat - 1] if ayat else _HURUF.get(article, "")
    return not found["huruf"] or found["huruf"] <= last
