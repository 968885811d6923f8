"""Reads PMTiles, version 3 (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md): one file, tiles by number.

    header -> root directory -> leaf directories -> tiles

`header` reads the first 127 bytes, `tile_id` numbers tiles along a Hilbert curve, `directory` says where a number lies,
`archive` reads a file. Ours and not the package `pmtiles`, which reads header and directory anew for each tile, unpacks
whatever size is promised to it, and raises whatever comes of damage.
"""
