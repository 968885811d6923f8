"""The console: the control room in one window, around wall and fleet.

- `window` assembles: at the left what there is (`tree_panel`), in the middle the pages, at the right the camera at hand
  (`camera_panel`). `window_pages` is the list of the pages, `window_keys` that of the keys: one more is one entry.
- `screens_page` drives the wall: a `screen_card` with a `mini_wall` a screen, side by side on a `screens_shelf`;
  `layout_chooser`, `tour_chooser` (a `choice_list`) and `cell_chooser` open over it, `screen_form` in it.
  `layout_editor` cuts a screen.
- `overview/` is the page of the city: every camera at once in small, asked only while it is seen.
- `views_page` keeps views and tours: `views_nodes` is their tree, `views_model` and `views_tree` show it, `views_desk`
  changes it, `view_form` and `tour_form` ask for what must be typed. `wall_hand` puts cameras on the wall.
- `room_facts` tells once a turn of the loop that something is new on the wall; the room itself is asked what.
- `cameras_page`, `found_page` and `health_page` are the fleet's; `import_page` and `raw_page` are opened from others.
- `kept_page` lists and searches what was kept (`kept_list`, `kept_pictures`). `bookmarks_page` is one for bookmarks
  (`bookmark_list`, `bookmark_detail`, `bookmark_desk`), `recordings_page` one for recordings (`recording_list`,
  `recording_detail`, `recording_desk`, `recording_words`), which plays them: `player` is `film_view`, `film_button` and
  `time_line`.
- `unseen_page` tells what nobody has seen (`unseen_table`), `keys_page` what can be done by key
  (`known_keys`, `key_catcher`); `window_palette` is what the palette knows and opens here.
- `replay_page` settles how much is kept to be looked at again (`replay_settings`: in the file beside the database,
  where a person may write it as well). How much is in force at once; what is switched on or off at the next start.
- `alarms/` is the page of alarms, with their rules (`alarms/rules/`); `window_alarms` puts it into the window.
  `ways/` is the page of other systems, in and out.
- `sticks/` is the page of the joysticks: live traces, which axis and which button does what.
- `ports.FleetPort` is all that it asks of the room below. Facts come up as events and pass through `facts`, which
  gathers them for a tenth of a second: a burst of hundreds is one change of each list.
- `table` and `tree_model` are the item models, `table_view` how tables behave in the hand, `finger_drags` how rows are
  carried away by a finger; which columns there are
  say `camera_table`, `found_table`, `health_table`.
- `city` looks at the inventory by id and as a tree; `camera_edit` turns what was typed into a changed camera;
  `camera_facts` and `verdicts` say things in words, numbers and marks. `homeward` brings answers of other
  threads to this one.

Decided, and why
- Models keep values and sort lists of them themselves: a proxy model asks Python for every comparison of two rows.
- No index has an object behind it, and no row a widget: 10,000 cameras cost what the eye sees of them.
- While something is looked for, the tree is a flat list of the best 200, ranked as the finder ranks them.
- What a letter costs, with 10,000 cameras: the answer to a first letter is prepared with the index; texts are laid out
  once (`ui.fitting`), rows made when they are seen; the flat list is painted straight, for Qt asks the style sheet for
  each row and the model for the place of each of the 200. The tree's one column tells nobody that it was resized: Qt
  would paint all once more after the scroll bar has come.
- The health table is put in its order at most once a second: rows that dance cannot be read.
- A list that is renewed under the hand keeps what is selected and the row under the hand where it was (`steady`).
- Questions to the disk have numbers: an answer that was overtaken is never shown. After a change as many bookmarks are
  read again as there were, and shown at once.
- What is written on a bookmark is kept when the hand leaves it; what could not be kept stays there as a draft.
- Rows of the ledger are tuples that look names up as they are painted: 10,000 of them made anew cost 13 ms, not 40.
- What opens over a page is no window of its own (`popup`): it takes neither keyboard nor mouse from the rest.
- A screen that has just been closed may be asked for once more, by a paint that waits: its card keeps its last board.
- Something dragged is held over a page's name to get to that page: tables and screens are on different ones.
- Undo instead of "are you sure": there is no dialog but the one that asks for a file.
- A film opens where the hand has stayed for a moment, standing at its first picture: a list that is walked through with
  the arrows opens nothing on the way.
- The console's tiles have numbers of their own, far from the wall's: both may share one live view.
- Non-goals: it keeps no state of its own but sizes and the last hour's losses; it logs in to nothing.
"""

from wall.ui.console.ports import FleetPort
from wall.ui.console.window import ConsoleWindow

__all__ = ["ConsoleWindow", "FleetPort"]
