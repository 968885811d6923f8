"""Keeps what must survive a restart: inventory, wall and bookmarks in SQLite, logins sealed, files in and out. All SQL.

How it works
    `database.Database` is one open file: it brings an older file up to date (`migrations/`) and turns what SQLite says
    into `StoreError` and `StartError` (`disk_words`). `inventory_store.InventoryStore` reads and writes the model's
    `Inventory` in it: `rows` makes plain rows of records and back, `shelf` puts rows into tables, `changes` finds what
    differs, `undo_step` keeps what one step back needs, `clock_ledger` is the bounded history of the cameras' clocks.
    `wall_store.WallStore` keeps views and tours (with a step back of their own, on the same shelf), screens, what each
    shows, and assigned keys: `view_rows`, `screen_rows` and `board_json` make rows and JSON of them, `json_fields`
    reads JSON that may be anything. `bookmark_store.BookmarkStore` keeps bookmarks and finds them (`bookmark_rows`),
    `watch_store.WatchStore` which camera was seen for how long, `recording_store.RecordingStore` what was recorded into
    which files (`recording_rows`); the files are `wall.video`'s. All of them share one `Database`.
    `map_store.MapStore` keeps which base maps there are (`map_rows`); their files lie beside the database.
    `map_view_store.MapViewStore` keeps looks at the map.
    `alarm_store.AlarmStore` keeps what sources say, the alarms made of it and what was done with them (`alarm_rows`),
    and finds them (`alarm_words`); `alarm_rule_store.AlarmRuleStore` keeps rules (`alarm_rule_json`) and mutes.
    `push_store.PushStore` is the outbox of what a supervisor is told, `drill_store.DrillStore` keeps what came of
    drills.
    `ptz_journal.PtzJournalStore` keeps who moved and held which dome, and the operators with their ranks;
    `csv_file` writes what is shown of it.
    `stick_store.StickStore` keeps what was settled of joysticks.
    `duty_store.DutyStore` keeps patrols and duty views of domes, `reference_store.ReferenceStore` which pictures there
    are of duty views and presets; their files lie beside the database, in a `picture_folder`. What fixed cameras
    usually show is kept beside it, too (`scene_folder`).
    `layout_files` reads `layouts/` and says what is wrong with a file; `view_files` takes views from one city to
    another: `camera_marks` says which camera is meant there.
    `secrets` chooses where logins are kept: `keyring_secrets`, `file_secrets` (sealed by `seal`) or nowhere.
    `tables` plans an import and writes an export; `sheet/` reads and writes the spreadsheets. `inventory` reads a list
    for a wall without an inventory.

Rules
    A save is one transaction: killed at any moment, the file holds all of it or nothing. Only rows that differ are
    written, and a row that somebody else added meanwhile is not taken away. A row of the wall that cannot be understood
    (damaged, from a newer program) is named, left out and left as it is; only what an operator shows next on a screen
    takes the place of a board that nobody can read. Other files are replaced whole
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
    *synchronous=FULL*: what was told to be kept is there after a power cut. A board takes 1 to 7 ms, and boards are
    written a few times a second at most.
    *Layouts, contents and boards as JSON with a version in it*, names and folders as columns: nothing searches in a
    layout. 2,000 views of 36 cells: 0.1 s to load, 5 ms to save one (a layout that many share is read once).
    *Bookmarks are found along their time, not by rank*: the row id of the search text is the bookmark's time, so FTS5
    walks back from the newest and stops at the end of a page; an index for each length of a word's beginning makes a
    common letter as cheap as a rare word. 100,000 bookmarks: 5 ms a page, 6 ms a search. Without those indexes a word
    of four letters that all of them have took 40 to 130 ms; they make 19 MB of search text 45 MB.
    *Pictures are in a table of their own, and are not looked through at the start*: a gigabyte would take a second.
    *The ledger holds running totals, not sums*: how long a camera was watched since any hour is one subtraction, for
    640 cameras 4 ms, for 10,000 40 ms, after however many days. Adding up 400 days of 640 cameras took 300 ms.
    *Pictures of domes are files, those of bookmarks are not*: of 200 duty views there are 73,000 a year, 100 KB each.
    A file is written before its row, whole, and forgotten after it: what a kill leaves is a file that nobody knows,
    and the next start sweeps it away.
    *Recordings are looked through row by row*: they are made by hand, so there are thousands of them, not millions.
    10,000: 9 ms a search.
    *The journal of the domes is only added to*: triggers refuse anything else, whoever asks. Which domes were left
    moving is the last word on each, by an index of moves and stops alone: 300,000 entries, 30 ms.
    *A filter is a word*: what an alarm is filtered by stands in its search text as words with a "#" in front, so that
    every combination of filters and text is one walk of FTS5 along the time. One million alarms (1.4 GB, 0.8 of them
    search text), of a processor: 5 to 12 ms a page, 55 ms for six common words that never meet, 75 ms at most for all
    filters at once with two words (`citywall bench history`). What nearly all alarms are, closed and no drills, is
    asked for by what the others are: a list is walked for each word. Words longer than the longest beginning of which
    there is an index, eight letters, are looked up in the vocabulary and named: FTS5 would put together all that begin
    so, 165 ms where half of the alarms have one. One alarm is kept in 0.4 ms, in 1 of 100 cases in 23 ms, when FTS5
    merges. An index of the table for each filter would be a scan wherever two of them never meet.
    *Alarms are not looked through at the start either*: a million would take 2.5 s.
    *What was done with an alarm is only added to*: triggers refuse all else, whoever has the file open.
    *All signals are kept, also those that no rule asks for*: only so a rule can be tried on last week. Three million,
    or 14 days: the rest goes, 2,000 at a time. Alarms stay for ever.
    *A removed bookmark stays in its table until another one is removed*: the undo survives a restart.

Non-goals: more than one undo step of each kind, a server, the history of who changed what (but for domes).
"""
