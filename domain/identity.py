"""The NIK of a person and the NPWP of a taxpayer: which part is wrong, and how they are masked.

No check digit protects a NIK, so a mistyped serial cannot be noticed here. Serials of real people
start at 0001; 0000 is accepted because the demo people use it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from stdnum import luhn, numdb
from stdnum.exceptions import ValidationError
from stdnum.id import nik as stdnum_nik
from stdnum.id import npwp as stdnum_npwp
from stdnum.util import isdigits

from domain.problems import Problem

_NIK_LENGTH: Final = 16
_OLD_NPWP_LENGTH: Final = 15
_NITKU_LENGTH: Final = 22  # a place of business: the 16 digits of an NPWP and 6 more
_WOMAN_OFFSET: Final = 40  # a woman's day of birth is written with 40 added
_SHORTEST_MASKED: Final = 12  # shorter numbers would be recognised from six open characters

# Provinces with a code of their own that python-stdnum's table (2.2) does not have yet:
# Kalimantan Utara, Papua Barat, Papua Selatan, Papua Pegunungan, Papua Barat Daya.
# Source: the codes of the provinces in the lists of the Ministry of Home Affairs since 2013 and 2022.
_NEWER_PROVINCES: Final = frozenset({"65", "92", "93", "95", "96"})

_LOOKALIKES: Final = {"O": "0", "I": "1", "L": "1"}


@dataclass(frozen=True, slots=True)
class IdentityCheck:
    """What was found in a typed identity number.

    `number` holds the digits alone, and is None exactly when there is a problem. A warning never
    stands in the way of saving.
    """

    number: str | None
    problems: tuple[Problem, ...] = ()
    warnings: tuple[str, ...] = ()


def check_nik(text: str, regency_code: str, field: str = "nik") -> IdentityCheck:
    """Check a NIK (16 digits PPRRSS DDMMYY XXXX) and explain which part is wrong.

    The place in a NIK is where it was first issued, so another regency than `regency_code` only
    gives a warning.
    """
    digits = _compact(text)
    sentences = _shape_faults(digits, "NIK (KTP)", _NIK_LENGTH) or _nik_part_faults(digits)
    if sentences:
        return _refused(field, sentences)
    if digits[:4] == regency_code.replace(".", ""):
        return IdentityCheck(digits)
    warning = (
        f"NIK ini pertama kali diterbitkan di wilayah {digits[:2]}.{digits[2:4]}, bukan "
        f"{regency_code}. Ini bukan kesalahan: NIK tidak berubah saat pindah. "
        "Buktikan domisili sekarang dengan KTP atau surat keterangan domisili."
    )
    return IdentityCheck(digits, warnings=(warning,))


def check_npwp(text: str, field: str = "npwp") -> IdentityCheck:
    """Check an NPWP, old (15 digits) or new (16 digits: a NIK, or 0 and the old number).

    The digits are kept as on the card: an old number is not rewritten into a new one.
    """
    digits = _compact(text)
    if len(digits) == _NITKU_LENGTH and isdigits(digits):
        sentence = "Angka ini 22 digit, yaitu NITKU. Tulis 16 digit pertamanya sebagai NPWP."
        return _refused(field, (sentence,))
    if faults := _shape_faults(digits, "NPWP", _OLD_NPWP_LENGTH, _NIK_LENGTH):
        return _refused(field, faults)
    if not digits.strip("0"):
        return _refused(field, ("NPWP nol semua bukan nomor. Kosongkan bila belum punya NPWP.",))
    if len(digits) == _NIK_LENGTH and digits[0] != "0":
        faults = tuple(
            f"NPWP 16 digit yang tidak diawali 0 adalah NIK. {fault}" for fault in _nik_part_faults(digits)
        )
    elif not luhn.is_valid(digits[: len(digits) - 6]):
        # The check digit closes the taxpayer's part; tax office and branch (3 + 3) follow it.
        faults = (
            "Angka pemeriksa NPWP tidak cocok, jadi ada angka yang salah ketik atau tertukar. "
            "Cocokkan kembali dengan kartunya.",
        )
    return _refused(field, faults) if faults else IdentityCheck(digits)


def mask_number(number: str | None) -> str:
    """Hide a number but for its first 4 and last 2 characters; None gives an empty text."""
    if number is None:
        return ""
    if len(number) < _SHORTEST_MASKED:
        return "*" * len(number)
    return number[:4] + "*" * (len(number) - 6) + number[-2:]


def is_woman(nik: str) -> bool:
    """Tell whether a checked NIK is a woman's (40 added to the day of birth)."""
    return int(nik[6:8]) > _WOMAN_OFFSET


