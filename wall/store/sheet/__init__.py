"""Spreadsheets of cameras, as a city's IT person keeps them: CSV and XLSX, read and written.

How it works
    `csv_table` and `xlsx_table` give rows of text; `table` finds the heading among them and names the columns
    (`columns`: English and Vietnamese, with or without diacritics, in any order). `row` understands one row and says
    what a camera would be with it; `match` says which camera a row means, `sites` which site, `logins` under which name
    its login would be kept. `wall.store.tables` puts these together into a plan. `export_row` is the way back: what a
    camera looks like as a row, and what an import compares with, so that what was exported comes back as unchanged.

Rules
    A file is hostile until read: bounded in size, rows and columns, no formula is carried out, no XML entity resolved,
    no archive unpacked that is larger than it should be. A text that a spreadsheet program would take for a formula is
    written with an apostrophe before it, which the import takes off again. No password is written, ever. A row that
    makes no sense is refused with its line and a reason, and the others go on.

Decisions
    *An empty cell empties the field*, a missing column leaves it alone. Not so the number, the name and the address of
    a camera: those are changed, never taken away. *A ward is a property of the site*: where all rows of a site name
    another ward, the site keeps its cameras and changes its ward (a reform); where they disagree, cameras move.

Non-goals: other encodings than Unicode and Windows-1258 (no TCVN3, no VNI), XLS, ODS, several sheets of one file.
"""
