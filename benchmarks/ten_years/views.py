"""Every screen that the menu opens for a role, each in the ways in which it is opened.

The screens and the people come from the product; only the ways stand here, and a screen without one is
a mistake that `views` refuses.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Engine, text

from db.engine import Database
from db.office.people import personas
from domain.blitar.roles import BlitarRole
from domain.dates import indonesian_month
from domain.roles import Person, Role
from pages.office.menu import screens_of
from pages.parts.store import today

Address = Mapping[str, str]
Samples = Mapping[str, object]

# The Pendamping whom the first persona of that role is, so that every role may open what is theirs.
_MENTOR: Final = (
    "SELECT id FROM staff WHERE person_id = (SELECT min(person_id) FROM staff WHERE kind = 'mentor')"
)
# One stored thing of each kind that has a screen of its own, as a statement that finds its number.
SAMPLES: Final = {
    "draft": "SELECT min(id) FROM application WHERE status = 'draft'",
    "filed": "SELECT min(id) FROM application WHERE status = 'filed'",
    "surveyed": "SELECT min(id) FROM application WHERE status = 'surveyed'",
    "disbursed": "SELECT min(application_id) FROM loan",
    "closed": "SELECT meeting_id FROM file_step JOIN meeting ON meeting.id = file_step.meeting_id "
    "WHERE meeting.closed_at IS NOT NULL GROUP BY meeting_id ORDER BY count(*) DESC, meeting_id LIMIT 1",
    "open": "SELECT max(id) FROM meeting WHERE closed_at IS NULL",
    "client": f"SELECT min(id) FROM client WHERE status = 'open' AND mentor_id = ({_MENTOR})",
    "visit": f"SELECT min(id) FROM visit WHERE state = 'sent' AND mentor_id = ({_MENTOR})",
    "mentor": _MENTOR,
    "round": "SELECT min(id) FROM selection_round",
    "letter": "SELECT min(id) FROM recommendation_bundle",
}

_CARD: Final = {"binaan": "{client}"}
# By the address of the screen: the name of each way and what stands in the address then.
WAYS: Final[Mapping[str, Mapping[str, Address]]] = {
    "": {"": {}},
    "ringkasan": {"": {}},
    "simulasi-kebijakan": {
        "": {},
        "Proyeksi dana": {"program": "sampang", "bagian": "Proyeksi dana"},
        "proyeksi dihitung": {
            "program": "sampang", "bagian": "Proyeksi dana",
            "baru": "1", "tiap": "10000000", "bulan": "24", "batas": "0", "benih": "1",
        },
    },
    "dasar-hukum": {
        "Ketentuan": {},
        "Gambar": {"bagian": "Gambar"},
        "Naskah": {"bagian": "Naskah"},
        "Angka": {"bagian": "Angka"},
        "Tafsir": {"bagian": "Tafsir"},
        "Ketetapan kantor": {"bagian": "Ketetapan kantor"},
        "dicari": {"cari": "agunan"},
    },
    "pengajuan": {"baru": {}, "ubah": {"no": "{draft}"}},
    "kelayakan": {
        "daftar": {},
        "dicari": {"nama": "tani"},
        "putusan": {"putusan": "qualifies"},
        "diajukan": {"no": "{filed}"},
        "cair": {"no": "{disbursed}"},
    },
    "kalkulator": {"": {}},
    "rapat-pokjanis": {
        "baru": {"rapat": "baru"},
        "terbuka": {"rapat": "{open}"},
        "ditutup": {"rapat": "{closed}"},
    },
    "pinjaman": {
        "daftar": {},
        "hari menunggak": {"hari": "90"},
        "Dalam proses": {"daftar": "Dalam proses"},
        "tahap": {"tahap": "filed"},
        "Lunas": {"daftar": "Lunas"},
        "berkas peminjam": {"peminjam": "{disbursed}"},
        "disurvei": {"no": "{surveyed}"},
        "cair": {"no": "{disbursed}"},
    },
    "penagihan": {
        "Pinjaman berjalan": {"lihat": "Pinjaman berjalan"},
        "Umur tunggakan": {"lihat": "Umur tunggakan"},
        "Hapus buku": {"lihat": "Hapus buku"},
        "Diserahkan": {"lihat": "Pinjaman berjalan", "kelas": "handed_over"},
        "Berkas bank": {"lihat": "Berkas bank"},
        "Kewajiban bank": {"lihat": "Kewajiban bank"},
    },
    "kas-dana": {"": {}, "Perkiraan dana": {"bagian": "Perkiraan dana"}},
    "laporan-sampang": {
        "Laporan bulanan bank": {"laporan": "Laporan bulanan bank"},
        "Posisi dana": {"laporan": "Posisi dana"},
        "Umur tunggakan": {"laporan": "Umur tunggakan"},
        "Daftar merah": {"laporan": "Daftar merah"},
        "Register surat": {"laporan": "Register surat"},
        "bulan ini": {"laporan": "Hasil pembinaan", "bulan": "{this_month}"},
    },
    "peta-sampang": {"": {}},
    "periksa-surat": {"": {}, "dicari": {"surat": "518/1/2026"}},
    "periksa-surat-blitar": {"": {}, "dicari": {"surat": "500.3/1/2026"}},
    "jejak-audit": {"": {}},
    "data-pribadi": {"": {}, "Retensi": {"bagian": "Retensi"}},
    "pengguna": {"": {}, "orang": {"orang": "1"}},
    "binaan": {
        "daftar": {},
        "dicari": {"cari": "tani"},
        "kecamatan": {"kecamatan": "35.05.09"},
        "peta": {"tampak": "peta"},
        "beban": {"tampak": "beban"},
        "perlu dikunjungi": {"perlu": "no_visit"},
        "kartu": _CARD,
        "kartu, Riwayat": {**_CARD, "tampil": "Riwayat"},
        "kartu, Data": {**_CARD, "tampil": "Data"},
        "baru": {"isi": "baru"},
    },
    "kunjungan": {
        "Catat": {"lihat": "Catat"},
        "Daftar": {"lihat": "Daftar"},
        "Formulir kertas": {"lihat": "Formulir kertas"},
        "satu": {"kunjungan": "{visit}"},
    },
    "cakupan": {"": {}},
    "seleksi": {
        "daftar": {},
        "Pendaftar": {"seleksi": "{round}"},
        "Matriks": {"seleksi": "{round}", "tampil": "Matriks"},
        "Hasil": {"seleksi": "{round}", "tampil": "Hasil"},
    },
    "pendamping": {
        "Daftar": {"lihat": "Daftar"},
        "Penetapan": {"lihat": "Penetapan"},
        "Penugasan": {"lihat": "Penugasan"},
        "Serah terima": {"lihat": "Serah terima"},
        "Jadwal kerja": {"lihat": "Jadwal kerja"},
        "satu": {"orang": "{mentor}"},
    },
    "laporan": {
        "bulan ini": {},
        "bulan selesai": {"bulan": "{month}"},
        "Naik kelas": {"bagian": "Naik kelas"},
        "Rekomendasi": {"bagian": "Rekomendasi"},
        "surat": {"bagian": "Rekomendasi", "surat": "{letter}"},
        "Kinerja Fasilitator": {"bagian": "Kinerja Fasilitator"},
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class View:
    """One screen opened in one way by one person, who plays a role."""

    role: Role
    person: Person
    file: Path
    screen: str
    way: str
    address: Address

    @property
    def name(self) -> str:
        """The screen and the way: "binaan kartu"."""
        return f"{self.screen or 'beranda'} {self.way}".strip()


def views(database: Database) -> Iterator[View]:
    """Every screen of every role's menu in each of its ways; KeyError for a screen without any."""
    samples = samples_of(database.engine)
    with database.read() as session:
        people = personas(session)
    by_role = {role: person for person in reversed(people) for role in person.roles}
    for role, person in by_role.items():
        for _, screen in screens_of(person):
            for way, address in WAYS[screen.address].items():
                told = {name: value.format(**samples) for name, value in address.items()}
                yield View(role, person, screen.file, screen.address, way, told)


def distinct(found: Iterable[View]) -> Iterator[View]:
    """Each screen in each way once, and again where it is put together for who looks."""
    seen = set()
    for view in found:
        if view.name not in seen or view.role is BlitarRole.MENTOR or view.screen in _OF_THE_PERSON:
            seen.add(view.name)
            yield view


# The start page, the summary and the simulation are put together for each role; a Pendamping sees their own.
_OF_THE_PERSON: Final = ("", "ringkasan", "simulasi-kebijakan")


def samples_of(engine: Engine) -> Samples:
    """The number of one stored thing of each kind, and the newest month that a report was sent for."""
    with engine.connect() as connection:
        found = {name: connection.scalar(text(asked)) for name, asked in SAMPLES.items()}
        month = connection.scalar(text("SELECT max(month) FROM monthly_report WHERE state = 'sent'"))
    missing = [name for name, value in {**found, "month": month}.items() if value is None]
    if missing:
        raise ValueError(f"nothing stored to open as {', '.join(missing)}")
    return {**found, "month": str(month)[:7], "this_month": indonesian_month(today())}
