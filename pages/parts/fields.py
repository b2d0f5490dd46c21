"""Forms whose fields are asked as the domain declares them."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from domain.declared import Declared, blanks, declaration_at, declared_at, label_of
from domain.problems import Problem
from domain.typed import Code, Count, Day, Line, OneOf, Prose, Rupiah, YesNo, check_value
from pages.parts.widgets import Widgets


def first_values(start: Any, prefix: str = "") -> dict[str, Any]:
    """Every field of a dataclass by its place ("business.founded_on")."""
    found: dict[str, Any] = {}
    for field in fields(start):
        value = getattr(start, field.name)
        if is_dataclass(value):
            found |= first_values(value, f"{prefix}{field.name}.")
        elif isinstance(value, dict):
            found |= {f"{prefix}{field.name}.{key}": entry for key, entry in value.items()}
        else:
            found[f"{prefix}{field.name}"] = value
    return found


class Form(Widgets):
    """One form on the screen; `of` is the dataclass that declares its fields.

    What is typed too long or too large is added to `problems`, like what cannot be read.
    """

    def __init__(self, nonce: str, start: Mapping[str, Any], of: Any = None) -> None:
        super().__init__(nonce, start)
        self._of = of
        self._asked: dict[str, Any] = {}
        self._called: dict[str, str] = {}

    def ask(
        self,
        field: str,
        *,
        label: str = "",
        aside: str = "",
        at: str = "",
        names: Mapping[str, str] | None = None,
        help: str = "",
        hint: str = "",
        one_line: bool = False,
        shows_label: bool = True,
    ) -> Any:
        """A field as it is declared at its path in the dataclass; `aside` follows its label in brackets.

        `at` is the path of a field with a name of its own on the screen, `names` are the entries of a list
        of codes. Another `label` is for words that turn on the case, `one_line` for a text seldom so long.
        """
        one = declared_at(self._of, at or field)
        if label:
            self._called[field] = label.removesuffix(" *")
        words = (label or declaration_at(self._of, at or field).title) + (f" ({aside})" if aside else "")
        if isinstance(one.declaration, Line) and not isinstance(one.declaration, Code):
            long = isinstance(one.declaration, Prose) and not one_line
            typed = self.text(field, words, help=help, long=long, hint=hint, shows_label=shows_label)
            return self.answer(field, (typed or None) if one.is_optional else typed, at=at)
        return self.answer(field, self._chosen(one, field, words, names or {}, help), at=at)

    def _chosen(self, one: Declared, field: str, words: str, names: Mapping[str, str], help: str) -> Any:
        match one.declaration:
            case Code():
                return self.code(field, words, names, help=help)
            case Rupiah():
                return self.rupiah(field, words, help=help)
            case Count():
                return self.count(field, words, help=help)
            case Day():
                return self.day(field, words, help=help)
            case YesNo():
                return self.yes_no(field, words, help=help)
            case OneOf():
                return self.choice(field, words, one.of, help=help)
        raise TypeError(f"{field} is not asked")

    def answer(self, field: str, value: Any, *, at: str = "") -> Any:
        """Take a value for a declared field, however it was asked, and check it as it is declared."""
        self._asked[field] = value
        self.problems += check_value(declaration_at(self._of, at or field), value, field)
        return value

    def answers(self, part: str = "") -> dict[str, Any]:
        """What was asked for a part of the dataclass ("business"), or for the whole, by name."""
        start = f"{part}." if part else ""
        here = (field for field in self._asked if field.startswith(start))
        return {
            name: self._asked[start + name] for one in here if "." not in (name := one.removeprefix(start))
        }

    def label_of(self, field: str) -> str:
        """The declared label of a field that is asked in a way of its own."""
        return label_of(self._of, field)

    def blanks(self, part: str = "") -> list[Problem]:
        """A problem for each field of the whole, or of a part, that was asked, is needed and is blank.

        What could not be read is no blank.
        """
        of = declared_at(self._of, part).of if part else self._of
        start, unread = f"{part}." if part else "", {problem.field for problem in self.problems}
        called = {field.removeprefix(start): label for field, label in self._called.items()}
        empty = (Problem(start + one.field, one.sentence) for one in blanks(of, self.answers(part), called))
        return [problem for problem in empty if problem.field not in unread]
