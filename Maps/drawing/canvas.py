"""The sheet that everything is drawn on, in metres, x to the east and y to the north.

Two points are the same node if they have the same place and the same floor. What is on every floor at once
(an elevator shaft, an entrance between outdoors and the ground floor) is announced with `joint`. A line that
passes exactly through a node of its own floor is joined to it; so a street need not list what meets it.

Ids count up in the order in which things are drawn, so that the same script always writes the same bytes.
"""

from collections import defaultdict
from math import floor as round_down, hypot, sin
from xml.sax.saxutils import quoteattr

ORIGIN_LAT, ORIGIN_LON = 29.9, 122.8
METRES_PER_LAT, METRES_PER_LON = 110_851.0, 96_583.0
OUTDOORS = None

# Each floor is drawn a hand's breadth east of the one below: no two nodes share a position.
FLOOR_SHIFT = 0.04
# Outdoors a straight line of more than this gets a node between, so that it can bend.
LONGEST_CHORD = 45.0
CELL = 25.0


class Way:
    def __init__(self, keys, tags):
        self.keys, self.tags = keys, tags


class Canvas:
    def __init__(self):
        self.nodes = {}  # (x, y, floor) -> tags
        self.ways = []
        self.relations = []  # ([(way or node key, role)], tags)
        self.joints = set()
        self.by_ends = {}

    # Drawing

    def node(self, x, y, floor=OUTDOORS, /, **tags):
        """The key of the node at this place, with these tags added to it."""
        key = (x, y, "joint" if (x, y) in self.joints else floor)
        self.nodes.setdefault(key, {}).update(spelled(tags))
        return key

    def joint(self, x, y, **tags):
        """A node that is the same on every floor."""
        self.joints.add((x, y))
        return self.node(x, y, **tags)

    def way(self, *points, floor=OUTDOORS, **tags):
        """A way through points (x, y) on its own floor, or (x, y, floor) where that differs."""
        way = Way([self.node(*(point if len(point) == 3 else (*point, floor))) for point in points], spelled(tags))
        self.ways.append(way)
        self.by_ends[points[0], points[-1]] = way
        return way

    def area(self, *points, floor=OUTDOORS, **tags):
        return self.way(*points, points[0], floor=floor, **tags)

    def box(self, west, south, east, north, floor=OUTDOORS, **tags):
        return self.area((west, south), (east, south), (east, north), (west, north), floor=floor, **tags)

    def between(self, a, b):
        """The way that was drawn from one of these points to the other."""
        return self.by_ends.get((a, b)) or self.by_ends[b, a]

    def relation(self, *members, **tags):
        self.relations.append((members, spelled(tags)))

    # Writing

    def write(self, path, header):
        self._join()
        self._bend()
        node_ids = {key: identifier for identifier, key in enumerate(self.nodes, start=1)}
        way_ids = {way: identifier for identifier, way in enumerate(self.ways, start=1)}
        places = [position(*key) for key in self.nodes]
        lats, lons = zip(*places)
        lines = [
            f'  <bounds minlat="{min(lats):.7f}" minlon="{min(lons):.7f}"'
            f' maxlat="{max(lats):.7f}" maxlon="{max(lons):.7f}"/>'
        ]
        for (lat, lon), (key, tags) in zip(places, self.nodes.items()):
            head = f'  <node id="{node_ids[key]}" version="1" lat="{lat:.7f}" lon="{lon:.7f}"'
            lines += [head + ">", *tag_lines(clear(tags)), "  </node>"] if tags else [head + "/>"]
        for way in self.ways:
            lines.append(f'  <way id="{way_ids[way]}" version="1">')
            lines += [f'    <nd ref="{node_ids[key]}"/>' for key in way.keys]
            lines += [*tag_lines(way.tags), "  </way>"]
        for identifier, (members, tags) in enumerate(self.relations, start=1):
            lines.append(f'  <relation id="{identifier}" version="1">')
            for member, role in members:
                kind, ids = ("way", way_ids) if isinstance(member, Way) else ("node", node_ids)
                lines.append(f'    <member type="{kind}" ref="{ids[member]}" role="{role}"/>')
            lines += [*tag_lines(tags), "  </relation>"]
        path.write_text(header + "\n".join(lines) + "\n</osm>\n", encoding="utf-8", newline="\n")

    def _join(self):
        """Puts into every way the nodes of its floor that it passes through."""
        cells = defaultdict(list)
        for key in self.nodes:
            cells[cell(*key[:2])].append(key)
        for way in self.ways:
            joined = way.keys[:1]
            for a, b in zip(way.keys, way.keys[1:]):
                floors = {a[2], b[2]} - {"joint"}
                if len(floors) < 2:
                    joined += self._on_the_way(a, b, floors | {"joint"}, cells)
                joined.append(b)
            way.keys = joined

    def _on_the_way(self, a, b, floors, cells):
        (ax, ay), (bx, by) = a[:2], b[:2]
        (west, south), (east, north) = cell(min(ax, bx), min(ay, by)), cell(max(ax, bx), max(ay, by))
        length = hypot(bx - ax, by - ay)
        found = []
        for column in range(west, east + 1):
            for row in range(south, north + 1):
                for key in cells.get((column, row), ()):
                    x, y, floor = key
                    if floor not in floors or key in (a, b):
                        continue
                    along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length
                    across = ((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / length
                    if abs(across) < 1e-6 and 0 < along < length:
                        found.append((along, key))
        return [key for _, key in sorted(found, key=lambda pair: pair[0])]

    def _bend(self):
        """Puts nodes into long lines outdoors, where the city is not drawn straight."""
        for way in self.ways:
            bent = way.keys[:1]
            for a, b in zip(way.keys, way.keys[1:]):
                if a[2] == b[2] and (warp(*a[:2]) != a[:2] or warp(*b[:2]) != b[:2]):
                    pieces = int(hypot(b[0] - a[0], b[1] - a[1]) // LONGEST_CHORD) + 1
                    for piece in range(1, pieces):
                        share = piece / pieces
                        x, y = (round(p + (q - p) * share, 3) for p, q in zip(a[:2], b[:2]))
                        bent.append(self.node(x, y, a[2]))
                bent.append(b)
            way.keys = bent


def cell(x, y):
    return round_down(x / CELL), round_down(y / CELL)


def warp(x, y):
    """Bends the streets further than 60 m from the hospital's block: no city is a chequerboard."""
    away = hypot(max(-60 - x, 0, x - 450), max(-60 - y, 0, y - 330))
    share = min(away / 260, 1)
    share = share * share * (3 - 2 * share)
    if share == 0:
        return x, y
    return (
        x + share * (20 * sin(y / 165 + 0.6) + 11 * sin((x + y) / 300)),
        y + share * (17 * sin(x / 185 + 0.3) + 9 * sin((x - y) / 250 + 1)),
    )


def position(x, y, floor):
    levels = floor if isinstance(floor, tuple) else (floor,) if isinstance(floor, int) else (0,)
    x, y = warp(x, y)
    x += FLOOR_SHIFT * sum(levels) / len(levels)
    return ORIGIN_LAT + y / METRES_PER_LAT, ORIGIN_LON + x / METRES_PER_LON


def spelled(tags):
    """Python names to OSM keys: `level__ref` is `level:ref`."""
    return {key.replace("__", ":"): str(value) for key, value in tags.items()}


def clear(tags):
    """The tags of a node, with a door's width as what fits through it: `width` is for what is long."""
    return {"maxwidth:physical" if key == "width" and "door" in tags else key: value for key, value in tags.items()}


def tag_lines(tags):
    return [f"    <tag k={quoteattr(key)} v={quoteattr(value)}/>" for key, value in sorted(tags.items())]
