"""The hospital's campus: gates and walks, drop-off, the way in for ambulances, the surface lot."""

from .sidewalks import crossing
from .words import address, named, place

WALK = {"highway": "footway", "surface": "paving_stones", "lit": "yes", "width": 3}
DRIVE = {"highway": "service", "surface": "asphalt", "lit": "yes", "maxspeed": 10}
LANE = DRIVE | {"service": "driveway", "oneway": "yes", "foot": "no"}
# What the approved street parking scheme says of a kerb where one may let people out but not leave the car.
DROP_OFF = {"parking:right": "lane", "parking:right:orientation": "parallel",
            "parking:right:restriction": "no_parking", "parking:right:maxstay": "5 minutes"}


def draw_grounds(canvas):
    canvas.box(16, 28, 344, 284, amenity="hospital", healthcare="hospital", barrier="fence", emergency="yes", beds=860,
               operator__type="public", wheelchair="yes", **named("Lakeside General Hospital", "湖滨综合医院"),
               **address(52, "Lakeside Avenue", "湖滨大道"))
    draw_gates(canvas)
    draw_walks(canvas)
    draw_drop_off(canvas)
    draw_emergency(canvas)
    draw_surface_lot(canvas)


def draw_gates(canvas):
    """Gaps in the fence: people on foot come and go here."""
    for x, y, english, chinese in [
        (90, 28, "Main Gate", "医院正门"), (155, 28, "Metro Gate", "地铁门"), (16, 108, "West Gate", "医院西门"),
        (155, 284, "Garden Gate", "花园门"), (210, 284, "North Gate", "医院北门"), (344, 76, "East Gate", "医院东门"),
    ]:
        canvas.node(x, y, barrier="entrance", wheelchair="yes", width=3, **named(english, chinese))


def draw_gaps(canvas):
    """Gaps in the fence for cars, where their lanes share a node with it. Drawn last: named nodes keep their ids."""
    for x, y in [(344, 65), (344, 45), (344, 125), (16, 262), (16, 275)]:
        canvas.node(x, y)


def draw_walks(canvas):
    walks = [
        ("Main Walk", "正门步道", (90, 18), (90, 28), (90, 48)), ("", "", (90, 56), (90, 80)),
        ("Metro Walk", "地铁步道", (155, 18), (155, 28), (155, 62)),
        ("Forecourt Walk", "门诊广场步道", (28, 62), (90, 62), (155, 62)), ("", "", (28, 62), (28, 108)),
        ("Garden Walk", "花园步道", (155, 62), (155, 284), (155, 291)),
        ("Emergency Walk", "急诊步道", (155, 76), (344, 76), (351, 76)), ("", "", (210, 76), (210, 80)),
        ("Covered Walk", "风雨连廊", (140, 105), (155, 105), (170, 105)),
        ("Garden Path", "花园小径", (90, 170), (90, 178), (155, 178)), ("", "", (110, 178), (110, 190)),
        ("Inpatient Walk", "住院楼步道", (155, 192), (214, 192), (282, 192)), ("", "", (214, 192), (214, 200)),
        ("North Walk", "北门步道", (210, 250), (210, 262), (210, 284), (210, 291)),
        ("Car Park Walk", "停车场步道", (282, 192), (282, 262), (210, 262)), ("", "", (282, 238), (291, 238)),
        ("West Walk", "西门步道", (9, 108), (16, 108), (30, 108)),
    ]
    for english, chinese, *points in walks:
        canvas.way(*points, **WALK, **(named(english, chinese) if english else {}))
    canvas.way((240, 250), (240, 262), **WALK | {"width": 1.5}, access="private")
    # Up to the west entrance: four steps, and a ramp around them.
    canvas.way((30, 108), (34, 108), highway="steps", step_count=4, incline="up", handrail="yes", width=3,
               surface="stone", lit="yes", wheelchair="no", ramp="separate", ramp__wheelchair="separate")
    canvas.way((30, 108), (30, 102), (37, 102), (37, 108), highway="footway", ramp="yes", incline="5%", width=1.5,
               handrail="yes", surface="concrete", lit="yes", wheelchair="yes",
               **named("West Entrance Ramp", "西门无障碍坡道"))
    canvas.way((34, 108), (37, 108), (40, 108), **WALK)


