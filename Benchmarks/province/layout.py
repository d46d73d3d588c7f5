"""Where things lie in the province: cities on a chessboard, streets on a grid in each, hospitals in some blocks.

Metres east and north of the province's corner, which lies in open sea so that nobody takes it for a real place.
"""

from math import ceil, sqrt
from random import Random

ORIGIN_LAT, ORIGIN_LON = 27.0, 123.0
METRES_PER_LAT, METRES_PER_LON = 110_800.0, 98_000.0
BLOCK = 150.0  # from one street to the next
CITY_PITCH = 32_000.0
BENDS = 3  # places for nodes between two crossings
IDS_PER_CROSSING = 1 + 2 * BENDS
JUNCTIONS_PER_CROSSING = 0.6  # at least: where streets meet or end, not only bend
SUPERBLOCK = 10  # crossings from one main road to the next
LARGEST_CITY = 10_000  # crossings

CITIES = ["Anqing", "Bohai", "Changle", "Dongyuan", "Enping", "Fuxin", "Guangde", "Haimen", "Jinhu", "Kaiyuan",
          "Linhai", "Minqing", "Ninghai", "Pinghu", "Qidong", "Rongcheng", "Sanmen", "Taicang", "Wujiang", "Yixing"]


class Layout:
    def __init__(self, junctions, hospitals, seed):
        crossings = max(16, ceil(junctions / JUNCTIONS_PER_CROSSING))
        self.cities = max(1, ceil(crossings / LARGEST_CITY))
        self.side = ceil(sqrt(crossings / self.cities))
        random = Random(f"{seed} blocks")
        blocks = [(city, i, j) for city in range(self.cities)
                  for i in range(1, self.side - 1) for j in range(1, self.side - 1)
                  if self.has(city, i, j, True) and self.has(city, i, j, False)]
        if hospitals > len(blocks):
            raise SystemExit(f"{hospitals} hospitals don't fit into {len(blocks)} blocks; ask for more --junctions")
        self.hospitals = sorted(random.sample(blocks, hospitals))
        self.hospital_blocks = set(self.hospitals)
        self.seed = seed

    def name(self, city):
        return CITIES[city % len(CITIES)] + ("" if city < len(CITIES) else f" {city // len(CITIES) + 1}")

    def city_corner(self, city):
        columns = ceil(sqrt(self.cities))
        return (city % columns * CITY_PITCH, city // columns * CITY_PITCH)

    def crossing(self, city, i, j):
        """The position of the crossing of street j (eastward) with avenue i (northward)."""
        x, y = self.city_corner(city)
        return (x + i * BLOCK, y + j * BLOCK)

    def crossing_id(self, city, i, j):
        return 1 + IDS_PER_CROSSING * ((city * self.side + i) * self.side + j)

    def has(self, city, i, j, is_street):
        """Whether a street goes on east of a crossing (else: an avenue north of it).

        Main roads do. Between them, streets often end, and few avenues join them, as where people live.
        """
        if (j if is_street else i) % SUPERBLOCK == 0:
            return True
        chance = (self.crossing_id(city, i, j) * 2 + is_street) * 2654435761 % 2**32 / 2**32
        return chance < (0.85 if is_street else 0.35)

    def bends(self, city, i, j):
        """Which bends after a crossing there are: all where a hospital is joined to them, else the middle one."""
        return range(BENDS) if (city, i, j) in self.hospital_blocks else (BENDS // 2,)

    def bend(self, city, i, j, is_street, part):
        """Id and position of a bend after a crossing on its way east (a street) or north (an avenue)."""
        number = self.crossing_id(city, i, j) + 1 + (0 if is_street else BENDS) + part
        x, y = self.crossing(city, i, j)
        along, aside = BLOCK * (part + 1) / (BENDS + 1), (number * 2654435761 % 600) / 100 - 3
        return (number, (x + along, y + aside) if is_street else (x + aside, y + along))


def spelled(x, y):
    """A position as an OpenStreetMap file has it."""
    return f'lat="{ORIGIN_LAT + y / METRES_PER_LAT:.7f}" lon="{ORIGIN_LON + x / METRES_PER_LON:.7f}"'
