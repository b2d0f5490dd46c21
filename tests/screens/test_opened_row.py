"""A line of a table is opened by its box or by a tap on its text."""

import pytest

from pages.parts.opened_row import opened_row

LINES = ("satu", "dua", "tiga")


@pytest.mark.parametrize(
    ("selection", "line"),
    [
        ({"rows": [1], "columns": [], "cells": []}, "dua"),
        ({"rows": [], "cells": [(2, "Nama")]}, "tiga"),
        ({"rows": [0], "cells": [(2, "Nama")]}, "satu"),
        ({"rows": [], "cells": []}, None),
        ({"rows": [7], "cells": []}, None),  # the table has become shorter
        ({"rows": [7], "cells": [(1, "Nama")]}, "dua"),
        ({}, None),
    ],
)
def test_the_line_that_was_chosen_or_tapped_is_opened(selection, line):
    assert opened_row({"selection": selection}, LINES) == line
