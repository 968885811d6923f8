"""Finds ONVIF devices: by asking everybody near, and by asking addresses that somebody typed.

How it works
    `search.Search` asks in three ways at once and streams what answers. Near: WS-Discovery probes to the multicast
    group out of every interface that is up (`voices`, `interfaces`). Typed addresses (`targets`, `addresses`): the same
    probe sent to the address itself, and where nothing answers that, `direct` posts GetSystemDateAndTime to the ports
    on which cameras are known to listen. `messages` and `scopes` read what comes back, `places` brings what it tells
    to the host that answered, and `rows` makes one row of all answers of one device. `pace` keeps it polite.

Rules
    An answer is hostile: it is small or ignored, has no entities, and each asker's host may fill only so many rows.
    No login is ever sent in a search, and no address on another host than the one that answered is believed: a device
    in two networks or behind NAT is kept under the address by which it was reached.

Decisions
    *Two questions*: for NetworkVideoTransmitter, then for tds:Device. Some devices know only one of the two. Each is
    sent twice under one message id, as the specification advises, so that most devices answer each once; an answer that
    the socket lost in a storm of 640 comes again with the second question.
    *An ephemeral port*, never 3702: another program may hold that, and answers come to the port that asked.
    *Our own reading of answers*: the WSDiscovery package writes the question. But it drops answers that real devices
    send (no wrapper, no action, undeclared prefixes, spaces in scopes), starts threads, and never asks the loopback
    interface.
    *UDP first, TCP where it must*: one datagram finds most devices, eight TCP ports of a silent address cost seconds.
    In a range an address that does not even refuse its first port is taken for unused.
    *An endpoint is an identity*, unless it is empty or all zeros (cloned firmware).

Non-goals
    Hello and Bye, discovery proxies that speak for others, and keeping found devices: the last is the services'.

Sources
    WS-Discovery (April 2005), SOAP-over-UDP (2004), ONVIF Core chapter 7, `onvif-notes.md`.
"""

from wall.onvif.discovery.search import Search
from wall.onvif.discovery.targets import MOST_PROBES, Probe, parse_targets

__all__ = ["MOST_PROBES", "Probe", "Search", "parse_targets"]
