"""What lies between the streets: lake and canal, park, houses, car parks, and ways over and under the avenue."""

from .streets import AVENUE, EASTWARD, LANES, NORTHWARD
from .words import address, named, on, place

WATER = "water"  # the canal's own floor: it passes under streets without touching them
PATH = {"highway": "footway", "surface": "paving_stones", "lit": "yes", "width": 2.5}


def draw_water(canvas):
    shore = [(x, 600 + 12 * (x // 140 % 2)) for x in range(-840, 561, 140)]
    mouth = [(602, 604), (630, 604)]
    canvas.area(*shore, *mouth, (700, 612), (840, 600), (980, 612), (980, 760), (-840, 760), floor=WATER,
                natural="water", water="lake", **named("Mirror Lake", "镜湖"))
    canvas.area(mouth[0], (602, -640), (630, -640), mouth[1], floor=WATER, natural="water", water="canal",
                **named("Old Canal", "古运河"))
    canvas.way((616, -640), (616, -311), (616, 604), floor=WATER, waterway="canal", boat="yes",
               **named("Old Canal", "古运河"))
    # For people on foot only, with a few steps at its western end and a ramp around them.
    canvas.way((580, -300), (586, -300), **PATH)
    canvas.way((586, -300), (590, -300), highway="steps", incline="up", step_count=9, handrail="yes", width=3,
               surface="stone", wheelchair="no", lit="yes")
    canvas.way((586, -300), (586, -307), (590, -307), (590, -300), highway="footway", ramp="yes", incline="6%",
               width=1.8, handrail="yes", surface="stone", lit="yes", wheelchair="yes")
    canvas.way((590, -300), (642, -300), bridge="yes", layer=1, **PATH | {"surface": "stone"},
               **named("Moon Bridge", "望月桥"))
    canvas.way((642, -300), (650, -300), **PATH, incline="-4%")
    # The promenade along the lake, and the ways to it.
    canvas.way((-660, 560), (-660, 585), (-280, 585), (0, 585), (360, 585), (540, 585), (540, 560), **PATH,
               **named("Lake Promenade", "环湖步道"))
    for x in (-280, 0, 360):
        canvas.way((x, 560), (x, 585), **PATH)


def draw_park(canvas):
    canvas.box(-408, -348, -152, -132, leisure="park", **named("Lakeside Park", "湖滨公园"))
    canvas.area((-310, -262), (-250, -270), (-232, -235), (-262, -212), (-308, -222), natural="water", water="pond",
                **named("Lotus Pond", "荷花池"))
    walks = [
        ("Long Walk", "长堤步道", (-420, -200), (-330, -200), (-225, -200), (-140, -200)),
        ("Lotus Walk", "荷塘步道", (-330, -200), (-325, -280), (-225, -280), (-225, -200)),
        ("South Walk", "南苑步道", (-280, -360), (-280, -280)),
        ("North Walk", "北苑步道", (-280, -120), (-280, -200)),
        ("Pine Path", "松间小径", (-420, -320), (-325, -280)),
        ("Maple Path", "枫间小径", (-225, -280), (-140, -320)),
    ]
    for english, chinese, *points in walks:
        gravel = english.endswith("Path")
        canvas.way(*points, **named(english, chinese), highway="path" if gravel else "footway",
                   foot="designated", surface="fine_gravel" if gravel else "paving_stones", lit="yes", width=2)
    canvas.node(-276, -284, **place("Pond Pavilion", "荷风亭", amenity="shelter", shelter_type="gazebo"))
    canvas.node(-225, -240, **place("Park Toilets", "公园卫生间", amenity="toilets", wheelchair="yes", access="yes"))


def draw_footbridge(canvas):
    """Over the avenue west of the hospital: stairs and an elevator at both ends."""
    x = -70
    for y, step in ((18, 1), (-18, -1)):
        outer = y + 6 * step
        canvas.joint(x, outer, highway="elevator", wheelchair="yes", capacity=13, width=1.4, length=1.6,
                     **named(f"Footbridge Elevator {'North' if step > 0 else 'South'}",
                             f"天桥{'北' if step > 0 else '南'}侧电梯"), **on(0, 1))
        canvas.way((x, y), (x, outer), **PATH)
        canvas.way((x + 14, y), (x + 14, outer), **PATH)
        canvas.way((x + 14, outer), (x + 3, outer, 1), highway="steps", incline="up", step_count=32, handrail="yes",
                   width=2, surface="concrete", lit="yes", wheelchair="no", tactile_paving="yes",
                   **named("Footbridge Stairs", "天桥楼梯"), **on(0, 1))
        canvas.way((x + 3, outer), (x, outer), floor=1, bridge="yes", layer=1, **PATH, **on(1))
    canvas.way((x, 24), (x, -24), floor=1, bridge="yes", layer=1, covered="yes", **PATH, **on(1),
               **named("Ren'ai Footbridge", "仁爱天桥"))


def draw_underpass(canvas):
    """Under the avenue by Fenglin Street: a flight of stairs and a long ramp on either side."""
    x = 440
    for y, step in ((18, 1), (-18, -1)):
        top, bottom = y + 4 * step, y - 2 * step
        canvas.way((x, y), (x, top), **PATH)
        canvas.way((x, top), (x - 10, top, -1), highway="steps", incline="down", step_count=24, handrail="yes",
                   width=2.4, wheelchair="no", lit="yes", surface="concrete", layer=-1,
                   **named("Underpass Stairs", "地道楼梯"), **on(-1, 0))
        canvas.way((x, top), (x, top + 3 * step), (x - 50, top + 3 * step, -1), highway="footway", ramp="yes",
                   incline="-7%", width=2, handrail="yes", surface="concrete", lit="yes", wheelchair="yes", layer=-1,
                   **named("Underpass Ramp", "地道坡道"), **on(-1, 0))
        canvas.way((x - 50, top + 3 * step), (x - 50, bottom), (x - 10, bottom), floor=-1, tunnel="yes", layer=-1,
                   **PATH, **on(-1))
        canvas.way((x - 10, top), (x - 10, bottom), floor=-1, tunnel="yes", layer=-1, **PATH, **on(-1))
    canvas.way((x - 10, 16), (x - 10, -16), floor=-1, tunnel="yes", layer=-1, **PATH, **on(-1),
               **named("Fenglin Underpass", "枫林地下通道"))


def draw_car_parks(canvas):
    drive = {"highway": "service", "surface": "asphalt", "lit": "yes", "maxspeed": 10}
    aisle = drive | {"service": "parking_aisle"}
    # Below the park, a surface lot.
    canvas.box(-135, -345, -90, -255, amenity="parking", parking="surface", capacity=64, capacity__disabled=3,
               fee="yes", access="yes", **named("Lakeside Park Car Park", "湖滨公园停车场"))
    canvas.way((-140, -300), (-128, -300), service="driveway", **drive)
    canvas.way((-128, -300), (-128, -340), (-100, -340), (-100, -260), (-128, -260), (-128, -300), **aisle)
    canvas.node(-128, -300, barrier="lift_gate", access="yes")
    # Kerbside, on the north side of the hospital.
    canvas.box(60, 294.6, 110, 296.6, amenity="parking", parking="street_side", orientation="parallel", capacity=8,
               capacity__disabled=1, fee="yes", access="yes", maxstay="2 hours",
               **named("Jiankang Road Parking", "健康路路侧停车位"))
    canvas.box(255, 303.4, 305, 305.4, amenity="parking", parking="street_side", orientation="parallel", capacity=8,
               fee="yes", access="yes", maxstay="2 hours",
               **named("Jiankang Road North Parking", "健康路北侧停车位"))
    draw_multi_storey(canvas, drive, aisle)


def draw_multi_storey(canvas, drive, aisle):
    west, south, east, north = 385, 175, 445, 235
    kangning = named("Kangning Road Multi-storey Car Park", "康宁路立体停车楼")
    canvas.joint(west, 205, amenity="parking_entrance", parking="multi-storey", barrier="lift_gate", access="yes",
                 maxheight=2.2, **named("Kangning Road Car Park Entrance", "康宁路停车楼入口"))
    canvas.joint(west, 225, entrance="yes", door="hinged", width=1.2, automatic_door="button", wheelchair="yes",
                 **named("Kangning Road Car Park Foot Entrance", "康宁路停车楼步行入口"), **on(0))
    canvas.area((west, south), (east, south), (east, north), (west, north),
                building="parking", building__levels=3, amenity="parking", parking="multi-storey", capacity=186,
                capacity__disabled=6, fee="yes", access="yes", maxheight=2.2, opening_hours="24/7", **kangning)
    canvas.way((360, 205), (west, 205), service="driveway", **drive)
    canvas.way((369, 225), (west, 225), **PATH)
    canvas.joint(west + 3, 230, highway="elevator", wheelchair="yes", capacity=13, width=1.4, length=1.6,
                 **named("Multi-storey Elevator", "停车楼电梯"), **on(0, 1, 2))
    for level in range(3):
        inside = {"indoor": "yes", **on(level)}
        if level == 0:
            canvas.way((west, 205), (393, 205), floor=0, **aisle, **inside)
            canvas.way((west, 225), (west + 3, 225), floor=0, highway="corridor", width=2, **inside)
        canvas.way((393, 205), (393, 185), (432, 185), (432, 225), (393, 225), (393, 205), floor=level, **aisle,
                   **inside)
        canvas.node(412, 185, level, amenity="parking_space", parking_space="disabled", capacity=2, **on(level),
                    **named(f"Multi-storey Accessible Spaces {level + 1}F", f"停车楼{level + 1}楼无障碍车位"))
        canvas.way((west + 3, 230), (west + 3, 225), (393, 225), floor=level, highway="corridor", width=2, **inside)
        canvas.way((388, 225), (388, 221), floor=level, highway="corridor", width=2, **inside)
    for low in (0, 1):
        canvas.way((432, 225, low), (440, 225, low), (440, 185, low + 1), (432, 185, low + 1), incline="7%",
                   indoor="yes", foot="no", **drive, **on(low, low + 1))
        canvas.way((388, 221, low), (386.5, 217, (low, low + 1)), (390, 217, (low, low + 1)), (388, 221, low + 1),
                   highway="steps", indoor="yes", incline="up", step_count=20, handrail="yes",
                   width=1.2, wheelchair="no", **named("Multi-storey Stairs", "停车楼楼梯"), **on(low, low + 1))


# Houses

LANDMARKS = [
    ((-544, 180, -512, 270), "Lakeside Primary School", "湖滨小学", {"building": "school", "amenity": "school"}),
    ((-400, 450, -302, 536), "Silk Mill Museum", "丝绸博物馆", {"building": "museum", "tourism": "museum"}),
    ((78, -345, 104, -256), "Lotus Market", "荷花市场", {"building": "retail", "amenity": "marketplace"}),
    ((258, 325, 340, 408), "Jiankang Community Library", "健康社区图书馆", {"building": "civic", "amenity": "library"}),
    ((-122, 30, -95, 130), "Lakeview Hotel", "湖景酒店", {"building": "hotel", "tourism": "hotel"}),
    ((792, -345, 818, -255), "Taoyuan Fire Station", "桃源消防站", {"building": "fire_station", "amenity": "fire_station"}),
]

HOUSE_KINDS = [("apartments", 6), ("residential", 5), ("apartments", 11), ("retail", 3), ("apartments", 7)]
# Homes with a name of their own, by address.
HOMES = {
    ("Liu'an Street", 45): ("Willow Bank Apartments", "柳岸公寓"),
    ("Zhuyuan Street", 13): ("Bamboo Garden Court", "竹园新村"),
    ("Taoyuan Street", 29): ("Peach Garden Homes", "桃源人家"),
    ("Yinxing Street", 44): ("Ginkgo Court", "银杏苑"),
}
# Where no house may stand: the hospital and its surroundings, park, car parks, canal, lake, station entrances.
KEEP_OUT = [(0, -14, 360, 300), (-420, -360, -140, -120), (-140, -350, -84, -250), (376, 160, 455, 245),
            (572, -640, 658, 640), (-660, 565, 560, 900), (380, -45, 450, 45), (150, -45, 250, 0), (-80, -32, -45, 32)]
SHOPS = [
    ("Morning Dew Bakery", "朝露面包房", {"shop": "bakery"}), ("Lakeside Noodles", "湖滨面馆", {"amenity": "restaurant"}),
    ("Fresh Fruit Corner", "鲜果坊", {"shop": "greengrocer"}), ("Longjing Tea House", "龙井茶馆", {"amenity": "cafe"}),
    ("Harmony Pharmacy", "和安药店", {"amenity": "pharmacy", "dispensing": "yes"}),
    ("Crane Bookshop", "仙鹤书店", {"shop": "books"}), ("Corner Supermarket", "街角超市", {"shop": "supermarket"}),
    ("Silk and Thread", "丝线铺", {"shop": "clothes"}), ("Westshore Bank", "西岸银行", {"amenity": "bank"}),
    ("Little Flower Florist", "小花花店", {"shop": "florist"}), ("Canal Hotel", "运河宾馆", {"tourism": "hotel"}),
    ("Bright Optician", "明亮眼镜店", {"shop": "optician"}),
]


def draw_houses(canvas):
    """Rows of houses along both sides of every street, numbered from west and south, odd on the right hand."""
    taken, drawn = [], 0
    for box, english, chinese, tags in LANDMARKS:
        canvas.box(*box, **tags, **named(english, chinese))
        taken.append(box)
    for horizontal, street in [(True, s) for s in (AVENUE, *EASTWARD)] + [(False, s) for s in NORTHWARD]:
        if street.kind == "secondary" and not horizontal:
            continue
        numbers = {-1: 1, 1: 2}
        for low, high in street.reaches:
            for start in range(low + 22, high - 38, 34):
                for side in (-1, 1):
                    box = house(street, start, side, horizontal)
                    number, numbers[side] = numbers[side], numbers[side] + 2
                    if not is_free(box, taken):
                        continue
                    taken.append(box)
                    draw_house(canvas, box, drawn, number, street, horizontal, side)
                    drawn += 1


def house(street, start, side, horizontal):
    """West, south, east and north of a house that stands back from the middle of its street."""
    back = 28 if street is AVENUE else 14
    near, far = sorted((street.at + back * side, street.at + (back + 14 + 2 * (start % 3)) * side))
    along = (start, start + 20 + start % 5)
    return (along[0], near, along[1], far) if horizontal else (near, along[0], far, along[1])


def is_free(box, taken):
    def meets(other, gap):
        return (box[0] < other[2] + gap and other[0] < box[2] + gap
                and box[1] < other[3] + gap and other[1] < box[3] + gap)

    if any(meets(other, 0) for other in KEEP_OUT) or any(meets(other, 5) for other in taken):
        return False
    lanes = [(x - 8, low, x + 8, high) for _, _, x, low, high in LANES]
    across = [(street.at - 13, low, street.at + 13, high) for street in NORTHWARD for low, high in street.reaches]
    along = [(low, street.at - 13, high, street.at + 13) for street in EASTWARD for low, high in street.reaches]
    avenue = (-720, -24, 920, 24)
    return not any(meets(line, 0) for line in [*lanes, *across, *along, avenue])


def draw_house(canvas, box, count, number, street, horizontal, side):
    kind, levels = HOUSE_KINDS[count % len(HOUSE_KINDS)]
    where = address(number, street.english, street.chinese)
    if (street.english, number) in HOMES:
        where |= named(*HOMES[street.english, number])
        kind = "apartments"
    if count % 23 != 7 or count // 23 >= len(SHOPS):
        canvas.box(*box, building=kind, building__levels=levels, **where)
        return
    canvas.box(*box, building=kind, building__levels=levels)
    english, chinese, tags = SHOPS[count // 23]
    x, y = front(box, horizontal, side)
    canvas.node(x, y, **named(english, chinese), **tags, **where, opening_hours="Mo-Su 08:00-21:00",
                wheelchair="yes" if count % 2 else "limited")


def front(box, horizontal, side):
    """Just inside the middle of the side that faces the street."""
    west, south, east, north = box
    if horizontal:
        return (west + east) / 2, south + 2 if side > 0 else north - 2
    return west + 2 if side > 0 else east - 2, (south + north) / 2
