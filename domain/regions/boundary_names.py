"""Which kecamatan a feature of an office's map means, by its code or by its name.

BPS numbers the kecamatan in another order than Kemendagri: its 3505010 is Bakung, while 35.05.01
is Wonodadi. So a code of seven digits counts only where no name is given.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from domain.regions.boundary_file import Refused
from domain.regions.regions import REGENCIES, District, Regency, district, districts

# Keys without case and signs; KDCPUM, KDCBPS, WADMKC and NAMOBJ are those of the national base map.
CODE_KEYS: Final = frozenset(
    {"code", "kode", "kodekec", "kodekecamatan", "kodekemendagri", "districtcode"}
    | {"kdkec", "kdkecamatan", "kdcpum", "kdcbps"}
)
NAME_KEYS: Final = frozenset(
    {"name", "nama", "namakec", "namakecamatan", "kec", "kecamatan", "district", "districtname"}
    | {"nmkec", "nmkecamatan", "wadmkc", "namobj"}
)
_SPELLINGS: Final = re.compile(r"([0-9]{2})\.?([0-9]{2})\.?([0-9]{2})(0?)")


def kecamatan_of(properties: Mapping[str, Any], number: int, wanted: Regency) -> District:
    """Tell which kecamatan of the wanted regency feature `number` is, or refuse it."""
    spelled = [m for m in map(_SPELLINGS.fullmatch, _values(properties, CODE_KEYS)) if m]
    codes = {".".join(m.groups()[:3]) for m in spelled if not m[4]}
    counted = {".".join(m.groups()[:3]) for m in spelled if m[4]}
    names = {_plain(value) for value in _values(properties, NAME_KEYS)}
    named = {d.code for d in districts(wanted.code) if _plain(d.name) in names}
    if strangers := {code[:5] for code in codes | counted} - {wanted.code}:
        raise _elsewhere(next((r for r in REGENCIES if r.code in strangers), None), wanted)
    meant = codes or named or counted
    if len(meant) > 1 or (codes and named and codes != named):
        raise Refused(
            f"Kode dan nama pada fitur ke-{number} menunjuk kecamatan yang berbeda. "
            "Cocokkan keduanya dengan daftar Kemendagri, lalu muat lagi."
        )
    found = district(meant.pop()) if meant else None
    if found is None:
        raise _unknown(names, number, wanted)
    return found


def _unknown(names: set[str], number: int, wanted: Regency) -> Refused:
    for other in REGENCIES:
        if other != wanted and any(_plain(d.name) in names for d in districts(other.code)):
            return _elsewhere(other, wanted)
    return Refused(
        f"Fitur ke-{number} tidak dikenali sebagai kecamatan di {wanted.name}. "
        f"Isi kode (misalnya {wanted.code}.01) atau nama kecamatan menurut daftar Kemendagri, lalu muat lagi."
    )


def _elsewhere(other: Regency | None, wanted: Regency) -> Refused:
    held = other.name if other else "wilayah lain"
    return Refused(
        f"Berkas ini memuat {held}, padahal yang diminta {wanted.name}. "
        f"Pilih berkas yang berisi kecamatan di {wanted.name} saja."
    )


def _values(properties: Mapping[str, Any], keys: frozenset[str]) -> list[str]:
    found = [v for k, v in properties.items() if re.sub(r"[\W_]", "", k.casefold()) in keys]
    whole = [int(v) if isinstance(v, float) and v.is_integer() else v for v in found]
    return [str(v).strip()[:100] for v in whole if isinstance(v, str | int) and not isinstance(v, bool)]


def _plain(name: str) -> str:
    bare = re.sub(r"^(kecamatan|kec)(?![a-z])", "", name.casefold())
    return re.sub(r"[\W_]", "", bare)
