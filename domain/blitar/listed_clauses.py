"""The entries of the lists in Pasal 2, 4, 5 and 12, each with a fragment of its words."""

from collections.abc import Iterable, Iterator
from typing import Final

from domain.blitar.goals_and_tasks import FacilitatorTask, Goal, Listed, MentorTask
from domain.blitar.instruments import at
from domain.regulation.described import Coding, Described

_GOALS: Final = (
    "kapasitas dan kompetensi sumber daya manusia pengurus",
    "kualitas manajerial dan tata kelola koperasi",
    "akses pembiayaan koperasi",
    "menumbuhkan loyalitas anggota koperasi",
    "mengembangkan jaringan usaha koperasi",
    "memiliki hak paten dan merek",
    "meningkatkan kualitas produk",
    "jumlah Usaha Mikro yang mempunyai legalitas",
    "meningkatkan omzet dan aset Usaha Mikro",
    "meningkatkan akses pasar Usaha Mikro",
    "meningkatkan akses pembiayaan Usaha Mikro",
    "melakukan kurasi produk Usaha Mikro",
)
_MENTOR_TASKS: Final = (
    "menyusun jadwal kerja",
    "memberikan konsultasi dan pendampingan",
    "mengidentifikasi permasalahan",
    "melakukan konsultasi dengan Fasilitator",
    "pendampingan penyusunan rencana usaha",
    "pendampingan pengelolaan manajemen usaha",
    "kapasitas dan kemampuan berwirausaha",
    "pemanfaatan teknologi",
    "pembuatan legalitas",
    "pembuatan kemasan sesuai standar produk",
    "akses pembiayaan",
    "promosi dan akses pasar",
    "kurasi produk Usaha Mikro",
    "kemitraan dengan ritel modern",
    "rantai pasok melalui kegiatan temu bisnis",
    "kemitraan dengan instansi pemerintah/swasta",
    "belanja barang/jasa pemerintah melalui e-katalog",
    "evaluasi dan pelaporan hasil pelaksanaan pendampingan",
)
_FACILITATOR_TASKS: Final = (
    "melakukan seleksi Pendamping",
    "membina dan mengarahkan Pendamping",
    "meningkatkan kapasitas sumber daya manusia Pendamping",
    "pengolahan data pendampingan",
    "menyusun rencana kegiatan dan program kerja",
    "mengoordinasikan kegiatan Pendamping",
    "koordinasi dengan instansi terkait serta stakeholder lainnya",
    "pemantauan dan evaluasi kegiatan pendampingan",
    "melaporkan kegiatan pendampingan secara periodik",
)
_SCOPE: Final = (
    "Fasilitator",
    "Seleksi, status dan bimbingan teknis Pendamping",
    "Pendamping",
    "tata kerja Pendamping",
    "pemanfaatan hasil pendampingan",
    "pembiayaan",
    "pemantauan dan evaluasi",
    "mekanisme pelaporan",
)


def _each(kind: str, listed: Iterable[Listed], words: Iterable[str], coding: Coding) -> Iterator[Described]:
    for entry, quoted in zip(listed, words, strict=True):
        yield Described(citation=at(entry.place, quoted), title=f"{kind}: {entry.label}", coding=coding)


LISTED_CLAUSES: Final = (
    *_each("Sasaran program", Goal, _GOALS, Coding.STEP),
    *(
        Described(
            citation=at(f"4.{letter}", words),
            title=f"Ruang lingkup: {words[0].upper()}{words[1:]}",
            coding=Coding.CONTEXT,
        )
        for letter, words in zip("abcdefgh", _SCOPE, strict=True)
    ),
    *_each("Tugas Fasilitator", FacilitatorTask, _FACILITATOR_TASKS, Coding.RIGHT_OR_DUTY),
    *_each("Tugas Pendamping", MentorTask, _MENTOR_TASKS, Coding.RIGHT_OR_DUTY),
)
