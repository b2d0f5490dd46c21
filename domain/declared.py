"""The declarations of a dataclass: by the path of a field, and what in a value breaks them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Annotated, Any, Final, get_args, get_origin, get_type_hints

from domain.problems import Problem
from domain.typed import Declaration, Given, check_value


@dataclass(frozen=True, slots=True)
class Declared:
    """A field as it is declared: its type without None, and whether it may be left blank.

    `declaration` is None for another dataclass, or where nothing is typed.
    """

    declaration: Declaration | None
    of: Any
    is_needed: bool
    is_optional: bool


def declaration_of(hint: Any) -> Declaration | None:
    """The declaration in an annotation such as `Reason`, if there is one."""
    return next((one for one in getattr(hint, "__metadata__", ()) if isinstance(one, Declaration)), None)


def label_in(hint: Any) -> str:
    """The label in an annotation such as `Reason`; blank where there is none."""
    declaration = declaration_of(hint)
    return declaration.label if declaration else ""


@cache
def declared_in(of: Any) -> Mapping[str, Declared]:
    """The fields of a dataclass by their names; one without a default and without None is needed."""
    hints = get_type_hints(of, include_extras=True)
    return {
        one.name: _declared(hints[one.name], one.default is MISSING and one.default_factory is MISSING)
        for one in fields(of)
    }


def _declared(hint: Any, has_no_default: bool) -> Declared:
    of = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    is_optional = NoneType in get_args(of)
    inner = next(one for one in get_args(of) if one is not NoneType) if is_optional else of
    return Declared(declaration_of(hint), inner, has_no_default and not is_optional, is_optional)


@cache
def declared_at(of: Any, path: str) -> Declared:
    """The field at a path such as "collateral.0.value"; KeyError for one that the dataclass does not have.

    A field in a mapping from named choices is called by the choice: "notes.plan" by the plan's label.
    """
    name, _, rest = path.partition(".")
    one = declared_in(of)[name]
    inner = get_args(one.of)
    if rest and inner:
        key, _, rest = rest.partition(".")
        entry = inner[0] if get_origin(one.of) is tuple else inner[1]
        one = Declared(_called(one.declaration, inner[0], key), entry, is_needed=False, is_optional=False)
    return declared_at(one.of, rest) if rest else one


def declaration_at(of: Any, path: str) -> Declaration:
    """The declaration of the field at a path; TypeError for a field that nobody types."""
    declaration = declared_at(of, path).declaration
    if declaration is None:
        raise TypeError(f"{path} is not typed")
    return declaration


def label_of(of: Any, path: str) -> str:
    """The label of the field at a path."""
    return declaration_at(of, path).label


def _called(declaration: Declaration | None, of_key: Any, key: str) -> Declaration | None:
    label = _label_of(of_key(key)) if isinstance(of_key, type) and issubclass(of_key, StrEnum) else ""
    return replace(declaration, label=label) if declaration and label else declaration


@cache
def undeclared(of: Any) -> tuple[str, ...]:
    """The texts and numbers of a dataclass, and of all that it holds, that carry no declaration."""
    missing: list[str] = []
    for name, one in declared_in(of).items():
        for leaf in _leaf_types(one.of):
            if is_dataclass(leaf):
                missing += [f"{name}.{rest}" for rest in undeclared(leaf)]  # type: ignore[arg-type]
            elif leaf in (str, int) and one.declaration is None:
                missing.append(name)
    return tuple(missing)


def _leaf_types(of: Any) -> Iterator[Any]:
    inner = get_args(of)
    if not inner:
        yield of
        return
    # The keys of a mapping are the program's own.
    for entry in inner[:1] if get_origin(of) is tuple else inner[1:]:
        yield from _leaf_types(entry)


def check_typed(value: Any) -> list[Problem]:
    """What people typed too long, too large or unreadable into a dataclass, by the path of its field."""
    return _found_in(value, _faults)


def check_whole(value: Any) -> list[Problem]:
    """What `check_typed` finds, and what is blank though it is needed."""
    return _found_in(value, lambda *leaf: [*_blank(*leaf), *_faults(*leaf)])


def blanks(of: Any, typed: Mapping[str, object], called: Mapping[str, str] | None = None) -> list[Problem]:
    """A problem for each needed field of a dataclass, by its name, that is typed as a blank.

    `called` are the labels of fields that the screen calls by words of its own.
    """
    called = called or {}
    return [
        problem
        for name, one in declared_in(of).items()
        if name in typed and one.declaration is not None
        for problem in _blank(one, typed[name], name, called.get(name, one.declaration.label))
    ]


def _blank(one: Declared, value: Any, path: str, label: str) -> list[Problem]:
    is_blank = value is None or (isinstance(value, str) and not value.strip())
    if not one.is_needed or not is_blank or one.declaration is None or isinstance(one.declaration, Given):
        return []
    return [blank_problem(one.declaration, path, label)]


def blank_problem(declaration: Declaration, field: str, label: str = "") -> Problem:
    """What to say of a field that must be filled and is blank."""
    return Problem(field, declaration.blank(label or declaration.label))


def _faults(one: Declared, value: Any, path: str, label: str) -> list[Problem]:
    return check_value(one.declaration, value, path, label) if one.declaration else []


# Values that hold no others; most are, and every visit of a pile is looked at.
_SINGLE: Final = (str, int, date, NoneType)
_Check = Callable[[Declared, Any, str, str], list[Problem]]
"""Gives what is wrong with a value: how it is declared, the value, its path, its label."""


@cache
def _checked_in(of: Any) -> tuple[tuple[str, Declared], ...]:
    """The fields of a dataclass in which something can be wrong, or that can be blank though needed."""
    found = declared_in(of).items()
    return tuple(
        (name, one)
        for name, one in found
        if one.is_needed or one.declaration is None or one.declaration.can_be_broken
    )


def _found_in(value: Any, check: _Check, at: str = "") -> list[Problem]:
    found: list[Problem] = []
    for name, one in _checked_in(value.__class__):
        inner = getattr(value, name)
        if not isinstance(inner, _SINGLE):
            found += _found_within(one, inner, check, at + name, "")
        elif one.declaration is not None and (one.is_needed or (inner is not None and inner != "")):
            # What is blank is wrong only where it is needed.
            found += check(one, inner, at + name, one.declaration.label)
    return found


def _found_within(one: Declared, value: Any, check: _Check, path: str, label: str) -> Iterator[Problem]:
    if is_dataclass(value):
        yield from _found_in(value, check, f"{path}.")
    elif isinstance(value, Mapping):
        for key, entry in value.items():
            yield from _found_within(one, entry, check, f"{path}.{key}", _label_of(key))
    elif isinstance(value, tuple):
        for place, entry in enumerate(value):
            yield from _found_within(one, entry, check, f"{path}.{place}", label)
    elif one.declaration is not None:
        yield from check(one, value, path, label or one.declaration.label)


def _label_of(key: object) -> str:
    return str(getattr(key, "label", ""))
