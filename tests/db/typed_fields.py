"""Every verb of the store with what people type into it, and dataclasses with a text at one place."""

import ast
import importlib
import inspect
import pkgutil
import re
import textwrap
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from types import NoneType
from typing import get_args, get_origin, get_type_hints

import db
from domain.blitar.kinds import SubjectKind
from domain.declared import declaration_of, declared_in
from domain.programme import Programme
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from domain.typed import Clock, Given, Line

# What the program itself gives a verb.
KEYS = {"nonce", "sha256", "question"}
# What a verb is given by the program, though it holds what somebody typed before.
_OF_THE_PROGRAM = (Programme, LawInForce)
_KINDS = {"Client": SubjectKind.CLIENT_MICRO, "Appointment": SubjectKind.MENTOR}


def verbs():
    """Every public function of the store in which somebody changes something at a moment, by its name."""
    found = {}
    for module in modules():
        for name, one in inspect.getmembers(module, inspect.isfunction):
            if one.__module__ == module.__name__ and not name.startswith("_") and _changes(one):
                found[f"{module.__name__}.{name}"] = one
    return found


def modules():
    """Every module of the store but for its migrations."""
    names = [one.name for one in pkgutil.walk_packages(db.__path__, "db.")]
    return [importlib.import_module(name) for name in names if not name.startswith("db.migrations")]


def _changes(one):
    taken = inspect.signature(one).parameters
    return "actor" in taken and "at" in taken and taken["at"].default is inspect.Parameter.empty


def parameters(verb):
    """The parameters of a verb that somebody fills in, with their types and declarations."""
    hints = get_type_hints(verb, include_extras=True)
    return {name: hint for name, hint in hints.items() if name not in ("session", "actor", "return")}


def typed_in(hint, seen=frozenset()):
    """The dataclasses in a type that declare something that people type, themselves or in their parts."""
    if hint in _OF_THE_PROGRAM:
        return set()
    if not is_dataclass(hint):
        return {one for inner in get_args(hint) if hint is not inner for one in typed_in(inner, seen)}
    hints = () if hint in seen else get_type_hints(hint, include_extras=True).values()
    declared = map(declaration_of, hints)
    is_typed = any(one and not isinstance(one, Given) for one in declared)
    return {hint} if is_typed or any(typed_in(part, seen | {hint}) for part in hints) else set()


def typed_dataclasses():
    """Every dataclass that a verb takes and people type into, by name."""
    found = {one for verb in verbs().values() for hint in parameters(verb).values() for one in typed_in(hint)}
    return sorted(found - {Person}, key=lambda one: (one.__module__, one.__name__))


def kept_dataclasses():
    """Every dataclass that the store reads back from what it kept as plain values."""
    found = set()
    for module in modules():
        names = re.findall(r"from_plain\((\w+),", inspect.getsource(module))
        found |= {getattr(module, name) for name in names if hasattr(module, name)}
    return {one for one in found if is_dataclass(one)}


def called_by(verb):
    """The names that a verb calls, also by way of other functions of the store."""
    found, waiting = set(), [verb]
    while waiting:
        one = waiting.pop()
        nodes = ast.walk(ast.parse(textwrap.dedent(inspect.getsource(one))))
        calls = {
            node.func.id for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        called = (one.__globals__.get(name) for name in calls - found)
        waiting += [each for each in called if inspect.isfunction(each) and each.__module__.startswith("db.")]
        found |= calls
    return found


def text_fields(of, at=""):
    """The paths of the texts that people type into a dataclass and its parts, with their declarations."""
    for name, one in declared_in(of).items():
        yield from _texts_at(one.of, one.declaration, f"{at}{name}")


def _texts_at(hint, declaration, path):
    inner = get_args(hint)
    if is_dataclass(hint):
        yield from text_fields(hint, f"{path}.")
    elif get_origin(hint) is tuple:
        yield from _texts_at(inner[0], declaration, f"{path}.0")
    elif get_origin(hint) is Mapping:
        yield from _texts_at(inner[1], declaration, f"{path}.{_a_key(inner[0])}")
    elif hint is str and isinstance(declaration, Line) and not isinstance(declaration, Clock):
        yield path, declaration


def _a_key(hint):
    return next(iter(hint)) if issubclass(hint, StrEnum) else {int: 1, str: "key"}[hint]


def smallest(of):
    """A dataclass with as little in it as it takes."""
    given = {"kind": _KINDS[of.__name__]} if of.__name__ in _KINDS else {}
    hints = {one.name: declared_in(of)[one.name] for one in fields(of)}
    return of(**{name: given.get(name) or _least(one) for name, one in hints.items()})


def _least(one):
    if one.is_optional:
        return None
    if is_dataclass(one.of):
        return smallest(one.of)
    if get_origin(one.of) is tuple:
        return ()
    if get_origin(one.of) is Mapping:
        return {}
    if issubclass(one.of, StrEnum):
        return next(iter(one.of))
    if isinstance(one.declaration, Clock):
        return "09.00"
    least = getattr(one.declaration, "least", 1)
    return {str: "x", int: least, bool: True, date: date(2026, 3, 2), NoneType: None}[one.of]


def with_text(value, path, text):
    """The same dataclass with a text at a path; what stands on the way is made."""
    name, _, rest = path.partition(".")
    one = declared_in(value.__class__)[name]
    return replace(value, **{name: _with(one.of, getattr(value, name), rest, text)})


def _with(hint, value, path, text):
    if not path:
        return text
    inner = get_args(hint)
    if is_dataclass(hint):
        return with_text(value or smallest(hint), path, text)
    _, _, rest = path.partition(".")
    entry = inner[0] if get_origin(hint) is tuple else inner[1]
    made = text if entry is str else with_text(smallest(entry), rest, text)
    return (made,) if get_origin(hint) is tuple else {_a_key(inner[0]): made}
