"""The operator's hand on the past: looks back at tiles, in place, while the others stay live.

- `desk` does what is wished: one or several tiles look back as one `past.Reel`, which has one playhead.
- `bar` stands at the lower edge of the wall while the selected tile looks back, with the `timeline` of what is kept;
  `words` is what both, and the tiles, say; `keys` is the table of keys.

Decided, and why
- *What looks back is the selected tile*, and each has its own playhead until several are taken together: a second look
  at one street must not disturb the first at another.
- *It ends with the tile's place*: what leaves the screen is live when it comes back. Nobody shall come to a wall and
  find yesterday's question on it.
- *Nothing turns it away*: tours of the screen and of its cell halt while it looks back and go on afterwards; carousels
  and hotspots stay.
- *The bar stands at the wall's lower edge*, not in the tile: on a wall of 36 a tile has no room for a button that a
  finger can hit, and a bar that always stands in the same place is found without looking.
- *Alone, the larger stream is looked back at only as far as it is kept*: it was opened when the picture was shown
  alone. What lies before that comes from the small one.
- *Pictures of the past never count as watched*, neither for the ledger nor for the line at the top.
"""
