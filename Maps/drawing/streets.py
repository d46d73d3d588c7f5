"""The streets of the district: a ring, an avenue in two carriageways, and a grid with its exceptions."""

from collections import namedtuple

from .words import named

Street = namedtuple("Street", "at kind english chinese reaches oneway", defaults=(None,))

# North to south streets: x, then the stretches (from y, to y).
NORTHWARD = [
    Street(-700, "secondary", "Huxi Road", "湖西路", [(-600, 560)]),
    Street(-560, "residential", "Liu'an Street", "柳岸街", [(-600, -240), (-120, 560)]),
    Street(-420, "residential", "Caihe Street", "采荷街", [(-600, 560)]),
    Street(-280, "tertiary", "Qingquan Road", "清泉路", [(-600, -360), (-120, 560)]),
    Street(-140, "residential", "Meiying Street", "梅影街", [(-600, 430)], "yes"),
    Street(0, "secondary", "Ren'ai Road", "仁爱路", [(-600, 560)]),
    Street(120, "residential", "Shuyuan Street", "书院街", [(-480, 0), (300, 560)], "-1"),
    Street(240, "residential", "Guixiang Street", "桂香街", [(-600, 0), (300, 430)], "yes"),
    Street(360, "tertiary", "Kangning Road", "康宁路", [(-600, 560)]),
    Street(480, "residential", "Fenglin Street", "枫林街", [(-480, 560)]),
    Street(580, "living_street", "Canal West Street", "运河西街", [(-600, 560)]),
    Street(650, "residential", "Canal East Street", "运河东街", [(-600, 560)]),
    Street(770, "residential", "Taoyuan Street", "桃源街", [(-600, 430)]),
    Street(900, "secondary", "Donghuan Road", "东环路", [(-600, 560)]),
]
# West to east streets: y, then the stretches (from x, to x).
EASTWARD = [
    Street(-600, "secondary", "Nanhuan Road", "南环路", [(-700, 900)]),
    Street(-480, "residential", "Zhuyuan Street", "竹园街", [(-700, 580), (650, 900)]),
    Street(-360, "tertiary", "Pinghai Road", "平海路", [(-700, 580), (650, 900)]),
    Street(-240, "residential", "Lanting Street", "兰亭街", [(-700, -420), (-140, 580), (650, 900)]),
    Street(-120, "residential", "Xueshi Street", "学士街", [(-700, 480), (650, 900)]),
    Street(150, "residential", "Dingxiang Street", "丁香街", [(-700, 0), (360, 580), (650, 900)]),
    Street(300, "tertiary", "Jiankang Road", "健康路", [(-700, 580), (650, 900)]),
    Street(430, "residential", "Yinxing Street", "银杏街", [(-560, 580), (650, 900)]),
    Street(560, "secondary", "Lakeshore Road", "湖岸路", [(-700, 900)]),
]
AVENUE = Street(0, "primary", "Lakeside Avenue", "湖滨大道", [(-700, 900)])
HALF = 7  # from the middle of the avenue to the middle of a carriageway
# Streets that cross the avenue; all others end at the near carriageway.
THROUGH = {-700, -280, 0, 360, 480, 900}
BRIDGE = (592, 640)  # where bridges begin and end; the canal lies between
ROUNDABOUT, RADIUS = (-280, 300), 16

# Quiet lanes inside the blocks: x, from y, to y; a dead end if the last is no street.
LANES = [
    ("Dragonfly Lane", "蜻蜓弄", -630, -600, -480), ("Plum Blossom Lane", "梅花弄", -630, -360, -240),
    ("Well Lane", "古井弄", -490, -480, -360), ("Tea Lane", "茶香弄", -350, -600, -480),
    ("Silk Lane", "丝绸弄", -350, -480, -405), ("Fan Lane", "纸扇弄", -210, -600, -480),
    ("Umbrella Lane", "油伞弄", -210, -480, -360), ("Bamboo Lane", "竹影弄", -70, -480, -360),
    ("Ink Lane", "墨香弄", -70, -360, -285), ("Heron Lane", "白鹭弄", -70, -240, -120),
    ("Lotus Lane", "荷花弄", 60, -600, -480), ("Kite Lane", "风筝弄", 60, -360, -240),
    ("Lantern Lane", "灯笼弄", 180, -480, -360), ("Swallow Lane", "燕子弄", 300, -360, -240),
    ("Carp Lane", "锦鲤弄", 300, -600, -525), ("Rice Lane", "稻香弄", 420, -480, -360),
    ("Cloud Lane", "云起弄", 530, -360, -240), ("Orchid Lane", "幽兰弄", 710, -480, -360),
    ("Moon Lane", "月亮弄", 835, -360, -240), ("Rain Lane", "听雨弄", 710, -240, -120),
    ("Willow Lane", "垂柳弄", -630, 150, 300), ("Crane Lane", "仙鹤弄", -490, 150, 245),
    ("Pine Lane", "松风弄", -350, 300, 430), ("Snow Lane", "映雪弄", -210, 150, 300),
    ("Jade Lane", "碧玉弄", -70, 300, 430), ("Camphor Lane", "香樟弄", 60, 430, 560),
    ("Chess Lane", "棋盘弄", 180, 300, 430), ("Boat Lane", "乌篷弄", 530, 150, 300),
    ("Zither Lane", "琴音弄", 420, 430, 560), ("Peach Lane", "桃花弄", 710, 150, 300),
    ("Star Lane", "星光弄", 835, 300, 430), ("Dawn Lane", "晨曦弄", 835, -600, -480),
]

