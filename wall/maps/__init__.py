"""Reads base maps. The only room that knows MBTiles, PMTiles, XYZ tiles, GeoJSON and georeferenced images.

Encoded tiles go out (PNG, JPEG, WebP), images as they are, and model types for vectors. What is wrong with a map is a
`MapError` that names the fault and the file.

How it works
    `examine` says what a file is, by what is in it, and whether it can be a map: `mbtiles`, `pmtiles/`, `plan_image`
    (with `world_file`, `projection`, `corner_file`), `geojson_check`; `tile_folder` reads a folder of tiles, and
    `mbtiles_writer` makes one file of it. What comes of it is a `found.Found`.
    `shelf.MapShelf` copies what was found to where CityWall keeps its maps, tells how far it is, and stops when nobody
    wants it any more (`wall.model.map_taking`): a stop, as a kill, leaves a whole map or none.
    `tile_server` asks a server (its address is a `template`), `server_check` tries it before it is kept, `outage`
    says when to ask again after a failure, `tile_cache` keeps what came.
    `geojson` (with `geojson_shapes`, `simplestyle`) reads vectors, `geojson_stream` the file, feature by feature.
    `pictures` tells pictures from what is none.
    `units_feed` follows patrol cars: `units_nmea` reads NMEA 0183, `units_geojson` GeoJSON of points.

Bounds
    MBTiles, PMTiles 64 GB; a folder 2 million tiles; a tile 1 MB and 1024 pixels a side; an image 256 MB and 64 million
    pixels; GeoJSON 64 MB, 100,000 features, 3 million places. A question to an MBTiles file takes 2 s at most (it may
    hold a view that never ends), a directory of PMTiles 32 MB unpacked. Of a feed of units 4 MB an answer, 512 bytes a
    sentence, 2,000 units.

Decisions
    *By what is in it, never by what it is called.* A web page that was saved as map.png is told for what it is.
    *A copy beside the database* (`shelf`), not where the file was found: sticks are pulled, and others change files. A
    folder of tiles becomes one MBTiles file with it.
    *A file gets its name while the database is locked for its row*: a kill leaves a whole map or none.
    *Web Mercator and WGS84 only, and no guessing.* An image in metres that look like UTM's or VN-2000's is refused with
    its name rather than put into the sea; nothing is reprojected.
    *sqlite3 here is a file format.* Files are opened read-only and immutable: no lock, nothing beside them.
    *PMTiles read by ourselves* (`pmtiles/`): the package on PyPI unpacks whatever it is promised.
    *httpx for servers*: tens of tiles a second at most, so that its 1 ms each does not count; it is loaded with the
    first tile. No proxy, no redirect, no login.
    *The cache is files*, one a tile: its bound is kept by what was used longest ago, and a torn file is a missing one.
    *A tile that a server no longer has stays as it was kept*: old is better than nothing, and a server that has lost
    everything is a fault, not a map.

Non-goals: vector tiles (MVT), reprojection, WMS and WMTS capabilities, writing maps.
"""
