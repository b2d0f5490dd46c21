"""How much of a screen's CPU Streamlit takes by itself: the same elements, drawn with constant values.

.venv/bin/python -m benchmarks.bare_elements --only kelayakan binaan ringkasan

A screen is run over the demo, and each element and block that it sent is drawn again by a script that has
none of our code: of the same kind, with the same texts, options and rows, one below the other. The two take
turns; milliseconds of the script's thread, the median of the runs. The menu and the page's own settings are
not drawn again.
"""

import argparse
import logging
import os
import statistics
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any, Final

import streamlit as st
from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df
from streamlit.testing.v1 import AppTest, local_script_runner

from benchmarks.ten_years.building import DAY, built
from benchmarks.ten_years.rerun import Meter, opened
from benchmarks.ten_years.views import View, distinct, views
from db.engine import Database
from tests.screens.clock import clock_at

Draw = Callable[[str], object]
"""Draws one thing under a key."""


def _with_rows(show: Callable[..., object], sent: bytes, *more: object) -> Draw:
    rows = convert_arrow_bytes_to_pandas_df(sent)
    return lambda _: show(rows, *more)


def _options(one: Any) -> list[str]:
    return [option.content for option in one.options] or ["-"]


# What draws an element of each kind, given what was sent of it.
ELEMENTS: Final[dict[str, Callable[[Any], Draw]]] = {
    "alert": lambda one: lambda _: st.info(one.body),
    "button": lambda one: lambda key: st.button(one.label, key=key),
    "button_group": lambda one: lambda key: st.pills("-", _options(one), key=key),
    "checkbox": lambda one: lambda key: st.checkbox(one.label, key=key),
    "code": lambda one: lambda _: st.code(one.code_text),
    "dataframe": lambda one: _with_rows(st.dataframe, one.arrow_data.data),
    "download_button": lambda one: lambda key: st.download_button(one.label, b"-", key=key),
    "empty": lambda _: lambda _: st.empty(),
    "file_uploader": lambda one: lambda key: st.file_uploader(one.label, key=key),
    "heading": lambda one: lambda _: st.subheader(one.body),
    "html": lambda one: lambda _: st.html(one.body or "<p></p>"),
    "markdown": lambda one: lambda _: st.markdown(one.body),
    "metric": lambda one: lambda _: st.metric(one.label, one.body),
    "page_link": lambda one: lambda _: st.page_link("https://example.org", label=one.label),
    "pagination": lambda one: lambda key: st.pagination(max(one.num_pages, 1), key=key),
    "progress": lambda one: lambda _: st.progress(one.value),
    "radio": lambda one: lambda key: st.radio(one.label, list(one.options), key=key),
    "selectbox": lambda one: lambda key: st.selectbox(one.label, list(one.options), key=key),
    "slider": lambda one: lambda key: st.slider(one.label, key=key),
    "table": lambda one: _with_rows(st.table, one.arrow_data.data),
    "text_area": lambda one: lambda key: st.text_area(one.label, key=key),
    "text_input": lambda one: lambda key: st.text_input(one.label, key=key),
    "vega_lite_chart": lambda one: _with_rows(
        st.vega_lite_chart, one.datasets[0].data.data if one.datasets else one.data.data, {"mark": "bar"}
    ),
}
# What draws so many blocks of a kind that came one after the other.
BLOCKS: Final[dict[str, Callable[[int], object]]] = {
    "column": st.columns,
    "expandable": lambda many: [st.expander("-") for _ in range(many)],
    "flex_container": lambda many: [st.container() for _ in range(many)],
    "grid_container": lambda many: [st.grid("auto") for _ in range(many)],
    "popover": lambda many: [st.popover("-") for _ in range(many)],
    "tab": lambda many: st.tabs([str(place) for place in range(many)]),
}