def draw_drop_off(canvas):
    """In from the avenue, past the main entrance on the right-hand side, and out again."""
    canvas.way((130, 7), (130, 28), (130, 46), (124, 52), **LANE, **named("Drop-off Lane", "落客车道"))
    canvas.way((124, 52), (56, 52), **LANE, **DROP_OFF, covered="yes", **named("Drop-off Lane", "落客车道"))
    canvas.way((56, 52), (50, 46), (50, 28), (50, 7), **LANE, **named("Drop-off Lane", "落客车道"))
    crossing(canvas, (90, 48), (90, 52), (90, 56), 3, "uncontrolled")
    drop_off_point(canvas, (102, 52), (102, 55), (102, 62), "Outpatient Drop-off", "门诊落客区")
    drop_off_point(canvas, (78, 52), (78, 55), (78, 62), "Outpatient Pick-up", "门诊上客区")
    canvas.node(66, 52, **place("Taxi Stand", "出租车候客点", amenity="taxi", capacity=4))
    canvas.node(66, 55, barrier="kerb", kerb="lowered", tactile_paving="yes")
    canvas.way((66, 52), (66, 55), (66, 62), **WALK)


def drop_off_point(canvas, stop, kerb, walk, english, chinese):
    canvas.node(stop[0] + 1.5, stop[1] + 1.8, **place(english, chinese, amenity="drop_off", wheelchair="yes",
                                                      maxstay="5 minutes", fee="no"))
    canvas.node(*kerb, barrier="kerb", kerb="flush", tactile_paving="yes")
    canvas.way(stop, kerb, walk, **WALK)


def draw_emergency(canvas):
    """For everyone: a lane past the emergency entrance. For ambulances only: their own road and forecourt."""
    lane = named("Emergency Drop-off Lane", "急诊落客车道")
    canvas.way((360, 65), (220, 65), **LANE, **lane)
    canvas.way((220, 65), (196, 65), **LANE, **DROP_OFF, **lane)
    canvas.way((196, 65), (190, 59), (190, 51), (196, 45), (360, 45), **LANE, **lane)
    drop_off_point(canvas, (206, 65), (206, 68), (206, 76), "Emergency Drop-off", "急诊落客区")

    only = {"service": "emergency_access", "access": "no", "emergency": "designated"}
    canvas.way((360, 125), (285, 125), **DRIVE, **only, **named("Ambulance Road", "救护车通道"))
    canvas.node(338, 125, barrier="lift_gate", access="no", emergency="yes")
    canvas.way((285, 125), (272, 134), (256, 125), (272, 116), (285, 125), **DRIVE, **only, oneway="yes",
               **named("Ambulance Forecourt", "救护车落客区"))
    canvas.node(256, 125, **place("Ambulance Bay", "救护车停靠处", emergency="yes", access="private"))
    canvas.way((256, 125), (250, 125), **WALK, access="private")


def draw_surface_lot(canvas):
    canvas.box(287, 206, 340, 270, amenity="parking", parking="surface", capacity=72, capacity__disabled=8,
               fee="yes", access="customers", opening_hours="24/7", wheelchair="yes",
               **named("Inpatient Car Park", "住院楼停车场"))
    canvas.way((360, 240), (344, 240), (336, 240), **DRIVE, service="driveway",
               **named("Inpatient Car Park Drive", "停车场车道"))
    canvas.node(341, 240, barrier="lift_gate", access="customers", foot="yes")
    aisle = DRIVE | {"service": "parking_aisle"}
    canvas.way((336, 240), (336, 211), (295, 211), (295, 238), (295, 265), (336, 265), (336, 240), **aisle)
    canvas.way((295, 238), (291, 238), **WALK)
    canvas.node(295, 232, **place("Inpatient Accessible Spaces", "住院楼无障碍车位", amenity="parking_space",
                                  parking_space="disabled", capacity=8, access="customers"))
