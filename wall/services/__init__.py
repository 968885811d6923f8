"""What goes on in the room. Services own all lasting state and publish facts; they know nothing of Qt, SQL or `vlc`.

The parts
    `io`: the one thread with the one asyncio loop on which all network work happens. `live_view`: what the wall shows,
    in what state, and since when; `reception` is one stream, received and decoded once for all tiles that show it
    (`observing` reads what its decode process saw, `stream_news` tells the tiles what it turned out to be,
    `stream_drill` is a drill of its pictures). `scene_book` remembers what fixed cameras showed at which hour
    (`stream_scene` for one stream; `scene_opening` builds it).

    `looking_back` has tiles show what was kept of their stream, in pictures of a memory of their own; `keeping_disk`
    tells what ails the disk on which that is kept. `hanging` drills what watches the decode processes.

    `recordings.Recordings` records cameras by hand: `recording_job` is one under way, `recorded_tiles` has the pool
    write what a tile receives, `recording_book` keeps, finds, takes away and copies what was written
    (`recording_files`, on a `file_thread`), and closes what was cut off with the program. `playback` plays one
    recording at a time. `listening` listens to one camera at a time, whichever window asked last.

    `sticks.Sticks` (opened by `stick_opening`) has the joysticks read by a process of their own, and knows what each
    model of them does (`stick_maps`).

    `budget` keeps the decode budget: `usage` measures, `model.decode_cost` learns from it what a stream costs here,
    `model.degradation` plans who is decoded with less (`stream_facts` is what is known of one stream, `giving_way` what
    it means that a smaller one may take its place), `model.patience` how soon;
    `live_pictures` builds all that of its real parts.

    `control_room.ControlRoom` is the one truth of what stands on which screen; `opening.open_room` builds it and the
    fleet on one database, `opening.room_of` a room of a plain list that keeps nothing. Behind it:
    - *Standing*: `boards` holds what each screen shows, its steps back, and the guests it has while a panel is gone;
      `hand` the screen and the camera in hand; `tours` turns what is under way (`tour_run`); `camera_book` finds the
      cameras.
    - *Keeping*: `wall_keeper` writes boards, screens, tours under way and keys soon after each change; `views` and
      `bookmarks` write first and believe then; `watch_ledger` sums up what was live on a screen.

    `fleet.Fleet` is everything about the city's cameras but their pictures; `opening.open_fleet` builds it of its real
    parts. Behind it:
    - *Finding*: `finding` runs searches and keeps one row a device; `identity` says which device is which.
    - *Logging in*: `login_guard` is the pure state machine that lets a wrong password reach one camera; `login_desk`
      lets interrogations wait for it, `tile_logins` the tiles of the wall; `assignments` knows which login belongs
      where, `logins` keeps them.
    - *Interrogating*: `survey` works off many devices at once; `surveying` joins search, guard, survey and inventory.
    - *Placing*: `placing` puts cameras and sites where an operator put them on the map.
    - *Keeping*: `keeping` makes sites and cameras of surveyed devices (`places` reads where they stand), `edits` is
      what operators do, `directory` holds the inventory in memory and on disk.
    - *Watching*: `check_plan` says when a device is asked, `health` asks it, `verdict` judges, `outage` rolls the
      losses of a site up, `clock_ledger` follows the clocks and `ledgers` writes them down, `rtsp_check` asks what
      is no ONVIF device. `pacing` lets facts through at a pace that a window can draw.

    `maps.Maps` has the base maps: which there are, which is shown, their tiles; `map_opening` builds it. `map_import`
    takes new ones in (the command does it with the same). Tiles are read on a thread of their own (`tile_desk`), the
    newest question first (`tile_queue`); where they come from is a `tile_sources`. To a tile server there is a
    `tile_line`: a few questions at once, and none while it is away.
    `alarms` takes in what sources say, and is where officers work with what became of it; see there.
    `map_views.MapViews` keeps looks at the map; `units.Units` follows one feed of patrol cars while somebody looks.

    `overview.Overview` takes small pictures of all cameras while somebody looks; `overview_opening` builds it. Behind
    it: `glimpse_plan` says whose turn it is, `glimpsing` takes one picture, by the cheapest way that works
    (`glimpse_ways`), `glimpse_logins` takes logins past the guard, `told_times` says when it was taken,
    `glimpse_album` keeps the last. What makes them gives way to the tiles: the budget counts it, takes it neither for
    others nor for the tiles' cost, and learns nothing of the window's while it is at work.

    `ptz.desk.PtzDesk` drives domes, for hands, patrols and duty views; `ptz.opening` builds it. Behind it, on the io
    loop: `lease` is the dead man's handle of every hand (pure), `drive` says what one dome is told and when (pure),
    `dome` says it over the dome's line, `looking` follows where it looks and finds out who turns on after a stop;
    `domes` brings the hands to them. `orders` are presets, places and switches, `claims` reservations, requests and
    take-overs, by the rules of an `Arbiter` (`arbitration`: that of one desk, pure); `standings` is what is told of
    each, `journal` what is written down; `reach` knows where domes are and takes their logins past the guard.

    `ptz.duty_room.DutyRoom` (opened by `ptz.duty_opening`) has domes go back where they belong and walk their patrols,
    on the desk of the domes, as the system: it gives way to every person. Behind it: `post` is one dome, `homecoming`
    brings answers home to the thread of the UI; `references` keeps pictures of duty views and presets, which `taking`
    takes (from the wall where it shows them large enough, else from the camera), by themselves when it is time
    (`duty_pictures`, `picture_hours`).

Rules
    Pure things (guard, plan, verdict, outage, keeping, edits, assignments, ledger) take time as an argument and are
    tested without a network. State of the network belongs to the io loop, the inventory's writing to the db thread;
    what both may read is an immutable value that is swapped. Nothing waits for another thread.
    The wall's state belongs to the thread of the UI, which also lets its time go on (`ControlRoom.tick`): what an
    operator wishes is true at once, without a lock, and no service needs to know Qt. There is one db thread
    (`db_thread`) for the whole database; what reads much of it does so in parts (`in_parts`; into a file:
    `table_file`), and others have their turn in between. Files of an operator's choosing are read and written by a
    thread of their folder (`folder_threads`): a stick or a share that hangs holds up nothing but what goes there.
    `promised` is what both kinds of threads for files answer with.
    A change of the inventory or of views is on disk before it is believed; one that fails leaves memory and disk as
    they were and is published. What stands on the wall is the other way round: it is shown at once, whatever the disk
    does, and written as soon as it can be.
    A password leaves `logins` only for a desk that the guard has let through, and for the picture of a camera whose
    login is not held back.

Decisions, and what was measured for them (2 cores shared with the simulator, 640 devices, 694 cameras)
    *At most three logins of a proven credential under way*: "refused by three in a row" is then a promise and not a
    race. No slower than without: 640 devices are surveyed in 6 to 10 s, 9,750 calls.
    *An order that has nothing to do with sites*: one site with another password must not be three refusals in a row.
    *64 interrogations at once*: 16, 32 and 128 took as long on two cores; slow cameras in a city want more than 16.
    *A device that has accepted a login gets it again for its next small picture without a place at the guard*: with
    three places 640 cameras that take half a second for a picture would need two minutes. It can refuse it only because
    its password has changed; the guard hears of that, and the third in a row holds the login. Those under way then are
    the price: one refusal a device, never two.
    *Small pictures have connections of their own*, one a device: a health check that waits for a picture calls a camera
    lost.
    *The small pictures of 640 cameras, each 7.5 s old at most*: 0.13 core here, 0.2 core where they are made.
    *A camera that was turned away while nobody watched is found out, one that was covered is not* (`scene_book`): a
    fixed one is compared with what it showed within an hour of the same time of the day, in the last week; with nothing
    where that is not known, and a dome never. A dark night cannot be told from a cloth by what was seen before.
    *A check every 22 s, not 30*: with a call of 4 s and the jitter no result is older than 27 s. One unsigned call a
    device, 29 a second: 4 % of a core.
    *The guard is asked once a camera has answered 401*, not before a connection: who needs no login gets none, who
    cannot be reached keeps nobody waiting, and a decode process holds no password that no camera has asked for.
    *Devices go by host and port at the login desk*, not by endpoint: a found row and the kept device must be one to
    the guard before the device has told its endpoint.
    *Held logins survive a restart by what the inventory tells* (who refused, who withheld), not by a flag of their own.
    *A camera's site is set once*: scopes are what an installer typed years ago, the operator knows better.
    *One step back*, not many: see `wall.store`. On a screen there are fifty, in memory: a hand slips more often there.
    *Boards are written at once after a quiet moment, then every 0.3 s*: ten kills in the middle of the work found
    nothing on the disk that was older than 0.26 s, while nine other programs shared the two cores.
    *A tour never works against the hand* (`tours`): a change by hand halts it, another view ends it, a camera shown
    alone lets it wait. Its turns are no steps back: one step leads to what stood there before the tour.
    *A camera that was live in its turn keeps its time*: only one of which nothing was live since it came on is down.
    A screen that says nothing of what it paints (covered, on another page) cuts nothing short.
    *Guests stay where they are when another panel comes back*, and a view called up on their host keeps them: what has
    priority must not vanish because somebody works there. What an operator puts over a guest sends it away.
    *Unseen first takes the median of a view's cameras*: one that is broken, and so never seen, does not put its view in
    front for ever; a view of which most were never seen comes before one that was seen yesterday.
    *The map asks what is decoded for others* (`LiveView.is_shown`), and shows that: by its size alone a picture there
    would take a stream of its own.
    *Tiles of one stream share what is decoded at the largest size that one of them wants*, and the painter scales it
    for the smaller ones: 0.002 core for 320x180 at 15 pictures/s, a tenth of another decoding. A stream is known by
    address, login and transport: to another login the camera may show something else.
    *The budget plans by need, not by use*: a machine that is overrun shows only what it has. The model's first figures
    are those of the design's machine; a factor for each decoder and one for painting are learnt from steady seconds in
    which nobody had to wait, and nothing changed for four before. Six views from one picture to 36, on cores that
    others used a little, too: 0.86 to 1.12 times what they took was foretold. That needed 0.9 ms for each tick in which
    the window paints anything, however many; scaling by what is read and written; that libVLC scales a lone keyframe
    12.5 times a second; and the sizes that cameras tell. While what rests may be decoded on, nothing is learnt. Where
    decoding is late all the same (0.5 s, a quarter of the tiles), there is less for us than it seems, and the plan is
    made for less.
    *What gets better, gets so one stream at a time and only with room to spare* (85 % of what there is, to leave out;
    70 % to take back): nothing flaps. Small tiles change to FFmpeg's decoder above 40 % of what there is, which nobody
    sees. What others use for three seconds only, as when a program starts, costs no picture. What has to be taken back
    within twenty seconds after it was given is given twice as late the next time, after a minute at most.
    *The budget does not choose streams*: the UI offers it a smaller one for a cell, hears that it is wanted, shows it
    when it is there, and tells that it stands in the larger one's place. To the plan that is one cell with two streams
    all the time; what is learnt goes by what is decoded really. What gives way is decoded in full until the other is
    there, so that nothing blinks, and what fails to come is not offered again for a minute.
    *A recording has tiles of its own*, which rest: it goes on whoever looks, and what a tile shows already is not
    received once more. The stream that is shown is written at once, with what the buffer has of it; the best stream
    takes over when a second of it is written: a camera that does not give it is recorded all the same.
    Where it fails later, what was shown is recorded again, from where it broke off, until it was back for half a
    minute: a stream that comes and goes shall not cost a file each time.
    *It is written down at its beginning and with each new file*: after a kill the database has the names, and the
    length is read from the files.
    *The folder of recordings has a thread of its own*: it may be a stick or a share that hangs, and the database must
    not wait for it. Nothing does, not even the end of the program.
    *Removed recordings keep their files for a day, or until others are removed*: undo instead of a question.
    *Tiles have a thread of their own*, as files have: a disk that hangs holds up no window. Who asks gets a future, and
    cancels it when the tile is no longer seen: that is all there is of a queue to the UI.
    *What is kept of a server is served at once, whatever its age*, and asked for again after a week, quietly: only a
    tile that looks different is told. A server that is away is told once, and once that it is back; meanwhile one tile
    is tried after 1 s, 2 s … 5 min, and whoever asks hears at once that there is none now.
    *The preset is the truth, its place is learnt*: cameras do not tell where a preset looks. Where a dome stands after
    it was sent there is that place; one that did not stir, and does not stand where it should, did not go, and is sent
    again after another countdown. One that tells no place is judged by what was done to it.
    *Domes with a duty view are asked every ten seconds where they look*, each second while somebody has them in hand or
    they go back, eight at once: another program that turns one is found out.
    *A dated picture is taken once the question is asked*: what the wall has shown before, or a tile that stands still,
    is no picture of now. Three at once are taken by themselves, at nine o'clock for 200 domes, too; one during which
    its dome was turned away is thrown away.
    *The ledger counts a second for a camera that was live at its end*: over many turns neither too much nor too little.
    10,000 cameras, 2,000 views, 100,000 bookmarks: opening takes 0.5 s of a core on the db thread, 30 ms at most on
    the UI's; calling up a view of 36 cameras 0.7 ms, the whole ledger in its order 42 ms.

    *A hand's wish is one hop to the io loop, and no lock*: 2 to 3 ms from the call to the camera's socket, 1 ms for a
    stop, p99 8 and 6 ms beside other work. The journal hears of a move after it is on its way.
    *A hand is heard at the moment it spoke, not when it is listened to*: after a pause of the loop no old word moves
    anything.
    *Two stops, each answered after every move*: there are domes that say yes to the first and go on, and slow ones
    that do a move seconds after it was sent. A move that was never answered may still be done for 6 s: as long it is
    stopped again. Where a dome tells its place, that it stands is looked at, too.
    *A stop that is not confirmed is said for ever*, ever more rarely (10 s), and told; only a dome that never said yes
    to any move is left alone after 30 s. What a program that was killed left moving is stopped by its guardian
    (`wall.onvif.ptz`), and by the next program, for the journal has no end of that move.
    *Whoever moves a dome holds it, and five seconds longer*; the system holds nothing against a person. An order takes
    the dome out of the hand first, and the newest replaces one that waits for the stop.
    *A rank is taken at its word*: who is at the desk says so in the console. A backend that several desks share can
    be an `Arbiter` and know better; it is asked at once, and so answers from its last word.

Non-goals: more than one city in one program; two programs that move one wall
(views and bookmarks of both are kept, of boards those that were written last); merging two rows of found devices that
turn out to be one only when interrogated (they become one when kept).
"""
