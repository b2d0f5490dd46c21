"""What somebody takes along: a message, a link, the papers."""

from collections.abc import Callable
from mimetypes import guess_type
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from documents.sampang.instalment_card import instalment_card
from documents.sampang.schedule_workbook import schedule_workbook
from documents.sampang.simulation_message import simulation_message
from documents.sampang.simulation_sheet import simulation_sheet
from domain.sampang.quote import Quote
from domain.version import VERSION
from pages.parts.acting import acting
from pages.parts.store import today
from pages.parts.whatsapp import whatsapp_address
from pages.sampang.calculator.desk_or_telephone import SHARED
from pages.sampang.calculator.remembering import link


def take_along(found: Quote, rules_version: str) -> None:
    """Show the message for WhatsApp, the link, the two papers and the workbook, in one row."""
    address = f"{st.context.url or ''}?{urlencode(link() | SHARED)}"
    st.link_button(
        "WhatsApp",
        whatsapp_address(simulation_message(found, address)),
        icon=":material/chat:",
        help="Membuka WhatsApp dengan pesan yang sudah terisi; penerimanya Anda pilih sendiri.",
    )
    with st.popover("Salin tautan", icon=":material/link:"):
        st.caption("Siapa pun yang membuka tautan ini membaca simulasi yang sama.")
        st.code(address, language=None, wrap_lines=True)
    for label, made, name, icon in _papers(found, rules_version):
        st.download_button(
            label,
            made,
            file_name=name,
            mime=guess_type(name)[0],
            on_click="ignore",
            icon=f":material/{icon}:",
        )


def _papers(found: Quote, rules_version: str) -> tuple[tuple[str, Callable[[], bytes], str, str], ...]:
    person, day = acting(), today()
    told: dict[str, Any] = {
        "printed_on": day,
        "printed_by": person.name if person else "tamu",
        "application_version": VERSION,
        "rules_version": rules_version,
        "demo": True,
    }
    return (
        ("Cetak simulasi", lambda: simulation_sheet(found, **told), "simulasi-angsuran.pdf", "print"),
        (
            "Kartu angsuran",
            lambda: instalment_card(found.schedule, number="", borrower="", simulation=True, **told),
            "kartu-angsuran.pdf",
            "view_list",
        ),
        ("Unduh Excel", lambda: schedule_workbook(found, made_on=day), "jadwal-angsuran.xlsx", "table_view"),
    )
