#!/usr/bin/env python3
"""Draws riverside.osm: an invented hospital and the four streets around it.

Usage: draw-riverside.py [OUTPUT]

Everything is placed in metres, x to the east and y to the north of a point out at sea. The same script
always writes the same bytes: ids count up in the order in which things are drawn.

Two points are the same node if they have the same place and the same floor. What is on every floor at
once (an elevator shaft, an entrance between outdoors and the ground floor) is announced with `joint`.
"""

import sys
from pathlib import Path
from xml.sax.saxutils import quoteattr

ORIGIN_LAT, ORIGIN_LON = 29.9, 122.9
METRES_PER_LAT, METRES_PER_LON = 110_851.0, 96_583.0

POSTED = {-1: "B1", 0: "1F", 1: "2F", 2: "3F", 3: "4F"}
OUTDOORS = None

HEADER = """<?xml version="1.0" encoding="UTF-8"?>
<!--
  Riverside Hospital is invented, and so are its streets. It lies in open sea, at 29.9 N 122.9 E,
  so that nobody mistakes it for a real place. Drawn by draw-riverside.py; change that, not this.
-->
<osm version="0.6" generator="draw-riverside.py" copyright="The Wardway authors"\
 license="https://www.apache.org/licenses/LICENSE-2.0">
"""


class Drawing:
    """Nodes and ways in the order in which they were drawn."""

    def __init__(self):
        self.nodes = {}  # (x, y, floor) -> (id, tags)
        self.ways = []  # (node ids, tags)
        self.joints = set()  # places that are one node on all floors

    def node(self, x, y, floor=OUTDOORS, **tags):
        """The id of the node at this place, with these tags added to it."""
        key = (x, y, "joint" if (x, y) in self.joints else floor)
        identifier, known = self.nodes.setdefault(key, (len(self.nodes) + 1, {}))
        known.update(spelled(tags))
        return identifier

    def joint(self, x, y, **tags):
        """A node that is the same on every floor."""
        self.joints.add((x, y))
        self.node(x, y, **tags)

    def way(self, *points, floor=OUTDOORS, **tags):
        """A way through points (x, y) on its own floor, or (x, y, floor) where that differs."""
        ids = [self.node(*(point if len(point) == 3 else (*point, floor))) for point in points]
        self.ways.append((ids, spelled(tags)))

    def area(self, *points, floor=OUTDOORS, **tags):
        self.way(*points, points[0], floor=floor, **tags)

    def place(self, x, y, level, english, chinese, **tags):
        """Something to go to: a named node on the network."""
        self.node(x, y, level, **named(english, chinese), **on(level), **tags)

    def door(self, x, y, level, **tags):
        self.node(x, y, level, **{"door": "hinged", **on(level), **tags})

    def corridor(self, level, english, chinese, *points, **tags):
        standard = {"highway": "corridor", "indoor": "yes", "width": 2.4, "lit": "yes"}
        self.way(*points, floor=level, **{**standard, **named(english, chinese), **on(level), **tags})

    def passage(self, level, *points, **tags):
        """A short corridor that nobody has given a name."""
        standard = {"highway": "corridor", "indoor": "yes", "width": 1.8}
        self.way(*points, floor=level, **{**standard, **on(level), **tags})

    def write(self, path):
        places = [position(x, y) for x, y, _ in self.nodes]
        lats, lons = zip(*places)
        lines = [
            f'  <bounds minlat="{min(lats):.7f}" minlon="{min(lons):.7f}"'
            f' maxlat="{max(lats):.7f}" maxlon="{max(lons):.7f}"/>'
        ]
        for (lat, lon), (identifier, tags) in zip(places, self.nodes.values()):
            head = f'  <node id="{identifier}" version="1" lat="{lat:.7f}" lon="{lon:.7f}"'
            lines += [head + "/>"] if not tags else [head + ">", *tag_lines(tags), "  </node>"]
        for identifier, (ids, tags) in enumerate(self.ways, start=1):
            lines.append(f'  <way id="{identifier}" version="1">')
            lines += [f'    <nd ref="{reference}"/>' for reference in ids]
            lines += [*tag_lines(tags), "  </way>"]
        path.write_text(HEADER + "\n".join(lines) + "\n</osm>\n", encoding="utf-8", newline="\n")


