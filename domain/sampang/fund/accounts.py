"""The accounts of the fund; every entry in the books balances over them."""

from domain.labelled import Labelled
from domain.regulation.sources import Citation
from domain.sampang.instruments import at


class Account(Labelled):
    """An account; a debit is a positive amount, a credit a negative one."""

    FUND_CASH = "fund_cash", "Rekening dana bergulir (Tim Pokjanis)"
    LOANS = "loans", "Pokok pinjaman yang beredar"
    CAPITAL = "capital", "Modal dana bergulir"
    INTEREST_CASH = "interest_cash", "Jasa diterima, di Bank Jatim"
    DUE_TO_REVENUE = "due_to_revenue", "Jasa untuk PAD (3 %)"
    DUE_TO_AGENCY = "due_to_agency", "Jasa untuk pembinaan Dinas (2 %)"
    DUE_TO_BANK = "due_to_bank", "Jasa untuk Bank Jatim (1 %)"
    REMITTED_REVENUE = "remitted_revenue", "Jasa untuk PAD, di Kas Daerah"
    REMITTED_AGENCY = "remitted_agency", "Jasa untuk Dinas, di Kas Daerah"
    REMITTED_BANK = "remitted_bank", "Jasa untuk Bank Jatim, di Kas Daerah"
    COSTS_CASH = "costs_cash", "Titipan biaya peminjam, di Bank Jatim"
    INSURANCE_PAYABLE = "insurance_payable", "Setoran asuransi"
    NOTARY_PAYABLE = "notary_payable", "Biaya notaris"
    LAND_CHECK_PAYABLE = "land_check_payable", "Biaya pengecekan BPN"

    @property
    def place(self) -> Citation:
        """The provision that the account rests on."""
        return at(_PLACES[self])


_PLACES = {
    Account.FUND_CASH: "VIII.5.b",
    Account.LOANS: "VIII.1.c",
    Account.CAPITAL: "VIII.1.a",
    Account.INTEREST_CASH: "VIII.4",
    Account.DUE_TO_REVENUE: "VIII.4.a",
    Account.DUE_TO_AGENCY: "VIII.4.c",
    Account.DUE_TO_BANK: "VIII.4.b",
    Account.REMITTED_REVENUE: "VIII.4",
    Account.REMITTED_AGENCY: "VIII.4",
    Account.REMITTED_BANK: "VIII.4",
    Account.COSTS_CASH: "VII.10",
    Account.INSURANCE_PAYABLE: "VIII.5.d",
    Account.NOTARY_PAYABLE: "VIII.5.d",
    Account.LAND_CHECK_PAYABLE: "VIII.5.d",
}
