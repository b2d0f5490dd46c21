"""Hard cases about who applies, and about what people type."""

from datetime import date
from typing import Final

from demo.people import Owner
from demo.sampang.hard_basis import MILLION, HardCase, accepted, elder, single, small_business
from domain.sampang.application import Applicant, LoanApplication
from domain.sampang.kinds import ApplicantKind

_HUSBAND: Final = elder("Sahrawi", "35.27.06", date(1962, 4, 14))
_WIFE: Final = elder("Suhriyah", "35.27.06", date(1965, 12, 1), woman=True)
_TWO_BUSINESSES: Final = single("Juwairiyah", "35.27.03", date(1963, 7, 7), woman=True)


def _husband(filed_on: date) -> LoanApplication:
    owner = Owner(_HUSBAND, _WIFE)
    return small_business(owner, "Bengkel Las Pak Sahrawi", "35.27.06.2004", filed_on, amount=15 * MILLION)


def _wife(filed_on: date) -> LoanApplication:
    owner = Owner(_WIFE, _HUSBAND)
    return small_business(owner, "Toko Kelontong Bu Suhriyah", "35.27.06.2004", filed_on, term_months=24)


def _first_business(filed_on: date) -> LoanApplication:
    name = "Ikan Asap Bu Juwairiyah"
    return small_business(
        _TWO_BUSINESSES, name, "35.27.03.2001", filed_on, amount=10 * MILLION, term_months=12
    )


def _second_business(filed_on: date) -> LoanApplication:
    return small_business(_TWO_BUSINESSES, "Petis Bu Juwairiyah", "35.27.03.2001", filed_on, term_months=24)


def _nik_of_another_regency(filed_on: date) -> LoanApplication:
    # 35.28.01 is a kecamatan of Pamekasan: a NIK tells where it was issued, not where one lives.
    owner = single("Mahrus", "35.28.01", date(1966, 10, 5))
    made = small_business(owner, "Tembakau Pak Mahrus", "35.27.10.2014", filed_on)
    return accepted(made, filed_on)


def _almost_empty(filed_on: date) -> LoanApplication:
    return LoanApplication(applicant=Applicant(kind=ApplicantKind.BUSINESS, name="Warung Bu Tini"))


def _apostrophe(filed_on: date) -> LoanApplication:
    owner = single("Sa'diyah", "35.27.11", date(1960, 1, 1), woman=True)
    return small_business(owner, 'Kerupuk Tengiri "Sa\'diyah"', "35.27.11.2010", filed_on, term_months=12)


def _ampersand(filed_on: date) -> LoanApplication:
    owner = single("Moh. Ha'i", "35.27.08", date(1960, 2, 2))
    return small_business(
        owner, "Toko Ha'i & Putra (cabang Ketapang)", "35.27.08.2006", filed_on, term_months=24
    )


def _digits(filed_on: date) -> LoanApplication:
    owner = single("Syafi'i", "35.27.07", date(1960, 3, 3))
    return small_business(owner, "99 Toko Serba Ada", "35.27.07.2008", filed_on, term_months=24)


PEOPLE_CASES: Final = (
    HardCase("husband_applies", "Suami dan istri sama-sama mengajukan (suami)", 9, _husband),
    HardCase("wife_applies", "Suami dan istri sama-sama mengajukan (istri)", 8, _wife),
    HardCase("first_business", "Satu orang dengan dua usaha (usaha pertama)", 15, _first_business),
    HardCase("second_business", "Satu orang dengan dua usaha (usaha kedua)", 6, _second_business),
    HardCase(
        "nik_of_another_regency", "NIK terbitan kabupaten lain hanya peringatan", 45, _nik_of_another_regency
    ),
    HardCase("almost_empty_draft", "Draf yang hampir kosong", 1, _almost_empty),
    HardCase("quotes_in_name", "Nama dengan tanda kutip", 4, _apostrophe),
    HardCase("signs_in_name", "Nama dengan tanda dan kurung", 4, _ampersand),
    HardCase("digits_in_name", "Nama yang berawal angka", 5, _digits),
)
