"""Where domes belong and where they go on their own, on a page of the console; and what is seen there over days.

- `port` is all that is asked of the room below, `duty_facts` what is known of it now.
- `page` assembles: `dome_list` has every dome and how it stands, `dome_sheet` the one that is chosen, with its presets
  (`preset_pane`, `preset_list` with `thumbnails`), its duty view (`duty_pane`), its patrols (`patrol_pane`,
  `patrol_form`, `patrol_stops`), and what is settled of it (`settings_pane`). The journal is a sheet of its own
  (`ui.ptz.journal`).
- `compare` lays today over an earlier day: `compare_view` paints a slider or the difference, `dates` are the days there
  are, `difference` finds what has changed. `words` says it all.

Decided: the pictures of two days are laid over each other before they are compared (phase correlation, a twelfth of
their size at most): a dome does not come back to the pixel. They are compared in small and without their brightness:
noise, compression and the time of the day are no change. 320x180: 8 ms with both shifts.
"""
