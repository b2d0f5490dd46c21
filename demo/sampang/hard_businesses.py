"""Hard cases about a business and the loan that it asks for."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from demo.people import Owner
from demo.sampang.doubts import with_village_letter
from demo.sampang.hard_basis import MILLION, HardCase, accepted, micro_business, single, small_business
from domain.dates import add_months
from domain.sampang.application import EarlierLoan, LoanApplication
from domain.sampang.kinds import Premises, Purpose, SizeBasis, SizeClass


def _exactly_five_million(filed_on: date) -> LoanApplication:
    owner = single("Sumarni", "35.27.03", date(1964, 4, 4), woman=True)
    name = "Rengginang Lorjuk Bu Sumarni"
    return with_village_letter(micro_business(owner, name, "35.27.03.1003", filed_on, amount=5 * MILLION))


def _size_stated_differently(filed_on: date) -> LoanApplication:
    owner = single("Zaini", "35.27.03", date(1962, 10, 21))
    made = small_business(owner, "Batik Pak Zaini", "35.27.03.1009", filed_on, amount=25 * MILLION)
    stated = replace(
        made.business,
        net_assets=150 * MILLION,
        annual_sales=850 * MILLION,
        stated_size=SizeClass.SMALL,
        stated_basis=SizeBasis.UU_20_2008,
        stated_because="Kekayaan bersih di atas Rp50 juta menurut neraca terakhir",
    )
    return replace(made, business=stated)


def _lease_of_35_months(filed_on: date) -> LoanApplication:
    owner = single("Mutmainnah", "35.27.12", date(1967, 5, 5), woman=True)
    made = small_business(owner, "Konveksi Bu Mutmainnah", "35.27.12.2007", filed_on)
    first = add_months(filed_on, -1).replace(day=1)
    leased = replace(
        made.business,
        premises=Premises.RENTED,
        lease_from=first,
        lease_until=add_months(first, 35) - timedelta(days=1),
    )
    return replace(made, business=leased)


def _of_23_months(filed_on: date) -> LoanApplication:
    owner = single("Rosidi", "35.27.08", date(1967, 9, 9))
    made = micro_business(owner, "Kerupuk Pak Rosidi", "35.27.08.2002", filed_on, amount=4 * MILLION)
    since = add_months(filed_on, -23)
    return replace(made, business=replace(made.business, founded_on=since, active_since=since))


def _red_listed(filed_on: date) -> LoanApplication:
    owner = single("Durahem", "35.27.09", date(1961, 6, 15))
    made = small_business(owner, "Toko Bangunan Pak Durahem", "35.27.09.2018", filed_on)
    return replace(made, on_red_list=True)


def _renewing(filed_on: date, owner: Owner, *, months_ago: int, months_run: int) -> LoanApplication:
    made = small_business(owner, f"Rajungan Pak {owner.person.name}", "35.27.01.2002", filed_on)
    earlier = EarlierLoan(
        borrowed_before=True,
        last_amount=25 * MILLION,
        settled_on=add_months(filed_on, -months_ago),
        months_run=months_run,
        settled_early_to_renew=True,
    )
    return accepted(replace(made, earlier=earlier), filed_on)


def _after_5_months(filed_on: date) -> LoanApplication:
    owner = single("Asmuni", "35.27.01", date(1965, 5, 5))
    return _renewing(filed_on, owner, months_ago=5, months_run=5)


def _after_6_months(filed_on: date) -> LoanApplication:
    owner = single("Bunawi", "35.27.01", date(1966, 6, 6))
    return _renewing(filed_on, owner, months_ago=6, months_run=10)


def _after_12_months(filed_on: date) -> LoanApplication:
    owner = single("Karimun", "35.27.01", date(1967, 12, 12))
    return _renewing(filed_on, owner, months_ago=12, months_run=20)


def _term_of_18_months(filed_on: date) -> LoanApplication:
    owner = single("Khoirul Umam", "35.27.10", date(1967, 7, 18))
    made = small_business(owner, "Pakan Ternak Pak Umam", "35.27.10.2008", filed_on, term_months=18)
    return accepted(made, filed_on)


def _investment(filed_on: date) -> LoanApplication:
    owner = single("Supandi", "35.27.14", date(1963, 3, 13))
    made = small_business(owner, "Genteng Pak Supandi", "35.27.14.2002", filed_on)
    made = replace(made, purpose=Purpose.INVESTMENT, plan="Membeli mesin cetak genteng")
    return accepted(made, filed_on)


BUSINESS_CASES: Final = (
    HardCase(
        "exactly_five_million",
        "Usaha mikro tanpa izin, pinjaman tepat Rp5.000.000 (tafsir S-01)",
        10,
        _exactly_five_million,
    ),
    HardCase(
        "size_stated_differently",
        "Kelas usaha menurut Dinas berbeda dari hitungan (tafsir S-25 dan S-02)",
        13,
        _size_stated_differently,
    ),
    HardCase("lease_of_35_months", "Sewa tempat usaha 35 bulan", 22, _lease_of_35_months),
    HardCase("business_of_23_months", "Usaha baru berjalan 23 bulan (tafsir S-23)", 7, _of_23_months),
    HardCase("red_listed", "Tercatat di daftar merah", 28, _red_listed),
    HardCase("renewal_after_5_months", "Lunas awal 5 bulan lalu untuk memperbarui", 40, _after_5_months),
    HardCase("renewal_after_6_months", "Lunas awal 6 bulan lalu: perlu izin Pokjanis", 42, _after_6_months),
    HardCase("renewal_after_12_months", "Lunas awal 12 bulan lalu: bebas meminjam", 60, _after_12_months),
    HardCase("term_of_18_months", "Jangka waktu 18 bulan menunggu Pokjanis", 35, _term_of_18_months),
    HardCase("investment_purpose", "Rencana investasi menunggu Pokjanis", 38, _investment),
)
