"""The lists that the regulation gives, each entry with its place: tasks, goals, reports, selection."""

from enum import StrEnum

from domain.blitar.instruments import at
from domain.labelled import Labelled
from domain.regulation.sources import Citation


class Listed(StrEnum):
    """An entry of a list in the regulation: a stable value, an Indonesian label and its place."""

    label: str
    place: str

    def __new__(cls, value: str, place: str = "", label: str = "") -> "Listed":
        """Make an entry of its value, its place and its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.place, member.label = place, label
        return member

    @property
    def citation(self) -> Citation:
        """The exact place of the entry."""
        return at(self.place)

    @property
    def letter(self) -> str:
        """The letter of the entry, blank where the list has none."""
        return self.place.rpartition(".")[2] if "." in self.place else ""


class TaskGroup(Labelled):
    """Groups of the mentor's tasks, for choosing one among eighteen."""

    BASIS = "basis", "Dasar"
    BUSINESS = "business", "Usaha"
    PRODUCT = "product", "Produk"
    FINANCE = "finance", "Modal"
    MARKET = "market", "Pasar"


class MentorTask(Listed):
    """The eighteen tasks of a mentor (Pasal 12)."""

    WORK_SCHEDULING = "work_scheduling", "12.a", "Susun jadwal kerja"
    CONSULTATION = "consultation", "12.b", "Konsultasi dan pendampingan langsung"
    PROBLEM_FINDING = "problem_finding", "12.c", "Temukan masalah, beri rekomendasi"
    COORDINATION = "coordination", "12.d", "Koordinasi Fasilitator dan rekan"
    BUSINESS_PLAN = "business_plan", "12.e", "Bimbing rencana usaha binaan"
    BUSINESS_MANAGEMENT = "business_management", "12.f", "Bimbing manajemen usaha binaan"
    ENTREPRENEURSHIP = "entrepreneurship", "12.g", "Kuatkan kapasitas dan daya saing"
    TECHNOLOGY = "technology", "12.h", "Terapkan teknologi produksi usaha"
    LEGALITY = "legality", "12.i", "Urus izin dan sertifikat"
    PACKAGING = "packaging", "12.j", "Perbaiki kemasan sesuai standar"
    FINANCE_ACCESS = "finance_access", "12.k", "Buka akses pembiayaan usaha"
    MARKET_ACCESS = "market_access", "12.l", "Promosi dan perluasan pasar"
    PRODUCT_CURATION = "product_curation", "12.m", "Dampingi kurasi produk"
    RETAIL_PARTNERSHIP = "retail_partnership", "12.n", "Kemitraan ritel dan wisata"
    SUPPLY_CHAIN = "supply_chain", "12.o", "Rantai pasok, temu bisnis"
    STAKEHOLDER_PARTNERSHIP = "stakeholder_partnership", "12.p", "Kemitraan instansi dan swasta"
    E_CATALOGUE = "e_catalogue", "12.q", "Masuk e-katalog pemerintah"
    REPORTING = "reporting", "12.r", "Evaluasi dan laporan berkala"

    @property
    def group(self) -> TaskGroup:
        """The group in which the task is chosen."""
        return next(group for group, letters in _GROUPS if self.letter in letters)


_GROUPS = (
    (TaskGroup.BASIS, "abcdr"),
    (TaskGroup.BUSINESS, "efgh"),
    (TaskGroup.PRODUCT, "ijm"),
    (TaskGroup.FINANCE, "k"),
    (TaskGroup.MARKET, "lnopq"),
)


def tasks_in(group: TaskGroup) -> tuple[MentorTask, ...]:
    """The tasks of a group, in the order of Pasal 12."""
    return tuple(task for task in MentorTask if task.group is group)


class GoalGroup(Labelled):
    """Whom a goal of the programme is about."""

    COOPERATIVE = "cooperative", "Koperasi"
    BOTH = "both", "Bersama"
    MICRO = "micro", "Usaha mikro"


