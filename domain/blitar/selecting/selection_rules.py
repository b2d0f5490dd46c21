"""How mentors are selected (Pasal 6 and 8); no step decides a verdict."""

from domain.blitar.provisions import provision
from domain.blitar.readings import B08, B21, B25, B26, B28, B31

SELECTION = (
    provision(
        "7",
        "Persyaratan diperiksa saat mendaftar",
        "mempunyai persyaratan sebagai berikut",
        "Huruf e dan i diperiksa lagi saat penetapan.",
        B08,
    ),
    provision(
        "1.8",
        "Pengertian pendamping",
        "orang yang memiliki kompetensi pendampingan",
        "Sertifikat kompetensi tidak termasuk persyaratan Pasal 7.",
        B21,
    ),
    provision(
        "6(1)",
        "Seleksi dilakukan Fasilitator",
        "dilakukan oleh Fasilitator",
        "Tim Seleksi adalah Fasilitator yang ditetapkan.",
        B25,
    ),
    provision(
        "6(2)",
        "Fasilitator ditetapkan Kepala Dinas",
        "ditetapkan melalui Keputusan Kepala Dinas",
        "Penetapan Fasilitator mendahului seleksi.",
    ),
    provision(
        "6(3)",
        "Hasil seleksi dilaporkan",
        "melaporkan hasil Seleksi Pendamping kepada Kepala Dinas",
        "Fasilitator melaporkan hasil seleksi kepada Kepala Dinas.",
        B26,
    ),
    provision(
        "8.a", "Seleksi terbuka", "bersifat terbuka", "Siapa pun yang memenuhi syarat boleh mendaftar."
    ),
    provision(
        "8.b",
        "Pengumuman",
        "Tim Seleksi membuat pengumuman",
        "Pengumuman menetapkan tanggal dan berkas, dan dapat menutup pertanyaan tafsir seperti B-09.",
        B25,
    ),
    provision(
        "8.c",
        "Penerimaan berkas",
        "ketentuan penerimaan berkas",
        "Isinya mengikuti pengumuman.",
        B28,
    ),
    provision(
        "8.d",
        "Seleksi berkas, ujian tertulis, wawancara",
        "Seleksi berkas, ujian tertulis dan wawancara",
        "Ketiganya disusun Tim Seleksi.",
        B25,
    ),
    provision(
        "8.e",
        "Pengumuman hasil dan berita acara",
        "berita acara penetapan peserta lulus Seleksi",
        "Tim Seleksi mengumumkan hasil dan membuat berita acara; keberatan mengikuti UU 30/2014.",
        B25,
        B26,
        B31,
    ),
)
