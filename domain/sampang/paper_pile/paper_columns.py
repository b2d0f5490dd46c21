"""The two sheets of a pile of paper applications, and their columns."""

from typing import Final

from domain.labelled import Labelled
from domain.tabular.sheet_columns import SheetColumn

_FORM: Final = "Nomor formulir"
_BLANK: Final = "Kosongkan bila tidak diketahui."


class FormColumn(SheetColumn):
    """A column of the sheet of applications; the value is the place of the answer in an application."""

    NUMBER = "number", _FORM, "Nomor urut pada kertasnya; tiap formulir satu baris.", "no", "nomor"
    KIND = "applicant.kind", "Jenis pemohon", "Pilih dari daftar.", "jenis"
    NAME = "applicant.name", "Nama pemohon", "Nama usaha, koperasi, LKM, atau Sentra.", "nama", "nama usaha"
    CONTACT = "applicant.contact_name", "Nama pemilik atau ketua", _BLANK, "pemilik", "ketua"
    NIK = "applicant.nik", "NIK", "16 angka, milik pemilik atau ketua.", "nik pemilik", "nik ketua"
    NPWP = "applicant.npwp", "NPWP", "15 atau 16 angka."
    MARITAL = "applicant.marital_status", "Status perkawinan", "Untuk usaha; pilih dari daftar."
    SPOUSE = "applicant.spouse_name", "Nama suami/istri", _BLANK
    SPOUSE_NIK = "applicant.spouse_nik", "NIK suami/istri", "16 angka."
    DISTRICT = "applicant.district_code", "Kecamatan", "Pilih dari daftar."
    ADDRESS = "applicant.address", "Alamat", "Dengan nama desa atau kelurahan."
    PHONE = "applicant.phone", "Telepon", _BLANK, "no hp"
    FILED_ON = "filed_on", "Tanggal diterima", "Tanggal proposal diterima Dinas.", "tanggal proposal"
    AMOUNT = "amount", "Pinjaman yang diminta", "Dalam rupiah.", "jumlah", "pinjaman"
    TERM = "term_months", "Jangka waktu (bulan)", "12, 24, atau 36 (III.6).", "jangka waktu"
    PURPOSE = "purpose", "Penggunaan dana", "Pilih dari daftar (VIII.3.a)."
    PLAN = "plan", "Rencana penggunaan", _BLANK
    FOUNDED = "business.founded_on", "Tanggal usaha berdiri", "Untuk usaha.", "berdiri"
    ACTIVE = "business.active_since", "Usaha aktif sejak", "Untuk usaha (IV.2.a).", "aktif sejak"
    ASSETS = "business.net_assets", "Kekayaan bersih", "Untuk usaha, tanpa tanah dan bangunan; rupiah."
    SALES = "business.annual_sales", "Penjualan setahun", "Untuk usaha; rupiah.", "omzet setahun"
    LICENCE = "business.has_licence", "Memiliki izin usaha", "Ya atau Tidak (IV.2.b).", "nib"
    PREMISES = "business.premises", "Tempat usaha", "Untuk usaha; pilih dari daftar."
    BUSINESS_ARREARS = "business.business_arrears", "Tunggakan atas nama usaha", "Ya atau Tidak (IV.2.d)."
    OWNER_ARREARS = "business.owner_arrears", "Tunggakan atas nama pemilik", "Ya atau Tidak (IV.2.d)."
    BORROWED = "earlier.borrowed_before", "Pernah meminjam dana ini", "Ya atau Tidak (III.7)."
    PAPERS = "papers", "Semua berkas ada", "Ya bila semua berkas VIII.2.b ada; kosong bila belum diperiksa."
    PLEDGED = "collateral_complete", "Semua agunan ditulis", "Ya bila lembar Agunan sudah memuat semuanya."
    NOTICE_ON = (
        "notice.notice_on",
        "Pemberitahuan data",
        "Tanggal disampaikan; kosongkan bila belum.",
    )
    NOTICE_BY = "notice.notice_by", "Pemberitahuan oleh", "Siapa yang menyampaikannya."
    NOTE = "note", "Catatan", "Hal lain yang perlu diketahui.", "keterangan"


class ThingColumn(SheetColumn):
    """A column of the sheet of pledged things; the value is the name of the answer."""

    NUMBER = "number", _FORM, "Sama dengan di lembar Pengajuan.", "no", "nomor"
    KIND = "kind", "Jenis agunan", "Pilih dari daftar."
    DESCRIPTION = "description", "Keterangan agunan", "Misalnya SHM 112 Desa Torjun, atau Honda Beat."
    VALUE = "value", "Nilai agunan", "Menurut surat harga atau taksiran; rupiah.", "nilai"
    ASSESSED_BY = "assessed_by", "Ditaksir oleh", _BLANK
    OWN = "owned_by_applicant", "Atas nama pemohon", "Ya atau Tidak."
    OWNER = "owner_name", "Nama pemilik lain", "Bila atas nama orang lain."
    POWER = "power_of_attorney", "Ada surat kuasa", "Ya atau Tidak; bila atas nama orang lain."
    SITUATION = "situation", "Letak tanah", "Untuk tanah; pilih dari daftar."
    PRICE = "price_letter", "Surat harga dari", "Untuk tanah; pilih dari daftar."
    WHEELS = "wheels", "Jumlah roda", "Untuk kendaraan: 2 atau 4."
    YEAR = "year", "Tahun dibuat", "Untuk kendaraan."
    PLATE = "plate", "Nomor polisi daerah", "Untuk kendaraan; pilih dari daftar."
    PLATE_NUMBER = "plate_number", "Nomor polisi", "Seperti di STNK, mis. M 1234 AB.", "plat"
    RECEIPT = "sale_receipt", "Ada kuitansi jual beli", "Ya atau Tidak; nomor polisi daerah lain."
    STATEMENT = "statement", "Ada surat pernyataan barang", "Ya atau Tidak; untuk barang (III.9)."


class PileSheet(Labelled):
    """A sheet of the workbook; its label is the title of the sheet."""

    FORMS = "forms", "Pengajuan"
    THINGS = "things", "Agunan"
