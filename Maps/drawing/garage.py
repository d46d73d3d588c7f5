"""The hospital's garage under the garden, on B1 and B2, with its ramps, elevator and stairs."""

from .building import Building
from .words import floor_in_chinese, named, on, place, posted

DRIVE = {"highway": "service", "lit": "yes"}
RAMP = DRIVE | {"surface": "concrete", "tunnel": "yes", "layer": -1, "foot": "no", "maxspeed": 10}
SOUTH, NORTH, WEST, EAST = 185, 268, 45, 150
CAPACITY = {-1: (140, 8), -2: (180, 4)}


def draw_garage(canvas):
    draw_gates(canvas)
    for level in (-1, -2):
        draw_level(canvas, level)
    draw_between(canvas)
    draw_on_foot(canvas)


def draw_gates(canvas):
    """In from Ren'ai Road at the north-west corner, down beside the garden; out by a ramp of its own."""
    surface = DRIVE | {"surface": "asphalt", "service": "driveway", "maxspeed": 10, "oneway": "yes"}
    entry, leave = named("Garage Drive", "地下车库车道"), named("Garage Exit", "车库出口车道")
    gate = {"amenity": "parking_entrance", "parking": "underground", "barrier": "lift_gate", "access": "customers",
            "maxheight": 2.2, "fee": "yes", "opening_hours": "24/7"}
    canvas.way((0, 275), (24, 275), (34, 275), **surface, **entry)
    canvas.node(24, 275, **gate, **named("Garage Entrance", "地下车库入口"))
    canvas.way((34, 275), (34, 237, -1), **RAMP, oneway="yes", incline="-10%", **on(-1, 0), **entry)
    canvas.way((27, 217, -1), (27, 257), **RAMP, oneway="yes", incline="10%", **on(-1, 0), **leave)
    canvas.way((27, 257), (27, 262), (22, 262), (0, 262), **surface, **leave)
    canvas.node(22, 262, **gate, **named("Garage Exit Gate", "地下车库出口"))


def aisle(level):
    return DRIVE | {"surface": "concrete", "service": "parking_aisle", "maxspeed": 5, "layer": level, "indoor": "yes",
                    "access": "customers", **on(level)}


def draw_level(canvas, level):
    spaces, disabled = CAPACITY[level]
    canvas.box(WEST, SOUTH, EAST, NORTH, level, amenity="parking", parking="underground", capacity=spaces,
               capacity__disabled=disabled, fee="yes", access="customers", opening_hours="24/7", maxheight=2.2,
               layer=level, wheelchair="yes", **on(level),
               **named(f"Hospital Garage {posted(level)}", f"医院地下车库{posted(level)}"))
    for y in (195, 217, 237, 260):
        canvas.way((52, y), (143, y), floor=level, **aisle(level))
    for x in (52, 143):
        canvas.way((x, 195), (x, 260), floor=level, **aisle(level))
    canvas.node(84, 195, level, **on(level), **place(
        f"Garage Accessible Spaces {posted(level)}", f"车库{floor_in_chinese(level)}无障碍车位",
        amenity="parking_space", parking_space="disabled", capacity=disabled, access="customers"))


def draw_between(canvas):
    canvas.way((34, 237), (52, 237), floor=-1, **aisle(-1), oneway="yes", tunnel="yes")
    canvas.way((52, 217), (27, 217), floor=-1, **aisle(-1), oneway="yes", tunnel="yes")
    canvas.way((143, 260), (147, 260), floor=-1, **aisle(-1))
    canvas.way((147, 260, -1), (147, 217, -2), **RAMP | {"layer": -2}, incline="-9%", **on(-2, -1),
               **named("Garage Ramp B1-B2", "车库负一负二楼坡道"))
    canvas.way((147, 217), (143, 217), floor=-2, **aisle(-2))


def draw_on_foot(canvas):
    garage = Building(canvas, "Hospital Garage", "医院地下车库")
    garage.public_elevator(110, 190, (110, 195), [-2, -1], "G")
    canvas.joint(110, 190, **on(-2, -1, 0))
    for level in (-1, -2):
        garage.corridor(level, "Garage Passage", "车库通道", (94, 195), (94, 169), tunnel="yes", layer=level, width=2.4)
        garage.door(level, 94, SOUTH, width=1.6, automatic_door="button", access="yes")
