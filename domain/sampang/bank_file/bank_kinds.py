"""The kinds of rows that a bank's file is sorted into, and what becomes of them."""

from domain.labelled import Labelled


class RowKind(Labelled):
    """What a row of the bank's file is, held against the loans and the books."""

    MATCHED = "matched", "Cocok"
    POSSIBLE = "possible", "Mungkin"
    OVERPAID = "overpaid", "Lebih bayar"
    UNKNOWN = "unknown", "Tidak dikenal"
    UNREADABLE = "unreadable", "Tidak terbaca"
    CORRECTION = "correction", "Koreksi bank"
    DUPLICATE = "duplicate", "Sudah dibukukan"

    @property
    def can_be_given_a_loan(self) -> bool:
        """Whether a person may say which loan such a row means."""
        return self in (RowKind.POSSIBLE, RowKind.UNKNOWN, RowKind.OVERPAID, RowKind.DUPLICATE)


class RowState(Labelled):
    """What has become of a row."""

    WAITING = "waiting", "menunggu"
    POSTED = "posted", "dibukukan"
    ASIDE = "aside", "disisihkan"
