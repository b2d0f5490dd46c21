"""Readings about licences, letters and copies: what paper is asked, and of whom."""

from domain.regulation.interpretations import Doubt, Ender, Interpretation
from domain.sampang.instruments import at

S01 = Interpretation(
    id="S-01",
    question="Perlukah usaha mikro punya izin bila pinjamannya tepat Rp5.000.000?",
    places=(at("IV.2.b", "dibawah Rp.5.000.000,-"), at("VIII.1.b", "Rp.5.000.000,- kebawah")),
    readings=(
        ("A", "Perlu: yang bebas izin hanya pinjaman yang kurang dari Rp5.000.000."),
        ("B", "Tidak perlu: pada Rp5.000.000 pun cukup surat keterangan desa atau kelurahan."),
    ),
    default="A",
    reason=(
        "Pengecualian dibaca sempit sesuai kata “dibawah”. "
        "Pemohon cukup mengajukan sedikit lebih rendah, atau melengkapi izinnya."
    ),
    doubt=Doubt.CONTRADICTION,
    ended_by=Ender.OFFICE,
    rules=("IV.2.b", "VIII.2.b.2"),
    computed=("A", "B"),
)
S03 = Interpretation(
    id="S-03",
    question="Apa yang diminta dari usaha mikro yang meminjam Rp5.000.000 atau lebih?",
    places=(at("IV.2.b", "legalitas izin usaha bagi usaha kecil dan menengah"),),
    readings=(
        ("A", "Izin usaha, sama seperti usaha kecil dan menengah."),
        ("B", "Tidak ada: izin maupun surat keterangan desa atau kelurahan tidak diminta."),
    ),
    default="A",
    reason=(
        "Usaha mikro dibebaskan hanya untuk pinjaman di bawah Rp5.000.000. "
        "Di luar pengecualian itu, izin kembali diperlukan."
    ),
    doubt=Doubt.GAP,
    ended_by=Ender.OFFICE,
    rules=("IV.2.b",),
    computed=("A", "B"),
)
S04 = Interpretation(
    id="S-04",
    question="Apa yang harus diterangkan surat desa atau kelurahan, dan dari desa mana suratnya?",
    places=(at("IV.2.b", "benar-benar ada di lokasi Kelurahan/Desa"),),
    readings=(
        ("A", "Usahanya ada dan modalnya sangat kecil; surat dari desa tempat usaha."),
        ("B", "Cukup diterangkan bahwa usahanya benar-benar ada."),
        ("C", "Keduanya diterangkan, tetapi surat boleh juga dari desa tempat tinggal."),
    ),
    default="A",
    reason=("Kedua keterangan dihubungkan dengan kata “dan”, dan yang disebut adalah lokasi usaha."),
    doubt=Doubt.DRAFTING,
    ended_by=Ender.OFFICE,
    rules=("IV.2.b",),
    computed=("A", "B", "C"),
)
S36 = Interpretation(
    id="S-36",
    question="Legalitas apa yang harus dimiliki LKM?",
    places=(at("IV.3.a", "legalitas dari Dinas Koperasi dan UKM"),),
    readings=(
        ("A", "Legalitas dari Dinas Koperasi dan UKM Kabupaten Sampang."),
        ("B", "Legalitas dari Dinas, ditambah izin dari otoritas keuangan."),
    ),
    default="A",
    reason="Yang diperiksa adalah syarat yang tertulis; izin lain cukup menjadi keterangan.",
    doubt=Doubt.OPEN_NORM,
    ended_by=Ender.OFFICE,
    rules=("IV.3.a",),
    recorded_because=(
        "Izin dari otoritas keuangan tidak disebut dalam peraturan ini, "
        "jadi ada atau tidaknya izin itu tidak mengubah putusan."
    ),
)
S48 = Interpretation(
    id="S-48",
    question="Apakah pinjaman hanya boleh dipakai untuk modal kerja?",
    places=(at("VIII.3.a", "sebagai Modal Kerja"),),
    readings=(
        ("A", "Ya, modal kerja; rencana investasi diserahkan kepada penilai."),
        ("B", "Tidak, pinjaman boleh juga dipakai untuk investasi."),
    ),
    default="A",
    reason="Modal kerja adalah satu-satunya tujuan yang disebut.",
    doubt=Doubt.OPEN_NORM,
    ended_by=Ender.TEAM,
    rules=("VIII.3.a",),
    computed=("A", "B"),
)
S49 = Interpretation(
    id="S-49",
    question="Wajibkah usaha mikro yang bebas izin tetap menyerahkan salinan legalitas?",
    places=(at("VIII.2.b.2", "Foto Copy legalitas"), at("IV.2.b", "cukup surat keterangan")),
    readings=(
        ("A", "Tidak wajib: pembebasan izin bagi usaha mikro tetap berlaku."),
        ("B", "Wajib: salinan legalitas diminta dari semua pemohon."),
    ),
    default="A",
    reason=(
        "Salinan tidak bisa diminta untuk izin yang tidak diwajibkan. "
        "Jenis dokumennya boleh salah satu dari daftar, atau penggantinya yang kini berlaku."
    ),
    doubt=Doubt.CONTRADICTION,
    ended_by=Ender.OFFICE,
    rules=("VIII.2.b.2",),
    computed=("A", "B"),
)
S50 = Interpretation(
    id="S-50",
    question="Bagaimana tanda tangan dan identitas bila pemilik tidak menikah atau usahanya mikro?",
    places=(
        at("VIII.2.b.1", "Pemilik beserta suami/istri"),
        at("VIII.2.b.3", "pemilik Usaha Kecil dan Menengah"),
    ),
    readings=(
        ("A", "Bagian suami/istri hanya untuk yang menikah, dan pemilik usaha mikro ikut diminta."),
        (
            "B",
            "Berlaku persis seperti tertulis: selalu suami/istri, dan usaha mikro tidak diminta.",
        ),
    ),
    default="A",
    reason=(
        "Yang tidak punya suami atau istri tidak mungkin melengkapinya. "
        "Tidak ada alasan identitas pemilik usaha mikro tidak diperiksa."
    ),
    doubt=Doubt.GAP,
    ended_by=Ender.OFFICE,
    rules=("VIII.2.b.1", "VIII.2.b.3"),
    recorded_because=(
        "Bacaan lain akan meminta tanda tangan dari orang yang tidak ada, "
        "jadi tidak layak menjadi dasar putusan."
    ),
)
