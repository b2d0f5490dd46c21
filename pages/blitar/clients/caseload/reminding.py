"""Beside each row of "perlu perhatian": words ready for WhatsApp, for whoever has to do it."""

import streamlit as st

from db.blitar.caseload.kinds_of_attention import (
    ClientToVisit,
    ContractToRenew,
    DutyToMeet,
    FollowUpToClose,
    IdleMentor,
    VisitToSend,
    Waiting,
)
from domain.blitar.caseload.duties import HALAL_FOOD
from domain.blitar.caseload.reminders import (
    Reminder,
    client_to_be_visited,
    client_to_keep_word,
    client_to_meet_duty,
    mentor_to_meet_duty,
    mentor_to_send,
    mentor_to_visit,
    mentor_without_visits,
    other_to_keep_word,
    staff_whose_contract_ends,
)
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import Doer
from domain.dates import indonesian_month
from domain.programme import may
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from pages.parts.text import plain, plain_label, shortened
from pages.parts.whatsapp import whatsapp_address


def offer_reminder(person: Person, row: Waiting, law: LawInForce) -> None:
    """Offer the words; nothing where the reader would write to themselves, or to nobody."""
    found = reminder_of(person, row, law)
    if found is not None:
        st.link_button(
            f"Ingatkan {plain_label(found.whom)}",
            whatsapp_address(found.words, found.phone),
            icon=":material/chat:",
            type="tertiary",
            help=f"WhatsApp kepada {plain(shortened(found.to, 80))}; Anda yang mengirimnya.",
        )


def reminder_of(person: Person, row: Waiting, law: LawInForce) -> Reminder | None:
    """The words of one row for its reader: a Pendamping writes to a binaan, the others to a Pendamping."""
    by, is_mentor = person.name.partition(" (")[0], may(person, BlitarPermission.PLAN_OWN_WORK, BLITAR)
    match row:
        case FollowUpToClose():
            return _word(row, by, is_mentor=is_mentor)
        case ClientToVisit() if is_mentor:
            return client_to_be_visited(row.name, row.phone, by)
        case ClientToVisit() if row.mentor:
            return mentor_to_visit(row.mentor, row.name, row.since, row.last_visit_on, law.day, by)
        case DutyToMeet() if is_mentor:
            return client_to_meet_duty(HALAL_FOOD, row.name, row.phone, by)
        case DutyToMeet() if row.mentor:
            return mentor_to_meet_duty(HALAL_FOOD, row.mentor, row.name, row.value, by)
        case IdleMentor() if not is_mentor:
            return mentor_without_visits(row.mentor, indonesian_month(law.day), by)
        case VisitToSend() if not is_mentor:
            return mentor_to_send(row.mentor, row.name, row.on, row.state.label, by)
        case ContractToRenew() if not is_mentor:
            return staff_whose_contract_ends(row.mentor, row.last_day, by)
    return None


def _word(row: FollowUpToClose, by: str, *, is_mentor: bool) -> Reminder | None:
    if row.doer is Doer.CLIENT:
        return client_to_keep_word(row.name, row.phone, row.told, row.due_on, by)
    if row.doer is Doer.MENTOR:
        own = is_mentor or not row.mentor
        return None if own else other_to_keep_word(row.mentor, row.name, row.told, row.due_on, by)
    return other_to_keep_word(row.doer.label, row.name, row.told, row.due_on, by, row.doer.label)
