"""How far a file is: the stages from the counter to the money, and those at which a file rests."""

from domain.labelled import Labelled


class Stage(Labelled):
    """How far an application is; the value is stable, the label is for people."""

    DRAFT = "draft", "Draf"
    FILED = "filed", "Masuk"
    CHECKED = "checked", "Berkas diperiksa"
    SURVEYED = "surveyed", "Disurvei"
    POSTPONED = "postponed", "Ditunda"
    APPROVED = "approved", "Ditetapkan"
    REFUSED = "refused", "Ditolak"
    AGREED = "agreed", "Perjanjian"
    REQUESTED = "requested", "Permintaan cair"
    DISBURSED = "disbursed", "Dicairkan"
    WITHDRAWN = "withdrawn", "Ditarik pemohon"

    @property
    def dated(self) -> str:
        """The words before the day of an application; a draft is not filed, whatever its day."""
        return "proposal tanggal" if self is Stage.DRAFT else "diajukan"


# Before the decision: the applicant's answers may still change.
UNDECIDED = (Stage.DRAFT, Stage.FILED, Stage.CHECKED, Stage.SURVEYED, Stage.POSTPONED)
# What the Pokjanis may decide on.
CANDIDATES = (Stage.CHECKED, Stage.SURVEYED, Stage.POSTPONED)
# What is ready for a meeting: surveyed, or put off by an earlier one. The queue shows the others as well.
READY_TO_MEET = (Stage.SURVEYED, Stage.POSTPONED)
# Approved and not yet paid out: money that is spoken for.
COMMITTED = (Stage.APPROVED, Stage.AGREED, Stage.REQUESTED)
# What a meeting has decided, and may take back while it is open.
DECIDED = (Stage.APPROVED, Stage.REFUSED, Stage.POSTPONED)
# Nothing happens to these any more, once the meeting that refused is closed.
CLOSED = (Stage.REFUSED, Stage.DISBURSED, Stage.WITHDRAWN)
