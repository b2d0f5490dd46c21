"""A contract for import-linter: in a room the programmes stand apart, on shared ground that knows none.

A programme is a folder of the domain with a file `programme.py`, and has the folder of the same name in every
room; so a further regency needs no line in the contracts.
"""

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output
from importlinter.application import contract_utils
from importlinter.application.contract_utils import AlertLevel

MARK = "programme"


class ProgrammesApart(Contract):
    """Every child of `room` is a programme, or listed as `ground`, or as `above` the programmes."""

    room = fields.StringField()
    ground = fields.SetField(subfield=fields.StringField())
    above = fields.SetField(subfield=fields.StringField(), required=False)
    ignore_imports = fields.SetField(subfield=fields.ImportExpressionField(), required=False)

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Find children that nobody listed, and imports that look sideways or up."""
        removal = contract_utils.remove_ignored_imports_and_report(
            graph=graph, ignore_imports=self.ignore_imports, unmatched_alerting=AlertLevel.ERROR
        )
        wings = {
            child.partition(".")[2]
            for child in graph.find_children("domain")
            if f"{child}.{MARK}" in graph.find_children(child)
        }
        strays = self._strays(graph, wings)
        wrong = [
            (importer, imported)
            for importer in graph.find_descendants(self.room)
            for imported in graph.find_modules_directly_imported_by(importer)
            if self._is_wrong(importer, imported, wings)
        ]
        return ContractCheck(
            kept=not strays and not wrong,
            warnings=removal.warnings,
            metadata={"strays": strays, "wrong": sorted(wrong)},
        )

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Say each."""
        for name in check.metadata["strays"]:
            output.print_error(
                f"{name} is no programme; shared ground is listed on purpose, while it is there."
            )
        for importer, imported in check.metadata["wrong"]:
            output.print_error(f"{importer} may not import {imported}.")

    def _strays(self, graph: ImportGraph, wings: set[str]) -> list[str]:
        children = {child.partition(".")[2] for child in graph.find_children(self.room)}
        listed = self.ground | (self.above or set())
        return [f"{self.room}.{name}" for name in sorted((children - wings) ^ listed)]

    def _is_wrong(self, importer: str, imported: str, wings: set[str]) -> bool:
        own, (room, other) = _place(importer)[1], _place(imported)
        if other in wings and other != own:
            return True
        above = self.above or set()
        return room == self.room and other in above and own not in above


def _place(module: str) -> tuple[str, str]:
    """The room of a module, and its child in which the module stands."""
    room, child, *_ = [*module.split("."), ""]
    return room, child