def position(x, y):
    return ORIGIN_LAT + y / METRES_PER_LAT, ORIGIN_LON + x / METRES_PER_LON


def spelled(tags):
    """Python names to OSM keys: `level__ref` is `level:ref`."""
    return {key.replace("__", ":"): str(value) for key, value in tags.items()}


def tag_lines(tags):
    return [f"    <tag k={quoteattr(key)} v={quoteattr(value)}/>" for key, value in sorted(tags.items())]


def named(english, chinese):
    return {"name": english, "name:en": english, "name:zh": chinese}


def address(number, english, chinese):
    street = {"addr:street": english, "addr:street:en": english, "addr:street:zh": chinese}
    return {"addr:housenumber": number, **street}


def on(*levels):
    return {"level": ";".join(map(str, levels)), "level:ref": ";".join(POSTED[level] for level in levels)}


def draw_streets(d):
    street = {"lit": "yes", "surface": "asphalt", "maxspeed": 30}
    d.way((-60, -140), (-60, -125), (-60, -50), (-60, -44), (-60, 35), (-60, 110),
          highway="residential", sidewalk="separate", **named("Willow Street", "柳树街"), **street)
    d.way((-60, -50), (-54, -50), (20, -50), (40, -50), (66, -50), (90, -50), (174, -50), (180, -50),
          highway="tertiary", sidewalk="separate", **named("Riverside Road", "河滨路"), **street)
    d.way((180, -50), (180, 110),
          highway="tertiary", sidewalk="separate", **named("Spring Road", "春泉路"), **street)
    # The quiet one: people walk along the road itself, which has a sidewalk on either side.
    d.way((-60, 110), (-54, 110), (60, 110), (174, 110), (180, 110),
          highway="residential", sidewalk="both", **named("Harbour Lane", "港湾巷"), **street)

    walk = {"highway": "footway", "footway": "sidewalk", "surface": "paving_stones", "width": 2.5,
            "lit": "yes"}
    d.way((-66, -140), (-66, -125), (-66, -110), (-66, -44), (-66, 104), (-60, 110),
          **walk, **named("Willow Street", "柳树街"))
    d.way((-54, -140), (-54, -125), (-54, -56), **walk, **named("Willow Street", "柳树街"))
    d.way((-54, -44), (-54, -30), (-54, 28), (-54, 35), (-54, 104), (-54, 110),
          **walk, **named("Willow Street", "柳树街"))
    d.way((-54, -44), (20, -44), (40, -44), (66, -44), (75, -44), (90, -44), (174, -44),
          **walk, **named("Riverside Road", "河滨路"))
    d.way((-54, -56), (40, -56), (174, -56), **walk, **named("Riverside Road", "河滨路"))
    d.way((174, -44), (174, -15), (174, 104), (174, 110), **walk, **named("Spring Road", "春泉路"))

    crossing(d, (-66, -44), (-60, -44), (-54, -44), kerb="lowered", crossing="uncontrolled")
    crossing(d, (-54, -56), (-54, -50), (-54, -44), kerb="lowered", crossing="uncontrolled")
    crossing(d, (40, -56), (40, -50), (40, -44), kerb="flush", crossing="traffic_signals")
    crossing(d, (174, -56), (174, -50), (174, -44), kerb="lowered", crossing="marked")
    crossing(d, (-66, -125), (-60, -125), (-54, -125), kerb="raised", crossing="unmarked")

    d.node(75, -44, highway="bus_stop", public_transport="platform", bus="yes", shelter="yes",
           **named("Hospital Gate Bus Stop", "医院正门公交站"))


