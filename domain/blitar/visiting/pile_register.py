"""Which binaan and which Pendamping a row means, among those that a person may record for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final, TypeVar

from domain.blitar.care_history import CareHistory
from domain.blitar.staffing.assignments import Service
from domain.blitar.visiting.pile_choices import read_district
from domain.blitar.visiting.pile_columns import Column
from domain.identity import check_nik
from domain.regions.regions import BLITAR_REGENCY, district
from domain.same_letters import same_form
from domain.tabular.sheet_cells import Cell, Unread, as_text

Entry = TypeVar("Entry")

_NUMBER: Final = re.compile(r"bn ?(\d{4}) ?0*(\d{1,6})")
_EXPONENT: Final = re.compile(r"\d+([.,]\d+)?e\+?\d+", re.IGNORECASE)
_NIK_LENGTH: Final = 16


@dataclass(frozen=True, slots=True)
class KnownClient:
    """One binaan as rows are held against it; the NIK only where the file named it first.

    `care` tells with whom it was on which day, None where nobody asked.
    """

    id: int
    number: str
    name: str
    district_code: str | None
    mentor_id: int | None
    nik: str | None = None
    care: CareHistory | None = None


@dataclass(frozen=True, slots=True)
class Keys:
    """By what the rows of a file name their binaan."""

    numbers: frozenset[str] = frozenset()
    niks: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Register:
    """The binaan that the rows may mean, and the Pendamping who may have visited them.

    `chosen` is who visited where a row does not say; `is_own` tells that a Pendamping records, for whom
    only their own binaan are here.
    """

    clients: tuple[KnownClient, ...]
    mentors: tuple[Service, ...]
    chosen: int | None = None
    is_own: bool = False

    @property
    def takes_carers(self) -> bool:
        """Whether a row that names nobody means who had its binaan on that day."""
        return not self.is_own and self.chosen is None

    @cached_property
    def by_number(self) -> Mapping[str, KnownClient]:
        """The binaan by their numbers."""
        return {one.number: one for one in self.clients}

    @cached_property
    def by_nik(self) -> Mapping[str, list[KnownClient]]:
        """The binaan by the NIK of their owner, who may have several."""
        return _grouped((one.nik, one) for one in self.clients if one.nik)

    @cached_property
    def by_name(self) -> Mapping[str, list[KnownClient]]:
        """The binaan by their names as they are compared."""
        return _grouped((same_form(one.name), one) for one in self.clients)

    @cached_property
    def mentors_by_name(self) -> Mapping[str, list[Service]]:
        """The Pendamping by their names as they are compared, without titles."""
        return _grouped((_without_titles(one.name), one) for one in self.mentors)

    @cached_property
    def mentors_by_id(self) -> Mapping[int, Service]:
        """The Pendamping by their numbers."""
        return {one.mentor_id: one for one in self.mentors}


@dataclass(frozen=True, slots=True)
class FoundClient:
    """The binaan that a row means, and what about its naming a person should look at."""

    client: KnownClient
    by_name: bool = False
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotFound:
    """Why a row names no binaan: the column and what is wrong there."""

    column: Column
    sentence: str


def keys_of(rows: Iterable[Mapping[Column, Cell]]) -> Keys:
    """What has to be looked up for rows; a NIK that cannot be one is not."""
    numbers, niks, names = set(), set(), set()
    for row in rows:
        numbers.add(client_number(row.get(Column.CLIENT_NUMBER)))
        nik = _nik(row.get(Column.NIK))
        niks.add("" if isinstance(nik, Unread) else nik)
        names.add(same_form(as_text(row.get(Column.CLIENT_NAME))))
    return Keys(*(frozenset(each - {""}) for each in (numbers, niks, names)))


def client_number(cell: Cell) -> str:
    """The number of a binaan as it is stored, also when zeros or hyphens were left out; may be blank."""
    text = as_text(cell)
    found = _NUMBER.fullmatch(same_form(text))
    return f"BN-{found[1]}-{int(found[2]):04}" if found else text.upper()


def find_client(row: Mapping[Column, Cell], register: Register) -> FoundClient | NotFound:
    """The binaan that a row means, by number, else by NIK, else by name and kecamatan."""
    number, nik = client_number(row.get(Column.CLIENT_NUMBER)), _nik(row.get(Column.NIK))
    if number:
        return _by_number(number, nik, row, register)
    name = same_form(as_text(row.get(Column.CLIENT_NAME)))
    if isinstance(nik, Unread) and not name:
        return NotFound(Column.NIK, nik.sentence)
    if isinstance(nik, str) and nik:
        return _by_nik(nik, row, register)
    if not name:
        told = "Binaan belum disebut. Isi nomor binaan, atau NIK, atau nama dengan kecamatannya."
        return NotFound(Column.CLIENT_NUMBER, told)
    warnings = _unread_nik(nik)
    found = _by_name(name, row, register)
    return found if isinstance(found, NotFound) else FoundClient(found, by_name=True, warnings=warnings)


def named_mentor(cell: Cell) -> str:
    """The name of who visited as it is compared, without titles; blank where nobody is named."""
    return _without_titles(as_text(cell))


def find_mentor(
    cell: Cell, on: date | None, register: Register, client: KnownClient | None
) -> Service | Unread | None:
    """Who visited: who is named, else who is chosen, else who had the binaan on that day.

    None while the day or the binaan is not known, by which the register would tell.
    """
    name = named_mentor(cell)
    if name:
        found = register.mentors_by_name.get(name, [])
        if not found and register.is_own:
            return Unread("Anda hanya dapat mencatat kunjungan Anda sendiri. Kosongkan kolom Pendamping.")
        if not found:
            return Unread("Pendamping ini tidak ada dalam daftar. Tulis nama lengkapnya seperti di daftar.")
    elif register.takes_carers:
        return _carer(on, register, client)
    else:
        found = [one for one in register.mentors if register.is_own or one.mentor_id == register.chosen]
    serving = [one for one in found if on is not None and one.is_on(on)]
    if len(serving) > 1 and name:
        return Unread("Ada dua Pendamping dengan nama ini. Kosongkan kolomnya dan pilih saat mengunggah.")
    return max(serving or found, key=lambda one: one.appointed_on)


def _carer(on: date | None, register: Register, client: KnownClient | None) -> Service | Unread | None:
    if on is None or client is None:
        return None
    carer = client.care.carer_on(on) if client.care else client.mentor_id
    found = None if carer is None else register.mentors_by_id.get(carer)
    return found or Unread(
        "Pendamping kosong, dan menurut register binaan ini tidak punya Pendamping pada tanggal itu. Isi "
        "kolomnya, atau pilih Pendamping sebelum mengunggah."
    )


def _by_number(
    number: str, nik: str | Unread, row: Mapping[Column, Cell], register: Register
) -> FoundClient | NotFound:
    client = register.by_number.get(number)
    if client is None:
        among = "di antara binaan Anda" if register.is_own else "dalam daftar"
        told = f"Nomor binaan ini tidak ada {among}. Cocokkan dengan lembar “Binaan” pada templat terbaru."
        return NotFound(Column.CLIENT_NUMBER, told)
    owned = register.by_nik.get(nik, []) if isinstance(nik, str) else []
    if owned and client not in owned:
        told = "Nomor binaan dan NIK menunjuk binaan yang berbeda. Cocokkan keduanya dengan formulir."
        return NotFound(Column.NIK, told)
    warnings = [*_unread_nik(nik)]
    name = same_form(as_text(row.get(Column.CLIENT_NAME)))
    if name and name != same_form(client.name):
        warnings.append(f"Nama di baris ini berbeda dari nama binaan {client.number}, {client.name}.")
    return FoundClient(client, warnings=tuple(warnings))


def _by_nik(nik: str, row: Mapping[Column, Cell], register: Register) -> FoundClient | NotFound:
    found = register.by_nik.get(nik, [])
    if not found:
        among = "di antara binaan Anda" if register.is_own else "dalam daftar binaan"
        return NotFound(Column.NIK, f"NIK ini tidak ada {among}. Cocokkan dengan KTP, atau isi nomor binaan.")
    name = same_form(as_text(row.get(Column.CLIENT_NAME)))
    same = [one for one in found if same_form(one.name) == name]
    if len(found) > 1 and len(same) != 1:
        numbers = ", ".join(one.number for one in found)
        told = f"Pemilik NIK ini punya {len(found)} usaha binaan ({numbers}). Isi nomor binaannya."
        return NotFound(Column.CLIENT_NUMBER, told)
    client = (same or found)[0]
    warnings = []
    if name and not same:
        warnings.append(f"Nama di baris ini berbeda dari nama binaan {client.number}, {client.name}.")
    return FoundClient(client, warnings=tuple(warnings))


def _by_name(name: str, row: Mapping[Column, Cell], register: Register) -> KnownClient | NotFound:
    code = read_district(row.get(Column.CLIENT_DISTRICT))
    if code is None:
        told = f"Ini bukan kecamatan {BLITAR_REGENCY.name}. Pilih dari 22 kecamatan dalam daftar."
        return NotFound(Column.CLIENT_DISTRICT, told)
    found = [one for one in register.by_name.get(name, []) if not code or one.district_code == code]
    if len(found) == 1:
        return found[0]
    if not found:
        among = " di antara binaan Anda" if register.is_own else ""
        where = " di kecamatan itu" if code else ""
        told = f"Tidak ada binaan dengan nama ini{where}{among}. Periksa ejaannya, atau isi nomor binaan."
        return NotFound(Column.CLIENT_NAME, told)
    told = ", ".join(f"{one.number} ({_place(one)})" for one in found)
    return NotFound(
        Column.CLIENT_NAME, f"Ada {len(found)} binaan dengan nama ini: {told}. Isi nomor binaannya."
    )


def _place(client: KnownClient) -> str:
    found = district(client.district_code) if client.district_code else None
    return found.name if found else "kecamatan belum dicatat"


def _nik(cell: Cell) -> str | Unread:
    """The 16 digits, blank for a blank, or what is wrong with them."""
    if isinstance(cell, int | float) and len(f"{cell:.0f}") >= _NIK_LENGTH:
        return Unread(
            "NIK ini tersimpan sebagai angka, sehingga Excel mengganti angka ke-16 dengan nol. Ubah "
            "kolomnya menjadi teks, lalu ketik lagi NIK dari KTP."
        )
    text = as_text(cell)
    if not text:
        return ""
    if _EXPONENT.fullmatch(text):
        return Unread(
            "NIK ini berubah menjadi bentuk ilmiah (misalnya 3,5E+15), sehingga angka belakangnya hilang. "
            "Ubah kolomnya menjadi teks, lalu ketik lagi NIK dari KTP."
        )
    checked = check_nik(text, BLITAR_REGENCY.code)
    if checked.number is None:
        return Unread(" ".join(problem.sentence for problem in checked.problems))
    return checked.number


def _unread_nik(nik: str | Unread) -> tuple[str, ...]:
    return (nik.sentence,) if isinstance(nik, Unread) else ()


def _without_titles(name: str) -> str:
    return same_form(name.partition(",")[0])


def _grouped(pairs: Iterable[tuple[str, Entry]]) -> Mapping[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for key, entry in pairs:
        found.setdefault(key, []).append(entry)
    return found
