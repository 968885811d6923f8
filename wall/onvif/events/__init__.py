"""Listens to what cameras say has happened: ONVIF pull points, and what the words in them mean.

How it works
    `talks` opens a conversation with one device (`talk`): one connection of its own, kept warm, and one login. In it a
    `pull_point` is held: created (`created` reads where it is, and for how long), waited at in long polls, renewed
    early (`calls`), asked for proof where it is silent, exchanged where it cannot be renewed. `manners` is what is
    learnt of a device's way with all that. `notification` reads what comes, `topics` has one reader a topic and gives
    its `meaning`, `whose` says which camera it is about (`configurations`), and `telling` makes signals of it: news
    only, each once. Trying again after a fault is the services'.

Decisions
    *A poll of 8 s, and proof after 8 s of silence.* Events must flow again within 15 s after a subscription died, also
    where the device goes on answering with nothing. So whoever is silent for 8 s is told to say how everything stands,
    and has 3 s for it. Who does not know that question, or has failed at it twice, is subscribed to anew after 12 s of
    silence instead: nothing in its answers tells a dead subscription from a quiet one. Where the new one's first words
    are not what was known, the former one was dead, and there is a gap. Else the former one is kept until something
    happens, or until the next exchange: if it was not told that, too, it was dead. Twice on end it is taken for the
    device's way to tell the newest alone, and not compared any more. That costs three questions each time, and where
    something happens one more. What the former one was told, and its successor was not yet, is told, too.
    Some devices give the same subscription again: that one is kept, for to give it back would end it, and asked for
    proof once more as soon as it has said something. Where such a device knows no such question, a death without a word
    that a new subscription mends is not told from a quiet street.
    Only how everything stands (*Initialized*) is proof: what happens to come meanwhile once made makes that never say
    how it stands into ones that had stopped saying it, and left what lay in their subscriptions behind.
    *A poll hands out what happened but once*, and nobody acknowledges it: an answer that is lost on the way is lost. So
    it has 6 s beyond what the device was told to wait (14 s for the longest poll: events flow again within 15 s also
    where it hangs), and on a machine that is late itself as much more as that was late; it is never asked for twice
    behind anybody's back. Where it does not arrive whole (reset, broken off, too late, unreadable, or cancelled by
    ourselves) there is a gap since the last one that did, and how everything stands is asked for: what stands otherwise
    is told. Who ends connections without having said so is asked on a new one each time, after two such gaps.
    *No filter*: many devices choke on one, and what is no alarm costs a twentieth of a millisecond.
    *120 s, renewed at half of it*; how long it lasts is the difference of the device's own two times, so that its
    clock does not matter. Seconds are said, never minutes; who gives a sixtieth of what was asked is asked for sixty
    times it.
    *A subscription outlives its connection*: after a fault of the way it is looked for again, and what lay in it is
    not lost. There is a gap where it is gone, and where an answer was under way.
    *A new one before the old one is let go* where it cannot be renewed; the old one is emptied to the last, also when
    the way breaks in between, and what comes in both is told once, however late.
    *A login is proven by GetDeviceInformation first*: some cameras refuse events to a login that opens everything
    else. That must not be taken for a wrong password, which would hold the login back from the live pictures.
    *Connections of their own*, one a device: a poll holds it nearly all the time.
    *The system notices a peer that has gone without a word* (TCP keep-alive, 8 s): no timer of ours.

Non-goals: subscriptions that the device pushes (WS-BaseNotification's consumer), events in RTSP's metadata, filters.
"""
