"""Keeps what must survive a restart: the inventory in SQLite, logins sealed, spreadsheets in and out. All SQL is here.

How it works
    `database.Database` is one open file: it brings an older file up to date (`migrations/`) and turns what SQLite says
    into `StoreError` and `StartError` (`disk_words`). `inventory_store.InventoryStore` reads and writes the model's
    `Inventory` in it: `rows` makes plain rows of records and back, `shelf` puts rows into tables, `changes` finds what
    differs, `undo_step` keeps what one step back needs, `clock_ledger` is the bounded history of the cameras' clocks.
    `secrets` chooses where logins are kept: `keyring_secrets`, `file_secrets` (sealed by `seal`) or nowhere.
    `tables` plans an import and writes an export; `sheet/` reads and writes the spreadsheets. `inventory` reads a list
    for a wall without an inventory.

Rules
    A save is one transaction: killed at any moment, the file holds all of it or nothing. Only rows that differ are
    written, and a row that somebody else added meanwhile is not taken away. Other files are replaced whole
    (`whole_file`). A file that cannot be understood (damaged, newer, tampered with, under another passphrase) is never
    written to. The database knows the *name* of a login; an address with a login inside loses it on the way in and on
    the way out.

Threads
    Everything here blocks. A `Database` and what is built on it belongs to one thread at a time; `io` is not it.

Decisions
    *Row by row, not one blob*: two programs (a console and `citywall cameras import`) work on one file, and the second
    one's save must not undo the first one's. What a device can do is read whole and never searched: JSON.
    *Undo is kept in the database*, as the former values of the fields that the step changed: what a survey learnt since
    stays, and a step can be taken back after a restart.
    *Ids are never used twice* (`last_id`): what refers to a camera must not come to mean another one.
    *synchronous=FULL*: a few saves an hour can wait for the disk; a city's inventory after a power cut is worth it.

Non-goals: more than one undo step, a server, the history of who changed what (the journal is a later issue).
"""
