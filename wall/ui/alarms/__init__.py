"""Alarms on the wall, on the map and to be heard. Their page is `wall.ui.console.alarms`.

- `port` is what they ask of the desk, `facts` what is open now: told at once, and what a storm brings every 50 ms
  together. `words` and `marks` say it; `ears` hears what concerns alarms; `count` stands in the console's top line.
- `before` shows what was around the beginning of an alarm, again and again, and says how long before or after it was:
  `before_picture` in the console, `insets` in the corner of the alarm's picture on the screen that its rule names.
- `hand` is the wall's keys, with `bands`, which say on tiles what nobody has acknowledged. `on_walls`: `pop_ups` bring
  cameras of alarms onto the screen that their rule names (`popup_places` says where), `sounding` rings. `on_map` with
  `map_layer` is the map's.
- `mute_marks` say on tiles, and `mutes_on_map` at the points of a map, of which cameras alarms are muted, in
  `mute_words`.
- What no camera saw is shown by the cameras of its site (`eyes`); where nothing can be shown, in words: `pop_ups` plans
  it into `cards`, `cards_on_wall` shows it in each window, a `card` each.
- `drill_button` (with `drill_desk`) makes drills and tells how they went; `drill_results` lists them, `drill_words`
  says it, `drill_banner` keeps a failed night in sight until somebody has taken note; `drill_sight` says whether an
  alarm's picture is really painted, and why not.
- `ways_in_news` says how other systems get in (`intake_sentences`: what is wrong with what they send), `hold_news` what
  is due again, `push_news` whether a supervisor is told; `ways_port` is what is asked of them.

Decided, and why
- Where its rule names no screen, what is urgent pops up on one screen all the same (`alarm_screen`): the first, until
  somebody chooses another one or none. Out of the box an alarm must reach somebody's eyes.
- An alarm has one place, on one screen (and one on the supervisor's, where its rule has him told): what pops up
  everywhere is seen nowhere. At most a fourth of a screen's cells
  are taken; of more alarms the most urgent stand there, and the others wait for a cell.
- A pop-up never comes over a dome that a person holds, into a cell on tour, or under the hand; where a picture is
  looked at alone, only an alarm of priority 1 or 2 takes its place. What the operator puts there is his: the alarm's
  picture does not come again, and nothing is brought back over it.
- The cell that a rule wishes goes to the more urgent of two alarms; the other looks for another one. What a person
  drives is never taken away, not even because its alarm is over: the hand would move something that it does not see.
- What stood there is remembered as a slot, memory and framing included, in the board itself (`Board.lent`), kept with
  it in one step: a program that was killed goes on with the same pop-ups, and brings back what they replaced when
  their alarms end, or at once where they have ended.
- A card stands over a cell and not in the board: it takes nobody's place for good, nothing is to be brought back, and
  it moves at once where a hand comes. It is as large as its words, at the upper left: most of the picture under it is
  seen. Of a site that is out there is a card and no camera: a dark picture would say less, and take a live one away.
- The bell is not the cameras' sound: another process, not turned down with them, and tried again every five seconds
  where there is no device. It rings once for all alarms, as the most urgent one does.
- Nothing is acknowledged unseen: the console's key leads to the alarm first, and does it when the alarm is at hand.
- Bands are on every tile of the camera, also where nothing popped up: whoever looks at it sees that it is the one.
- A mute is seen where one looks, not only where it was made: a quiet camera is not to be taken for a quiet street. A
  struck bell is a mark like the others, grey and without words, and gives way where a tile is small. What is muted,
  until when, why and by whom is read under the pointer. It comes and goes with `AlarmRulesChanged`, of which the desk
  tells within a second of a mute's end; the disk is not asked. On the map a group has the bell where all its cameras
  are muted: one of forty is not a quiet quarter.
- The list changes at most every 400 ms: rows that dance cannot be read. 5,000 alarms in 10 s, each a row of its own,
  with 640 cameras on the map, the bell and pop-ups (`popup_queue`): 0.18 core of the UI thread, which is held for 31 ms
  (p99), 68 ms at most; the page alone 0.07 core and 26 ms. To acknowledge all of them at once holds it for 33 ms.
- What was before stands in the picture of now, not in a cell of its own: no second camera gives way for it. The mouse
  reaches through it; it is never over what is driven, held, looked at closely or looks back, and of two alarms at most.
  It looks back at a stream that is received already and decodes nothing of now.
"""
