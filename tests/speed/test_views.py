"""The list of ways to open a screen names every screen of the menu, so that a new one cannot be left out."""

import pytest

from benchmarks.ten_years.views import WAYS, views
from db.engine import Database
from pages.office.menu import screens_of
from tests.people import ROLES, someone


@pytest.mark.parametrize("role", ROLES)
def test_every_screen_of_a_role_has_a_way_to_open_it(role):
    assert [screen.title for _, screen in screens_of(someone(role)) if not WAYS.get(screen.address)] == []


def test_every_way_belongs_to_a_screen_of_the_menu():
    addresses = {screen.address for role in ROLES for _, screen in screens_of(someone(role))}
    assert set(WAYS) == addresses


def test_every_role_opens_its_whole_menu(demo_file):
    database = Database.at(f"sqlite:///{demo_file}")
    seen = {(view.role, view.screen) for view in views(database)}
    database.close()
    assert seen >= {(role, screen.address) for role in ROLES for _, screen in screens_of(someone(role))}
