"""One binaan on its own: what to do next, its progress, its story and its data."""

import streamlit as st

from db.blitar.caseload.card import client_card
from db.office.practice import law_of
from db.refusals import Refused
from domain.blitar.caseload.card import ClientCard
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.dates import indonesian_date
from domain.programme import NotAllowed, may
from domain.regions.regions import district
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from pages.blitar.clients.card.actions import show_actions, show_to_do
from pages.blitar.clients.card.baseline import show_baseline_form
from pages.blitar.clients.card.card_places import (
    BASELINE,
    CHANGE,
    END,
    FILLING,
    GIVE,
    NOTICE,
    PROPOSE,
    TAB,
    back_to_card,
    back_to_list,
)
from pages.blitar.clients.card.card_story import show_story
from pages.blitar.clients.card.client_ending import show_ending_form
from pages.blitar.clients.card.data import show_data
from pages.blitar.clients.card.editing import show_change_form
from pages.blitar.clients.card.giving import show_giving_form
from pages.blitar.clients.card.notice import show_notice_form
from pages.blitar.clients.card.progress import show_progress
from pages.blitar.clients.card.upgrade_proposing import show_proposing_form
from pages.blitar.screen_tabs import CardTab
from pages.parts.store import database, now, today
from pages.parts.tabs import open_tab
from pages.parts.text import plain, shortened

_FORMS = {
    CHANGE: (show_change_form, BlitarPermission.EDIT_CLIENTS),
    BASELINE: (show_baseline_form, BlitarPermission.EDIT_CLIENTS),
    NOTICE: (show_notice_form, BlitarPermission.EDIT_CLIENTS),
    PROPOSE: (show_proposing_form, BlitarPermission.PROPOSE_UPGRADES),
    END: (show_ending_form, BlitarPermission.END_CLIENTS),
    GIVE: (show_giving_form, BlitarPermission.HAND_OVER_CLIENTS),
}


def show_client(person: Person, client_id: int) -> None:
    """Show one binaan, or one of its forms."""
    try:
        with database().read() as session:
            card = client_card(session, person, client_id, at=now())
            law = law_of(session, BLITAR, today())
    except (Refused, NotAllowed) as refusal:
        back_to_list()
        st.error(plain(refusal.sentence))
        return
    form, permission = _FORMS.get(st.query_params.get(FILLING, ""), (None, None))
    if form is not None and permission is not None and card.is_open and may(person, permission, BLITAR):
        back_to_card(shortened(card.client.name))
        form(person, card, law)
    else:
        _card(person, card, law)


def _card(person: Person, card: ClientCard, law: LawInForce) -> None:
    back_to_list()
    _heading(card)
    show_to_do(person, card, law)
    show_actions(person, card)
    tab, place = open_tab(list(CardTab), TAB)
    with place:
        match tab:
            case CardTab.PROGRESS:
                show_progress(person, card)
            case CardTab.STORY:
                show_story(person, card)
            case CardTab.DATA:
                show_data(person, card, law)


def _heading(card: ClientCard) -> None:
    st.title(plain(shortened(card.client.name, 120)))
    code = card.client.place.district_code
    kecamatan = district(code) if code else None
    carer = f"Pendamping {plain(card.mentor)}" if card.mentor else "belum ada Pendamping"
    where = f"Kecamatan {kecamatan.name}" if kecamatan else "kecamatan belum diisi"
    st.caption(f"{plain(card.number)} · {card.client.kind.label} · {where} · {carer}")
    if card.taken_back is not None:
        st.warning(
            f"Salah dimasukkan, dibatalkan bersama daftarnya pada {indonesian_date(card.taken_back.on)}. "
            "Tidak terhitung di mana pun, dan nomornya tidak dipakai lagi. "
            f"Alasan: {plain(card.taken_back.reason)}"
        )
        return
    badge = f":blue-badge[{card.stage.label}]"
    st.markdown(f"{badge} didampingi sejak {indonesian_date(card.since)}")
    if card.leaving is not None:
        st.warning(
            f"Pendampingan berakhir {indonesian_date(card.leaving.on)}: {card.leaving.ground.label.lower()}. "
            f"{plain(card.leaving.reason)}"
        )
