"""Names written in two ways are found; names of two people are not."""

import pytest

from domain.similar_names import are_similar


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Aisyah", "Aisah"),
        ("Siti Aisyah", "St. Aisah"),
        ("Moh. Hasan", "Mohammad Hasan"),
        ("M. Hasan", "Muhammad Hassan"),
        ("Abd. Rahman", "Abdul Rachman"),
        ("Achmad Fauzi", "Ahmad Fauzi"),
        ("H. Soekarno", "Sukarno"),
        ("Hasan Moh.", "Mohammad Hasan"),
        ("Syamsul Arifin", "Samsul Arifin"),
        ("Warung Bu Tini", "Warung Tini"),
    ],
)
def test_one_name_in_two_spellings_is_found(one: str, other: str) -> None:
    assert are_similar(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Moh. Hasan", "Moh. Hosni"),
        ("Siti Aminah", "Siti Aisyah"),
        ("Toko Bintang Laut", "Toko Bintang Timur"),
        ("Aisyah", ""),
        ("", ""),
        ("H.", "Hj."),
    ],
)
def test_two_names_are_left_alone(one: str, other: str) -> None:
    assert not are_similar(one, other)
