"""What is told of a binaan as labelled facts, the same on screens and papers; a blank is not known."""

from collections.abc import Iterator

from domain.blitar.client import Client
from domain.blitar.examining import Line
from domain.blitar.kinds import SubjectKind
from domain.blitar.place import Place
from domain.dates import indonesian_date
from domain.labelled import Labelled
from domain.money import rupiah
from domain.regions.regions import BLITAR_REGENCY, district, village
from domain.regulation.wording import without_unknown

NOT_KNOWN = "belum diketahui"
# Neighbours by their official codes; the last is no code, but only "somewhere else".
REGENCIES = {
    BLITAR_REGENCY.code: BLITAR_REGENCY.name,
    "35.72": "Kota Blitar (bukan Kabupaten Blitar)",
    "35.04": "Kabupaten Tulungagung",
    "35.06": "Kabupaten Kediri",
    "35.07": "Kabupaten Malang",
    "00.00": "Daerah lain",
}


def facts_of(client: Client) -> tuple[tuple[str, str], ...]:
    """Every fact with what it is, in the order of the form; the NIK as it is given here."""
    return tuple((label, told or NOT_KNOWN) for label, told in _facts(client))


def place_in_words(place: Place) -> str:
    """A place from the address to the kecamatan; blank when nothing is known."""
    names = [place.address.strip()]
    found = village(place.village_code) if place.village_code else None
    kecamatan = district(place.district_code) if place.district_code else None
    names.append(f"Desa/Kel. {found.name}" if found else "")
    names.append(f"Kec. {kecamatan.name}" if kecamatan else "")
    if place.regency_code and place.regency_code != BLITAR_REGENCY.code:
        names.append(REGENCIES.get(place.regency_code, "daerah lain"))
    elif not kecamatan and place.in_blitar:
        names.append(BLITAR_REGENCY.name)
    return ", ".join(filter(None, names))


def reasons_in_words(line: Line) -> str:
    """Why a provision came out as it did: statements first, then each question as a sentence."""
    told = [without_unknown(reason) for reason in line.reasons]
    statements = "; ".join(one for one in told if not one.endswith("?"))
    questions = " ".join(one for one in told if one.endswith("?"))
    return ". ".join(filter(None, (statements, questions)))


def _facts(client: Client) -> Iterator[tuple[str, str]]:
    is_micro = client.kind is SubjectKind.CLIENT_MICRO
    yield "Pemilik" if is_micro else "Ketua", client.contact_name
    yield "NIK (KTP)", client.nik or ""
    yield "Telepon", client.phone
    yield "Tempat usaha" if is_micro else "Kedudukan", place_in_words(client.place)
    yield "Bidang", _label(client.sector)
    yield "Kegiatan", _label(client.operation)
    if is_micro:
        business = client.business
        yield "Tempat tinggal pemilik", place_in_words(business.owner_home)
        yield "Bentuk usaha", _label(business.form)
        yield "Berdiri", indonesian_date(business.founded_on) if business.founded_on else ""
        yield "Modal usaha (tanpa tanah dan bangunan)", _amount(business.capital)
        yield "Penjualan setahun", _amount(business.annual_sales)
        yield "NIB", business.business_number
    else:
        yield "Mulai berusaha", indonesian_date(client.started_on) if client.started_on else ""
        yield "Skala", _label(client.cooperative.scale)
        branch = client.cooperative.is_branch
        yield "Cabang koperasi lain", "" if branch is None else "ya" if branch else "bukan"
        yield "NIK Koperasi", client.cooperative.registration_number
    yield "Catatan", client.note


def _label(choice: Labelled | None) -> str:
    return "" if choice is None else choice.label


def _amount(amount: int | None) -> str:
    return "" if amount is None else rupiah(amount)
