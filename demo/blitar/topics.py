"""What the Pendamping of the demo talk about with their binaan: a problem, advice, and what follows."""

from dataclasses import dataclass
from random import Random
from typing import Final

from domain.blitar.client import Client
from domain.blitar.goals_and_tasks import MentorTask
from domain.blitar.kinds import Sector, SubjectKind
from domain.blitar.reporting.recommendations import AGENCIES
from domain.blitar.visiting.visit import Doer

(
    _HEALTH,
    _LICENCES,
    _INDUSTRY,
    _TOURISM,
    _LIVESTOCK,
    _FARMING,
    _INFORMATICS,
    _PROCUREMENT,
) = AGENCIES  # fmt: skip
_FOOD: Final = (Sector.FOOD,)
_MADE: Final = (Sector.FOOD, Sector.CRAFT, Sector.CLOTHING)
_T, _D = MentorTask, Doer


@dataclass(frozen=True, slots=True)
class Topic:
    """One matter: the task it belongs to, the problem, the advice, what is agreed, and by whom it is done.

    `agency` is who else should act; `sectors` are the trades that have this problem (none told: all).
    """

    task: MentorTask
    problem: str
    advice: str
    agreed: str
    doer: Doer = Doer.CLIENT
    agency: str = ""
    sectors: tuple[Sector, ...] = ()


