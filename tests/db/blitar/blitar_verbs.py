"""Every verb of the mentoring programme, and the office in which each can be called."""

from tests.db.blitar.explorer_verbs import EXPLORER_VERBS
from tests.db.blitar.mentoring_verbs import MENTORING_VERBS, set_up
from tests.db.blitar.recommendation_verbs import RECOMMENDATION_VERBS, set_up_recommendations
from tests.db.blitar.reporting_verbs import REPORTING_VERBS
from tests.db.blitar.selection_verbs import SELECTION_VERBS, set_up_selection
from tests.db.blitar.summary_verbs import SUMMARY_VERBS
from tests.db.blitar.upgrade_verbs import UPGRADE_VERBS
from tests.db.blitar.visiting_verbs import VISITING_VERBS, set_up_visits

BLITAR_VERBS = (
    MENTORING_VERBS
    | SELECTION_VERBS
    | VISITING_VERBS
    | EXPLORER_VERBS
    | REPORTING_VERBS
    | UPGRADE_VERBS
    | RECOMMENDATION_VERBS
    | SUMMARY_VERBS
)


def set_up_blitar(office):
    """Everything that the calls need."""
    set_up(office)
    set_up_selection(office)
    set_up_visits(office)
    set_up_recommendations(office)
