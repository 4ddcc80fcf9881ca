"""Power cuts under the real store, on real file systems.

A file system is made on a disk of which every write, and every time its cache was brought to the
medium, is written down in the order in which it came (`served.py`). The store saves visits there,
and says in between what it has acknowledged (`saves.py`). Afterwards the power is cut at any place
of that record (`cuts.py`): what was brought to the medium before is there; of what was written
since, any sector may be there and any not. The file system is mounted as after a real power cut,
and the real store has to find all that it had acknowledged.

What this stands for: a disk that does what it is told, as the kernel of this machine writes to it.
What it does not: a disk that says that its cache is on the medium and has kept it in the cache.
"""
