"""What goes on in the room. Services own all lasting state and publish facts; they know nothing of Qt, SQL or `vlc`.

- `io`: the one thread with the one asyncio loop on which all network work happens.
- `live_view`: what the wall shows, in what state, and since when.
"""
