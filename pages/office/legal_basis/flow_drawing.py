"""The flow of a kind's provisions as SVG of our own: Graphviz in the browser needs what our policy forbids.

Only words of the law stand in it, escaped; lines are broken by their number of letters, as nobody measures
them here. It is dark on white in any theme, and nothing in it is told by colour alone.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from html import escape
from textwrap import wrap
from typing import Final

from domain.money import number
from domain.regulation.policy.draft_words import ANSWER_LABELS
from domain.regulation.policy.judged import ANSWERS
from domain.regulation.policy.law_flow import FlowNode, LawFlow

_WIDE, _BOX, _OUT, _LINE, _PAD, _GAP = 720, 470, 190, 19, 11, 26
_LETTERS: Final = 58
_INK, _PAPER = "#1b1b1b", "#ffffff"
_OUT_AT: Final = _WIDE - _OUT - 2
_MIDDLE: Final = _BOX // 2


def flow_picture(flow: LawFlow, who: str) -> str:
    """The picture; `who` are the people of the kind, in words."""
    parts: list[str] = []
    top = 2
    head = [who if flow.size is None else f"{who}: {number(flow.size)} dinilai"]
    parts += _box(head, top, rounded=True)
    top += _height(head)
    for node in flow.deciding:
        lines = _lines(node)
        parts.append(_arrow(_MIDDLE, top, _MIDDLE, top + _GAP))
        top += _GAP
        parts += _box(lines, top)
        parts += _way_out(node, top, _height(lines))
        top += _height(lines)
    parts.append(_arrow(_MIDDLE, top, _MIDDLE, top + _GAP))
    top += _GAP
    end = _end(flow)
    parts += _box(end, top, rounded=True)
    top += _height(end)
    for lines in _below(flow):
        top += _GAP
        parts += _box(lines, top)
        top += _height(lines)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDE}" height="{top + 4}" '
        f'viewBox="0 0 {_WIDE} {top + 4}" font-family="Arial, sans-serif" font-size="14" fill="{_INK}">'
        f'<rect width="{_WIDE}" height="{top + 4}" fill="{_PAPER}"></rect>{"".join(parts)}</svg>'
    )


def as_image(picture: str, who: str) -> str:
    """The picture as an image that can be pushed to the side; SVG within the page would be cleaned away."""
    name = escape(f"Alur ketentuan bagi {who}; isinya sama dengan tabel di bawah gambar ini", quote=True)
    data = b64encode(picture.encode()).decode()
    return (
        f'<div style="overflow-x:auto" tabindex="0" role="group" aria-label="{name}">'
        f'<img alt="{name}" width="{_WIDE}" style="max-width:none" '
        f'src="data:image/svg+xml;base64,{data}"></div>'
    )


def _lines(node: FlowNode) -> list[str]:
    found = [f"{node.number}. {node.place}", *wrap(node.title, _LETTERS)]
    found += wrap(_open(node), _LETTERS)
    if (one := node.counted) is not None:
        told = f"terpenuhi {number(one.met)} · belum diketahui {number(one.unknown)}"
        found.append(f"{told} · tidak {number(one.not_met)}")
    return found


def _end(flow: LawFlow) -> list[str]:
    if flow.size is None:
        return ["Semua terpenuhi: memenuhi syarat", "Ada yang belum diketahui: belum dapat dijawab"]
    told = dict(flow.answers)
    return [f"{label}: {number(told[ANSWERS[answer]])}" for answer, label in ANSWER_LABELS.items()]


def _below(flow: LawFlow) -> Iterator[list[str]]:
    """What decides nothing, in a box for each thing that it does: nobody falls out there."""
    for kind in dict.fromkeys(node.kind for node in flow.below):
        found = [f"{kind.capitalize()}: tidak menggugurkan"]
        for node in flow.below:
            if node.kind == kind:
                told = f"{node.number}. {node.place}: {node.title} {_open(node)}"
                found += wrap(told.strip(), _LETTERS)
        yield found


def _open(node: FlowNode) -> str:
    return f"◆ dapat dibaca dua cara: {', '.join(node.readings)}" if node.readings else ""


def _way_out(node: FlowNode, top: int, height: int) -> list[str]:
    """To whom the provision says no: the way to the right."""
    middle = top + height // 2
    told = "tidak: gugur" if node.counted is None else f"gugur di sini: {number(node.counted.out)}"
    return [
        _arrow(_BOX, middle, _OUT_AT, middle),
        _rectangle(_OUT_AT, middle - 15, _OUT, 30, 4),
        _text(_OUT_AT + 10, middle + 5, told),
    ]


def _height(lines: Sequence[str]) -> int:
    return len(lines) * _LINE + 2 * _PAD


def _box(lines: Sequence[str], top: int, *, rounded: bool = False) -> Iterator[str]:
    yield _rectangle(1, top, _BOX - 1, _height(lines), 16 if rounded else 4)
    for place, line in enumerate(lines):
        yield _text(14, top + _PAD + 14 + place * _LINE, line, bold=place == 0)


def _rectangle(left: int, top: int, wide: int, high: int, corner: int) -> str:
    return (
        f'<rect x="{left}" y="{top}" width="{wide}" height="{high}" rx="{corner}" fill="none" '
        f'stroke="{_INK}" stroke-opacity="0.55"></rect>'
    )


def _text(left: int, base: int, told: str, *, bold: bool = False) -> str:
    weight = ' font-weight="600"' if bold else ""
    return f'<text x="{left}" y="{base}"{weight}>{escape(told)}</text>'


def _arrow(left: int, top: int, right: int, bottom: int) -> str:
    """A line with a head, to the right or downwards."""
    if left == right:
        head = f"{right - 4},{bottom - 7} {right},{bottom} {right + 4},{bottom - 7}"
    else:
        head = f"{right - 7},{bottom - 4} {right},{bottom} {right - 7},{bottom + 4}"
    return (
        f'<line x1="{left}" y1="{top}" x2="{right}" y2="{bottom}" stroke="{_INK}" '
        f'stroke-opacity="0.55"></line><polygon points="{head}" fill-opacity="0.75"></polygon>'
    )