class Goal(Listed):
    """The twelve goals of the programme (Pasal 2 ayat (2))."""

    BOARD_SKILLS = "board_skills", "2(2).a", "Kecakapan SDM pengurus koperasi"
    GOVERNANCE = "governance", "2(2).b", "Tata kelola koperasi membaik"
    COOPERATIVE_FINANCE = "cooperative_finance", "2(2).c", "Koperasi dapat akses modal"
    MEMBER_LOYALTY = "member_loyalty", "2(2).d", "Loyalitas anggota koperasi tumbuh"
    COOPERATIVE_NETWORK = "cooperative_network", "2(2).e", "Jejaring usaha koperasi meluas"
    PATENT_AND_BRAND = "patent_and_brand", "2(2).f", "Paten dan merek produk koperasi"
    PRODUCT_QUALITY = "product_quality", "2(2).g", "Mutu produk makin baik"
    MICRO_LEGALITY = "micro_legality", "2(2).h", "Legalitas usaha mikro bertambah"
    SALES_AND_ASSETS = "sales_and_assets", "2(2).i", "Omzet dan aset naik"
    MICRO_MARKET = "micro_market", "2(2).j", "Pasar usaha mikro meluas"
    MICRO_FINANCE = "micro_finance", "2(2).k", "Modal usaha mikro terbuka"
    CURATED_PRODUCT = "curated_product", "2(2).l", "Produk mikro lolos kurasi"

    @property
    def group(self) -> GoalGroup:
        """Whom the goal is about; the quality of products is told of neither alone."""
        if self.letter == "g":
            return GoalGroup.BOTH
        return GoalGroup.COOPERATIVE if self.letter < "g" else GoalGroup.MICRO


class FacilitatorTask(Listed):
    """The nine tasks of a facilitator (Pasal 5 ayat (3))."""

    SELECTION = "selection", "5(3).a", "Seleksi calon pendamping"
    GUIDANCE = "guidance", "5(3).b", "Bina dan arahkan pendamping"
    TRAINING = "training", "5(3).c", "Tingkatkan kemampuan pendamping"
    DATA = "data", "5(3).d", "Olah data pendampingan"
    PLANNING = "planning", "5(3).e", "Susun rencana dan program"
    COORDINATION = "coordination", "5(3).f", "Koordinasikan kegiatan pendamping"
    OUTSIDE_COORDINATION = "outside_coordination", "5(3).g", "Koordinasi instansi dan mitra"
    MONITORING = "monitoring", "5(3).h", "Pantau dan evaluasi pendampingan"
    MONTHLY_REPORT = "monthly_report", "5(3).i", "Laporan bulanan Kepala Dinas"


class ReportPart(Listed):
    """The seven parts of a report (Pasal 16 ayat (2))."""

    IDENTIFICATION = "identification", "16(2)", "Identifikasi"
    GUIDANCE = "guidance", "16(2)", "Pembinaan"
    COACHING = "coaching", "16(2)", "Bimbingan"
    CONSULTATION = "consultation", "16(2)", "Konsultasi"
    EVALUATION = "evaluation", "16(2)", "Evaluasi"
    ADVOCACY = "advocacy", "16(2)", "Advokasi"
    RECOMMENDATION = "recommendation", "16(2)", "Rekomendasi"


class SelectionStep(Listed):
    """The steps of the selection in their order (Pasal 8 huruf b to e)."""

    ANNOUNCEMENT = "announcement", "8.b", "Pengumuman"
    FILING = "filing", "8.c", "Penerimaan berkas"
    FILE_CHECK = "file_check", "8.d", "Seleksi berkas"
    WRITTEN_TEST = "written_test", "8.d", "Ujian tertulis"
    INTERVIEW = "interview", "8.d", "Wawancara"
    RESULT = "result", "8.e", "Pengumuman hasil dan berita acara penetapan"


class EndingGround(Listed):
    """The five grounds on which a mentor or facilitator ends (Pasal 9 ayat (2))."""

    DEATH = "death", "9(2).a", "Meninggal dunia"
    RESIGNATION = "resignation", "9(2).b", "Mengundurkan diri"
    CONTRACT_END = "contract_end", "9(2).c", "Habis kontrak kerja"
    INCAPACITY = "incapacity", "9(2).d", "Berhalangan tetap"
    LEGAL_TROUBLE = "legal_trouble", "9(2).e", "Terlibat masalah hukum"

    @property
    def ends_by_itself(self) -> bool:
        """Whether it ends without a decision (B-24); the others need one, with a reason."""
        return self.letter in "abc"
