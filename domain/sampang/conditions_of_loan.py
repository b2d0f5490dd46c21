"""What every loan must keep to: tenor, use, character, earlier loans, red list."""

from domain.regulation.expressions import Always, Legal, Worded, by_reading
from domain.regulation.rules import Rule, RuleKind
from domain.sampang import facts as fact
from domain.sampang import parameters as law
from domain.sampang.instruments import at
from domain.sampang.kinds import Purpose
from domain.sampang.readings import S28, S31, S38, S39, S44, S45, S46, S47, S48, S52, S56, S59, S61, S62, S67

_shortest, _middle, _longest = map(Legal, (law.SHORTEST_TERM, law.MIDDLE_TERM, law.LONGEST_TERM))
_in_range = Worded(
    (fact.TERM >= _shortest) & (fact.TERM <= _longest),
    "jangka waktu antara 12 dan 36 bulan",
    "jangka waktu di luar 12 sampai 36 bulan",
)
_named_term = Worded(
    ((fact.TERM >= _shortest) & (fact.TERM <= _shortest))
    | ((fact.TERM >= _middle) & (fact.TERM <= _middle))
    | ((fact.TERM >= _longest) & (fact.TERM <= _longest)),
    "jangka waktu termasuk yang disebut: 12, 24 atau 36 bulan",
    "jangka waktu bukan 12, 24 atau 36 bulan",
)
_wait_from, _wait_free = Legal(law.RENEWAL_WAIT_FROM), Legal(law.RENEWAL_WAIT_FREE)
_free_to_renew = by_reading(
    S45,
    A=(fact.MONTHS_SINCE_SETTLED >= _wait_free)
    | ((fact.MONTHS_SINCE_SETTLED >= _wait_from) & fact.RENEWAL_LEAVE),
    B=(fact.MONTHS_LOAN_RAN >= _wait_free) | ((fact.MONTHS_LOAN_RAN >= _wait_from) & fact.RENEWAL_LEAVE),
)

PROPOSAL = Rule(
    id="VI.1/proposal",
    title="Mengajukan proposal tertulis",
    citations=(at("VI.1", "permohonan proposal kepada Tim Pokjanis"),),
    condition=by_reading(S67, A=fact.FILED, B=Always("proposal hanya disyaratkan bagi koperasi")),
    rests_on=(S52,),
)
LOAN_CONDITIONS = (
    Rule(
        id="Pasal II",
        title="Proposal dari sebelum Perbup berlaku menunggu keputusan Pokjanis",
        citations=(at("Pasal II", "mulai berlaku pada tanggal diundangkan"),),
        kind=RuleKind.JUDGEMENT,
        condition=by_reading(
            S59,
            A=fact.FILED_IN_FORCE | fact.EARLIER_LAW_RULING,
            B=Always("proposal lama pun mengikuti Perbup ini"),
        ),
        exempts=(fact.FILED_IN_FORCE,),
        explanation="Perbup tidak memuat aturan peralihan bagi proposal yang sudah masuk sebelum berlaku.",
    ),
    Rule(
        id="III.6",
        title="Jangka waktu 12, 24 atau 36 bulan",
        citations=(
            at("III.6", "jangka waktu maksimal 36 (tiga puluh enam bulan)"),
            at("VIII.2.d", "3 (tiga) tahun, 2 tahun dan minimal 1 (satu) tahun"),
        ),
        condition=_in_range
        & by_reading(S39, A=_named_term | fact.TERM_RULING, B=Always("jangka waktu lain pun boleh")),
        rests_on=(S56, S61),
    ),
    Rule(
        id="VIII.3.a",
        title="Dana dipakai sebagai modal kerja",
        citations=(at("VIII.3.a", "sebagai Modal Kerja"),),
        condition=by_reading(
            S48,
            A=fact.PURPOSE.among(Purpose.WORKING_CAPITAL) | fact.PURPOSE_RULING,
            B=fact.PURPOSE.among(*Purpose),
        ),
    ),
    Rule(
        id="VI.2.a.4",
        title="Karakter pemohon dinilai baik",
        citations=(at("VI.2.a.4", "harus mempunyai kualitas penilaian baik"),),
        kind=RuleKind.JUDGEMENT,
        condition=fact.CHARACTER,
        rests_on=(S31,),
    ),
    Rule(
        id="VI.2.a.5",
        title="Wilayah dan lingkungan dinilai mendukung",
        citations=(at("VI.2.a.5", "Karakter Wilayah/Lingkungan harus mendukung"),),
        kind=RuleKind.JUDGEMENT,
        condition=by_reading(
            S62, A=fact.SURROUNDINGS, B=Always("keadaan wilayah hanya diuraikan dalam hasil survei")
        ),
        explanation="Yang ditimbang: segi perekonomian dan pengembangan usaha secara keseluruhan.",
    ),
    Rule(
        id="IX.3",
        title="Tidak tercatat di daftar merah",
        citations=(at("IX.3", "dicoret dari daftar pinjaman selanjutnya"),),
        condition=~fact.ON_RED_LIST,
        rests_on=(S28, S38),
    ),
    Rule(
        id="III.7",
        title="Pinjam kembali: pinjaman terdahulu lunas dan dinilai baik/tidak cacat",
        citations=(at("III.7", "kualifikasi penilaian baik/tidak cacat"),),
        kind=RuleKind.JUDGEMENT,
        condition=~fact.BORROWED_BEFORE | (fact.EARLIER_SETTLED & fact.REPEAT_STANDING),
        exempts=(fact.BORROWED_BEFORE,),
        rests_on=(S31, S44, S45),
    ),
    Rule(
        id="VIII.5.f",
        title="Pelunasan awal untuk memperbarui pinjaman: ada jeda",
        citations=(at("VIII.5.f", "tidak dapat diperkenankan meminjam kembali"),),
        condition=~fact.BORROWED_BEFORE | ~fact.SETTLED_TO_RENEW | _free_to_renew,
        exempts=(fact.BORROWED_BEFORE, fact.SETTLED_TO_RENEW),
    ),
    Rule(
        id="VIII.5.h",
        title="Besar pinjaman kembali menurut hasil survei",
        citations=(at("VIII.5.h", "tidak harus lebih besar dari pinjaman"),),
        condition=~fact.BORROWED_BEFORE
        | by_reading(
            S47,
            A=Always("tidak ada batas dari pinjaman sebelumnya; survei yang menentukan"),
            B=fact.PRINCIPAL <= fact.LAST_LOAN,
        ),
        exempts=(fact.BORROWED_BEFORE,),
    ),
    Rule(
        id="VIII.5.g",
        title="Didahulukan: pemohon baru",
        citations=(at("VIII.5.g", "sebelum pemohon baru mendapatkan giliran"),),
        kind=RuleKind.PRIORITY,
        condition=~fact.BORROWED_BEFORE,
        rests_on=(S46,),
    ),
)
