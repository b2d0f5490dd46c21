"""Every fact about a mentor or a facilitator at the appointment, with the question that asks it."""

from domain.blitar.kinds import WorkTie
from domain.regulation.expressions import ChoiceFact, TruthFact
from domain.regulation.fact import Teller

CIVIL_SERVANT = TruthFact(
    key="civil_servant",
    teller=Teller.OFFICE,
    holds="berstatus ASN",
    fails="bukan ASN",
    question="Apakah orang ini berstatus ASN (PNS atau PPPK)?",
    remedy="tetapkan orang lain, atau selesaikan dahulu status ASN-nya",
)
CIVIL_SERVANT_ACCEPTED = TruthFact(
    key="civil_servant_accepted",
    teller=Teller.TEAM,
    holds="Fasilitator yang berstatus ASN diterima karena jabatan Fasilitatornya bukan jabatan ASN",
    fails="Fasilitator yang berstatus ASN tidak diterima",
    question="Apakah Fasilitator yang berstatus ASN, misalnya dosen negeri, diterima?",
)
OTHER_WORK_TIE = ChoiceFact(
    key="other_work_tie",
    label="ikatan kerja dengan pihak lain saat penetapan",
    choices=WorkTie,
    question="Kontrak kerja dengan pihak lain apa yang masih mengikat saat penetapan?",
    remedy="akhiri kontrak dengan pihak lain sebelum penetapan",
)
PARTY_TIE_NOW = TruthFact(
    key="party_tie_now",
    holds="anggota atau pengurus partai politik saat penetapan",
    fails="bukan anggota atau pengurus partai politik saat penetapan",
    question="Apakah orang ini anggota atau pengurus partai politik saat penetapan?",
)
DECREED = TruthFact(
    key="decreed",
    teller=Teller.OFFICE,
    holds="sudah ditetapkan dengan Keputusan Kepala Dinas",
    fails="belum ditetapkan dengan Keputusan Kepala Dinas",
    question="Apakah Keputusan Kepala Dinas sudah terbit?",
    remedy="siapkan Keputusan Kepala Dinas",
)
ACADEMIC = TruthFact(
    key="academic",
    teller=Teller.OFFICE,
    holds="berlatar belakang akademisi",
    fails="bukan akademisi",
    question="Apakah Fasilitator berlatar belakang akademisi?",
)
PROFESSIONAL = TruthFact(
    key="professional",
    teller=Teller.OFFICE,
    holds="profesional di bidang koperasi dan usaha mikro",
    fails="bukan profesional di bidang koperasi dan usaha mikro",
    question="Apakah Fasilitator profesional di bidang koperasi dan usaha mikro?",
)
RULINGS = (CIVIL_SERVANT_ACCEPTED,)
