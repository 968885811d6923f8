"""Shows the wall and takes the operator's hand. The only room besides app and bench that knows Qt.

- `wall_window` assembles; `showing` brings an `arrangement` (values: which cameras where) onto the wall by
  way of `stage` (which tiles are being received).
- `wall_view` is the one widget that paints everything; `tile` is what it knows of a tile, `tile_face` what
  that looks like, `marks` and `words` how a state is told, `theme` all colours, sizes and type.
- Facts come up over `signals.EventBridge`, wishes go down through `ports.LiveViewPort`.
- `keys` is the table of keys, `key_list` shows it, `language` translates.
"""
