"""Taking back a visit that was sent and waits: it can be changed then, and is sent again."""

from typing import Any

import streamlit as st

from db.blitar.visiting.opened_visit import OpenedVisit
from db.blitar.visiting.withdrawing import withdraw_visit
from domain.dates import indonesian_date
from domain.roles import Person
from pages.parts.giving_back import Asking, give_back


def show_withdrawing(person: Person, found: OpenedVisit) -> None:
    """Show the button that takes it back, and what that means."""
    asking = Asking(
        "Tarik untuk diperbaiki",
        f"Tarik kunjungan {indonesian_date(found.visit.on)} ke {found.client_name}?",
        "Mengapa ditarik",
        "mis. tanggalnya salah",
        "Ya, tarik kunjungan ini",
    )
    said = f"Kunjungan ke {found.client_name} ditarik dan menjadi draf lagi. Perbaiki, lalu kirim kembali."
    more: dict[str, Any] = {"expected_version": found.version}
    name = f"tarik-kunjungan-{found.id}-{found.version}"
    give_back(name, asking, withdraw_visit, person, found.id, said=said, **more)
    st.caption("Masih dapat ditarik karena belum diverifikasi; lalu tidak dihitung sampai dikirim lagi.")
