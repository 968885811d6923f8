"""What a control room is made of: frozen dataclasses, enums, pure functions and the error tree.

Nothing here touches Qt, a socket, a file, a thread or the clock: time comes in as an argument, in seconds of a
monotonic clock unless a name says otherwise. Every other room speaks in these types.

- `stream`: where a picture comes from (`Source`), without ever holding a secret in something printable.
- `camera`: one camera "eye" of the city.
- `tile`: what may be said of a picture on the wall, and the one function that says it (`judge`).
- `grid`: cell arithmetic, drawn by the UI and tested without it.
- `errors`: one branch for each thing that can be *done* about a failure.
"""
