"""How long the mentoring keeps what it knows of people, from which event, and by which settings."""

from typing import Final

from domain.retention.retention_kinds import SIGN_INS, RetentionKind

CLIENT: Final = RetentionKind(
    key="client",
    setting="keep_clients",
    label="Binaan yang pendampingannya berakhir",
    event="pendampingan berakhir",
)
CANDIDATE: Final = RetentionKind(
    key="candidate",
    setting="keep_candidates",
    label="Calon yang tidak diangkat",
    event="hasil seleksi ditetapkan",
)
STAFF: Final = RetentionKind(
    key="staff",
    setting="keep_staff",
    label="Pendamping dan Fasilitator yang tugasnya berakhir",
    event="hari terakhir tugas atau kontrak",
)
KINDS: Final = (CLIENT, CANDIDATE, STAFF, SIGN_INS)
