"""The ONVIF half of the simulated city: what each device answers over HTTP, and the city over WS-Discovery.

How it works
    `device_http.DeviceHttp` is one device's HTTP listener. It hands SOAP to `dispatch`, which reads the
    envelope (`soap`), asks `access` who is calling, and calls one function of a `*_service` module for
    the action; `answers` makes HTTP of what it says. Those functions read and change the device's `Unit`:
    clock, profiles, domes, imaging settings, pull points, `happenings`. `markup` writes XML, `parsing` reads it.
    `discovery.Discovery` answers probes for all devices from one UDP port.

    By itself a device answers as the specification says. Its make's `habits` say where it does otherwise;
    they are data that the functions above ask, and can be switched off.

    Answers are made at once, in the connection's own turn of the loop; only polls and pictures wait. Pieces
    that are the same for many devices (profiles, nodes, topics) are written once and kept.

Rules
    XML from outside is hostile: no document type, no entities, limited depth and size. Whatever is sent,
    the answer is a SOAP fault or an HTTP error, and the device lives on. Nothing costs anything while
    nobody asks: a dome's position is a function of time, and motion is made up only while somebody
    subscribes to it.

Non-goals
    There is no analytics, no recording search, and configurations cannot be changed.

Sources
    ONVIF Core 21.06; Media 21.06 and Media2 21.06; PTZ 21.06; Imaging 21.06; WS-Security UsernameToken
    Profile 1.0; WS-BaseNotification 1.3; WS-Discovery (April 2005).
"""
