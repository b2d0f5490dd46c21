"""The map itself: shapes once, figures at every run, a click that chooses.

The specification and the shapes stay the same while the figures change, so they are built once. Colours
follow the browser's theme: `background` is Vega's own signal, `ramp` the theme's sequence of ten colours.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from domain.regions.enclaves import Enclave
from pages.parts.map.map_choice import PICKED
from pages.parts.map.marks import FIELDS, LAST_LIGHT_SHADE, Mark, Shaded, figures_table

SHAPES: Final = "shapes"
FIGURES: Final = "figures"
OPEN_COLOUR: Final = "#D55E00"
NO_FIGURE_COLOUR: Final = "#8A939C"

_DARK: Final = "luminance(background) < 0.5"
_INK: Final = f"({_DARK} ? '#E4E9EE' : '#1B2733')"
_NARROW: Final = "width < 480"
_STRIPES: Final = 18
_SILENT: Final = {"aria": False, "tooltip": None}

Layer = dict[str, Any]


def map_specification(shapes: Mapping[str, Any], enclaves: Sequence[Enclave] = ()) -> dict[str, Any]:
    """The Vega-Lite specification of a map that carries these shapes, still without figures."""
    return {**_map({"name": SHAPES}, enclaves), "datasets": {SHAPES: shapes}}


def map_of_file(address: str, enclaves: Sequence[Enclave] = ()) -> dict[str, Any]:
    """The same for shapes that the browser gets from an address."""
    return {**_map({"url": address}, enclaves), "datasets": {}}


def _map(shapes: Mapping[str, str], enclaves: Sequence[Enclave]) -> dict[str, Any]:
    return {
        "data": {**shapes, "format": {"type": "json", "property": "features"}},
        "transform": [
            {"calculate": "datum.properties.code", "as": "code"},
            {"calculate": "datum.properties.label[0]", "as": "longitude"},
            {"calculate": "datum.properties.label[1]", "as": "latitude"},
            {
                "lookup": "code",
                "from": {"data": {"name": FIGURES}, "key": "code", "fields": FIELDS[1:]},
            },
        ],
        "projection": {"type": "mercator"},
        "padding": {"left": 2, "right": 2, "top": 2, "bottom": 2},
        "layer": [
            _areas(),
            _stripes(),
            *_outline(),
            *_words("datum.name", above=True, small=7.5, large=11),
            *_words("datum.short + (datum.is_open ? ' ✕' : '')", above=False, small=9, large=13),
            *([_holes(enclaves)] if enclaves else []),
        ],
    }


def _holes(enclaves: Sequence[Enclave]) -> Layer:
    """The names of what lies in the regency and is none of it, so that a hole says what it is."""
    values = [
        {"word": one.name, "longitude": one.at.longitude, "latitude": one.at.latitude} for one in enclaves
    ]
    return {
        "data": {"values": values},
        "mark": {
            "type": "text",
            "fontSize": {"expr": f"{_NARROW} ? 7 : 10"},
            "fontStyle": "italic",
            "color": {"expr": _INK},
            **_SILENT,
        },
        "encoding": {
            "longitude": {"field": "longitude", "type": "quantitative"},
            "latitude": {"field": "latitude", "type": "quantitative"},
            "text": {"field": "word"},
        },
    }


def with_figures(
    specification: Mapping[str, Any], marks: Sequence[Mark], classes: Sequence[Shaded], marked: str | None
) -> dict[str, Any]:
    """The specification with the figures of now; `marked` is the kecamatan to outline without a click."""
    return {
        **specification,
        "datasets": {**specification["datasets"], FIGURES: figures_table(marks, classes, marked)},
    }


def _areas() -> Layer:
    """Every kecamatan in the colour of its class; a click on it chooses it."""
    ramp = {
        "test": "datum.shade >= 0",
        "field": "shade",
        "type": "quantitative",
        "scale": {"type": "quantize", "domain": [0, 10], "range": "ramp"},
        "legend": None,
    }
    return {
        "params": [{"name": PICKED, "select": {"type": "point", "fields": ["code"]}}],
        "transform": [{"calculate": "datum.name + ': ' + datum.told", "as": "description"}],
        "mark": {
            "type": "geoshape",
            "stroke": {"expr": "background"},
            "strokeWidth": 1.2,
            "cursor": "pointer",
        },
        "encoding": {
            "color": {"condition": ramp, "value": NO_FIGURE_COLOUR},
            "description": {"field": "description"},
            "tooltip": [{"field": "name", "title": "Kecamatan"}, {"field": "told", "title": "Keterangan"}],
        },
    }


def _stripes() -> Layer:
    """Stripes and a thick border, so that nobody needs colours to see where nobody helps."""
    edges = [place / _STRIPES for place in range(_STRIPES + 1)]
    stops = [
        {"offset": offset, "color": "transparent" if place % 2 else OPEN_COLOUR}
        for place in range(_STRIPES)
        for offset in edges[place : place + 2]
    ]
    return {
        "transform": [{"filter": "datum.is_open"}],
        "mark": {
            "type": "geoshape",
            "fill": {"gradient": "linear", "x1": 0, "y1": 0, "x2": 1, "y2": 1, "stops": stops},
            "fillOpacity": 0.45,
            "stroke": OPEN_COLOUR,
            "strokeWidth": 2.6,
            "cursor": "pointer",
            **_SILENT,
        },
    }


def _outline() -> tuple[Layer, Layer]:
    """A border round the chosen kecamatan, with a rim so that it stands out on light and dark ground."""
    chosen = {"filter": {"or": [{"param": PICKED, "empty": False}, "datum.is_marked"]}}
    border = {"type": "geoshape", "filled": False, "strokeJoin": "round", **_SILENT}
    return (
        {
            "transform": [chosen],
            "mark": {**border, "stroke": {"expr": "background"}, "strokeWidth": 7},
        },
        {"transform": [chosen], "mark": {**border, "stroke": {"expr": _INK}, "strokeWidth": 3}},
    )


def _words(text: str, *, above: bool, small: float, large: float) -> tuple[Layer, Layer]:
    """A word on each kecamatan; on striped ground it has a halo."""
    mark = {
        "type": "text",
        "fontSize": {"expr": f"{_NARROW} ? {small} : {large}"},
        "fontWeight": "normal" if above else "bold",
        "baseline": "bottom" if above else "top",
        **_SILENT,
    }
    where = {
        "longitude": {"field": "longitude", "type": "quantitative"},
        "latitude": {"field": "latitude", "type": "quantitative"},
        "text": {"field": "word"},
    }
    word = {"calculate": text, "as": "word"}
    halo = {"stroke": {"expr": "background"}, "strokeWidth": 3.5, "strokeJoin": "round"}
    # Further up the ramp the ink is the colour of the background.
    on_dark = {"test": f"datum.shade > {LAST_LIGHT_SHADE} && !datum.is_open", "value": {"expr": "background"}}
    return (
        {"transform": [word, {"filter": "datum.is_open"}], "mark": {**mark, **halo}, "encoding": where},
        {
            "transform": [word],
            "mark": mark,
            "encoding": {**where, "color": {"condition": on_dark, "value": {"expr": _INK}}},
        },
    )
