"""A dome in the hand: what it is told, what it can do, who holds it, and where it belongs.

- `move`: velocities, ways and places, in shares that no camera's units reach. `ability`: what one camera can do.
- `standing`: what tile and map tell of a dome. `operator`: who moves it, and who may take it from whom.
"""
