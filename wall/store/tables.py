"""Imports cameras from a spreadsheet, with a plan shown before anything is changed, and exports them."""

from __future__ import annotations

from pathlib import Path

from wall.model.errors import StoreError
from wall.model.import_plan import ImportPlan
from wall.model.inventory import Inventory
from wall.model.stream import Credentials
from wall.model.tile import Cause
from wall.store.disk_words import disk_told
from wall.store.secrets import SecretStore
from wall.store.sheet.cells import defused, fits
from wall.store.sheet.columns import COLUMNS, NUMBERS
from wall.store.sheet.csv_table import written_csv
from wall.store.sheet.export_row import row_of, site_texts
from wall.store.sheet.planning import Planning
from wall.store.sheet.table import Table, read_table
from wall.store.sheet.xlsx_table import written_xlsx
from wall.store.whole_file import write_whole


def plan(
    path: Path, inventory: Inventory, secrets: SecretStore | None = None
) -> tuple[ImportPlan, dict[str, Credentials]]:
    """What an import of the file would change, and the logins that would have to be kept, by the names in the plan.

    A login with an empty password stood in the file as a user name only: ask a person before keeping it. `secrets` is
    only read, to find logins that are kept already. StoreError (FILE) for a file that cannot be read at all. Blocks.
    """
    return planned(read_table(path), path.name, inventory, secrets)


def planned(
    table: Table, file: str, inventory: Inventory, secrets: SecretStore | None = None
) -> tuple[ImportPlan, dict[str, Credentials]]:
    """The same for a table that was read from the file of this name."""
    planning = Planning(inventory, secrets)
    planning.read(table.rows)
    return planning.plan(file, table.unknown), planning.logins()


def export(path: Path, inventory: Inventory) -> None:
    """Write all cameras, as XLSX or CSV by the file's ending; the file is there whole or as it was. Without logins.

    What would be taken for a formula gets an apostrophe before it, which an import takes off. StoreError. Blocks.
    """
    suffix = path.suffix.casefold()
    if suffix not in (".csv", ".xlsx"):
        raise StoreError(f"{path.name}: the name must end in .csv or .xlsx", cause=Cause.FILE)
    sites = site_texts(inventory.sites)
    rows = ([row[column] for column in COLUMNS] for row in (row_of(camera, sites) for camera in inventory.cameras))
    texts = [[_cell(text, column) for text, column in zip(row, COLUMNS, strict=True)] for row in rows]
    if suffix == ".csv":
        content = written_csv((COLUMNS, *texts))
    else:
        content = written_xlsx(
            (COLUMNS, *([_value(*each) for each in zip(row, COLUMNS, strict=True)] for row in texts))
        )
    with disk_told(path):
        write_whole(path, content)


def _cell(text: str, column: str) -> str:
    return text if column in NUMBERS else fits(defused(text), column)


def _value(text: str, column: str) -> str | float:
    """Numbers as numbers, so that a spreadsheet can sort them."""
    return float(text) if text and column in NUMBERS else text
