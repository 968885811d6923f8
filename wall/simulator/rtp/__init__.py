"""RTP (RFC 3550): cutting access units into packets once, and the sender's side of RTCP.

A clip's packets are made once and shared by every session; a session only writes its own channel, sequence
number, time stamp and source into a copy (`packets`). What differs between codecs is in `h264` (RFC 6184)
and `h265` (RFC 7798).
"""
