"""Sidewalks drawn as ways of their own, crossings with their kerbs, and bus stops."""

from .streets import HALF
from .words import named

WALK = {"highway": "footway", "footway": "sidewalk", "surface": "paving_stones", "lit": "yes", "width": 3}
TO_THE_KERB = {key: value for key, value in WALK.items() if key != "footway"}
ACROSS = {"highway": "footway", "footway": "crossing", "surface": "asphalt", "lit": "yes", "width": 4}
AVENUE, RENAI = ("Lakeside Avenue", "湖滨大道"), ("Ren'ai Road", "仁爱路")
KANGNING, JIANKANG = ("Kangning Road", "康宁路"), ("Jiankang Road", "健康路")
PAST = 18  # from the middle of the avenue to its sidewalks
BESIDE = 9  # from the middle of other streets to theirs


def draw_sidewalks(canvas):
    for side in (-PAST, PAST):
        streets = [(-140, 5), (0, 5), (360, 5)] if side > 0 else [(-140, 5), (0, 5), (120, 5), (240, 5), (360, 5)]
        drives = [(50, 3), (130, 3)] if side > 0 else []
        sidewalk(canvas, AVENUE, (-280, side), (480, side), streets, drives)
    for x, name in ((0, RENAI), (360, KANGNING)):
        west, east = x - BESIDE, x + BESIDE
        sidewalk(canvas, name, (west, -120), (west, -PAST))
        sidewalk(canvas, name, (east, -120), (east, -PAST))
    sidewalk(canvas, RENAI, (-9, PAST), (-9, 300), [(150, 4)])
    sidewalk(canvas, RENAI, (9, PAST), (9, 291), [], [(262, 3), (275, 3)])
    sidewalk(canvas, KANGNING, (351, PAST), (351, 291), [], [(45, 3), (65, 3), (125, 3), (240, 3)])
    sidewalk(canvas, KANGNING, (369, PAST), (369, 300), [(150, 4)], [(205, 3)])
    sidewalk(canvas, JIANKANG, (-9, 291), (369, 291), [(0, 5), (360, 5)])
    sidewalk(canvas, JIANKANG, (0, 309), (360, 309), [(120, 4), (240, 4)], [(180, 4)])

    for x in (-266, -14, 14, 346, 374, 466):
        across_avenue(canvas, x)
    crossing(canvas, (14, 291), (14, 300), (14, 309), 5, "traffic_signals")
    crossing(canvas, (346, 291), (346, 300), (346, 309), 5, "traffic_signals")
    crossing(canvas, (215, 291), (215, 300), (215, 309), 5, "uncontrolled")
    crossing(canvas, (-9, 135), (0, 135), (9, 135), 5, "uncontrolled")
    crossing(canvas, (351, 135), (360, 135), (369, 135), 5, "uncontrolled")
    crossing(canvas, (-9, -100), (0, -100), (9, -100), 5, "uncontrolled")
    crossing(canvas, (351, -100), (360, -100), (369, -100), 5, "uncontrolled", kerb="raised")


def sidewalk(canvas, name, start, end, streets=(), drives=()):
    """A straight sidewalk that crosses streets and drives, given as (where along it, half their width)."""
    axis = 0 if start[1] == end[1] else 1
    at = start
    crossings = [(*street, "zebra") for street in streets] + [(*drive, "unmarked") for drive in drives]
    for where, half, marking in sorted(crossings):
        near, middle, far = (moved(start, axis, where + step) for step in (-half, 0, half))
        canvas.way(at, near, **WALK, **named(*name))
        crossing(canvas, near, middle, far, half, "uncontrolled" if marking == "zebra" else "unmarked",
                 kerb="lowered" if marking == "zebra" else "flush")
        at = far
    canvas.way(at, end, **WALK, **named(*name))


def moved(point, axis, value):
    return (value, point[1]) if axis == 0 else (point[0], value)


def crossing(canvas, start, middle, end, half, kind, kerb="lowered"):
    """A crossing with a kerb on either side; the way goes on to `start` and `end` beyond the kerbs."""
    kerbs = [tuple(m + (half if p > m else -half if p < m else 0) for p, m in zip(point, middle))
             for point in (start, end)]
    for point, near in zip((start, end), kerbs):
        canvas.node(*near, barrier="kerb", kerb=kerb, tactile_paving="no" if kerb == "raised" else "yes")
        if near != point:
            canvas.way(point, near, **TO_THE_KERB)
    canvas.node(*middle, highway="crossing", **crossing_tags(kind))
    canvas.way(kerbs[0], middle, kerbs[1], **ACROSS, **crossing_tags(kind))


def crossing_tags(kind):
    markings = {"crossing:markings": "no" if kind == "unmarked" else "zebra"}
    return {"crossing": kind, **markings}


def across_avenue(canvas, x):
    """Over both carriageways, with an island between them."""
    tags = crossing_tags("traffic_signals")
    for y in (-HALF, HALF):
        canvas.node(x, y, highway="crossing", crossing__island="yes", tactile_paving="yes", **tags)
    for y in (-11, 11):
        canvas.node(x, y, barrier="kerb", kerb="lowered", tactile_paving="yes")
    canvas.way((x, -PAST), (x, -11), **TO_THE_KERB)
    canvas.way((x, -11), (x, -HALF), (x, 0), (x, HALF), (x, 11), crossing__island="yes", **ACROSS, **tags)
    canvas.way((x, 11), (x, PAST), **TO_THE_KERB)


STOPS = [
    (75, PAST, "Lakeside Hospital", "湖滨综合医院"), (100, -PAST, "Lakeside Hospital South", "湖滨综合医院南"),
    (-200, PAST, "Qingquan Road", "清泉路口"), (-200, -PAST, "Qingquan Road South", "清泉路口南"),
    (420, PAST, "Fenglin Street", "枫林街口"), (420, -PAST, "Fenglin Street South", "枫林街口南"),
    (9, 215, "Ren'ai Road", "仁爱路"), (-9, 215, "Ren'ai Road West", "仁爱路西"),
    (351, 270, "Kangning Road North", "康宁路北"), (240, 291, "Inpatient Tower", "住院楼"),
    (-564, 153, "Liu'an Street", "柳岸街"), (-705, -240, "Huxi Road", "湖西路"), (-210, -354, "Lakeside Park", "湖滨公园"),
    (300, -595, "Nanhuan Road", "南环路"), (905, 230, "Donghuan Road", "东环路"), (200, 565, "Lakeshore", "湖岸"),
]


def draw_bus_stops(canvas):
    for x, y, english, chinese in STOPS:
        canvas.node(x, y, highway="bus_stop", public_transport="platform", bus="yes", shelter="yes", bench="yes",
                    **named(f"{english} Bus Stop", f"{chinese}公交站"))
