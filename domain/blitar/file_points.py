"""What a candidate's file shows: domicile, health, conduct, age, work, education (Pasal 7 a-f)."""

from domain.blitar import candidate_facts as fact
from domain.blitar.instruments import at
from domain.blitar.kinds import Education, HealthIssuer, WorkTie
from domain.blitar.lacking_papers import on_paper
from domain.blitar.parameters import AGE_LIMIT
from domain.blitar.readings import B04, B08, B09, B10, B11, B12, B13, B14, B15
from domain.regulation.expressions import Legal, by_reading
from domain.regulation.rules import Rule

_lives_here = fact.CITIZEN & fact.LIVES_IN_BLITAR
_hospitals = (
    HealthIssuer.REGIONAL_HOSPITAL,
    HealthIssuer.STATE_HOSPITAL,
    HealthIssuer.SERVICE_HOSPITAL,
)
_both_aspects = fact.HEALTHY_BODY & fact.HEALTHY_MIND
_degrees = (Education.DIPLOMA_4, Education.BACHELOR, Education.MASTER, Education.DOCTOR)
_limit = Legal(AGE_LIMIT)

FILE_POINTS = (
    Rule(
        id="7.a",
        title="WNI dan berdomisili di Kabupaten Blitar",
        citations=(at("7.a", "Warga Negara Indonesia dan berdomisili di Kabupaten Blitar"),),
        condition=by_reading(
            B11,
            A=_lives_here & on_paper(fact.DOMICILE_PAPER, fact.DOMICILE_PAPER_VALID),
            B=_lives_here,
        ),
        explanation="Kota Blitar bukan Kabupaten Blitar. Lama tinggal tidak disyaratkan.",
        rests_on=(B04, B10),
    ),
    Rule(
        id="7.b",
        title="Sehat jasmani dan rohani menurut rumah sakit pemerintah",
        citations=(at("7.b", "sehat jasmani dan rohani"),),
        condition=on_paper(
            fact.HEALTH_LETTER,
            by_reading(
                B12,
                A=fact.HEALTH_ISSUER.among(*_hospitals),
                B=fact.HEALTH_ISSUER.among(*_hospitals, HealthIssuer.HEALTH_CENTRE),
            )
            & _both_aspects,
        ),
        explanation="Surat harus menyebut jasmani dan rohani; masa berlakunya mengikuti pengumuman.",
    ),
    Rule(
        id="7.c",
        title="Berkelakuan baik, dengan SKCK",
        citations=(at("7.c", "surat keterangan catatan kepolisian"),),
        condition=on_paper(
            fact.POLICE_CERTIFICATE,
            fact.POLICE_VALID & (~fact.POLICE_ENTRY | fact.CONDUCT_ACCEPTED),
        ),
        explanation="SKCK berlaku saat mendaftar; bila ada catatan, Tim Seleksi menilainya.",
        rests_on=(B10, B13),
    ),
    Rule(
        id="7.d",
        title="Usia paling tinggi 40 tahun saat mendaftar",
        citations=(at("7.d", "pada saat pendaftaran berusia maksimal 40 tahun"),),
        condition=by_reading(B09, A=fact.AGE <= _limit, B=fact.AGE_BEGUN <= _limit),
        explanation="Dihitung menurut kalender sampai tanggal calon mendaftar. Usia terendah tidak ada.",
        rests_on=(B10,),
    ),
    Rule(
        id="7.e",
        title="Tidak terikat kontrak kerja",
        citations=(at("7.e", "tidak sedang terikat perjanjian kontrak kerja"),),
        condition=by_reading(
            B14,
            A=fact.WORK_TIE.among(WorkTie.NONE, WorkTie.SERVICE),
            B=fact.WORK_TIE.among(WorkTie.NONE, WorkTie.SERVICE, WorkTie.PERMANENT),
            C=fact.WORK_TIE.among(WorkTie.NONE),
        ),
        explanation="Kontrak harus sudah berakhir sebelum hari mendaftar; usaha sendiri bukan kontrak.",
        rests_on=(B08, B10),
    ),
    Rule(
        id="7.f",
        title="Pendidikan paling rendah S1/sederajat",
        citations=(at("7.f", "berpendidikan paling rendah Strata 1/Sederajat"),),
        condition=fact.EDUCATION.among(*_degrees)
        | (fact.EDUCATION.among(Education.OTHER) & fact.EDUCATION_EQUAL),
        rests_on=(B15,),
    ),
)
