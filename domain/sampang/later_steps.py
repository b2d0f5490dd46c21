"""How the money is paid out, watched over and collected (VII to IX); no step decides a verdict."""

from domain.sampang.readings import S14, S31, S52, S53, S56
from domain.sampang.selection_steps import provision

_BANK = (
    provision(
        "VII.1",
        "Bank Jatim bekerja profesional dan mempermudah penyaluran",
        "memberikan kemudahan dalam penyaluran",
        "Bank Jatim melaksanakan amanah Peraturan Bupati secara profesional: memberdayakan penerima dan "
        "mempermudah penyaluran.",
    ),
    provision(
        "VII.2",
        "Dana dibukukan ke rekening setiap penerima",
        "membukukan Dana Bergulir",
        "Dana dari Dana Alokasi Umum (DAU) dibukukan Bank Jatim langsung ke rekening setiap pemohon "
        "terpilih, sesuai dengan yang diterima.",
    ),
    provision(
        "VII.3",
        "Pencairan atas persetujuan Ketua Harian",
        "atas persetujuan Ketua Harian Tim Pokjanis",
        "Bank Jatim mencairkan pinjaman atas persetujuan Ketua Harian Tim Pokjanis.",
        S53,
    ),
    provision(
        "VII.4",
        "Survei bersama atas proposal",
        "menilai layak tidaknya dan besarnya pinjaman",
        "Bank Jatim dan anggota tim lain menyurvei proposal untuk menilai layak tidaknya pemohon "
        "dan besarnya pinjaman.",
        S53,
    ),
    provision(
        "VII.5",
        "Penagihan bersama Bank Jatim",
        "macet dan agak macet",
        "Bank Jatim sebagai anggota Tim Pokjanis menagih bersama anggota lain bila pinjaman macet "
        "atau agak macet.",
        S31,
    ),
    provision(
        "VII.7",
        "Pemantauan dan pengawasan pemanfaatan dana",
        "pemantauan dan pengawasan atas pemanfaatan Dana Bergulir",
        "Bank Jatim bersama anggota tim lain memantau dan mengawasi pemanfaatan dana.",
    ),
    provision(
        "VII.8",
        "Laporan angsuran, paling lambat tanggal 10 setiap bulan",
        "paling lambat tanggal 10 setiap bulannya",
        "Bank Jatim melaporkan angsuran pokok dan jasa setiap penerima kepada Ketua Harian Tim Pokjanis "
        "(Kepala Dinas), paling lambat tanggal 10 setiap bulan.",
    ),
    provision(
        "VII.9",
        "Dokumen asli disimpan dan diamankan Bank Jatim",
        "jaminan disimpan dan diamankan Bank Jatim",
        "Dokumen asli pengakuan utang dan agunan disimpan serta diamankan Bank Jatim sebagai bank pelaksana.",
        S14,
    ),
    provision(
        "VII.10",
        "Setoran dipindahbukukan ke rekening masing-masing",
        "memindah bukukan setoran asuransi dan angsuran jasa",
        "Bank Jatim memindahbukukan setoran asuransi, angsuran jasa, dan angsuran pokok ke rekening "
        "masing-masing yang telah ditetapkan.",
        S56,
    ),
)
_FUND = (
    provision(
        "VIII.1.a",
        "Asal dan tujuan dana bergulir",
        "pinjaman dana yang berasal dari DAU",
        "Dana bergulir adalah pinjaman yang berasal dari DAU, untuk memberdayakan koperasi, usaha, LKM, "
        "dan Sentra UKM serta mempermudah akses permodalannya.",
    ),
    provision(
        "VIII.1.d",
        "Persyaratan lebih lunak dari dana perbankan",
        "persyaratan yang lebih lunak dari dana perbankan",
        "Dana ini diadakan untuk membantu mengatasi kesulitan memperoleh modal, dengan persyaratan yang "
        "lebih lunak dari dana perbankan.",
    ),
    provision(
        "VIII.2.b",
        "Rencana penggunaan dana diajukan lewat Dinas",
        "terpilih mengajukan rencana penggunaan dana kepada Tim Pokjanis",
        "Pemohon terpilih mengajukan rencana penggunaan dana kepada Tim Pokjanis lewat Dinas, "
        "dengan berkas yang disebut di butir 1 sampai 6.",
        S52,
    ),
    provision(
        "VIII.2.c",
        "Kelengkapan dokumen diteliti, lalu SPP-LS dibuat",
        "meneliti kelengkapan dokumen administrasi",
        "Penanggung jawab kegiatan meneliti kelengkapan dokumen setiap pemohon, lalu membuat "
        "surat permintaan pembayaran langsung (SPP-LS).",
    ),
    provision(
        "VIII.4.d",
        "Bagian Bank Jatim dan bagian pembinaan dikeluarkan lewat Dinas",
        "dikeluarkan melalui Rencana Kegiatan Satuan Kerja",
        "Bagian 1 % dan 2 % dari jasa dikeluarkan melalui rencana kegiatan satuan kerja Dinas.",
    ),
)
_SANCTIONS = (
    provision(
        "IX.1",
        "Surat teguran 1, 2, 3 dan pernyataan macet",
        "surat tegoran 1,2,3",
        "Setiap keterlambatan angsuran akan diberi surat teguran 1, 2, 3 dan berita acara atau "
        "surat pernyataan kredit macet oleh Tim Pokjanis.",
    ),
    provision(
        "IX.2",
        "Pelimpahan penagihan",
        "Akan dilakukan pelimpahan penagihan",
        "Penagihan akan dilimpahkan dengan Surat Kuasa Khusus (SKK) ke Kejaksaan Negeri Sampang "
        "atau KPKNL Pamekasan.",
    ),
)
LATER_STEPS = (*_BANK, *_FUND, *_SANCTIONS)