def crossing(d, start, middle, end, kerb, **tags):
    """A crossing with a kerb on either side, 3.5 m from the middle of the road."""
    kerbs = []
    for x, y in (start, end):
        near = tuple(m + (3.5 if p > m else -3.5 if p < m else 0) for p, m in zip((x, y), middle))
        paving = "no" if kerb == "raised" else "yes"
        d.node(*near, barrier="kerb", kerb=kerb, tactile_paving=paving)
        kerbs.append(near)
    d.node(*middle, highway="crossing", **tags)
    d.way(start, kerbs[0], middle, kerbs[1], end,
          highway="footway", footway="crossing", surface="asphalt", width=3, lit="yes", **tags)


def draw_houses(d):
    d.node(-72, -110, entrance="home", **address(12, "Willow Street", "柳树街"),
           **named("12 Willow Street", "柳树街12号"))
    d.way((-72, -110), (-66, -110), highway="footway", surface="concrete", width=1.2)
    for number, x, y in ((8, -72, -70), (10, -72, -90), (14, -72, -130), (11, -48, -100), (13, -48, -120)):
        d.node(x, y, **address(number, "Willow Street", "柳树街"))
    for number, x in ((2, 0), (4, 60), (6, 120)):
        d.node(x, -62, **address(number, "Riverside Road", "河滨路"))


def draw_grounds(d):
    d.area((-45, -41), (20, -41), (40, -41), (66, -41), (90, -41), (168, -41), (168, -15),
           (168, 70), (60, 70), (-45, 70), (-45, 35), (-45, 28), (-45, -28),
           amenity="hospital", healthcare="hospital", emergency="yes",
           **address(1, "Riverside Road", "河滨路"), **named("Riverside Hospital", "河滨医院"))

    path = {"highway": "footway", "surface": "paving_stones", "lit": "yes", "width": 3}
    d.area((20, -30), (40, -30), (50, -30), (60, -30), (60, -15), (60, 0), (40, 0), (20, 0), (20, -20),
           highway="pedestrian", area="yes", surface="paving_stones", lit="yes",
           **named("Entrance Square", "门前广场"))
    d.way((40, -44), (40, -41), (40, -38), (40, -30), **path, **named("Main Gate", "正门"))
    d.node(40, -38, highway="crossing", crossing="marked", kerb="flush")

    # Drop-off in front of the square, one way as the traffic on that side of the road.
    d.way((66, -50), (66, -44), (66, -41), (66, -38), (50, -38), (40, -38), (20, -38), (20, -41), (20, -44),
          (20, -50), highway="service", oneway="yes", surface="asphalt", lit="yes",
          **named("Drop-off Lane", "落客车道"))
    d.node(50, -38, amenity="taxi", **named("Taxi Stand", "出租车候客点"))
    d.node(50, -36.5, barrier="kerb", kerb="lowered")
    d.way((50, -38), (50, -36.5), (50, -30), **path)

    # The short cut: gravel, and dark at night. No way for wheels.
    d.way((-54, -30), (-45, -28), (-10, -22), (20, -20),
          highway="path", foot="yes", surface="gravel", smoothness="bad", wheelchair="no", lit="no",
          width=1.5, incline="2%", **named("Garden Path", "花园小径"))

    # Emergency: the ambulance road, and the way to it on foot.
    d.way((-60, 35), (-54, 35), (-45, 35), (-6, 35), highway="service", service="emergency_access",
          access="private", emergency="yes", foot="yes", surface="asphalt", lit="yes")
    d.way((-54, 28), (-45, 28), (-20, 28), (-6, 35), (0, 35), **path, **named("Emergency Walk", "急诊步道"))
    d.way((-20, 28), (-20, 0), (20, -20), **path, incline="2%", **named("West Walk", "西侧步道"))

    # To the inpatient building: five steps, and a ramp beside them.
    d.way((60, -15), (90, -15), (135, -15), (168, -15), (174, -15), **path, **named("East Walk", "东侧步道"))
    d.node(90, -15, highway="crossing", crossing="marked", kerb="lowered")
    d.way((135, -15), (135, -3), **path)
    d.way((135, -3), (135, 0), highway="steps", step_count=5, incline="up", handrail="yes", width=3,
          surface="concrete", lit="yes", wheelchair="no", ramp="separate", ramp__wheelchair="separate")
    d.way((135, -3), (129, -3), (129, 0), (135, 0), highway="footway", ramp="yes", incline="5%", width=1.5,
          handrail="yes", surface="concrete", lit="yes", wheelchair="yes")
    d.way((135, 0), (135, 5), **path)

    # Staff come in from the north, up three steps.
    d.way((60, 110), (60, 70), (60, 52), highway="footway", surface="asphalt", width=2, lit="yes",
          **named("Staff Path", "员工通道"))
    d.way((60, 52), (60, 50), highway="steps", step_count=3, incline="up", handrail="yes", wheelchair="no",
          access="private", surface="concrete")

    d.area((0, 0), (20, 0), (40, 0), (60, 0), (80, 0), (80, 50), (60, 50), (0, 50), (0, 35),
           building="hospital", building__levels=4, building__levels__underground=1,
           **named("Outpatient Building", "门诊楼"))
    d.area((110, 5), (135, 5), (160, 5), (160, 45), (110, 45),
           building="hospital", building__levels=4, **named("Inpatient Building", "住院楼"))


