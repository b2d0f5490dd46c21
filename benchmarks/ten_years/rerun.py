"""One rerun of a view, without a browser: what it costs the server, and each statement that it asks.

CPU is that of the script's own thread, with everything it calls; the page that only says "halo" is run in
the same way, so that what Streamlit itself takes is known beside it.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from sqlalchemy import event
from sqlalchemy.engine import Engine
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.testing.v1 import AppTest, local_script_runner
from streamlit.util import calc_hash

from benchmarks.ten_years.views import View

ENTRY: Final = Path(__file__).resolve().parents[2] / "streamlit_app.py"
A_RUN_ENDS_WITHIN: Final = 600  # seconds
AN_END: Final = 60  # seconds, for one statement


@dataclass(slots=True)
class Statement:
    """One statement of a rerun, as the driver got it; `ms` of CPU, `steps` of SQLite's machine, `rows` read.

    `asked_by` names the function of the store that asked it: "blitar.visiting.visit_list.visit_list".
    """

    sql: str
    parameters: Any
    asked_by: str
    ms: float = 0.0
    steps: int = 0
    rows: int = 0


@dataclass(slots=True)
class Cost:
    """What one rerun took: `ms` of CPU, `size` in bytes sent to the browser, and its statements."""

    ms: float = 0.0
    size: int = 0
    statements: list[Statement] = field(default_factory=list)


class Meter:
    """Counts what the reruns take while it is `watching`; one at a time in a process.

    With `counts_steps` it also counts the steps of SQLite's machine, with `names_askers` it finds out which
    function of the store asked; both take time.
    """

    def __init__(self, *, counts_steps: bool = False, names_askers: bool = True) -> None:
        self.counts_steps = counts_steps
        self.names_askers = names_askers
        self._cost = Cost()
        self._steps = 0
        self._asked = 0.0

    def costs(self, run: Callable[[], AppTest]) -> Cost:
        """Tell what it took to run a screen; RuntimeError for an unexpected error on it."""
        self._cost = Cost()
        app = run()
        if app.exception:
            raise RuntimeError(app.exception[0].value)
        return self._cost

    @contextmanager
    def watching(self) -> Iterator["Meter"]:
        """Listen to every engine and script of this process."""
        run_script, local_run = ScriptRunner._run_script, local_script_runner.LocalScriptRunner.run
        scan = manifest_scanner.scan_component_manifests
        meter = self

        def timed(runner: Any, told: Any) -> None:
            started = time.thread_time()
            try:
                run_script(runner, told)
            finally:
                meter._cost.ms += (time.thread_time() - started) * 1_000

        def weighed(runner: Any, *told: Any, **more: Any) -> Any:
            tree = local_run(runner, *told, **more)
            meter._cost.size += sum(message.ByteSize() for message in runner.forward_msgs())
            return tree

        listeners = [
            ("begin", self._begin),
            ("before_cursor_execute", self._before),
            ("after_cursor_execute", self._after),
        ]
        ScriptRunner._run_script = timed  # type: ignore[method-assign]
        local_script_runner.LocalScriptRunner.run = weighed  # type: ignore[method-assign]
        # AppTest looks through every installed package for components, each time a screen is opened.
        manifest_scanner.scan_component_manifests = cache(scan)  # type: ignore[assignment]
        for name, heard in listeners:
            event.listen(Engine, name, heard)
        try:
            yield self
        finally:
            for name, heard in listeners:
                event.remove(Engine, name, heard)
            ScriptRunner._run_script = run_script  # type: ignore[method-assign]
            local_script_runner.LocalScriptRunner.run = local_run  # type: ignore[method-assign]
            manifest_scanner.scan_component_manifests = scan

    def _before(self, _connection: Any, _cursor: Any, sql: str, told: Any, context: Any, _many: Any) -> None:
        self._cost.statements.append(Statement(sql, told, _asked_by() if self.names_askers else ""))
        self._asked = time.perf_counter()
        context._began = time.thread_time(), self._steps

    def _after(self, _connection: Any, _cursor: Any, _sql: str, _told: Any, context: Any, _many: Any) -> None:
        one, (began, steps) = self._cost.statements[-1], context._began
        one.ms, one.steps = (time.thread_time() - began) * 1_000, self._steps - steps

    def _begin(self, connection: Any) -> None:
        if connection.dialect.name == "sqlite":
            told, every = (self._step, _EVERY) if self.counts_steps else (self._has_no_end, _RARELY)
            connection.connection.driver_connection.set_progress_handler(told, every)

    def _step(self) -> None:
        self._steps += _EVERY

    def _has_no_end(self) -> bool:
        """Tell SQLite to break off what has taken so long that nobody would wait for it."""
        return time.perf_counter() - self._asked > AN_END


_EVERY, _RARELY = 100, 1_000_000


def _asked_by() -> str:
    frame = sys._getframe(2)
    while frame is not None:
        module = frame.f_globals.get("__name__", "")
        if module.startswith("db.") and module not in _CARRIERS:
            return f"{module.removeprefix('db.')}.{frame.f_code.co_name.strip('<>')}"
        frame = frame.f_back
    return "nobody"


_CARRIERS: Final = ("db.engine", "db.sqlite_file", "db.faults")


def opened(view: View) -> AppTest:
    """The application opened at a view, run once."""
    app = AppTest.from_file(ENTRY, default_timeout=A_RUN_ENDS_WITHIN)
    app.session_state["persona-choice"] = view.person.id
    for name, value in view.address.items():
        app.query_params[name] = value
    app._page_hash = calc_hash(view.screen) if view.screen else ""
    return app.run()


def halo() -> AppTest:
    """The page beside which everything is measured."""
    return AppTest.from_string("import streamlit as st\nst.write('halo')", default_timeout=60).run()
