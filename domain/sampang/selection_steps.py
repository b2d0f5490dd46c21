"""How the programme is set up and applicants are selected (III, V, VI); no step decides a verdict."""

from domain.regulation.interpretations import Interpretation
from domain.regulation.rules import Rule, RuleKind
from domain.sampang.instruments import at
from domain.sampang.readings import OF_SERVICING, S52, S53, S54


def provision(
    place: str,
    title: str,
    words: str,
    explanation: str,
    *rests_on: Interpretation,
    kind: RuleKind = RuleKind.PROCEDURE,
    name: str = "",
) -> Rule:
    """A rule that is shown and asks nothing; `name` where its place already names another rule.

    It also rests on what is left open about servicing a loan wherever that names it.
    """
    own = name or place
    return Rule(
        id=own,
        title=title,
        citations=(at(place, words),),
        kind=kind,
        explanation=explanation,
        rests_on=(*rests_on, *(entry for entry in OF_SERVICING if own in entry.rules)),
    )


_SCOPE = (
    provision(
        "III.1",
        "Dinas menyelenggarakan program",
        "selaku Penyelenggara Program",
        "Dinas Koperasi dan UKM menyelenggarakan program dan berkoordinasi dengan "
        "Pemerintah Kabupaten serta instansi terkait.",
    ),
    provision(
        "III.2",
        "Pembentukan Tim Pokjanis",
        "Pembentukan Tim Pokjanis",
        "Tim Pokjanis dibentuk di tingkat kabupaten untuk melaksanakan program dan menyeleksi pemohon, "
        "dengan koordinasi bersama Pemerintah Kabupaten dan instansi terkait.",
    ),
    provision(
        "III.3",
        "Naskah kesepakatan dengan Bank Jatim",
        "Membuat naskah kesepakatan dengan Bank Pelaksana",
        "Penyaluran pinjaman dan pembinaan teknis perbankan dituangkan dalam naskah kesepakatan "
        "dengan Bank Jatim sebagai bank pelaksana.",
    ),
    provision(
        "III.4",
        "Bank Jatim menyalurkan setelah mempertimbangkan usulan Dinas",
        "berhak menyalurkan kredit dana bergulir",
        "Bank Jatim berhak menyalurkan pinjaman, dengan cepat dan mudah, setelah mempertimbangkan usulan "
        "keputusan Dinas tentang daftar nominatif penerima; setiap bulan bank memberi laporan tertulis.",
        S53,
    ),
    provision(
        "III.5",
        "Disalurkan langsung ke rekening tabungan",
        "langsung ke Rekening Tabungan",
        "Bank menyalurkan pinjaman langsung ke rekening tabungan pemohon yang terpilih.",
    ),
    provision(
        "V.1",
        "Lima unsur Tim Pokjanis",
        "Bank Pembangunan Daerah Jawa Timur Kabupaten Sampang",
        "Unsurnya: Bupati; Sekretaris Daerah; Dinas Pendapatan, Pengelolaan Keuangan dan Aset; "
        "Dinas Koperasi dan Usaha Kecil Menengah; Bank Pembangunan Daerah Jawa Timur (Bank Jatim).",
        S53,
    ),
)
_SELECTION = (
    provision(
        "VI.1",
        "Proposal diajukan kepada Tim Pokjanis",
        "mengajukan permohonan proposal kepada Tim Pokjanis",
        "Koperasi, usaha, LKM, dan Sentra UKM mengajukan proposal kepada Tim Pokjanis tingkat kabupaten.",
        S52,
    ),
    provision(
        "VI.2.a.1",
        "Dinilai saat seleksi: kelembagaan",
        "Unsur Kelembagaan",
        "Tim Pokjanis menilai kelembagaan pemohon, di lokasi kegiatan dan/atau dari proposalnya.",
    ),
    provision(
        "VI.2.a.2",
        "Dinilai saat seleksi: keragaan usaha",
        "Keragaan usaha yang telah dilaksanakan",
        "Tim Pokjanis menilai keragaan (kinerja) usaha yang sudah dijalankan.",
    ),
    provision(
        "VI.2.a.3",
        "Dinilai saat seleksi: rencana penggunaan dana",
        "Rencana penggunaan Dana Bergulir yang akan diterima",
        "Tim Pokjanis menilai untuk apa dana yang akan diterima hendak dipakai.",
    ),
    provision(
        "VI.2.b",
        "Penetapan penerima; yang tidak lolos diberi tahu tertulis",
        "sedang yang tidak lolos akan diberitahu secara tertulis",
        "Penerima ditetapkan setelah ada kesepakatan Tim Pokjanis yang dilampiri berita acara hasil survei; "
        "pemohon yang tidak lolos diberi tahu secara tertulis.",
        S53,
        S54,
        name="VI.2.b/penetapan",
    ),
    provision(
        "VI.2.c",
        "Hasil pembinaan dilaporkan kepada Bupati",
        "Melaporkan hasil pembinaan",
        "Tim Pokjanis melaporkan hasil pembinaan koperasi, usaha, LKM, dan Sentra UKM kepada Bupati.",
    ),
)
FIRST_STEPS = (*_SCOPE, *_SELECTION)