SPEED = {"primary": 60, "secondary": 50, "tertiary": 40, "residential": 30, "living_street": 10}
RANK = list(SPEED)

# (what, the way one comes from, the junction, the way one may not or must take): ways by their far ends.
RESTRICTIONS = [
    ("no_left_turn", (360, HALF), (0, HALF), (0, -HALF)),
    ("no_left_turn", (-140, HALF), (-280, HALF), (-280, -HALF)),
    ("no_left_turn", (-140, 150), (0, 150), (0, 300)),
    ("no_right_turn", (0, -120), (0, -240), (-140, -240)),
    ("no_left_turn", (0, -360), (0, -240), (-140, -240)),
    ("no_left_turn", (360, 430), (360, 300), (480, 300)),
    ("no_left_turn", (480, 150), (360, 150), (360, HALF)),
    ("no_left_turn", (240, -120), (360, -120), (360, -HALF)),
    ("no_right_turn", (-420, -360), (-280, -360), (-280, -480)),
    ("no_left_turn", (-420, 430), (-280, 430), (-280, 560)),
    ("no_right_turn", (770, 300), (900, 300), (900, 150)),
    ("no_right_turn", (480, 560), (580, 560), (580, 430)),
    ("only_straight_on", (-140, -240), (-140, -120), (-140, -HALF)),
    ("only_straight_on", (120, -240), (120, -360), (120, -480)),
    ("only_straight_on", (-560, 300), (-420, 300), (-280 - RADIUS, 300)),
    ("only_right_turn", (650, 430), (650, 560), (900, 560)),
    ("no_u_turn", (-280, -600), (-140, -600), (-280, -600)),
    ("no_u_turn", (0, 300), (0, 430), (0, 300)),
    ("no_left_turn", (360, -480), (360, -360), (240, -360)),
]
# Turning round on the avenue takes the link between its carriageways: not here.
NO_TURNING_ROUND = [-280, 0]


def draw_streets(canvas):
    draw_avenue(canvas)
    for street in NORTHWARD:
        for points in northward_pieces(street):
            draw_piece(canvas, street, *points)
    for street in EASTWARD:
        for low, high in street.reaches:
            xs = [other.at for other in NORTHWARD
                  if low <= other.at <= high and (touches(other, street.at) or other.at in (low, high))]
            for a, b in zip(xs, xs[1:]):
                draw_piece(canvas, street, (a, street.at), (b, street.at))
    draw_roundabout(canvas)
    draw_lanes(canvas)
    draw_signals(canvas)


def touches(street, along):
    return any(low <= along <= high for low, high in street.reaches)


def northward_pieces(street):
    """From crossing to crossing; the avenue is two of them."""
    for low, high in street.reaches:
        ys = {other.at for other in EASTWARD if low <= other.at <= high and touches(other, street.at)} | {low, high}
        if low < 0 <= high:
            ys |= {-HALF}
        if low <= 0 < high:
            ys |= {HALF}
        ys = sorted(ys - {0})
        for a, b in zip(ys, ys[1:]):
            if (a, b) != (-HALF, HALF) or street.at in THROUGH:
                yield (street.at, a), (street.at, b)


def street_tags(street, a, b):
    tags = {"highway": street.kind, **named(street.english, street.chinese), "surface": "asphalt", "lit": "yes",
            "maxspeed": SPEED[street.kind]}
    if street.oneway and (a[1], b[1]) != (-HALF, HALF):
        tags["oneway"] = "yes"
    own_sidewalks = has_own_sidewalks(street, a, b)
    if own_sidewalks:
        tags |= {"sidewalk": "separate", "foot": "use_sidepath"}
    elif street.kind != "living_street":
        tags["sidewalk"] = "both"
    if street.kind in ("primary", "secondary"):
        tags["lanes"] = 4 if street.kind == "secondary" else 3
    if (a[0] + b[0] + a[1] + b[1]) % 7 == 0 and street.kind in ("residential", "tertiary") and not own_sidewalks:
        side = "right" if street.oneway else "both"
        tags |= {f"parking:{side}": "lane", f"parking:{side}:orientation": "parallel",
                 f"parking:{side}:fee": "yes", f"parking:{side}:maxstay": "2 hours"}
    return tags


