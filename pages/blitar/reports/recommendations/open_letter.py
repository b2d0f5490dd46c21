"""What of the recommendations stands in the address: the letter and the Perangkat Daerah that are open."""

import streamlit as st

LETTER, AGENCY = "surat", "untuk"


def open_letter(number: int) -> None:
    """Open a letter; for use as a button's callback."""
    st.query_params[LETTER] = str(number)


def close_letter() -> None:
    """Back to everything; for use as a button's callback."""
    st.query_params.pop(LETTER, None)


def open_agency(agency: str) -> None:
    """Open what waits for a Perangkat Daerah; for use as a button's callback."""
    st.query_params[AGENCY] = agency


def close_agency() -> None:
    """Close it again; for use as a button's callback."""
    st.query_params.pop(AGENCY, None)
