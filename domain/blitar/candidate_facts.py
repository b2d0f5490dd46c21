"""Every fact that the thirteen points of Pasal 7 ask for, with the question that asks it."""

from domain.blitar.kinds import Education, HealthIssuer, Statement, WorkTie
from domain.blitar.parameters import FIELD_DAYS, OFFICE_DAYS
from domain.regulation.expressions import AmountFact, ChoiceFact, TruthFact
from domain.regulation.fact import Teller
from domain.regulation.parameter import Parameter, Unit


def _number(parameter: Parameter) -> str:
    return str(parameter.history[-1].value)


def _office(key: str, holds: str, fails: str, question: str, remedy: str = "") -> TruthFact:
    return TruthFact(
        key=key, teller=Teller.OFFICE, holds=holds, fails=fails, question=question, remedy=remedy
    )


def _opinion(key: str, holds: str, fails: str, question: str) -> TruthFact:
    return TruthFact(key=key, teller=Teller.TEAM, holds=holds, fails=fails, question=question)


# ---- a: who and where ----------------------------------------------------------------------------
CITIZEN = _office(
    "citizen",
    "Warga Negara Indonesia",
    "bukan Warga Negara Indonesia",
    "Apakah calon Warga Negara Indonesia menurut KTP?",
)
LIVES_IN_BLITAR = _office(
    "lives_in_blitar",
    "berdomisili di Kabupaten Blitar",
    "berdomisili di luar Kabupaten Blitar",
    "Di kecamatan dan desa mana calon berdomisili?",
)
DOMICILE_PAPER = _office(
    "domicile_paper",
    "KTP atau surat keterangan domisili ada",
    "KTP atau surat keterangan domisili belum ada",
    "Apakah domisili ditunjukkan dengan KTP atau surat keterangan domisili?",
    "lampirkan KTP atau surat keterangan domisili",
)
DOMICILE_PAPER_VALID = _office(
    "domicile_paper_valid",
    "bukti domisili berlaku saat mendaftar",
    "surat keterangan domisili sudah habis masa berlakunya saat mendaftar",
    "Sampai kapan surat keterangan domisili berlaku, dan kapan calon mendaftar?",
    "perbarui surat keterangan domisili",
)
# ---- b: health -----------------------------------------------------------------------------------
HEALTH_LETTER = _office(
    "health_letter",
    "surat keterangan sehat ada",
    "surat keterangan sehat belum ada",
    "Apakah surat keterangan sehat sudah dilampirkan?",
    "lampirkan surat keterangan sehat dari rumah sakit pemerintah",
)
HEALTH_ISSUER = ChoiceFact(
    key="health_issuer",
    label="penerbit surat sehat",
    choices=HealthIssuer,
    teller=Teller.OFFICE,
    question="Siapa yang menerbitkan surat keterangan sehat?",
    remedy="ganti dengan surat sehat dari rumah sakit pemerintah, misalnya RSUD",
)
HEALTHY_BODY = _office(
    "healthy_body",
    "surat menyatakan sehat jasmani",
    "surat tidak menyatakan sehat jasmani",
    "Apakah surat itu menyatakan sehat jasmani?",
    "minta surat yang juga menyatakan sehat jasmani",
)
HEALTHY_MIND = _office(
    "healthy_mind",
    "surat menyatakan sehat rohani",
    "surat tidak menyatakan sehat rohani",
    "Apakah surat itu menyatakan sehat rohani?",
    "minta surat yang juga menyatakan sehat rohani",
)
# ---- c: police certificate -----------------------------------------------------------------------
POLICE_CERTIFICATE = _office(
    "police_certificate",
    "SKCK ada",
    "SKCK belum ada",
    "Apakah surat keterangan catatan kepolisian (SKCK) sudah dilampirkan?",
    "lampirkan SKCK yang masih berlaku",
)
POLICE_VALID = _office(
    "police_valid",
    "SKCK berlaku saat mendaftar",
    "SKCK sudah habis masa berlakunya saat mendaftar",
    "Sampai kapan SKCK berlaku, dan kapan calon mendaftar?",
    "perbarui SKCK",
)
POLICE_ENTRY = _office(
    "police_entry",
    "ada catatan dalam SKCK",
    "tidak ada catatan dalam SKCK",
    "Apakah ada catatan dalam SKCK?",
)
CONDUCT_ACCEPTED = _opinion(
    "conduct_accepted",
    "tetap dinilai berkelakuan baik meski ada catatan",
    "dinilai tidak berkelakuan baik karena catatan itu",
    "Dengan catatan dalam SKCK itu, apakah calon tetap dinilai berkelakuan baik?",
)
# ---- d: age --------------------------------------------------------------------------------------
AGE = AmountFact(
    key="age",
    label="usia saat mendaftar",
    unit=Unit.YEARS,
    teller=Teller.OFFICE,
    question="Kapan calon lahir, dan kapan calon mendaftar?",
)
AGE_BEGUN = AmountFact(
    key="age_begun",
    label="usia saat mendaftar, setahun penuh sejak sehari sesudah ulang tahun",
    unit=Unit.YEARS,
    teller=Teller.OFFICE,
    question="Kapan calon lahir, dan kapan calon mendaftar?",
)
# ---- e, f: work and education --------------------------------------------------------------------
WORK_TIE = ChoiceFact(
    key="work_tie",
    label="ikatan kerja saat mendaftar",
    choices=WorkTie,
    question="Kontrak kerja apa yang mengikat calon pada hari mendaftar, dan sampai kapan?",
    remedy="daftar sesudah kontrak berakhir",
)
EDUCATION = ChoiceFact(
    key="education",
    label="pendidikan terakhir",
    choices=Education,
    question="Apa pendidikan terakhir yang sudah selesai?",
)
EDUCATION_EQUAL = _opinion(
    "education_equal",
    "pendidikan dinilai sederajat dengan S1",
    "pendidikan dinilai tidak sederajat dengan S1",
    "Apakah pendidikan calon sederajat dengan S1?",
)
# ---- g: understanding ----------------------------------------------------------------------------
UNDERSTANDING = _opinion(
    "understanding",
    "dinilai memahami pemberdayaan koperasi dan usaha mikro",
    "dinilai belum memahami pemberdayaan koperasi dan usaha mikro",
    "Menurut ujian tertulis dan wawancara, apakah calon memahami pemberdayaan koperasi dan usaha mikro?",
)


