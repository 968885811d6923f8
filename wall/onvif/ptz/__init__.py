"""Drives domes over ONVIF (PTZ and Imaging): one line a dome, kept warm, and a guardian for when this program dies.

How it works
    `lines.PtzLines` makes a `line.PtzLine` for a `target.PtzTarget`. A line has a `talk.Talk`: requests (`calls`,
    `templates`), connections (`lanes`), and where the services are (`places`). On that `learning` asks once what the
    dome can do and in which numbers (`spaces`, `reading`), `driving` moves and stops it, `lens` focuses, `memory` keeps
    presets. `order` knows which of moves and stops is the newest.

A stop
    waits for nothing. Where an answer is awaited on the connection for moves it goes by another one, which signs from
    its first word with the login that the first has proven. Whatever has not been written to a socket by then is never
    written: not a move that waits for its turn, not one whose login is being proven, not one that is said again because
    the camera ended the connection. As a device may take the stop before the move that it got earlier, the stop is said
    again after that move's answer. What a cut line holds back for 0.7 s is forgotten by the kernel (TCP_USER_TIMEOUT),
    so that it does not come out when the line is whole again.

The guardian
    (`guard`, `guardian`, `stopping`) is a process of its own, in a session of its own, which is told over a pipe which
    domes move and how each is stopped, logins too. When the pipe ends, or a dome was not renewed for 10 s, it stops
    them: by new connections, signed anew, again and again until each has said yes twice. It knows no zeep and takes
    17 MB of its own; the program starts it again where it dies.

A login
    is proven once for all connections (`one_login`), and goes as `wall.onvif` says. A proof that is broken off proves
    nothing and refuses nothing: the next question begins anew. After two refusals of what had been accepted the line is
    shut, and sends nothing any more.

Decided
    *The generic space before all others, and its name only where it is not the default*: there are domes that refuse
    every name. A part that does not move is not told to: there are domes that stand still at a zoom of 0.
    *Renaming a preset moves the dome*: ONVIF can only store anew where it looks. So it goes there, and comes back.
    *The dome is taken for a generic one until it has told what it is*: the first move waits for no question.
    *No budget of connections*: a stop waits for no place. `Lanes` bounds them (six), and ends those for stops at once.

Measured (Python 3.11, two busy cores, 2026): from `move` to the write 0.07 ms of CPU (p99 0.3), of which the token is
    0.02; with the answer 0.2 ms. The guardian has sent its first stop 0.01 s after the program was killed.
"""
