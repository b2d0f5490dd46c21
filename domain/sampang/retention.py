"""How long the fund keeps what it knows of people, from which event, and by which settings of the office."""

from typing import Final

from domain.retention.retention_kinds import SIGN_INS, RetentionKind

FILE: Final = RetentionKind(
    key="file",
    setting="keep_files",
    label="Pengajuan yang tidak menjadi pinjaman",
    event="langkah terakhir berkas (ditolak atau ditarik)",
)
LOAN: Final = RetentionKind(
    key="loan",
    setting="keep_loans",
    label="Pinjaman yang berakhir",
    event="lunas (tagihan yang dihapus buku tetap tagihan, jadi belum berakhir)",
    least=10,
    because=(
        "ketetapan kantor; paling sedikit 10 tahun sejak akhir tahun buku, patokan UU 8/1997 "
        "Pasal 11 ayat (1) untuk dokumen keuangan perusahaan"
    ),
    from_year_end=True,
)
KINDS: Final = (FILE, LOAN, SIGN_INS)
