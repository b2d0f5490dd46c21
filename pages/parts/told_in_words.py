"""How lines of the trail are told in words: what each programme knows of its own fields and choices."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from db.trail import SubjectKind
from domain.dates import indonesian_date
from domain.declared import declared_at
from domain.money import number, rupiah
from domain.programmes import PROGRAMMES
from domain.regions.regions import district, village
from domain.typed import Rupiah
from pages.parts.text import shortened

OTHER: Final = "isian lain"
_MONEY: Final = frozenset({"amount", "principal", "total", "insurance", "notary", "land_check", "most"})
_NOTHING: Final = "–"
_LONGEST: Final = 60
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR: Final = "year"  # written without the dots of a number
_PLACE: Final = re.compile(r"\d\d\.\d\d(\.\d\d(\.\d{4})?)?")
_HEX: Final = re.compile(r"[0-9a-f]{32,}")
# What only the program needs: where it lies in the store.
_HIDDEN: Final = frozenset({"paper", "receipt", "entry", "regency_code", "thing", "quote", "file"})
_PROGRAMMES: Final = {one.key: one.name for one in PROGRAMMES}
_WORDS: Final[Mapping[str, str]] = {
    "active": "aktif", "alasan": "alasan", "bagian": "yang ditemukan", "berkas": "berkas",
    "erased": "dihapus", "layar": "layar", "left": "tidak dihapus", "lines": "baris", "nik": "NIK",
    "year": "tahun", "amount": "jumlah", "at": "waktu", "because": "alasan", "by": "oleh",
    "changed": "diubah", "clients": "banyaknya binaan", "closed": "ditutup", "correction": "pembetulan",
    "decided_on": "ditetapkan", "decree": "keputusan", "email": "surel", "ended": "sesi diakhiri",
    "ends_on": "berakhir", "how": "cara", "last_day": "hari terakhir", "sign_in": "sesi masuk",
    "entry": "pembukuan", "evidence": "bukti", "first": "hari pertama", "kind": "jenis",
    "last": "hari terakhir", "left_out": "dilewati", "month": "bulan", "name": "nama", "note": "catatan",
    "number": "nomor", "on": "tanggal", "parameter": "ketetapan", "part": "bagian",
    "posted": "dibukukan", "principal": "pokok", "programme": "program", "provider": "penyedia masuk",
    "reading": "tafsir", "reason": "alasan", "reference": "bukti setoran", "role": "peran",
    "roles": "peran", "rows": "baris", "sent_on": "dikirim", "set_on": "ditetapkan",
    "sha256": "sidik berkas", "since": "sejak", "starts_on": "mulai", "state": "keadaan",
    "status": "keadaan", "step": "langkah", "taken": "diterima", "taken_over": "diambil alih per",
    "told": "yang ditulis", "until": "sampai", "value": "nilai", "verdict": "hasil", "version": "versi",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailWords:
    """What a programme knows: the dataclasses whose fields stand in lines about a kind, and its own words.

    `words` are for fields that nobody types, by their last name, `choices` tell what a stored choice is
    called, `called` what settings and questions are called by their keys, and `places` lead to where one
    thing is seen, by its number.
    """

    declared: Mapping[SubjectKind, tuple[type, ...]] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    choices: tuple[type[StrEnum], ...] = ()
    called: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[SubjectKind, tuple[Path, Callable[[int], Mapping[str, str]]]] = field(
        default_factory=dict
    )


def changes_told(
    words: TrailWords,
    kind: SubjectKind,
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any] | None,
) -> list[str]:
    """What a line recorded, each field by its name in words, from what to what where it was there before."""
    return list(dict.fromkeys(_told(words, kind, before or {}, after or {})))


def _told(
    words: TrailWords, kind: SubjectKind, before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[str]:
    for path in {**before, **after}:
        if path.rpartition(".")[2] in _HIDDEN or (path not in before and after[path] in (None, "")):
            continue
        name, of, is_money = _field(words, kind, path)
        now = _value(words, of, after.get(path), is_money)
        if path == "programme":
            yield f"{name}: {_PROGRAMMES.get(str(after.get(path)), now)}"
        elif path in before:
            yield f"{name}: {_value(words, of, before[path], is_money)} → {now}"
        else:
            yield f"{name}: {now}"


def _field(words: TrailWords, kind: SubjectKind, path: str) -> tuple[str, Any, bool]:
    """The name of a field, its type where it is declared, and whether it is an amount."""
    of: Any = None
    for each in words.declared.get(kind, ()):
        try:
            one = declared_at(each, path)
        except (KeyError, ValueError, TypeError, IndexError, AttributeError):
            continue
        of = of or one.of
        if one.declaration is not None and one.declaration.label:
            return one.declaration.label, one.of, isinstance(one.declaration, Rupiah)
    last = next((part for part in reversed(path.split(".")) if not part.isdigit()), path)
    question = next((words.called[part] for part in path.split(".") if part in words.called), "")
    named = question or words.words.get(last) or _WORDS.get(last) or _choice(words.choices, last) or OTHER
    return named, _YEAR if last == _YEAR else of, last in _MONEY


def _value(words: TrailWords, of: Any, value: Any, is_money: bool) -> str:
    if value is None or value == "":
        return _NOTHING
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, int):
        if of is _YEAR:
            return str(value)
        return rupiah(value) if is_money else number(value)
    return shortened(_text(words, of, str(value)), _LONGEST)


def keys_called(*modules: ModuleType) -> dict[str, str]:
    """What the facts and settings of some modules are called, by their keys."""
    found: dict[str, str] = {}
    for one in (each for module in modules for each in vars(module).values()):
        label = getattr(one, "label", None) or getattr(one, "holds", None)
        if isinstance(getattr(one, "key", None), str) and isinstance(label, str):
            found.setdefault(one.key, label)
    return found


def _choice(choices: Iterable[Any], value: str) -> str:
    """What the first list of choices that has a stored value calls it; blank where none has it."""
    for each in choices:
        if isinstance(each, type) and issubclass(each, StrEnum) and value in list(each):
            return str(getattr(each(value), "label", value))
    return ""


def _text(words: TrailWords, of: Any, value: str) -> str:
    head, colon, role = value.partition(": ")
    if colon and (told := _choice(words.choices, role)):
        return f"{head.capitalize()}: {told}"
    if told := words.called.get(value) or _choice((of, *words.choices), value):
        return told
    if _DAY.fullmatch(value):
        return indonesian_date(date.fromisoformat(value))
    if _PLACE.fullmatch(value):
        found = village(value) or district(value)
        return found.name if found else value
    return f"{value[:8]} …" if _HEX.fullmatch(value) else value
