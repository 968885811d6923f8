"""Alarms: what sources say is taken in, sorted, kept, and only then shown.

The parts
    `intake` takes signals from any thread, sorts and keeps them in one step, and gives back a future that is done once
    they are on the disk: only then is a source told that we have what it said. `desk` is what officers use, `opening`
    builds it. `trial` tries a rule against what was said before. `own` turns what this program knows of itself into
    signals, `turnings` alone knows which domes look elsewhere on purpose, `responses` does what a rule says when its
    alarm comes, `bell` rings in a process of its own. `ports`: what all that needs of the disk, and what sources need
    of it.
    `subscriptions` listens to every ONVIF device (`event_subjects`), `subscription` to one: as long as it lives, again
    when it died, with its health and its gaps; `event_logins` lets its login pass the guard; `subscriptions_opening`
    builds them.
    `others` takes in what other systems say (`others_words` reads it), by the ways in of `wall.intake`; `mqtt_opening`
    and `webhook_opening` open one each. `ways` has those that somebody has set up, sets them up otherwise while the
    wall runs, and tries them; `ways_in_opening` builds it.
    `pushes` tells a supervisor: it puts messages into an outbox on the disk, from which a `push_line` for each way
    sends them, on a thread of its own.
    `drills` makes things happen that are marked as drills, on demand and at night; `drill_runs` waits for what must
    come of each: that it is noticed, that the bell is heard, that its picture is painted, that a supervisor's ways take
    a test, that a decoder that hangs is replaced (`wall.services.hanging`); `drill_book` keeps it. `figuring` puts
    alarms into figures, `counting` counts them over the time: these and `trial` are walks through the disk
    (`wall.services.in_parts`).

Rules
    Sorting is pure (`wall.model.alarms.sorting`) and belongs to the db thread: what is sorted, what is kept and what is
    shown are then never of different moments, without a lock.
    A signal that was sorted and could not be kept is kept with the next ones; officers' actions wait for that, and fail
    where it fails. Nothing is told of (`AlarmsChanged`) that is not on the disk.
    One program sorts on a database. Another one in the same file costs no alarm (ids are looked up before each step),
    but does not see the first one's.

Decisions, and what was measured for them (2 cores shared with nine others, one million alarms in the file)
    *What comes while the disk is busy is one step*: nobody waits for a batch to fill, and a storm needs few of them.
    50 signals/s: kept and told of after 5 ms (p95 62 ms), 0.06 core; 500/s: 10 ms (p95 93 ms), 0.19 core, 100 events/s
    for the windows.
    *At most 500 signals in a step*: what else the disk has to do comes in between.
    *A source that says something twice is known by its key*: MQTT and webhooks send again what was not acknowledged.
    *Kinds of one family are one happening*: who walks past moves, crosses a line and is a person; a rule that is more
    urgent raises the alarm that there is.
    *A flood is per rule and place*: it hides nothing of another rule. Sites lost as a whole are one alarm, and take the
    alarms of their cameras in that nobody has seen to; who does not come back with its site is an alarm then.
    *A state that goes on after its alarm was closed is no new alarm*, unless it is told again after a quiet while: its
    end may have been lost. A mute that ends while a state lasts does not hide it.
    *A device is asked for more once what it said is on the disk*: pull points have no other acknowledgement. Where the
    disk hangs for ten seconds it is asked all the same, for otherwise it would forget us.
    *Every gap is a signal* (`kinds.MISSED`), beside what the health of the subscription says: it is in the log, and a
    rule that is there from the start, and off, makes an alarm of it. A connection that ends between two polls is none.
    *A device whose way or cameras were changed keeps its subscription*: the one who follows goes on where the former
    one ended, with what was known of its states.
    *What cannot prove that it lives is exchanged every 12 s of silence*: a device without SetSynchronizationPoint that
    dies silently is heard again after 12 s, and not after 5 minutes. Where the new one's first words, the old one's
    being gone, or its silence when something happens tell that something was missed, the gap is stated: of 16 devices
    of all makes it was of all, before that comparison of 11. Three questions each time: were all 640 so, 160 a second
    more.
    *A subscription is dead once it could not be had back at once*: a connection that breaks is no death.
    640 devices of all makes held, nothing happening, on two cores with a load of 4 to 9: 0.15 core, 235 calls a second;
    with 50 events/s 0.16 to 0.17, each heard once, after 4 ms (p95 70 ms).
    *A supervisor is told at least once, for a day*: what is to be told is on the disk before it is sent, and what was
    not noted as sent before a crash is sent again, with the same id. Where the way itself fails, all wait, 2 s to 5 min
    (a wrong token: 5 min at once); what alone is not taken waits alone. After a day it is given up, which is on the
    alarm's record, as is what was sent. At the start what the program ended before is found by what was never put into
    the outbox: told once by a rule and a way is told. What comes while ways are set anew, or while a login is locked,
    waits for the ways that are wanted. While the disk is full, what is to be told waits in memory, and nothing is sent
    whose sending cannot be noted: else one alarm would be sent every five seconds. A mistake of the program is told as
    any other trouble, without its words, and the line goes on.
    *Escalation goes to the supervisor*: of each level once, by the rule that tells him of the alarm, and of priority 1
    and 2 always, for that nobody sees to an urgent alarm is what he is there for. Of the others he would hear all
    night. Drills and floods are not told: what the flood is made of was.
    *A drill goes the way of what it stands for*: a marked alarm from the desk on, a picture from the reception's look
    on; rules, mutes, sound and screens know it as no drill. What looks at pixels in the decode processes is no part.
    *A drill proves by what the last link says, and never by what the first one asked for*: the bell's process says that
    its device plays (anew for each ringing: what it said of the last one is no proof), the wall's tile that a picture
    decoded after the alarm was painted in colour, on the screen where the alarm belongs. What does not come in time is
    a failure with its reason: 12 s for the bell, which is tried again every 5 s, 20 s for a picture, whose camera may
    have to connect, 40 s for a supervisor's answer. The marked alarm takes a camera that answers and is on no screen,
    where there is one: its picture has to come. It must be heard and seen whatever its rule says; a picture that stands
    or is black goes the way of its rule, which may want neither. Whoever acknowledges it sooner makes no failure of the
    rest.
    *The watchdog is drilled on the decode process with the fewest live pictures*, never on one whose camera is driven,
    recorded or looked back at, and only while a spare stands by. It is stopped (SIGSTOP), found silent after 4 s,
    killed and replaced: noticed after 3.7 to 4.4 s, its pictures live 0.1 to 0.4 s later (9 drills). Where nobody finds
    out in 20 s the drill lets it go on, and has failed. What its pictures do meanwhile is marked as a drill, and it
    says nothing against a graphics device. It costs those tiles these seconds, and what of them was kept in memory to
    be replayed.
    *Every drill is on the disk when it begins, and with each part that is known*: one that a crash cut off says so. How
    soon people noticed is read from its alarm, and written down once.
    *A night that failed is a notice that stays until somebody has taken note, and no alarm*: an alarm would need just
    what has failed, the rule, the bell, the wall, the way to the supervisor; at night it would be acknowledged by who
    sits there, and in the morning nobody would know. So is a night at whose hour the program did not run: its drill is
    not made up for, which would be a surprise in the morning, and comes in the next night.
    *Measured by `citywall bench alarms`* (2 cores, 640 cameras, 36 tiles, 50 events/s, each an alarm of its own): from
    the camera to the painted list 28 ms (p95), 49 ms (p99) with a core to spare, 152 and 280 ms with others at work. On
    two cores with ten times the work that they can do (a load of 20) the city's journal showed 8 of 6,000 events lost
    and 1 twice; since then, by the rules of `wall.onvif.events`, none. 640 subscriptions held take 0.18 core. 5,000
    events in 10 s: none lost, none twice, the window held for 22 ms at most with 200 open alarms, 92 ms with 1,000.
    What held it was the garbage collector (`wall.ui.collector`): 124 ms of its own time once a minute and up to 29 ms
    each second, most of it for replies that held themselves. One turn of the window's loop now uses 14 ms (p99) and 41
    ms at most, where others take nine tenths of the machine; it used 30 and 133 ms. What is held beyond that waits for
    Python's lock, whose owner gets no processor.
    Nothing of the alarms' own takes more than 12 ms of one turn.
"""
