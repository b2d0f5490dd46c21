"""Kios: for whoever gives stalls away."""

import streamlit as st

from domain.malang.programme import MALANG
from domain.malang.roles import MalangPermission
from pages.parts.acting import must_be

must_be(MALANG, MalangPermission.GIVE_STALLS)
st.title("Kios")
