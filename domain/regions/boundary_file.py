"""From the bytes of a file to the features of a GeoJSON FeatureCollection.

The file comes from outside: its size is looked at before its text, and nothing in it is trusted.
"""

import json
from typing import Any, Final, NoReturn

MOST_BYTES: Final = 5 * 1024 * 1024
EXPORT_AGAIN: Final = "Ekspor lagi sebagai GeoJSON berisi poligon kecamatan, lalu muat lagi."
SIMPLIFY: Final = "Sederhanakan garisnya, misalnya dengan Simplify di QGIS, lalu muat lagi."


class Refused(Exception):  # noqa: N818 - nothing failed here; the file is not accepted
    """The file cannot be used; its text is the Indonesian sentence that tells the user so."""


def features_in(data: bytes) -> list[object]:
    """List the features of a file as they stand in its JSON, not yet looked into."""
    if len(data) > MOST_BYTES:
        raise Refused(
            f"Berkas ini lebih besar dari {MOST_BYTES // 1024**2} MB, jadi terlalu berat dibuka. {SIMPLIFY}"
        )
    collection = _json(_text(data))
    if not isinstance(collection, dict) or collection.get("type") != "FeatureCollection":
        raise Refused(f"Berkas ini bukan FeatureCollection GeoJSON, jadi tidak terbaca. {EXPORT_AGAIN}")
    features = collection.get("features")
    if not isinstance(features, list) or not features:
        raise Refused(f"Berkas ini tidak memuat satu pun fitur, jadi tidak ada yang digambar. {EXPORT_AGAIN}")
    return features


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(
            f"Berkas ini bukan teks UTF-8, jadi tidak terbaca sebagai GeoJSON. {EXPORT_AGAIN}"
        ) from None


def _json(text: str) -> object:
    try:
        return json.loads(text, parse_constant=_no_constant, object_pairs_hook=_each_key_once)
    except RecursionError:
        raise Refused(f"Susunan berkas ini terlalu dalam untuk sebuah GeoJSON. {EXPORT_AGAIN}") from None
    except ValueError:
        raise Refused(f"Isi berkas ini bukan JSON yang sah, jadi tidak terbaca. {EXPORT_AGAIN}") from None


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Refused(
            "Ada nama isian yang tertulis dua kali dalam satu objek, jadi tidak jelas mana yang berlaku. "
            "Hapus salah satunya, lalu muat lagi."
        )
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)  # NaN and Infinity are not JSON