def things_in(messages: Sequence[Any]) -> Iterator[Draw]:
    """Everything that the messages of a rerun put on a screen; KeyError for an unknown kind."""
    sent = [one for one in map(_sent, messages) if one is not None]
    # Columns and tabs come with the block that holds them, which is drawn with them.
    holds = [
        name == "tab_container" or (name, following) == ("flex_container", "column")
        for (name, _), (following, _) in pairwise([*sent, ("", None)])
    ]
    drawn = [one for one, is_held in zip(sent, holds, strict=True) if not is_held]
    for name, together in groupby(drawn, key=lambda one: one[0]):
        these = [one for _, one in together]
        if name in BLOCKS:
            yield _blocks(name, len(these))
        else:
            yield from (ELEMENTS[name](one) for one in these)


def _blocks(name: str, many: int) -> Draw:
    return lambda _: BLOCKS[name](many)


def _sent(message: Any) -> tuple[str, Any] | None:
    """The kind of an element or of a block, and what was sent of it; None for anything else."""
    if message.WhichOneof("type") != "delta":
        return None
    delta = message.delta
    if delta.WhichOneof("type") == "add_block":
        return str(delta.add_block.WhichOneof("type")), None
    if delta.WhichOneof("type") != "new_element":
        return None
    name = str(delta.new_element.WhichOneof("type"))
    return name, getattr(delta.new_element, name)


def bare(things: "Sequence[Draw]") -> None:
    """The script without our code; of this file it is given no more than these lines."""
    for place, draw in enumerate(things):
        draw(f"thing-{place}")


@contextmanager
def _messages_kept() -> Iterator[list[Any]]:
    """Give the messages of the latest rerun of any screen."""
    kept: list[Any] = []
    run = local_script_runner.LocalScriptRunner.run

    def keeping(runner: Any, *told: Any, **more: Any) -> Any:
        tree = run(runner, *told, **more)
        kept[:] = runner.forward_msgs()
        return tree

    local_script_runner.LocalScriptRunner.run = keeping  # type: ignore[method-assign]
    try:
        yield kept
    finally:
        local_script_runner.LocalScriptRunner.run = run  # type: ignore[method-assign]


def compare(meter: Meter, view: View, messages: list[Any], runs: int) -> str:
    """One line: how much a screen draws, milliseconds of it and of its bare elements, and their share."""
    screen = opened(view)
    things = list(things_in(messages))
    beside = AppTest.from_function(bare, args=(things,), default_timeout=60).run()
    if beside.exception:
        raise RuntimeError(beside.exception[0].value)
    taken = [(meter.costs(screen.run).ms, meter.costs(beside.run).ms) for _ in range(runs + 2)][2:]
    own, alone = (statistics.median(column) for column in zip(*taken, strict=True))
    share = statistics.median(one / whole for whole, one in taken)
    name = f"{view.screen or 'beranda'} {view.name} ({view.role})"
    return f"| {name} | {len(things)} | {own:.0f} | {alone:.0f} | {share:.0%} |"


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    reader.add_argument("--only", nargs="+", default=[""], help='parts of "screen view (role)"')
    reader.add_argument("--folder", type=Path, default=Path(".data") / "ten-years", help="for the database")
    reader.add_argument("--runs", type=int, default=9)
    told = reader.parse_args()
    logging.disable(logging.WARNING)
    os.environ["DATABASE_URL"] = f"sqlite:///{built(told.folder, 'demo')}"
    database = Database.at(os.environ["DATABASE_URL"])
    print("| screen | drawn | ms | bare ms | share |\n|---|---:|---:|---:|---:|")
    meter = Meter(names_askers=False)
    with clock_at(DAY), _messages_kept() as messages, meter.watching():
        for view in distinct(views(database)):
            name = f"{view.screen or 'beranda'} {view.name} ({view.role})"
            if any(one in name for one in told.only):
                print(compare(meter, view, messages, told.runs), flush=True)
    database.close()


if __name__ == "__main__":
    main()
