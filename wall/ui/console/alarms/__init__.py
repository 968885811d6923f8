"""The page of alarms: what wants somebody, the most urgent first, and what was, in one table; beside it the case.

- `page` assembles: `alarm_list` is the table (`alarm_table` its columns), `asking` what it shows, `detail` the case at
  hand with its `case_pictures`, instruction, `checklist` and log, `deeds` what is done with what is selected,
  `deed_form` the one line in which a reason, a name or a time is asked for (`later`: until when).
- `case_pictures` are the camera live, `before_picture` what was kept of it from ten seconds before the alarm, and
  `site_pictures` the others at its site; where there is no picture, `case_pictures` says why. What looks back is
  received and never decoded live as well; of the streams that are received it takes the one that has kept the moment.
  The small ones follow what the wall shows, as a map's do.
- A note is kept with both pictures, what was before and what is now: who was there is often gone by then.
  `note_pictures` shows those of all notes.
- What is written beside a case belongs to that case alone, what the letters do to all that is selected.
- `time_chart` shows over the time what is asked for, and has a stretch of it chosen; `counting` counts it: open alarms
  here, others on the database's thread, some thousands at a time (a million: a second, the thread held for 10 ms).
- Table and chart follow what happens by the same `renewal`: at once, then not too often, and not while nobody looks.
- Everything comes from `wall.ui.alarms.facts`, which gathers what a storm brings.
"""