def draw_joints(d):
    """Entrances and elevator shafts, before anything runs into them."""
    d.joint(40, 0, entrance="main", door="sliding", automatic_door="yes", wheelchair="yes", width=2.4,
            **named("Main Entrance", "正门入口"), **on(0))
    d.joint(0, 35, entrance="yes", emergency="emergency_ward_entrance", door="sliding", automatic_door="yes",
            wheelchair="yes", width=2.4, opening_hours="24/7",
            **named("Emergency Entrance", "急诊入口"), **on(0))
    d.joint(135, 5, entrance="yes", door="hinged", automatic_door="button", wheelchair="yes", width=1.4,
            opening_hours="Mo-Su 06:00-22:00", **named("Inpatient Entrance", "住院楼入口"), **on(0))
    d.joint(60, 50, entrance="service", door="hinged", access="private", wheelchair="no", width=1.0,
            **named("Staff Entrance", "员工入口"), **on(0))

    everywhere = on(-1, 0, 1, 2, 3)
    public = {"highway": "elevator", "wheelchair": "yes", "capacity": 13, "maxweight": 1, "width": 1.4,
              "length": 1.6}
    d.joint(45, 30, ref="A", **named("Elevator A", "A号电梯"), **public, **everywhere)
    d.joint(45, 33, ref="B", **named("Elevator B", "B号电梯"), **public, **everywhere)
    d.joint(70, 32, highway="elevator", ref="Bed lift", access="private", wheelchair="yes", capacity=33,
            maxweight=2.5, width=1.8, length=2.7, **named("Bed lift", "病床电梯"), **everywhere)
    d.joint(140, 20, highway="elevator", ref="C", wheelchair="yes", capacity=21, maxweight=1.6, width=1.6,
            length=2.4, **named("Elevator C", "C号电梯"), **on(0, 1, 2, 3))


def draw_stairs(d, x, y, levels, english, chinese):
    """A stairwell: on every level you arrive at (x, y) and go on up from three metres to the west."""
    for low, high in zip(levels, levels[1:]):
        d.way((x - 3, y, low), (x - 3, y + 6, (low, high)), (x, y + 6, (low, high)), (x, y, high),
              highway="steps", indoor="yes", incline="up", step_count=22, handrail="yes", width=1.5,
              wheelchair="no", lit="yes", **named(english, chinese), **on(low, high))


