"""The metro station under the avenue: two entrances, a concourse on B1, a platform on B2."""

from .words import named, on, place

STATION = ("Lakeside Hospital Station", "湖滨医院站")
INSIDE = {"highway": "footway", "indoor": "yes", "lit": "yes", "surface": "granite"}
UNDER = {"layer": -1}
STEPS = {"highway": "steps", "indoor": "yes", "lit": "yes", "wheelchair": "no"}


def draw_station(canvas):
    draw_entrance(canvas, "A", 170, 18, 1)
    draw_entrance(canvas, "B", 230, -18, -1)
    draw_concourse(canvas)
    draw_platform(canvas)


def draw_entrance(canvas, letter, x, y, north):
    """Stairs, an escalator up and one down, and an elevator; `north` is 1 or -1, away from the avenue."""
    head, walk = y + 6 * north, {"highway": "footway", "surface": "granite", "lit": "yes", "width": 4}
    inward = 1 if letter == "A" else -1
    foot, hall = x + 18 * inward, x + 21 * inward
    canvas.node(x, head, railway="subway_entrance", wheelchair="no", ref=letter, opening_hours="Mo-Su 06:00-23:30",
                **named(f"Metro Entrance {letter}", f"地铁{letter}口"), **on(0))
    canvas.way((x, y), (x, head - 2 * north), (x, head), **walk)
    stairs = {**UNDER, **on(-1, 0)}
    canvas.way((x, head), (foot, head, -1), incline="down", step_count=34, handrail="yes", width=3,
               tactile_paving="yes", **STEPS, **stairs, **named(f"Entrance {letter} Stairs", f"{letter}口楼梯"))
    for side, conveying, english, chinese in ((-2, "backward", "Up", "上行"), (2, "forward", "Down", "下行")):
        top = (x + 2 * inward, head + side)
        canvas.way((x, head), top, **walk)
        canvas.way(top, (foot, head + side, -1), conveying=conveying, incline="down", width=1, **STEPS, **stairs,
                   **named(f"Entrance {letter} Escalator {english}", f"{chinese}扶梯"))
        canvas.way((foot, head + side), (hall, head + side), floor=-1, width=3, **INSIDE, **UNDER, **on(-1))
    canvas.way((foot, head), (hall, head), floor=-1, width=3, **INSIDE, **UNDER, **on(-1))
    lift = x - 8 * inward
    canvas.joint(lift, head, highway="elevator", wheelchair="yes", capacity=13, width=1.4, length=1.6,
                 **named(f"Entrance {letter} Elevator", f"{letter}口无障碍电梯"), **on(-1, 0))
    canvas.way((lift, y), (lift, head), **walk)
    canvas.way((lift, head), (lift, 8 * north), (hall, 8 * north), floor=-1, width=3, **INSIDE, **UNDER, **on(-1))
    canvas.way((hall, head + 2 * north), (hall, head - 2 * north), (hall, 2), floor=-1, width=5, **INSIDE, **UNDER,
               **on(-1), **named(f"Passage {letter}", f"{letter}口通道"))


def draw_concourse(canvas):
    hall = {**INSIDE, **UNDER, **on(-1)}
    canvas.way((176, 2), (224, 2), floor=-1, width=10, **hall, **named("Station Concourse", "站厅层"))
    canvas.node(176, 2, -1, noexit="yes", **on(-1))
    canvas.node(175, 2, -1, **on(-1), **place("Ticket Machines", "自动售票机", amenity="vending_machine",
                                             vending="public_transport_tickets"))
    canvas.node(224, 2, -1, noexit="yes", **on(-1), **place("Station Service Centre", "客服中心", tourism="information",
                                             information="office"))
    canvas.node(200, -3.5, -1, barrier="gate", wheelchair="yes", width=0.9, access="yes", **on(-1),
                **named("Ticket Gates", "检票口"))
    canvas.way((200, 2), (200, -3.5), (200, -6), floor=-1, width=5, **hall)
    canvas.way((182, -6), (204, -6), floor=-1, width=6, **hall, **named("Paid Concourse", "付费区站厅"))


def draw_platform(canvas):
    below = {"layer": -2, **on(-2)}
    canvas.way((150, -2), (250, -2), floor=-2, railway="platform", public_transport="platform", subway="yes",
               indoor="yes", lit="yes", wheelchair="yes", width=10, **below,
               **named("Lakeside Hospital Station Platform", "湖滨医院站站台"))
    canvas.joint(204, -9, highway="elevator", wheelchair="yes", capacity=13, width=1.4, length=1.6,
                 **named("Platform Elevator", "站台电梯"), **on(-2, -1))
    canvas.way((204, -6), (204, -9), floor=-1, width=2, **INSIDE, **UNDER, **on(-1))
    canvas.way((204, -9), (204, -2), floor=-2, width=2, **INSIDE, **below)
    flight = {**STEPS, "layer": -1, **on(-2, -1)}
    canvas.way((172, -4), (172, -2), floor=-2, width=2, **INSIDE, **below)
    canvas.way((182, -6, -1), (172, -4, -2), incline="down", step_count=36, handrail="yes", width=2.4, **flight,
               **named("Platform Stairs", "站台楼梯"))
    for y, conveying, english, chinese in ((-4, "backward", "Up", "上行"), (-8, "forward", "Down", "下行")):
        canvas.way((198, -6), (196, y), floor=-1, width=2, **INSIDE, **UNDER, **on(-1))
        canvas.way((196, y, -1), (186, y, -2), conveying=conveying, incline="down", width=1, **flight,
                   **named(f"Platform Escalator {english}", f"{chinese}扶梯"))
        canvas.way((186, y), (186, -2) if y == -4 else (186, -4), floor=-2, width=2, **INSIDE, **below)
    track = {"railway": "subway", "tunnel": "yes", "layer": -2, "electrified": "rail", "gauge": 1435}
    for y in (-9.5, 6):
        canvas.way((-720, y), (40, y), (200, y), (360, y), (920, y), floor="metro", **track,
                   **named("Metro Line 4", "地铁4号线"))
        canvas.node(200, y, "metro", railway="stop", public_transport="stop_position", subway="yes", **on(-2))
    canvas.node(196, 2, -1, railway="station", station="subway", subway="yes", public_transport="station",
                wheelchair="yes", **on(-1), **named(*STATION))
