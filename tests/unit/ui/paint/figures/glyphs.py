"""What DejaVu Sans Mono can show, upright, bold and oblique alike.

Read from the font files of version 2.37 with fontTools. It has no braille at all, and no oblique
form of the dingbats; both are left out.
"""

_RANGES = (
    "20-7e a0-1c3 1cd-1dd 1df-1e3 1e6-1ef 1f4-1f6 1f8-1f9 1fc-21f 2000-200a 2010-2023 2026 "
    "202f-2037 2039-203a 203c-203f 2045-2049 2070-2071 2074-208e 2090-209c 20a0-20b5 20b8-20ba "
    "20bd 2102 2105 210d-210f 2115-2117 2119-211a 211d 2122 2124 2126 212a-212b 212e 2148 "
    "2150-2151 2153-215f 2189 2190-2213 2215 2217-2220 2223 2227-222d 2234-223d 2241-2269 "
    "22c2-22c6 2300-2306 2308-2315 239b-23ae 23ce-23cf 2423 2500-2600 2638-263c 263f-2647 "
    "2660-2667 2669-266f "
)


def _all() -> frozenset[str]:
    pairs = [part.split("-") for part in _RANGES.split()]
    return frozenset(chr(c) for p in pairs for c in range(int(p[0], 16), int(p[-1], 16) + 1))


GLYPHS = _all()