# ---- h, i, l, m: statements ----------------------------------------------------------------------
def _statement(key: str, label: str, question: str, remedy: str) -> ChoiceFact:
    return ChoiceFact(key=key, label=label, choices=Statement, question=question, remedy=remedy)


_WEEK = f"{_number(OFFICE_DAYS)} hari di sekretariat dan {_number(FIELD_DAYS)} hari di lapangan setiap minggu"


NO_DEMAND = _statement(
    "no_demand",
    "pernyataan tidak menuntut menjadi ASN",
    "Apakah calon menyatakan tidak akan menuntut diangkat menjadi ASN?",
    "buat pernyataan tertulis tidak menuntut diangkat menjadi ASN",
)
PARTY_TIE = TruthFact(
    key="party_tie",
    holds="anggota atau pengurus partai politik",
    fails="bukan anggota atau pengurus partai politik",
    question="Apakah calon anggota atau pengurus partai politik?",
)
PARTY_LETTER = TruthFact(
    key="party_letter",
    holds="surat pernyataan bukan anggota atau pengurus partai politik ada",
    fails="surat pernyataan bukan anggota atau pengurus partai politik belum ada",
    question="Apakah surat pernyataan bukan anggota atau pengurus partai politik sudah ada?",
    remedy="lampirkan surat pernyataan bukan anggota atau pengurus partai politik",
)
JOINS_STAGES = _statement(
    "joins_stages",
    "pernyataan bersedia mengikuti seluruh tahapan seleksi",
    "Apakah calon bersedia mengikuti seluruh tahapan seleksi?",
    "nyatakan bersedia mengikuti seluruh tahapan seleksi",
)
SERVES_WEEKLY = _statement(
    "serves_weekly",
    f"pernyataan bersedia melayani {_WEEK}",
    f"Apakah calon bersedia melayani {_WEEK}?",
    "nyatakan bersedia melayani di sekretariat dan di lapangan setiap minggu",
)
# ---- j, k: experience ----------------------------------------------------------------------------
ENTREPRENEUR = TruthFact(
    key="entrepreneur",
    holds="berpengalaman dalam kewirausahaan",
    fails="belum berpengalaman dalam kewirausahaan",
    question="Apakah calon berpengalaman dalam kewirausahaan?",
)
MENTORED = TruthFact(
    key="mentored",
    holds="pernah melakukan pendampingan",
    fails="belum pernah melakukan pendampingan",
    question="Apakah calon pernah melakukan pendampingan?",
)
INVOLVED = TruthFact(
    key="involved",
    holds="pernah terlibat dalam pemberdayaan koperasi dan usaha mikro",
    fails="belum pernah terlibat dalam pemberdayaan koperasi dan usaha mikro",
    question="Apakah calon pernah terlibat dalam pemberdayaan koperasi dan usaha mikro?",
)
EXPERIENCE_PAPER = TruthFact(
    key="experience_paper",
    holds="ada piagam, sertifikat, atau dokumen pengalaman",
    fails="belum ada piagam, sertifikat, atau dokumen pengalaman",
    question="Apakah pengalaman mendampingi dibuktikan dengan piagam, sertifikat, atau dokumen?",
    remedy="lampirkan piagam, sertifikat, atau dokumen pengalaman mendampingi",
)
PAPERS = (DOMICILE_PAPER, HEALTH_LETTER, POLICE_CERTIFICATE)
OPINIONS = (UNDERSTANDING, CONDUCT_ACCEPTED, EDUCATION_EQUAL)