def has_own_sidewalks(street, a, b):
    if street is AVENUE:
        return -280 <= a[0] and b[0] <= 480
    (ax, ay), (bx, by) = a, b
    if street.at in (0, 360) and ax == bx:
        return -120 <= ay and by <= 300
    return street.at == 300 and 0 <= ax and bx <= 360


def draw_piece(canvas, street, a, b, tags=None):
    tags = tags or street_tags(street, a, b)
    a, b = clear_of_roundabout(a, b), clear_of_roundabout(b, a)
    if street.oneway == "-1" or street is AVENUE and a[1] > 0:
        a, b = b, a
    if {a[0], b[0]} == {580, 650}:
        banks = [(x, a[1]) for x in BRIDGE]
        if a[0] > b[0]:
            banks.reverse()
        bridge = {"bridge": "yes", "layer": 1, "bridge:name": f"{street.chinese}桥",
                  "bridge:name:en": f"{street.english} Bridge", "bridge:name:zh": f"{street.chinese}桥"}
        canvas.way(a, banks[0], **tags)
        canvas.way(*banks, **tags, **bridge)
        canvas.way(banks[1], b, **tags)
    else:
        canvas.way(a, b, **tags)


def clear_of_roundabout(point, other):
    """A street ends at the roundabout's edge, not in its middle."""
    if point != ROUNDABOUT:
        return point
    direction = [(q > p) - (q < p) for p, q in zip(point, other)]
    return tuple(p + RADIUS * step for p, step in zip(point, direction))


def draw_avenue(canvas):
    for side in (-HALF, HALF):
        xs = [street.at for street in NORTHWARD if touches(street, side)]
        for a, b in zip(xs, xs[1:]):
            tags = street_tags(AVENUE, (a, side), (b, side)) | {"oneway": "yes", "dual_carriageway": "yes"}
            if tags["sidewalk"] == "both":
                tags["sidewalk"] = "right"
            draw_piece(canvas, AVENUE, (a, side), (b, side), tags)


def draw_roundabout(canvas):
    x, y = ROUNDABOUT
    near = 11.314
    ring = [(RADIUS, 0), (near, near), (0, RADIUS), (-near, near),
            (-RADIUS, 0), (-near, -near), (0, -RADIUS), (near, -near)]
    canvas.area(*((x + dx, y + dy) for dx, dy in ring), highway="tertiary", junction="roundabout", oneway="yes",
                maxspeed=20, surface="asphalt", lit="yes", sidewalk="right",
                **named("Qingquan Roundabout", "清泉环岛"))


def draw_lanes(canvas):
    streets = {street.at for street in EASTWARD}
    for english, chinese, x, low, high in LANES:
        canvas.way((x, low), (x, high), highway="living_street", surface="paving_stones", lit="yes", maxspeed=10,
                   **named(english, chinese))
        if high not in streets:
            canvas.node(x, high, highway="turning_circle", noexit="yes")


def draw_signals(canvas):
    for north in NORTHWARD:
        if north.at in THROUGH:
            for y in (-HALF, HALF):
                canvas.node(north.at, y, highway="traffic_signals")
        for east in EASTWARD:
            big = RANK.index(north.kind) <= 2 and RANK.index(east.kind) <= 2
            meet = touches(north, east.at) and touches(east, north.at)
            if big and meet and (north.at, east.at) != ROUNDABOUT:
                canvas.node(north.at, east.at, highway="traffic_signals")


def draw_restrictions(canvas):
    for what, start, via, end in RESTRICTIONS:
        members = [(canvas.between(start, via), "from"), (canvas.node(*via), "via"),
                   (canvas.between(via, end), "to")]
        canvas.relation(*members, type="restriction", restriction=what)
    eastward = [street.at for street in NORTHWARD if touches(street, -HALF)]
    westward = [street.at for street in NORTHWARD if touches(street, HALF)]
    for x in NO_TURNING_ROUND:
        before = eastward[eastward.index(x) - 1], westward[westward.index(x) - 1]
        members = [(canvas.between((before[0], -HALF), (x, -HALF)), "from"),
                   (canvas.between((x, -HALF), (x, HALF)), "via"),
                   (canvas.between((x, HALF), (before[1], HALF)), "to")]
        canvas.relation(*members, type="restriction", restriction="no_u_turn")
