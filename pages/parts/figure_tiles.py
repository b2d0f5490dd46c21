"""The numbers as tiles in one row: number, change, a small trend; a tile opens what it is made of."""

from collections.abc import Iterator, Sequence
from html import escape
from urllib.parse import quote

import pandas as pd
import streamlit as st

from domain.headline import Headline, Trend
from pages.parts.markup import Markup
from pages.parts.text import plain, plain_label

_MOST = 6  # in one row
_WIDTH, _HEIGHT, _ROOM = 64.0, 18.0, 2.0
# The whole tile opens, so the button's own area is stretched over it.
_STYLE = Markup("""<style>
[class*="st-key-angka-"] { position: relative; padding: 0.45rem 0.6rem; }
[class*="st-key-angka-"] [data-testid="stPopover"] button {
  padding: 0; min-height: 0; justify-content: flex-start; text-align: left; white-space: normal;
}
[class*="st-key-angka-"] [data-testid="stPopover"] button p {
  font-size: 0.8rem; line-height: 1.15; min-height: 2.3em;
}
[class*="st-key-angka-"] [data-testid="stPopover"] button::after {
  content: ""; position: absolute; inset: 0;
}
[class*="st-key-angka-"] [data-testid="stPopover"] { position: static; }
.angka { line-height: 1.25; overflow: hidden; }
.angka b { font-size: 1.25rem; font-weight: 600; white-space: nowrap; display: block; }
.angka span { font-size: 0.78rem; opacity: 0.85; }
.angka i { float: right; width: 64px; height: 18px; background: currentColor; opacity: 0.8; }
</style>""")


def show_tiles(headlines: Sequence[Headline]) -> None:
    """Show one tile for each number."""
    st.html(_STYLE)
    with st.grid(_MOST, min_column_width=140, gap="xsmall"):
        for headline in headlines:
            _tile(headline)


def _tile(headline: Headline) -> None:
    with st.container(border=True, gap=None, height="stretch", key=f"angka-{headline.key}"):
        rows = st.popover(
            plain_label(headline.title), type="tertiary", key=f"rincian-{headline.key}", on_change="rerun"
        )
        st.html(Markup(_drawn(headline)))
        if rows.open:
            with rows:
                _behind(headline)


def _drawn(headline: Headline) -> str:
    trend = "" if headline.trend is None else _spark(headline, headline.trend)
    told = " · ".join(filter(None, _told(headline)))
    return f'<div class="angka"><b>{escape(headline.in_short)}</b><span>{escape(told)}</span>{trend}</div>'


def _told(headline: Headline) -> Iterator[str]:
    yield headline.change_in_short
    yield headline.beside
    if headline.target is not None:
        yield f"sasaran {headline.printed(headline.target)}"


def _spark(headline: Headline, trend: Trend) -> str:
    """The trend as a line; where nothing moved it lies in the middle."""
    least, most = min(trend.values), max(trend.values)
    step = (_WIDTH - 2 * _ROOM) / max(len(trend.values) - 1, 1)
    points = [
        (
            _ROOM + place * step,
            _HEIGHT / 2
            if most == least
            else _HEIGHT - _ROOM - (value - least) / (most - least) * (_HEIGHT - 2 * _ROOM),
        )
        for place, value in enumerate(trend.values)
    ]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    x, y = points[-1]
    words = f"{', '.join(map(headline.printed, trend.values))} ({trend.told})"
    drawn = (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{_WIDTH:.0f}' height='{_HEIGHT:.0f}'>"
        f"<polyline points='{line}' fill='none' stroke='black' stroke-width='1.6'/>"
        f"<circle cx='{x:.1f}' cy='{y:.1f}' r='2.2'/></svg>"
    )
    # As a mask it takes the colour of the text, light or dark; a drawing in the page itself is stripped.
    mask = f"url(&quot;data:image/svg+xml,{quote(drawn)}&quot;)"
    return (
        f'<i role="img" aria-label="{escape(words)}" style="-webkit-mask-image:{mask};mask-image:{mask}"></i>'
    )


def _behind(headline: Headline) -> None:
    """What the number means, what it is made of, where it rests, and what it does not say."""
    change = f" · {plain(headline.change_in_words)}" if headline.change_in_words else ""
    st.markdown(f"**{plain(headline.title)}: {plain(headline.in_words)}**{change}")
    st.markdown(plain(headline.meaning))
    if headline.beside:
        st.markdown(plain(f"{headline.beside[:1].upper()}{headline.beside[1:]}."))
    if headline.parts:
        rows = [(part.label, headline.printed(part.amount)) for part in headline.parts]
        rows.append(("Jumlah", headline.printed(sum(part.amount for part in headline.parts))))
        st.table(pd.DataFrame(rows, columns=[headline.parts_by, "Angka"]).set_index(headline.parts_by))
    else:
        st.caption("Belum ada yang tercatat.")
    if headline.causes:
        st.markdown(plain(headline.causes_told))
        moved = [(part.label, headline.printed(part.amount)) for part in headline.causes]
        st.table(pd.DataFrame(moved, columns=["Sebab", "Angka"]).set_index("Sebab"))
    st.caption(f"Dasar: {headline.citation}.")
    if headline.trend is not None:
        st.caption(f"Garis kecil: {headline.trend.told}.")
    if headline.target is not None:
        st.caption(plain(f"Sasaran: {headline.printed(headline.target)}, {headline.target_told}."))
    if headline.caution:
        st.caption(plain(headline.caution))
