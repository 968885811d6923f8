"""Speaks to cameras over ONVIF: finds them, asks them everything once, and asks now and then whether they live.

The only room that knows SOAP, zeep and XML. It returns types of `wall.model`; what a device does wrong is a `Problem`
in a `Device`, or a `faults.DeviceFault` where one call is all there is.

How it works
    `discovery` finds devices. `interrogate.Interrogator` asks them; there is one for the fleet. For each device it
    makes a `transport.Wire` (one connection, counted by `budget`), on that an `exchange.Exchange` (one question and
    its answer, redirects, busy devices, the engineer's copy), on that a `line.Line` (clock and login), and an
    `interrogation.Interrogation` that goes through the steps by means of `asking` and `media_steps`. What it asks
    comes from `calls`, which has it built by the `contract`. What is answered is read by `xml`, `faults`, `addresses`
    and `reading`. `snapshot` reads single pictures over the same `transport`, `ptz` drives domes over it,
    `events` listens to what devices say; both have a design note of their own. Everything runs on one event loop;
    nothing here has a thread, but for the contract's parsing.

A login
    is asked of the `LoginDesk` only after the device refused a question without one, goes out as a WS-UsernameToken
    made at the device's own time, and once more as HTTP digest where the device took no notice of the token and
    challenges. A refusal ends the interrogation: no password reaches a device twice. Only then does it count as
    proven when a question that was refused without it is answered with it. A clock that turns out to have moved, a
    stale nonce and full sessions are none of that and are told apart.

Decided
    *zeep builds requests, and reads nothing.* Its clients raise on the first thing that is not as in the schema, and
    real devices have many; `Client.create_message` on one shared `Document` a service gives requests that are right
    by contract, and they are kept as text: only the security header changes. So zeep's AsyncClient is not used.
    *No httpx.* It costs 1 ms a request; `transport` costs 0.15 ms, of which most is the kernel's.
    *The first question is unsigned.* One call more a device; in return open devices see no password, and "proven"
    means something. GetDeviceInformation is that question, for every device has it.
    *One connection a device, one question at a time*, at most two with a health check beside it: cameras have few
    sessions. Only a dome that is driven has more. Connections are not kept between interrogations, for the same reason.
    *Media is asked before Media2* for what both know: it is what every device has had for longest.
    *A picture is asked for without a login first, each time*: the refusal of a kept nonce could not be told from that
    of a password. It costs a question of 0.15 ms.
    *Single pictures are asked of the smallest profile*, and of the first where that has none: they are seen in small.
    *Addresses go home.* No question, no login and no stream follows a device to a host other than the one reached.
    *Any certificate is taken once, and only that one later.* Cameras sign their own.

Non-goals
    Configuring devices; SOAP 1.1; WS-Security other than the digest token; passwords in the clear
    (HTTP Basic, but for pictures over TLS); gzip.

Measured (Python 3.11, two cores shared with the simulator, 2026)
    Contract: imports 0.26 s, parsing 0.4 s, once, beside the loop. 640 simulated devices of all makes, 64 or fewer at
    a time: 9,700 calls in 5 to 9 s, 0.48 ms CPU a call of ours in all (sending 0.16, XML 0.1), 73 MB resident. A
    health check: one call, 0.5 ms with its connection.
"""
