"""A map on a screen as a test reads it and clicks on it."""

import json
import re

import pandas as pd
from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df

from tests.domain.regions.office_maps import office_map
from tests.screens.demo_office import calm


class DistrictMap:
    """The map of an open screen; `name` is the screen's own name for it."""

    def __init__(self, screen, name):
        self.screen, self.name = screen, name

    @property
    def _chart(self):
        return self.screen.get("vega_lite_chart")[0].proto

    @property
    def specification(self):
        """What the browser draws, without the figures."""
        return self._chart.spec

    @property
    def features(self):
        """The shapes by code, as the browser gets them."""
        features = json.loads(self.specification)["datasets"]["shapes"]["features"]
        assert all(feature["geometry"]["coordinates"] for feature in features)
        return {feature["properties"]["code"]: feature["properties"] for feature in features}

    @property
    def figures(self):
        """The figures by code, as the browser gets them."""
        (dataset,) = self._chart.datasets
        table = convert_arrow_bytes_to_pandas_df(dataset.data.data)
        return {row["code"]: row for row in table.to_dict("records")}

    @property
    def table(self):
        """The table under the map."""
        (table,) = self.screen.dataframe
        return pd.DataFrame(table.value)

    @property
    def legend_lines(self):
        """The entries of the legend in words."""
        (legend,) = [part.proto.body for part in self.screen.get("html") if "Legenda" in part.proto.body]
        return re.findall(r"<span>(.*?)</span>", legend)

    @property
    def legend(self):
        return "\n".join(self.legend_lines)

    def show(self, measure):
        """Choose what the map shows."""
        self.screen.session_state["ukuran"] = measure.value
        calm(self.screen.run())
        return self

    def click(self, code, turn=0):
        """Click on a kecamatan; None clicks beside all."""
        picked = [] if code is None else [{"code": code}]
        self.screen.session_state[f"{self.name}-peta-{turn}"] = {"selection": {"kecamatan": picked}}
        calm(self.screen.run())
        return self

    def pick_row(self, row, turn=0):
        """Pick a row of the table, counted from zero."""
        selection = {"rows": [] if row is None else [row], "columns": [], "cells": []}
        self.screen.session_state[f"{self.name}-tabel-{turn}"] = {"selection": selection}
        calm(self.screen.run())
        return self

    @property
    def chosen(self):
        """The kecamatan that stands in the address."""
        told = self.screen.query_params.get("kecamatan")
        return told[0] if isinstance(told, list) else told

    @property
    def headings(self):
        return [heading.value for heading in self.screen.subheader]

    def load(self, regency, data=None, name="batas.geojson"):
        """Upload a file of boundaries and press the button; without data, a right map of the regency."""
        data = json.dumps(office_map(regency)).encode() if data is None else data
        self.screen.file_uploader[0].upload(name, data, "application/json")
        calm(self.screen.run())
        (button,) = [one for one in self.screen.button if one.label == "Muat batas ini"]
        calm(button.click().run())
        return self
