"""Domain values as plain JSON values and back, guided by the type hints of the dataclasses."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Final, TypeVar, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Plain = dict[str, Any]
_PLAIN: Final = frozenset({str, int, bool, NoneType})


def to_plain(value: Any) -> Any:
    """Turn a value into JSON: a day becomes ISO text, a choice its value, a tuple a list."""
    return _way(value.__class__)(value)


# Piles of visits are turned by the ten thousand, so how each class is turned is found out once.
@cache
def _way(of: Any) -> Callable[[Any], Any]:
    if issubclass(of, bool | int | NoneType):
        return _itself
    if issubclass(of, str):
        return str
    if issubclass(of, date):
        return cast(Callable[[Any], Any], of.isoformat)
    if issubclass(of, tuple):
        return lambda value: [to_plain(entry) for entry in value]
    if issubclass(of, Mapping):
        return lambda value: {str(key): to_plain(entry) for key, entry in value.items()}
    if is_dataclass(of):
        return _way_of_fields([field.name for field in fields(of)])
    raise TypeError(f"{of.__name__} has no plain form")


def _way_of_fields(names: Sequence[str]) -> Callable[[Any], Any]:
    if not names:
        return lambda _value: {}
    # The first name twice, so that one name gives a tuple too; the second of the two falls away.
    taken = attrgetter(*names, names[0])
    return lambda value: {
        name: one if one.__class__ in _PLAIN else _way(one.__class__)(one)
        for name, one in zip(names, taken(value), strict=False)
    }


def _itself(value: Any) -> Any:
    return value


def from_plain(expected: type[T], plain: object) -> T:
    """Read a value of the expected type; a field that was not stored takes its default.

    Raises ValueError for anything that does not fit, also for a stored field that no longer exists:
    a migration has to say what becomes of it.
    """
    hint: Any = expected
    return cast(T, _reader(hint)(plain))


# Screens read by the thousand too, so how each type is read is found out once.
@cache
def _reader(hint: Any) -> Callable[[Any], Any]:
    origin = get_origin(hint)
    if origin is UnionType:
        (inner,) = (_reader(entry) for entry in get_args(hint) if entry is not NoneType)
        return lambda plain: None if plain is None else inner(plain)
    if origin is tuple:
        of_each = _reader(get_args(hint)[0])
        return lambda plain: tuple([of_each(entry) for entry in plain])
    if origin is not None and issubclass(origin, Mapping):
        of_key, of_entry = map(_reader, get_args(hint))
        return lambda plain: {of_key(key): of_entry(entry) for key, entry in plain.items()}
    if is_dataclass(hint):
        return lambda plain: _read_dataclass(hint, plain)
    if issubclass(hint, StrEnum):
        return _choice(hint)
    if hint is date:
        return date.fromisoformat
    return lambda plain: _of_type(hint, plain)


def _choice(hint: type[StrEnum]) -> Callable[[Any], Any]:
    known = {member.value: member for member in hint}
    return lambda plain: known[plain] if type(plain) is str and plain in known else hint(plain)


def _of_type(hint: Any, plain: Any) -> Any:
    if type(plain) is not hint:
        raise ValueError(f"stored {type(plain).__name__} where {hint.__name__} is expected")
    return plain


def _read_dataclass(hint: Any, plain: Mapping[str, Any]) -> Any:
    readers = _readers(hint)
    if plain.keys() != readers.keys():
        _require_fields(hint, plain)
    return hint(**{name: readers[name](entry) for name, entry in plain.items()})


def _require_fields(hint: Any, plain: Mapping[str, Any]) -> None:
    """Every stored field exists still, and every one without a default was stored."""
    if unknown := plain.keys() - _readers(hint).keys():
        raise ValueError(f"{hint.__name__} has no field {', '.join(sorted(unknown))} any more")
    if absent := _required(hint) - plain.keys():
        raise ValueError(f"{hint.__name__} was stored without {', '.join(sorted(absent))}")


@cache
def _readers(hint: Any) -> dict[str, Callable[[Any], Any]]:
    return {name: _reader(told) for name, told in get_type_hints(hint).items()}


@cache
def _required(hint: Any) -> frozenset[str]:
    return frozenset(field.name for field in fields(hint) if _is_required(field))


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING
