"""What is asked, what is pinned with its hashes, and what is installed here agree, and the bill names it."""

import json
import re
from importlib.metadata import requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts.bill_of_materials import bill_of, pinned_in

ROOT = Path(__file__).resolve().parents[2]
LISTS = ("requirements", "requirements-dev")


def _lines(name):
    return (ROOT / name).read_text().splitlines()


def _asked(name):
    return [Requirement(line) for line in _lines(f"{name}.in") if not line.startswith(("-", "#"))]


def _pinned(name):
    return pinned_in((ROOT / f"{name}.txt").read_text())


def _needed(name, extra=""):
    """What an installed package needs on this machine."""
    told = (Requirement(each) for each in requires(name) or ())
    return [each for each in told if each.marker is None or each.marker.evaluate({"extra": extra})]


@pytest.mark.parametrize("name", LISTS)
def test_what_is_asked_is_pinned_in_the_version_that_is_asked(name):
    pinned = {canonicalize_name(one.name): one.version for one in _pinned(name)}
    asked = {canonicalize_name(each.name): str(each.specifier) for each in _asked(name)}
    assert {package: f"=={pinned.get(package)}" for package in asked} == asked


@pytest.mark.parametrize("name", LISTS)
def test_every_pinned_package_has_the_hashes_of_its_files(name):
    assert [one.name for one in _pinned(name) if not one.hashes] == []


def test_the_tests_run_on_the_very_packages_of_the_application():
    of_tests = {one.name: one for one in _pinned("requirements-dev")}
    assert [one for one in _pinned("requirements") if of_tests.get(one.name) != one] == []


def test_what_is_pinned_is_what_is_installed_here():
    here = [one for one in _pinned("requirements-dev") if one.is_for_this_machine]
    assert [(one.name, one.version) for one in here if version(one.name) != one.version] == []


def test_nothing_is_brought_along_that_is_not_pinned():
    pinned = {canonicalize_name(one.name) for one in _pinned("requirements-dev")}
    asked = [(each.name, extra) for name in LISTS for each in _asked(name) for extra in ("", *each.extras)]
    looked_at, missing = set(), set()
    while asked:
        name, extra = asked.pop()
        if (name, extra) in looked_at:
            continue
        looked_at.add((name, extra))
        for need in _needed(name, extra):
            if canonicalize_name(need.name) in pinned:
                asked += [(need.name, each) for each in ("", *need.extras)]
            else:
                missing.add(need.name)
    assert missing == set()


@pytest.mark.parametrize("name", [f"{one}.{kind}" for one in LISTS for kind in ("in", "txt")])
def test_no_list_names_where_packages_come_from(name):
    assert not re.search(r"://|--(extra-)?index|--find-links", (ROOT / name).read_text())


def test_workbooks_are_read_with_the_parser_that_refuses_bombs():
    from openpyxl.xml import DEFUSEDXML

    assert DEFUSEDXML


def test_the_bill_names_every_pinned_package_with_its_version_and_licence():
    bill = json.loads(bill_of(_pinned("requirements")))
    assert {(one["name"], one["version"]) for one in bill["components"]} == {
        (one.name, one.version) for one in _pinned("requirements")
    }
    of_fonts = next(one for one in bill["components"] if one["name"] == "manimgx-fonts")
    assert "OFL" in json.dumps(of_fonts["licenses"])
