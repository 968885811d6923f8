"""The habits of makes: in what their devices differ from the specification, and from each other.

How it works
    A `habits.Habits` says all that may differ, by subject: `writing` (how XML is put down), `logins` (what proves a
    login, how one is refused), `clocks`, `offers` (services, unknown calls, dead addresses), `addresses` (what is told
    to be where), `media` (profiles), `tokens`, `announcing` (WS-Discovery). Its defaults are the careful camera of the
    specification. `makes` holds one small file for each invented make, which names its habits and nothing else;
    `by_make` finds them. The services ask `unit.habits` where something may differ; none knows a make by name.

Rules
    Every habit was seen in the field (see the design notes on ONVIF, and the captured replies of AXIS, Bosch, Reolink
    and Hikvision-like devices). However odd, a tolerant client can identify each device, log in to it, and play the
    main stream of every camera. A habit is a property of a make, not of the moment: what comes and goes is a fault.

Non-goals
    No make here is a real one, and none imitates a single product. Nothing is odd in two ways where one would do.
"""