def draw_outpatient_building(d):
    for level, posted in POSTED.items():
        # The core of the building, alike on every floor.
        d.passage(level, (40, 30), (33, 30), (30, 30))
        d.passage(level, (40, 30), (45, 30), width=3)
        d.passage(level, (40, 33), (45, 33), width=3)
        d.passage(level, (70, 25), (70, 32), width=3)
        floor = f"{level + 1}楼" if level >= 0 else "地下一层"
        if level == -1:
            continue
        d.passage(level, (50, 25), (50, 22.5), (50, 21))
        d.passage(level, (54, 25), (54, 22.5), (54, 21))
        d.door(50, 22.5, level, width=1.0)
        d.door(54, 22.5, level, door="sliding", width=1.1)
        d.place(50, 21, level, f"Toilets {posted}", f"{floor}卫生间", amenity="toilets", wheelchair="limited",
                female="yes", male="yes")
        d.place(54, 21, level, f"Accessible Toilet {posted}", f"{floor}无障碍卫生间", amenity="toilets",
                wheelchair="yes", unisex="yes", changing_table="yes")
    draw_stairs(d, 33, 30, list(POSTED), "Stairs 1", "1号楼梯")

    moving = {"highway": "steps", "indoor": "yes", "conveying": "forward", "wheelchair": "no", "width": 1,
              **on(0, 1)}
    d.way((35, 10, 0), (35, 20, 1), incline="up", **named("Escalator up", "上行扶梯"), **moving)
    d.way((33, 20, 1), (33, 10, 0), incline="down", **named("Escalator down", "下行扶梯"), **moving)

    draw_car_park(d)
    draw_ground_floor(d)
    draw_second_floor(d)
    draw_third_floor(d)
    draw_fourth_floor(d)


def draw_car_park(d):
    d.way((90, -50), (90, -44), (90, -41), (90, -15), (90, -8), highway="service", surface="asphalt",
          lit="yes", **named("Car Park Drive", "停车场车道"))
    d.way((90, -8), (90, 8), (80, 8, -1), highway="service", surface="concrete", tunnel="yes", layer=-1,
          incline="-13%", foot="no", lit="yes", **on(-1, 0))
    d.node(80, 8, -1, amenity="parking_entrance", parking="underground", **on(-1))
    d.way((80, 8), (60, 8), (46, 8), (40, 8), (20, 8), floor=-1, highway="service", service="parking_aisle",
          surface="concrete", lit="yes", maxspeed=5, **on(-1))
    d.area((0, 0), (80, 0), (80, 8), (80, 18), (40, 18), (0, 18), floor=-1,
           amenity="parking", access="customers", parking="underground", capacity=60, capacity__disabled=4,
           fee="yes", **named("Hospital Car Park", "医院停车场"), **on(-1))
    d.place(46, 8, -1, "Accessible Parking", "无障碍车位", amenity="parking_space", parking_space="disabled",
            capacity=4)
    d.way((40, 8), (40, 18), (40, 20), floor=-1, highway="footway", indoor="yes", surface="concrete", width=2,
          lit="yes", **on(-1))

    d.door(40, 20, -1, width=1.2, automatic_door="button")
    d.corridor(-1, "Elevator Lobby", "电梯厅", (40, 20), (40, 25), (40, 30), (40, 33))
    d.corridor(-1, "Basement Corridor", "地下走廊", (40, 25), (50, 25), (60, 25), (70, 25))
    d.place(50, 25, -1, "Parking Pay Machine", "停车缴费机", amenity="vending_machine",
            vending="parking_tickets")
    d.passage(-1, (60, 25), (60, 30), (60, 36), access="private", width=1.2)
    d.door(60, 30, -1, width=0.75, access="private")
    d.place(60, 36, -1, "Medical Records", "病案室", room="storage", access="private")