_BUSINESS: Final = (
    Topic(_T.LEGALITY, "Belum punya NIB karena belum paham OSS.",
          "Buat akun OSS dan urus NIB bersama Pendamping.", "Siapkan KTP dan surel untuk OSS"),
    Topic(_T.LEGALITY, "P-IRT belum diurus, padahal produk dititipkan di toko oleh-oleh.",
          "Ikut penyuluhan keamanan pangan, lalu ajukan SPP-IRT.", "Daftar penyuluhan keamanan pangan",
          agency=_HEALTH, sectors=_FOOD),
    Topic(_T.LEGALITY, "Sertifikat halal ditanyakan pembeli, dapur produksi belum terpisah.",
          "Pisahkan alat produksi dan ajukan halal melalui pernyataan pelaku usaha.",
          "Lengkapi daftar bahan dan foto dapur", sectors=_FOOD),
    Topic(_T.LEGALITY, "Merek dipakai beberapa tahun tetapi belum didaftarkan.",
          "Telusuri merek serupa dan ajukan pendaftaran dengan tarif usaha mikro.",
          "Pilih nama merek cadangan", agency=_INDUSTRY, sectors=_MADE),
    Topic(_T.LEGALITY, "Nomor usaha masih memakai alamat lama.", "Perbarui data alamat usaha di OSS.",
          "Antar salinan surat keterangan desa", Doer.MENTOR, _LICENCES),
    Topic(_T.PACKAGING, "Kemasan plastik tipis tanpa label, isi cepat melempem.",
          "Ganti kemasan berdiri dengan label isi, berat, dan tanggal kedaluwarsa.",
          "Coba tiga ukuran kemasan", sectors=_FOOD),
    Topic(_T.PACKAGING, "Produk rusak saat dikirim ke luar kota.", "Pakai kardus berlapis dan penyekat.",
          "Hitung biaya kardus per pesanan", sectors=(Sector.CRAFT, Sector.CLOTHING, Sector.FISHERY)),
    Topic(_T.BUSINESS_MANAGEMENT, "Uang usaha dan uang rumah tangga tercampur.",
          "Pisahkan dompet usaha dan catat kas masuk-keluar setiap hari.", "Isi buku kas dua minggu"),
    Topic(_T.BUSINESS_MANAGEMENT, "Harga jual belum menghitung tenaga sendiri.",
          "Hitung harga pokok per produksi sebelum menentukan harga.", "Lengkapi tabel harga pokok"),
    Topic(_T.BUSINESS_PLAN, "Belum ada rencana usaha untuk musim ramai.",
          "Susun rencana produksi dan kebutuhan modal tiga bulan.", "Tulis target produksi per minggu"),
    Topic(_T.ENTREPRENEURSHIP, "Pemilik ragu menerima pesanan besar.",
          "Ikut kelas kewirausahaan dan bagi pekerjaan dengan tetangga.", "Ikut kelas di balai desa"),
    Topic(_T.TECHNOLOGY, "Pengeringan masih mengandalkan matahari, musim hujan produksi berhenti.",
          "Pakai rak pengering tertutup buatan bengkel setempat.", "Survei harga rak pengering",
          sectors=_FOOD, agency=_INDUSTRY),
    Topic(_T.TECHNOLOGY, "Mesin bubut tua, ukuran kendang tidak seragam.",
          "Pakai mal ukuran dan servis mesin sebelum pesanan ekspor.", "Buat mal ukuran", Doer.CLIENT,
          sectors=(Sector.CRAFT,)),
    Topic(_T.TECHNOLOGY, "Harga pakan naik dan kandang pengap, produksi telur turun.",
          "Campur pakan jagung setempat dan perbaiki ventilasi kandang.", "Catat telur per hari",
          agency=_LIVESTOCK, sectors=(Sector.LIVESTOCK,)),
    Topic(_T.TECHNOLOGY, "Air kolam keruh setelah hujan, benih koi banyak yang mati.",
          "Pasang saringan dan endapkan air sebelum masuk kolam.", "Buat kolam endapan",
          agency=_LIVESTOCK, sectors=(Sector.FISHERY,)),
    Topic(_T.TECHNOLOGY, "Warna koi tidak seragam sehingga harga jual rendah.",
          "Pisahkan indukan dan atur pakan menurut umur.", "Catat hasil sortir tiap bulan",
          agency=_LIVESTOCK, sectors=(Sector.FISHERY,)),
    Topic(_T.FINANCE_ACCESS, "Butuh modal alat, belum pernah meminjam ke bank.",
          "Siapkan catatan kas enam bulan untuk mengajukan KUR.", "Lengkapi syarat KUR"),
    Topic(_T.MARKET_ACCESS, "Penjualan hanya dari mulut ke mulut.",
          "Buka akun lokapasar dan foto ulang produk.", "Unggah sepuluh foto produk",
          agency=_INFORMATICS),
    Topic(_T.MARKET_ACCESS, "Belum pernah ikut pameran.", "Ikut pameran kabupaten bersama kelompok.",
          "Daftar pameran kabupaten", Doer.FACILITATOR, _INDUSTRY, _MADE),
    Topic(_T.PRODUCT_CURATION, "Produk belum lolos kurasi toko oleh-oleh karena label.",
          "Perbaiki label dan ajukan kurasi ulang.", "Kirim contoh produk untuk kurasi", Doer.MENTOR,
          sectors=_MADE),
    Topic(_T.RETAIL_PARTNERSHIP, "Ingin menitip produk di kawasan wisata.",
          "Tawarkan konsinyasi ke kios wisata dengan nota titip.", "Temui pengelola kios wisata",
          Doer.MENTOR, _TOURISM, _MADE),
    Topic(_T.SUPPLY_CHAIN, "Bahan baku sering kosong dan harganya berubah.",
          "Beli bersama dua usaha sejenis dan buat perjanjian pasokan.", "Temui pemasok bersama kelompok"),
    Topic(_T.E_CATALOGUE, "Ada pesanan konsumsi rapat desa, belum terdaftar e-katalog.",
          "Lengkapi NIB dan NPWP lalu daftar penyedia e-katalog.", "Unggah dokumen penyedia",
          Doer.AGENCY, _PROCUREMENT, (Sector.FOOD, Sector.CLOTHING, Sector.TRADE)),
    Topic(_T.STAKEHOLDER_PARTNERSHIP, "Membutuhkan pelatihan dari luar desa.",
          "Ajukan pelatihan lewat BUM Desa dan mitra perusahaan.", "Kirim surat permohonan",
          Doer.FACILITATOR),
    Topic(_T.PROBLEM_FINDING, "Hasil kebun menumpuk saat panen raya.",
          "Olah sebagian hasil panen dan atur jadwal jual.", "Catat hasil panen mingguan",
          Doer.AGENCY, _FARMING, (Sector.FARMING, Sector.FOOD)),
)  # fmt: skip
_COOPERATIVE: Final = (
    Topic(_T.BUSINESS_MANAGEMENT, "RAT tahun buku lalu belum dilaksanakan.",
          "Susun laporan pengurus dan tetapkan tanggal RAT.", "Kirim undangan RAT"),
    Topic(_T.BUSINESS_MANAGEMENT, "Pembukuan terlambat beberapa bulan.",
          "Lengkapi buku kas dan neraca tiap akhir bulan.", "Selesaikan neraca bulan lalu"),
    Topic(_T.ENTREPRENEURSHIP, "Pengurus baru belum pernah mengikuti pelatihan.",
          "Ikutkan dua pengurus pada pelatihan perkoperasian.", "Tunjuk peserta pelatihan"),
    Topic(_T.FINANCE_ACCESS, "Modal pinjaman anggota terbatas.",
          "Siapkan laporan keuangan untuk pembiayaan lembaga formal.", "Lengkapi berkas pembiayaan"),
    Topic(_T.BUSINESS_PLAN, "Anggota jarang berbelanja di unit toko.",
          "Adakan hari belanja anggota dan umumkan pembagian SHU.", "Umumkan jadwal belanja anggota"),
    Topic(_T.SUPPLY_CHAIN, "Hasil anggota dijual sendiri-sendiri ke tengkulak.",
          "Kumpulkan hasil anggota dan tawarkan ke pembeli besar.", "Data hasil anggota per minggu",
          Doer.MENTOR, _FARMING, (Sector.FARMING, Sector.LIVESTOCK)),
    Topic(_T.STAKEHOLDER_PARTNERSHIP, "Belum ada kerja sama dengan koperasi lain.",
          "Jajaki kerja sama pasokan dengan koperasi tetangga.", "Temui pengurus koperasi tetangga",
          Doer.FACILITATOR),
    Topic(_T.LEGALITY, "Anggaran dasar belum disesuaikan dengan jenis usaha.",
          "Rapatkan perubahan anggaran dasar dan siapkan akta.", "Siapkan rancangan perubahan",
          Doer.CLIENT, _LICENCES),
    Topic(_T.PACKAGING, "Produk anggota belum memakai label koperasi.",
          "Buat satu label bersama untuk produk anggota.", "Kumpulkan rancangan label",
          sectors=(Sector.CRAFT, Sector.FARMING, Sector.LIVESTOCK)),
)  # fmt: skip


def topic_for(chance: Random, client: Client) -> Topic:
    """Draw a matter that a binaan of this kind and trade has."""
    is_coop = client.kind is SubjectKind.CLIENT_COOPERATIVE
    fits = [
        topic
        for topic in (_COOPERATIVE if is_coop else _BUSINESS)
        if not topic.sectors or client.sector in topic.sectors
    ]
    return chance.choice(fits)
