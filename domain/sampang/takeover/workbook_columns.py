"""The sheets and columns of the workbook in which an office tells its older loans."""

from typing import Final

from domain.labelled import Labelled
from domain.tabular.sheet_columns import SheetColumn

_LOAN: Final = "Nomor pinjaman"
_LOAN_HINT: Final = "Sama dengan di lembar Pinjaman."
_OTHER_NUMBERS: Final = ("no pinjaman", "nomor berkas", "nomor kontrak", "no kontrak")


class LoanColumn(SheetColumn):
    """A column of the sheet of loans: who, under which terms, and what was paid."""

    NUMBER = "number", _LOAN, "Nomor lama, seperti di berkas bank; tiap pinjaman satu baris.", *_OTHER_NUMBERS
    KIND = "kind", "Jenis peminjam", "Pilih dari daftar."
    NAME = "name", "Nama peminjam", "Nama usaha, koperasi, LKM, atau Sentra.", "nama", "nama debitur"
    CONTACT = "contact_name", "Nama pemilik atau ketua", "Kosongkan bila tidak diketahui.", "pemilik", "ketua"
    NIK = "nik", "NIK pemilik atau ketua", "16 angka; kosongkan bila tidak diketahui.", "nik"
    SPOUSE = "spouse_name", "Nama suami/istri", "Kosongkan bila tidak ada atau tidak diketahui."
    SPOUSE_NIK = "spouse_nik", "NIK suami/istri", "16 angka; kosongkan bila tidak diketahui."
    DISTRICT = "district_code", "Kecamatan", "Pilih dari daftar; kosongkan bila tidak diketahui."
    ADDRESS = "address", "Alamat", "Alamat untuk surat.", "alamat peminjam"
    PHONE = "phone", "Telepon", "Kosongkan bila tidak diketahui.", "no hp", "nomor hp"
    AGREEMENT = "agreement_number", "Nomor perjanjian", "Kosongkan bila tidak diketahui.", "no perjanjian"
    AGREED_ON = "agreed_on", "Tanggal perjanjian", "Kosongkan bila tidak diketahui."
    DISBURSED_ON = "disbursed_on", "Tanggal cair", "Hari uangnya diterima peminjam.", "tanggal pencairan"
    PRINCIPAL = "principal", "Pokok pinjaman", "Pokok pada hari cair, dalam rupiah.", "plafon", "pokok"
    TENOR = "tenor", "Jangka waktu (bulan)", "Banyaknya bulan angsuran.", "jangka waktu", "tenor"
    GRACE = "grace", "Masa tenggang pokok (bulan)", "Bulan yang hanya membayar jasa; kosong berarti 0."
    RATE = "rate", "Jasa setahun (%)", "Menurut perjanjian sendiri, misalnya 12 atau 6,5.", "jasa", "bunga"
    METHOD = "method", "Cara menghitung jasa", "Pilih dari daftar.", "metode jasa", "metode bunga"
    FIRST_DUE = (
        "first_due_on", "Jatuh tempo pertama", "Kosong berarti sebulan sesudah cair.", "angsuran pertama",
    )  # fmt: skip
    DUE_DAY = (
        "due_day", "Tanggal jatuh tempo tiap bulan", "1 sampai 31; kosong berarti mengikuti yang pertama.",
    )  # fmt: skip
    PRINCIPAL_PAID = (
        "principal_paid", "Pokok sudah dibayar", "Semua pokok sampai akhir tanggal saldo; 0 bila belum.",
        "pokok dibayar", "pokok terbayar",
    )  # fmt: skip
    INTEREST_PAID = (
        "interest_paid", "Jasa sudah dibayar", "Semua jasa sampai akhir tanggal saldo; 0 bila belum.",
        "jasa dibayar", "jasa terbayar", "bunga dibayar",
    )  # fmt: skip
    SETTLING = "settling", "Ketentuan pelunasan dipercepat", "Bunyi perjanjian, bila mengaturnya sendiri."
    NOTE = "note", "Catatan", "Hal lain yang perlu diketahui.", "keterangan"


class PlanColumn(SheetColumn):
    """A column of the sheet of plans that are given row by row."""

    NUMBER = "number", _LOAN, _LOAN_HINT, *_OTHER_NUMBERS
    DUE_ON = "due_on", "Jatuh tempo", "Pada tanggal jatuh tempo pinjaman itu; bulan tanpa angsuran dilewati."
    PRINCIPAL = "principal", "Pokok angsuran", "Dalam rupiah; 0 bila tidak ada.", "angsuran pokok"
    INTEREST = "interest", "Jasa angsuran", "Dalam rupiah; 0 bila tidak ada.", "angsuran jasa"


class PledgeColumn(SheetColumn):
    """A column of the sheet of pledged things."""

    NUMBER = "number", _LOAN, _LOAN_HINT, *_OTHER_NUMBERS
    KIND = "kind", "Jenis agunan", "Pilih dari daftar."
    DESCRIPTION = "description", "Keterangan agunan", "Misalnya SHM 112 Desa Torjun.", "uraian agunan"
    VALUE = "value", "Nilai agunan", "Dalam rupiah; kosongkan bila tidak diketahui.", "taksiran"
    ASSESSED_BY = "assessed_by", "Ditaksir oleh", "Kosongkan bila tidak diketahui."
    OWNER = "owner_name", "Nama pemilik lain", "Bila bukan atas nama peminjam."
    LIES = "lies", "Letak agunan", "Pilih dari daftar."
    SINCE = "since", "Di sana sejak", "Kosongkan bila tidak diketahui.", "disimpan sejak"
    RECEIPT = "receipt", "Nomor tanda terima", "Kosongkan bila tidak diketahui."
    NOTE = "note", "Catatan letak", "Misalnya nama pemegang bila di tempat lain."


class LetterColumn(SheetColumn):
    """A column of the sheet of letters that went out about arrears."""

    NUMBER = "number", _LOAN, _LOAN_HINT, *_OTHER_NUMBERS
    KIND = "kind", "Jenis surat", "Pilih dari daftar."
    LETTER = "letter", "Nomor surat", "Seperti di register surat."
    ON = "on", "Tanggal surat", "Hari surat itu keluar."


class HandoverColumn(SheetColumn):
    """A column of the sheet of claims that were handed over."""

    NUMBER = "number", _LOAN, _LOAN_HINT, *_OTHER_NUMBERS
    TO = "to", "Diserahkan kepada", "Pilih dari daftar."
    PAPER = "paper", "Nomor SKK atau tanda terima", "Surat kuasa khusus, atau tanda terima KPKNL."
    ON = "on", "Tanggal penyerahan", "Hari penyerahan itu."
    NOTE = "note", "Catatan penyerahan", "Misalnya hasilnya sampai sekarang."


class Part(Labelled):
    """A sheet of the workbook; its label is the title of the sheet."""

    LOANS = "loans", "Pinjaman"
    PLANS = "plans", "Jadwal sendiri"
    PLEDGES = "pledges", "Agunan"
    LETTERS = "letters", "Surat"
    HANDOVERS = "handovers", "Penyerahan"
