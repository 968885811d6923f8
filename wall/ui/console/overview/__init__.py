"""The page of the city: every camera at once, as small pictures that never lie about how old they are.

`page` assembles; `bar` is the line above (what is looked for, which states, in which order, how large), `view` the one
widget that paints all of them and takes mouse, finger and keys. `arranging` says what stands there and in which order,
`grid` where; both know no Qt. `faces` paints one camera, `pictures` keeps what is ready to be painted, `tips` says
the whole. `selection` is what the hand has chosen.

Decided
- *One widget for all*: it costs what is seen. Only what has something new is painted again, and at most 300 pictures at
  once (`portions`): 640 of them take 35 ms, more on a machine that has other things to do.
- *A click brings the camera to the wall*, for that is what one looks for it for; several are chosen with Ctrl or Shift.
  What is said of it lies over the pictures, none of which moves away under the hand.
- *Pictures come in the size of the tiles*: after a change of size the former ones are scaled until there are new ones.
- *While nobody sees the page nothing is asked*: hidden, minimised, or on another page.
- *What stands there changes its place only when the hand rests*: a camera that is lost while one looks at it does not
  jump away; lists that follow the state are put in order anew every two seconds at most.
"""

from wall.ui.console.overview.page import OverviewPage

__all__ = ["OverviewPage"]
