"""The page of alarms: what wants somebody, the most urgent first, and what was, in one table; beside it the case.

- `page` assembles: `alarm_list` is the table (`alarm_table` its columns), `asking` what it shows, `detail` the case at
  hand with its picture, instruction, `checklist` and log, `deeds` what is done with what is selected, `deed_form` the
  one line in which a reason, a name or a time is asked for.
- Everything comes from `wall.ui.alarms.facts`, which gathers what a storm brings.
"""
