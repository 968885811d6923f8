"""A dome in the hand: what it is told, what it can do, who holds it, and where it belongs.

- `move`: velocities, ways and places, in shares that no camera's units reach. `ability`: what one camera can do.
- `deeds`: what a button can do to it.
- `aim`: where a hand points in its picture, and what it is told of that.
- `standing`: what tile and map tell of a dome. `operator`: who moves it, and who may take it from whom.
- `journal`: what is written down of who did what to which dome.
- `patrol`: from preset to preset, under way or paused by a hand. `duty`: where a dome belongs, who turned it away, when
  it goes back; `reference`: dated pictures of that; `blind`: duty zones that nobody watches now. `heading`: where on
  the earth a dome looks.

A patrol under way and the watch over a duty view are values that a clock and what is seen of the dome turn into the
next: what moves a dome without a hand can be tested without one.
"""
