"""Lines of a list put together to binaan; a line with anything wrong comes back, the others go on."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any, Final

from domain.blitar.client import BusinessAnswers, Client
from domain.blitar.client_list.list_columns import ListColumn, ListedKind, Sex
from domain.blitar.client_list.list_sheet import LIST_SHAPE
from domain.blitar.client_list.listed_trades import trade_of
from domain.blitar.kinds import SubjectKind
from domain.blitar.place import Place
from domain.blitar.registration_checks import check_client
from domain.identity import check_nik, is_woman
from domain.regions.regions import BLITAR_REGENCY, district, villages
from domain.same_letters import same_form
from domain.tabular.sheet_cells import as_text
from domain.tabular.workbook import BadLine, Fault, RawLine, ToldLine, in_order, told_line

_OURS: Final = frozenset(("kabupaten blitar", "kab blitar", "blitar"))
_FIELDS: Final = {
    "name": ListColumn.NAME, "nik": ListColumn.NIK, "business.founded_on": ListColumn.FOUNDED,
    "phone": ListColumn.PHONE, "contact_name": ListColumn.OWNER, "place.address": ListColumn.ADDRESS,
    "place.village_code": ListColumn.VILLAGE, "place.district_code": ListColumn.DISTRICT,
    "business.capital": ListColumn.CAPITAL, "business.annual_sales": ListColumn.SALES,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ListedClient:
    """A binaan of the list that can be taken in: its line, and a sign of all that stands in it.

    Two lines with the same sign say the same, so that a list that comes twice is taken in once.
    """

    line: int
    client: Client
    sign: str
    raw: RawLine


@dataclass(frozen=True, slots=True)
class ListRead:
    """What was read of a list: the binaan that can be taken in, and every line that comes back."""

    clients: tuple[ListedClient, ...]
    bad: tuple[BadLine, ...]


def read_client_list(lines: Sequence[RawLine], day: date, otherwise: ListedKind) -> ListRead:
    """Read a list as the form would on a day; `otherwise` is what a line is that does not say its kind."""
    good: list[ListedClient] = []
    bad: list[BadLine] = []
    seen: dict[tuple[str, str], int] = {}
    for raw in lines:
        line = told_line(raw, LIST_SHAPE)
        client = _checked(line, day, otherwise)
        _once(line, seen)
        if line.faults:
            bad.append(line.sent_back)
        else:
            good.append(ListedClient(raw.line, client, sign_of(raw), raw))
    return ListRead(tuple(good), in_order(bad))


def sign_of(raw: RawLine) -> str:
    """A sign of all that stands in a line but its place."""
    told = {one.value: as_text(cell) for one, cell in raw.cells.items() if one != ListColumn.ORDER}
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:32]


def _once(line: ToldLine, seen: dict[tuple[str, str], int]) -> None:
    """Blame a line that tells of somebody of whom an earlier line told, by a number or word for word."""
    marks = {
        (column.header, line.told[column.value])
        for column in (ListColumn.NIK, ListColumn.NIB)
        if column.value in line.told
    } | {("", sign_of(line.raw))}
    for mark in sorted(marks):
        first = seen.setdefault(mark, line.raw.line)
        if first != line.raw.line:
            line.faults.append(Fault(mark[0], f"sama dengan baris {first} berkas ini."))


def _checked(line: ToldLine, day: date, otherwise: ListedKind) -> Client:
    """The binaan as far as its line can be read; what is wrong with it the line tells."""
    told = line.told
    kind = SubjectKind((told.get("kind") or otherwise).value)
    village = _village(line)
    _place_is_ours(line)
    _sex_fits(line)
    business = {"founded_on": "founded_on", "capital": "capital", "sales": "annual_sales"}
    if kind is SubjectKind.CLIENT_COOPERATIVE:
        for name in ("capital", "sales", "nib"):
            if name in told:
                line.faults.append(Fault(LIST_SHAPE.header_of(name), "hanya untuk usaha mikro; kosongkan."))
    client = Client(
        kind=kind,
        name=told.get("name", ""),
        contact_name=told.get("owner", ""),
        nik=told.get("nik"),
        place=Place(
            regency_code=BLITAR_REGENCY.code if "district" in told or "regency" in told else None,
            district_code=told.get("district"),
            village_code=village,
            address=told.get("address", ""),
        ),
        business=_business(told, business) if kind is SubjectKind.CLIENT_MICRO else BusinessAnswers(),
        started_on=None if kind is SubjectKind.CLIENT_MICRO else told.get("founded_on"),
        sector=trade_of(told.get("sector", ""), told.get("kbli", "")),
        phone=told.get("phone", ""),
        note=_note(told),
    )
    headers = {ListColumn.NAME.header} if "name" not in told else set()
    for problem in check_client(client, day):
        column = _FIELDS.get(problem.field)
        header = column.header if column else ""
        if header not in headers:
            line.faults.append(Fault(header, problem.sentence))
    return client


def _business(told: dict[str, Any], names: dict[str, str]) -> BusinessAnswers:
    answers = {into: told[name] for name, into in names.items() if name in told}
    return BusinessAnswers(**answers, business_number=told.get("nib", ""))


def _note(told: dict[str, Any]) -> str:
    """What the register says of the trade, in its own words."""
    parts = [told.get("sector", ""), f"KBLI {told['kbli']}" if "kbli" in told else ""]
    words = ", ".join(filter(None, parts))
    return f"Menurut daftar: {words}." if words else ""


def _village(line: ToldLine) -> str | None:
    name, code = line.told.get("village"), line.told.get("district")
    if not name:
        return None
    if code is None:
        if not line.raw.cells.get(ListColumn.DISTRICT):
            line.faults.append(Fault(ListColumn.VILLAGE.header, "tulis juga kecamatannya."))
        return None
    wanted = same_form(name).removeprefix("desa ").removeprefix("kelurahan ").removeprefix("kel ")
    found = next((one.code for one in villages(code) if same_form(one.name) == wanted), None)
    within = district(code)
    if found is None and within is not None:
        told = f"tidak ada di Kecamatan {within.name}. Cocokkan ejaannya, atau kosongkan."
        line.faults.append(Fault(ListColumn.VILLAGE.header, told))
    return found


def _place_is_ours(line: ToldLine) -> None:
    if (told := line.told.get("regency")) and same_form(told) not in _OURS:
        told = f"bukan {BLITAR_REGENCY.name}; daftar ini hanya untuk binaan {BLITAR_REGENCY.name}."
        line.faults.append(Fault(ListColumn.REGENCY.header, told))


def _sex_fits(line: ToldLine) -> None:
    nik, sex = line.told.get("nik"), line.told.get("sex")
    if not nik or sex is None or check_nik(nik, BLITAR_REGENCY.code).number is None:
        return
    if is_woman(nik) != (sex is Sex.WOMAN):
        told = f"NIK-nya milik {'perempuan' if is_woman(nik) else 'laki-laki'}. Cocokkan dengan KTP."
        line.faults.append(Fault(ListColumn.SEX.header, told))
