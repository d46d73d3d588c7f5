"""The streets of the province: named, some one-way, some turns forbidden, with car parks and houses."""

from layout import BLOCK, SUPERBLOCK

FIRST_EXTRA = 500_000_000  # ids of what isn't a street


def draw(layout, sheet):
    """Draws all cities and the roads between them."""
    numbers = {"way": 0, "extra": FIRST_EXTRA, "relation": 0}
    for city in range(layout.cities):
        draw_city(layout, sheet, city, numbers)
    for city in range(1, layout.cities):
        draw_road(layout, sheet, city - 1, city, numbers)


def next_number(numbers, kind):
    numbers[kind] += 1
    return numbers[kind]


def draw_city(layout, sheet, city, numbers):
    side, last = layout.side, layout.side - 1
    for i in range(side):
        for j in range(side):
            sheet.node(layout.crossing_id(city, i, j), *layout.crossing(city, i, j))
            for is_street, isnt_end in ((True, i < last), (False, j < last)):
                if isnt_end and layout.has(city, i, j, is_street):
                    for part in layout.bends(city, i, j):
                        number, place = layout.bend(city, i, j, is_street, part)
                        sheet.node(number, *place)
            if (i * 7 + j * 13) % 20 == 0 and i < last and layout.has(city, i, j, True):
                draw_house(layout, sheet, city, i, j, numbers)
            if (i * 3 + j * 11) % 100 == 7 and i < last and j < last and (city, i, j) not in layout.hospital_blocks:
                draw_car_park(layout, sheet, city, i, j, numbers)
    # The way that ends at each tenth crossing of a line and the one that begins there, for the restrictions.
    ends, begins = {}, {}
    for is_street in (True, False):
        for line in range(side):
            for first in range(0, last, SUPERBLOCK):
                way = draw_line(layout, sheet, city, is_street, line, first, min(first + SUPERBLOCK, last), numbers)
                begins[is_street, line, first] = ends[is_street, line, first + SUPERBLOCK] = way
    for i in range(SUPERBLOCK, last, SUPERBLOCK):
        for j in range(SUPERBLOCK, last, SUPERBLOCK):
            members = [("way", ends[True, j, i], "from"), ("node", layout.crossing_id(city, i, j), "via"),
                       ("way", begins[False, i, j], "to")]
            sheet.relation(next_number(numbers, "relation"), members, type="restriction", restriction="no_left_turn")


def draw_line(layout, sheet, city, is_street, line, first, end, numbers):
    """A street (to the east) or an avenue (to the north) from one crossing to another, with its gaps."""
    is_main = line % SUPERBLOCK == 0
    tags = {"highway": "secondary" if is_main else "residential",
            "name": f"{layout.name(city)} {'Street' if is_street else 'Avenue'} {line + 1}",
            "maxspeed": 60 if is_main else 30}
    if is_street and line % (4 * SUPERBLOCK) in (SUPERBLOCK, 3 * SUPERBLOCK):
        tags["oneway"] = "yes" if line % (4 * SUPERBLOCK) == SUPERBLOCK else "-1"
    way, nodes = None, []
    for at in range(first, end + 1):
        i, j = (at, line) if is_street else (line, at)
        nodes.append(layout.crossing_id(city, i, j))
        if at < end and layout.has(city, i, j, is_street):
            nodes += [layout.bend(city, i, j, is_street, part)[0] for part in layout.bends(city, i, j)]
            continue
        if len(nodes) > 1:
            way = sheet.way(next_number(numbers, "way"), nodes, **tags)
        nodes = []
    return way


def draw_house(layout, sheet, city, i, j, numbers):
    x, y = layout.crossing(city, i, j)
    sheet.node(next_number(numbers, "extra"), x + BLOCK / 2, y + 9, addr__housenumber=i + 1,
               addr__street=f"{layout.name(city)} Street {j + 1}")


def draw_car_park(layout, sheet, city, i, j, numbers):
    x, y = layout.crossing(city, i, j)
    corners = [sheet.node(next_number(numbers, "extra"), x + dx, y + dy)
               for dx, dy in ((60, 15), (90, 15), (90, 45), (60, 45))]
    sheet.way(next_number(numbers, "way"), corners + corners[:1], amenity="parking", parking="surface",
              name=f"{layout.name(city)} Car Park {i + 1}-{j + 1}")


def draw_road(layout, sheet, a, b, numbers):
    """The road from one city to the next, from the middle of one to the middle of the other."""
    middle = layout.side // 2
    (x1, y1), (x2, y2) = layout.crossing(a, middle, layout.side - 1), layout.crossing(b, middle, 0)
    nodes = [layout.crossing_id(a, middle, layout.side - 1)]
    for part in range(1, 40):
        bow = 4_000 * part * (40 - part) / 400  # around other cities, not through them
        nodes.append(sheet.node(next_number(numbers, "extra"), x1 + (x2 - x1) * part / 40 + bow / 10,
                                y1 + (y2 - y1) * part / 40 + bow))
    sheet.way(next_number(numbers, "way"), nodes + [layout.crossing_id(b, middle, 0)], highway="primary",
              name=f"{layout.name(a)}-{layout.name(b)} Road", maxspeed=80)