def birth_date_of(nik: str, on: date) -> date | None:
    """Read the day of birth from a checked NIK, in the latest century that is not after `on`.

    A NIK holds two digits of the year, so for someone of a hundred or more the answer is a
    century late. None when no such day exists up to `on`.
    """
    day, month, year = int(nik[6:8]) % _WOMAN_OFFSET, int(nik[8:10]), int(nik[10:12])
    for century in range(on.year // 100 * 100, 1800, -100):
        try:
            born = date(century + year, month, day)
        except ValueError:
            continue
        if born <= on:
            return born
    return None


def _refused(field: str, sentences: tuple[str, ...]) -> IdentityCheck:
    return IdentityCheck(None, tuple(Problem(field, sentence) for sentence in sentences))


def _compact(text: str) -> str:
    """Drop spaces, dots, hyphens and the apostrophe with which Excel marks a text."""
    return stdnum_npwp.compact(text.strip().lstrip("'"))


def _shape_faults(digits: str, label: str, *lengths: int) -> tuple[str, ...]:
    """Say what is wrong with the characters and their number; nothing when the shape is right."""
    if not digits:
        return (f"{label} belum diisi. Tulis angkanya seperti di kartu.",)
    if not isdigits(digits):
        return (_character_fault(digits, label),)
    if len(digits) in lengths:
        return ()
    needed = " atau ".join(str(length) for length in lengths)
    sentence = f"{label} harus {needed} digit, sedangkan yang diisi {len(digits)} digit."
    if len(digits) == min(lengths) - 1:
        sentence += (
            " Satu angka terlewat, atau nol di depan terhapus oleh Excel: "
            "bila disalin dari Excel, ubah dahulu kolomnya menjadi teks."
        )
    return (f"{sentence} Cocokkan kembali dengan kartunya.",)


def _character_fault(digits: str, label: str) -> str:
    upper = digits.upper()
    if "E+" in upper:
        return (
            f"{label} berubah menjadi angka ilmiah oleh Excel, sehingga digitnya hilang. "
            "Ubah kolomnya menjadi teks, lalu ketik ulang dari kartunya."
        )
    place, letter = next((i, c) for i, c in enumerate(upper, 1) if c not in "0123456789")
    hint = f" Mungkin maksudnya angka {_LOOKALIKES[letter]}." if letter in _LOOKALIKES else ""
    what = f"huruf {letter}" if letter.isalpha() else "bukan angka"
    return f"{label} hanya berisi angka, tetapi karakter ke-{place} {what}.{hint}"


def _nik_part_faults(digits: str) -> tuple[str, ...]:
    """Say which parts of 16 digits cannot belong to a NIK."""
    faults = []
    province = digits[:2]
    if province not in _NEWER_PROVINCES and not numdb.get("id/loc").info(province)[0][1]:
        faults.append(
            f"Dua digit pertama NIK ({province}) bukan kode provinsi. Cocokkan bagian depan NIK dengan KTP."
        )
    if not _is_possible_birth(digits):
        faults.append(
            "Digit ke-7 sampai ke-12 NIK seharusnya tanggal lahir (tanggal, bulan, tahun; tanggal "
            "ditambah 40 untuk perempuan), tetapi tanggal itu tidak ada. Cocokkan dengan KTP."
        )
    return tuple(faults)


def _is_possible_birth(digits: str) -> bool:
    # python-stdnum takes the day modulo 40, so that 81 would pass as day 1: refuse that first.
    if int(digits[6:8]) > _WOMAN_OFFSET + 31:
        return False
    try:
        stdnum_nik.get_birth_date(digits)
    except ValidationError:
        return False
    return True
