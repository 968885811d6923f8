"""Records by hand what a tile receives: into fragmented MP4, as it came, without decoding or encoding anything.

The road of a unit: `tap` (the few calls of a tile) -- `recorder` (on the loop, never waits) -- `writer` (a thread for
each recording) -- `parts` (which file) -- `open_part` -- `mp4_file` (PyAV's muxer) -- `out_file` (the disk). `stamps`
is the clock of a file, `shape` what its pictures have in common, `names` and `about` what it is called and says of
itself, `thumbnail` its first picture, `length` how long a file plays, `wire` what the program and its decode process
tell each other of it.

Decisions, and why:

- *Fragments of a second*, each of which stands for itself, behind a head that stands at the beginning: a file plays
  up to its last whole fragment, whoever kills what. A kill costs at most the fragment, the last written fifth of a
  second, and nothing that was written before. `fdatasync` every five seconds makes that true for a power cut as well.
- *Stamps are ours*: when a unit arrived. Cameras' own jump, repeat and run backwards, and what arrived when is what
  the operator saw. Only reordered pictures (B-frames) are shown when the camera says, while that agrees with the
  arrival.
- *A change of codec, size or parameter sets begins the next file*: one file has one description, and a player that is
  told otherwise in the middle shows green. So does a gap of 5 s, which would look like a camera that stood. Only a
  camera that changes its sets every few seconds stays in one file; decoders find such sets in the stream.
- *What is wrong with a camera is written as it came*, but a file begins with a whole keyframe.
- *A thread for each recording and a bounded queue* (32 MiB): a disk that stands holds nobody up. Beyond it whole
  groups are left out, and it is said how much is missing.
- *The disk is asked every two seconds* whether there is room (a reserve stays free) and whether the file still has
  its name. A file that was taken away begins anew; a folder that is gone, or a full disk, ends the recording, and
  says so.
- *A killed process goes on in a new file*: the pool hands the order to the next process, as it does the tile.
- *A file ends at 2 GB*: sticks as they are sold take none of 4.
"""
