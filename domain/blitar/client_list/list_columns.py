"""The sheet of a list of binaan: its columns, and under which headings other registers name them."""

from domain.labelled import Labelled
from domain.tabular.sheet_columns import SheetColumn

_BLANK = "Kosongkan bila tidak diketahui."


class ListColumn(SheetColumn):
    """A column of the list; the value is the name of the fact."""

    ORDER = "order", "No", "Nomor urut; boleh kosong.", "nomor", "no urut", "nomor urut"
    NAME = (
        "name", "Nama usaha", "Nama usaha atau koperasi.", "nama", "nama binaan", "nama koperasi",
        "nama umkm", "nama perusahaan", "nama usaha koperasi", "nama pelaku usaha", "nama proyek",
    )  # fmt: skip
    KIND = "kind", "Jenis binaan", "Pilih dari daftar.", "jenis pelaku"
    NIB = "nib", "NIB", "13 angka.", "nomor induk berusaha", "no nib", "nomor nib"
    OWNER = (
        "owner", "Nama pemilik", "Nama pemilik atau ketua.", "pemilik", "nama pemilik usaha", "nama ketua",
        "nama pengusaha", "penanggung jawab", "nama penanggung jawab", "nama lengkap",
    )  # fmt: skip
    NIK = (
        "nik", "NIK", "16 angka, milik pemilik atau ketua.", "nik pemilik", "nik pengusaha", "no ktp",
        "nomor ktp", "nik ktp", "nik penanggung jawab", "nik ketua",
    )  # fmt: skip
    SEX = "sex", "Jenis kelamin", "Laki-laki atau Perempuan; dicocokkan dengan NIK.", "jk", "l p", "gender"
    ADDRESS = (
        "address", "Alamat", "Alamat usaha.", "alamat usaha", "alamat lengkap", "lokasi usaha",
        "alamat perusahaan", "alamat proyek", "alamat koperasi",
    )  # fmt: skip
    VILLAGE = (
        "village", "Desa/Kelurahan", "Nama desa atau kelurahan.", "desa", "kelurahan", "desa kelurahan usaha",
        "kelurahan usaha", "desa usaha", "kelurahan desa", "kel desa", "desa kel",
    )  # fmt: skip
    DISTRICT = (
        "district", "Kecamatan", "Pilih dari daftar.", "kec", "kecamatan usaha", "nama kecamatan",
    )  # fmt: skip
    REGENCY = (
        "regency", "Kabupaten/Kota", "Kosong berarti Kabupaten Blitar.", "kabupaten", "kab", "kab kota",
        "kota", "kabupaten kota usaha", "kabupaten usaha",
    )  # fmt: skip
    KBLI = "kbli", "KBLI", "5 angka.", "kode kbli", "kbli utama", "kode kbli utama", "kbli usaha"
    SECTOR = (
        "sector", "Bidang", "Pilih dari daftar.", "sektor", "bidang usaha", "sektor usaha", "jenis usaha",
        "kategori usaha", "kelompok usaha",
    )  # fmt: skip
    CAPITAL = (
        "capital", "Modal usaha", "Tanpa tanah dan bangunan; rupiah.", "modal", "modal usaha rp",
        "jumlah modal", "modal rp",
    )  # fmt: skip
    SALES = (
        "sales", "Penjualan setahun", "Dalam rupiah.", "omzet", "omset", "omzet setahun", "omset setahun",
        "omzet tahunan", "omset tahunan", "omzet per tahun", "omset per tahun", "penjualan per tahun",
        "hasil penjualan tahunan", "penjualan tahunan", "omzet rp", "omset rp",
    )  # fmt: skip
    FOUNDED = "founded_on", "Usaha berdiri", "Tanggalnya.", "tanggal berdiri", "tanggal usaha berdiri"
    PHONE = (
        "phone", "Telepon", _BLANK, "no hp", "nomor hp", "no telp", "no telepon", "nomor telepon", "hp",
        "telp", "no wa", "whatsapp", "nomor telp", "kontak",
    )  # fmt: skip


class ListSheet(Labelled):
    """The one sheet of the list."""

    CLIENTS = "clients", "Binaan"


class ListedKind(Labelled):
    """What a binaan is, as the list says it."""

    MICRO = "client_micro", "Usaha mikro"
    COOPERATIVE = "client_cooperative", "Koperasi"


class Sex(Labelled):
    """As the list says it; it is only held against the NIK and never kept."""

    MAN = "man", "Laki-laki"
    WOMAN = "woman", "Perempuan"
