"""The papers that a new round asks for at first, each with its provision; the office may change them."""

from typing import Final

from domain.blitar.instruments import at

_ASKED = (
    ("KTP, atau surat keterangan domisili di Kabupaten Blitar", "7.a"),
    ("Surat keterangan sehat jasmani dan rohani dari rumah sakit pemerintah", "7.b"),
    ("Surat keterangan catatan kepolisian (SKCK) yang masih berlaku", "7.c"),
    ("Ijazah paling rendah S1/sederajat", "7.f"),
    ("Pernyataan tidak sedang terikat kontrak kerja", "7.e"),
    ("Pernyataan tidak menuntut diangkat menjadi ASN", "7.h"),
    ("Surat pernyataan bukan anggota atau pengurus partai politik", "7.i"),
    ("Piagam, sertifikat, atau dokumen pengalaman mendampingi", "7.k"),
    ("Pernyataan bersedia mengikuti seluruh tahapan seleksi", "7.l"),
    ("Pernyataan bersedia melayani di sekretariat dan di lapangan setiap minggu", "7.m"),
)
PAPERS_ASKED: Final = tuple(f"{paper} ({at(short).place})" for paper, short in _ASKED)
