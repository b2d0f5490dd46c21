"""What needs a decision, first on a screen, each line with the way to where it is decided."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from domain.due_decisions import Decision
from domain.money import number
from domain.roles import Person
from pages.parts.markup import Markup
from pages.parts.text import plain_label

_GO = ":material/arrow_forward:"


@dataclass(frozen=True, slots=True)
class Way:
    """Where a decision is taken: a screen that the person may open, and what its address says."""

    screen: Path
    asks: tuple[tuple[str, str], ...] = ()


# A line is read whole on a telephone; Streamlit would cut a link at its end.
_STYLE = Markup("""<style>
.st-key-perlu-keputusan { padding: 0.5rem 0.8rem; }
.st-key-perlu-keputusan [data-testid="stPageLink"] a { padding: 0.15rem 0; min-height: 1.5rem; height: auto; }
.st-key-perlu-keputusan [data-testid="stPageLink"] p {
  white-space: normal; overflow: visible; line-height: 1.35;
}
.st-key-perlu-keputusan [data-testid="stPageLink"] { padding: 0.12rem 0; }
.st-key-perlu-keputusan [data-testid="stMarkdown"] p { font-size: 0.875rem; }
/* A line ends where its words end: what reached further lay over the button below and took its clicks. */
.st-key-perlu-keputusan [data-testid="stMarkdownContainer"] { margin-bottom: 0; }
.st-key-perlu-keputusan [data-testid="stMarkdownContainer"] p { margin-bottom: 0; }
.st-key-perlu-keputusan > :first-child p { font-size: 1.05rem; }
.st-key-perlu-keputusan [data-testid="stPopover"] button { padding: 0; min-height: 1.5rem; }
.st-key-perlu-keputusan [data-testid="stPopover"] button p { font-size: 0.875rem; }
</style>""")
Ways = Callable[[Decision], Way | None]


def show_decisions(
    decisions: Sequence[Decision],
    way_to: Ways,
    person: Person,
    *,
    title: str = "Perlu keputusan",
    shown: int | None = None,
) -> None:
    """Show each decision in a line with whose yes it needs, the first with its provision.

    Of more than `shown` lines the others stand behind a button; None folds nothing.
    """
    st.html(_STYLE)
    with st.container(border=True, gap=None, key="perlu-keputusan"):
        if not decisions:
            st.markdown(f"**{title}:** tidak ada.")
            return
        for place, one in enumerate(decisions[:shown]):
            _line(one, way_to(one), person, title if place == 0 else "")
        others = [] if shown is None else decisions[shown:]
        if others:
            with st.popover(f"{number(len(others))} keputusan lain", type="tertiary", width="content"):
                for one in others:
                    _line(one, way_to(one), person, "")


def _line(one: Decision, way: Way | None, person: Person, title: str) -> None:
    """One decision; the whole line leads to where it is decided."""
    what, because = plain_label(one.what), plain_label(one.because)
    if title:
        place = f" ({plain_label(one.citation.place)})" if one.citation else ""
        what, because = f":red-badge[{title}] **{what}**", f"{because}{place}"
    whose = ":blue-badge[menunggu Anda]" if one.is_for(person) else f"menunggu {plain_label(one.who)}"
    told = f"{what} · {because} · {whose}"
    if way is None:
        # Its sign stands where others have their arrow: it waits, and not here.
        st.markdown(f":material/hourglass_empty: {told}")
    else:
        st.page_link(way.screen, label=told, icon=_GO, query_params=dict(way.asks))
