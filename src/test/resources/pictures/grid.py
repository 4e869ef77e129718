#!/usr/bin/env python3
"""Puts HEIC files of equal tiles together into one grid, turned and mirrored if asked.

grid.py OUT COLUMNS WIDTH HEIGHT IROT|- IMIR|- TILE.heic...   (ISO/IEC 23008-12, 6.6.2.3)
"""
import struct
import sys


def boxes(data, start, end):
    while start + 8 <= end:
        size, kind = struct.unpack_from(">I4s", data, start)
        yield kind.decode(), start + 8, start + size
        start += size


def find(data, path, start=0, end=None):
    end = len(data) if end is None else end
    for kind, inside, after in boxes(data, start, end):
        if kind == path[0]:
            if len(path) == 1:
                return inside, after
            return find(data, path[1:], inside + (4 if kind == "meta" else 0), after)
    raise ValueError(path)


def box(kind, *parts):
    body = b"".join(parts)
    return struct.pack(">I4s", 8 + len(body), kind.encode()) + body


def full(kind, flags, *parts):
    return box(kind, struct.pack(">I", flags), *parts)


def tile(name):
    data = open(name, "rb").read()
    inside, after = find(data, ["meta", "iprp", "ipco", "hvcC"])
    start, end = find(data, ["mdat"])
    return data[inside:after], data[start:end]


out, columns, width, height, irot, imir = sys.argv[1:7]
tiles = [tile(name) for name in sys.argv[7:]]
columns, count = int(columns), len(tiles)
first = open(sys.argv[7], "rb").read()
side = struct.unpack_from(">II", first, find(first, ["meta", "iprp", "ipco", "ispe"])[0] + 4)
grid = struct.pack(">BBBBHH", 0, 0, count // columns - 1, columns - 1, int(width), int(height))
payload = [data for _, data in tiles]
ids = list(range(1, count + 2))

properties = [
    box("hvcC", tiles[0][0]),
    full("ispe", 0, struct.pack(">II", *side)),
    full("ispe", 0, struct.pack(">II", int(width), int(height))),
]
turns = []
if irot != "-":
    properties.append(box("irot", bytes([int(irot)])))
    turns.append(len(properties) | 0x80)
if imir != "-":
    properties.append(box("imir", bytes([int(imir)])))
    turns.append(len(properties) | 0x80)
links = [bytes([0, i, 2, 0x81, 2]) for i in ids[:-1]]
links.append(bytes([0, ids[-1], 1 + len(turns), 3] + turns))


def meta(offset):
    places, at = [], offset
    for i, data in zip(ids, payload):
        places.append(struct.pack(">HHHHII", i, 0, 0, 1, at, len(data)))
        at += len(data)
    places.append(struct.pack(">HHHHII", ids[-1], 1, 0, 1, 0, len(grid)))  # within idat, as phones do
    entries = [full("infe", 0x02000000 | (1 if i < ids[-1] else 0),
                    struct.pack(">HH4sB", i, 0, b"hvc1" if i < ids[-1] else b"grid", 0)) for i in ids]
    return full(
        "meta", 0,
        full("hdlr", 0, bytes(4), b"pict", bytes(13)),
        full("pitm", 0, struct.pack(">H", ids[-1])),
        full("iloc", 0x01000000, b"\x44\x00", struct.pack(">H", len(ids)), *places),
        full("iinf", 0, struct.pack(">H", len(ids)), *entries),
        full("iref", 0, box("dimg", struct.pack(">HH", ids[-1], count),
                            *(struct.pack(">H", i) for i in ids[:-1]))),
        box("iprp", box("ipco", *properties),
            full("ipma", 0, struct.pack(">I", len(ids)), *links)),
        box("idat", grid))


ftyp = box("ftyp", b"heic", bytes(4), b"mif1heic")
offset = len(ftyp) + len(meta(0)) + 8
with open(out, "wb") as file:
    file.write(ftyp + meta(offset) + box("mdat", *payload))
