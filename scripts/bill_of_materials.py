"""The bill of materials of this release: every pinned package, as CycloneDX 1.6 on the standard output.

Versions and hashes come from requirements.txt, licences and needs from the installed packages.

    .venv/bin/python -m scripts.bill_of_materials > bill.json
"""

import json
import re
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata, requires
from pathlib import Path
from typing import Any

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from domain.version import VERSION

ROOT = Path(__file__).resolve().parents[1]
_PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*])?==(\S+)(?: ; (.*?))? *\\?$")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_APPLICATION = "sampang-blitar"


@dataclass(frozen=True, slots=True)
class Pinned:
    """A package of a list: its version, where it is installed, and the hashes of its files."""

    name: str
    version: str
    where: str
    hashes: tuple[str, ...]

    @property
    def is_for_this_machine(self) -> bool:
        """Whether it is installed on a machine like this one."""
        return not self.where or Marker(self.where).evaluate()

    @property
    def address(self) -> str:
        """How the package is called among all kinds of packages."""
        return f"pkg:pypi/{canonicalize_name(self.name)}@{self.version}"


def pinned_in(text: str) -> list[Pinned]:
    """The packages of a list that `keep_lock` made."""
    found: list[Pinned] = []
    for block in re.split(r"\n(?=[A-Za-z0-9])", text):
        pin = _PIN.match(block.splitlines()[0])
        if pin:
            found.append(Pinned(pin[1], pin[2], pin[3] or "", tuple(_HASH.findall(block))))
    return found


def bill_of(packages: list[Pinned]) -> str:
    """The bill as JSON; the same packages give the same bytes."""
    by_name = {canonicalize_name(one.name): one for one in packages}
    whole = {"type": "application", "name": _APPLICATION, "version": VERSION, "bom-ref": _APPLICATION}
    needs = [{"ref": one.address, "dependsOn": _needs(one, by_name)} for one in packages]
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": whole},
        "components": [_component(one) for one in packages],
        "dependencies": [{"ref": _APPLICATION, "dependsOn": [one.address for one in packages]}, *needs],
    }
    return json.dumps(bill, indent=1)


def _component(one: Pinned) -> dict[str, Any]:
    told: dict[str, Any] = {
        "type": "library",
        "bom-ref": one.address,
        "name": one.name,
        "version": one.version,
        "purl": one.address,
        "hashes": [{"alg": "SHA-256", "content": each} for each in one.hashes],
    }
    if licence := _licence(one.name):
        told["licenses"] = [{"license": {"name": licence}}]
    return told


def _licence(name: str) -> str:
    try:
        told = metadata(name)
    except PackageNotFoundError:  # a package of another kind of machine
        return ""
    classified = [
        each.rpartition(" :: ")[2] for each in told.get_all("Classifier") or () if "License" in each
    ]
    written = told.get("License-Expression") or " / ".join(classified) or told.get("License") or ""
    return written.splitlines()[0].strip() if written.strip() else ""


def _needs(one: Pinned, by_name: dict[str, Pinned]) -> list[str]:
    try:
        told = [canonicalize_name(Requirement(each).name) for each in requires(one.name) or ()]
    except PackageNotFoundError:
        return []
    return sorted({by_name[each].address for each in told if each in by_name})


if __name__ == "__main__":
    sys.stdout.write(bill_of(pinned_in((ROOT / "requirements.txt").read_text())) + "\n")