def draw_ground_floor(d):
    d.corridor(0, "Entrance Hall", "门诊大厅", (40, 0), (40, 4), (40, 10), (40, 20), (40, 25), width=8)
    d.door(40, 4, 0, door="sliding", automatic_door="yes", width=2.4)
    d.node(40, 20, 0, emergency="defibrillator", indoor="yes", **on(0))
    d.corridor(0, "Entrance Hall", "门诊大厅", (40, 10), (44, 10), (52, 10), (58, 10), width=4)
    d.corridor(0, "Entrance Hall", "门诊大厅", (40, 10), (35, 10), (33, 10), (26, 10), width=4)
    d.place(44, 10, 0, "Information Desk", "导医台", room="reception", tourism="information",
            information="office")
    d.place(52, 10, 0, "Registration", "挂号处", room="reception", opening_hours="Mo-Su 07:30-17:00")
    d.place(58, 10, 0, "Cashier", "收费处", amenity="payment_centre", room="office")
    d.place(26, 10, 0, "Café", "咖啡厅", amenity="cafe", wheelchair="yes")

    d.corridor(0, "Elevator Lobby", "电梯厅", (40, 25), (40, 30), (40, 33))
    d.corridor(0, "East Corridor", "东走廊", (40, 25), (50, 25), (54, 25), (60, 25), (70, 25))
    d.corridor(0, "Emergency Corridor", "急诊走廊", (40, 25), (12, 25), (5, 25), (5, 35), (0, 35), width=3)
    d.door(12, 25, 0, width=1.6, automatic_door="button")
    d.place(5, 25, 0, "Emergency Department", "急诊科", healthcare="clinic", healthcare__speciality="emergency")

    d.corridor(0, "Staff Corridor", "员工走廊", (60, 25), (60, 30), (60, 42), (60, 50),
               access="private", width=1.8)
    d.door(60, 30, 0, width=1.0, access="private")
    d.passage(0, (60, 42), (66, 42), access="private")
    d.place(66, 42, 0, "Staff Room", "员工休息室", room="office", access="private")


def draw_second_floor(d):
    d.corridor(1, "Gallery", "中庭走廊", (33, 20), (35, 20), (40, 20), (40, 25), (40, 30), (40, 33), width=3)
    d.corridor(1, "West Corridor", "西走廊", (40, 25), (20, 25), (8, 25))
    d.passage(1, (20, 25), (20, 20), width=4)
    d.place(20, 20, 1, "Pharmacy", "药房", amenity="pharmacy", healthcare="pharmacy", dispensing="yes",
            wheelchair="yes", opening_hours="Mo-Su 08:00-17:30")
    d.place(8, 25, 1, "Blood Collection", "采血室", healthcare="sample_collection")
    d.passage(1, (8, 25), (8, 29), (8, 33))
    d.door(8, 29, 1, width=1.1)
    d.place(8, 33, 1, "Laboratory", "检验科", healthcare="laboratory", room="laboratory")

    d.corridor(1, "East Corridor", "东走廊", (40, 25), (50, 25), (54, 25), (70, 25), (80, 25))
    d.corridor(1, "Skybridge", "连廊", (80, 25), (110, 25), bridge="yes", covered="yes", layer=1, width=3)
    d.door(80, 25, 1, width=1.6, automatic_door="button")
    d.door(110, 25, 1, width=1.6, automatic_door="button")


def draw_third_floor(d):
    d.corridor(2, "Elevator Lobby", "电梯厅", (40, 25), (40, 30), (40, 33))
    d.corridor(2, "Clinic Corridor", "门诊走廊", (40, 25), (20, 25), (8, 25))
    d.passage(2, (20, 25), (20, 22), (20, 18))
    d.door(20, 22, 2, width=1.1)
    d.place(20, 18, 2, "Cardiology Clinic", "心内科门诊", healthcare="clinic", healthcare__speciality="cardiology")
    d.passage(2, (8, 25), (8, 22), (8, 18))
    d.door(8, 22, 2, width=1.1)
    d.place(8, 18, 2, "Orthopaedics Clinic", "骨科门诊", healthcare="clinic",
            healthcare__speciality="orthopaedics")

    d.corridor(2, "East Corridor", "东走廊", (40, 25), (50, 25), (54, 25), (60, 25), (70, 25))
    d.passage(2, (60, 25), (60, 28), (60, 34), width=2.4)
    d.door(60, 28, 2, width=1.4, automatic_door="button")
    d.place(60, 34, 2, "Imaging", "影像科", healthcare="clinic", healthcare__speciality="radiology")


def draw_fourth_floor(d):
    d.corridor(3, "Elevator Lobby", "电梯厅", (40, 25), (40, 30), (40, 33))
    d.corridor(3, "West Corridor", "西走廊", (40, 25), (20, 25), (8, 25))
    d.passage(3, (20, 25), (20, 22), (20, 18))
    d.door(20, 22, 3, width=1.1)
    d.place(20, 18, 3, "Paediatrics Clinic", "儿科门诊", healthcare="clinic",
            healthcare__speciality="paediatrics")
    d.passage(3, (8, 25), (8, 22), (8, 18), access="private")
    d.door(8, 22, 3, width=0.9, access="private")
    d.place(8, 18, 3, "Administration", "行政办公室", room="office", access="private")

    d.corridor(3, "East Corridor", "东走廊", (40, 25), (50, 25), (54, 25), (60, 25))
    d.passage(3, (60, 25), (60, 31), width=2.4)
    d.place(60, 31, 3, "Surgery Waiting Area", "手术等候区", room="waiting")
    d.corridor(3, "Theatre Corridor", "手术走廊", (60, 25), (65, 25), (70, 25), (78, 25),
               access="private", width=3)
    d.door(65, 25, 3, width=1.6, automatic_door="yes", access="private")
    d.place(78, 25, 3, "Operating Theatre", "手术室", healthcare="hospital", healthcare__speciality="surgery",
            access="private")


def draw_inpatient_building(d):
    d.corridor(0, "Inpatient Hall", "住院大厅", (135, 5), (135, 10), (135, 20), (135, 25), width=4)
    d.passage(0, (135, 10), (141, 10))
    d.place(141, 10, 0, "Admissions", "住院登记处", room="reception")
    d.passage(0, (135, 25), (150, 25), width=2.4)
    d.place(150, 25, 0, "Convenience Shop", "便利店", shop="convenience", wheelchair="yes")

    wards = {1: ("Cardiology Ward", "心内科病房", "cardiology"), 2: ("Surgical Ward", "外科病房", "surgery"),
             3: ("Maternity Ward", "产科病房", "gynaecology")}
    for level, (english, chinese, speciality) in wards.items():
        d.corridor(level, "Ward Corridor", "病房走廊", (115, 25), (135, 25), (145, 25), (155, 25))
        d.door(145, 25, level, width=1.4, automatic_door="button")
        d.place(155, 25, level, english, chinese, healthcare="hospital",
                healthcare__speciality=speciality, room="ward")
        d.passage(level, (135, 25), (135, 20), width=2.4)
        d.place(115, 25, level, f"Nurses' Station {POSTED[level]}", f"{level + 1}楼护士站", room="nurses_station")
    d.passage(1, (110, 25), (115, 25), width=3)

    for level in range(4):
        d.passage(level, (135, 20), (140, 20), width=3)
        d.passage(level, (135, 20), (130, 20), (127, 20))
    draw_stairs(d, 130, 20, [0, 1, 2, 3], "Stairs 2", "2号楼梯")


def main():
    drawing = Drawing()
    draw_joints(drawing)
    draw_streets(drawing)
    draw_houses(drawing)
    draw_grounds(drawing)
    draw_outpatient_building(drawing)
    draw_inpatient_building(drawing)
    output = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("riverside.osm")
    drawing.write(output)


if __name__ == "__main__":
    main()
