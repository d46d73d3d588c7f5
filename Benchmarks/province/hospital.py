"""A hospital: a campus in a block of a city, with a car park and a building of several floors.

On each floor, corridors run east, a spine joins them, and rooms lie on both sides of them. The campus is drawn
without the streets around it; its ways end in nodes of the streets, with their ids and positions.
"""

from random import Random

from layout import BLOCK

FIRST, EACH = 1_000_000_000, 100_000  # ids: a range for each hospital
MARGIN = 12.0  # from the middle of the streets to the outline
WEST, SOUTH = 25.0, 55.0  # the corner of the building in the block
ROOM, DEPTH, PITCH = 5.0, 5.0, 16.0  # width and depth of a room, from corridor to corridor
ROOMS_A_SIDE = 18
NODES_A_ROOM = 6

# What is in every hospital, once each, as (kind of feature, tag, name, Chinese name).
SERVICES = [("amenity", "pharmacy", "Pharmacy", "药房"), ("room", "registration", "Registration", "挂号处"),
            ("room", "cashier", "Cashier", "收费处"), ("healthcare", "laboratory", "Laboratory", "检验科"),
            ("room", "imaging", "Imaging", "放射科"), ("room", "information", "Information", "问讯处"),
            ("amenity", "toilets", "Toilets", "卫生间"), ("amenity", "cafe", "Cafeteria", "餐厅")]
CLINICS = [("Cardiology", "心内科"), ("Orthopaedics", "骨科"), ("Neurology", "神经内科"), ("Paediatrics", "儿科"),
           ("Oncology", "肿瘤科"), ("Dermatology", "皮肤科"), ("Urology", "泌尿外科"), ("Dentistry", "口腔科")]


class Hospital:
    def __init__(self, layout, sheet, index):
        self.layout, self.sheet, self.index = layout, sheet, index
        self.city, self.i, self.j = layout.hospitals[index]
        self.corner = layout.crossing(self.city, self.i, self.j)
        self.node_number = self.way_number = FIRST + index * EACH
        random = Random(f"{layout.seed} hospital {index}")
        size = 2_000 * 7.5 ** random.random()  # 2,000 to 15,000, smaller ones more often
        rooms = size / NODES_A_ROOM
        self.corridors = 1 + min(3, int(rooms / 250))
        self.floors = max(2, round(rooms / (self.corridors * ROOMS_A_SIDE * 2)))
        self.name = f"{layout.name(self.city)} Hospital {index + 1}"
        self.services = list(SERVICES)
        self.random = random

    def node(self, x, y, **tags):
        self.node_number += 1
        return self.sheet.node(self.node_number, self.corner[0] + x, self.corner[1] + y, **tags)

    def way(self, *nodes, **tags):
        self.way_number += 1
        return self.sheet.way(self.way_number, nodes, **tags)

    def rectangle(self, x1, y1, x2, y2):
        nodes = [self.node(x, y) for x, y in ((x1, y1), (x2, y1), (x2, y2), (x1, y2))]
        return nodes + nodes[:1]

    def street_node(self, is_street, part):
        """A node of the streets, as the streets' file has it."""
        number, (x, y) = self.layout.bend(self.city, self.i, self.j, is_street, part)
        return self.sheet.node(number, x, y)

    def draw(self):
        far = BLOCK - MARGIN
        self.way(*self.rectangle(MARGIN, MARGIN, far, far), amenity="hospital", name=self.name)
        self.east = WEST + ROOM * ROOMS_A_SIDE + 6
        self.north = SOUTH + PITCH * self.corridors
        main = self.node(WEST + 3, SOUTH, entrance="main", door="hinged", name="Main Entrance")
        side = self.node(WEST, SOUTH + 2, entrance="yes", door="hinged", name="West Entrance")
        corners = [self.node(x, y) for x, y in ((WEST, SOUTH), (self.east, SOUTH), (self.east, self.north),
                                                (WEST, self.north))]
        self.way(corners[0], main, *corners[1:], side, corners[0], building="hospital", name=self.name)
        self.draw_grounds(main, side)
        lifts = [self.node(WEST + 3 + dx, SOUTH + 6, highway="elevator", level=f"0-{self.floors - 1}", name=name)
                 for dx, name in ((-1, "Lift A"), (1, "Lift B"))]
        below = None
        for floor in range(self.floors):
            below = self.draw_floor(floor, lifts, below, (main, side) if floor == 0 else ())

    def draw_grounds(self, main, side):
        plaza = self.node(WEST + 3, 40)
        self.way(self.street_node(True, 0), plaza, main, highway="footway")
        self.way(self.street_node(False, 1), side, highway="footway")
        self.way(*self.rectangle(80, 16, 120, 40), amenity="parking", parking="surface", capacity=200,
                 capacity__disabled=6, fee="yes", name=f"{self.name} Car Park")
        gate = self.node(100, 16, amenity="parking_entrance", barrier="lift_gate")
        aisle = self.node(100, 30)
        self.way(self.street_node(True, 2), gate, aisle, highway="service", service="parking_aisle")
        self.way(aisle, plaza, highway="footway")

    def draw_floor(self, floor, lifts, below, doors):
        """Draws a floor; returns the nodes where stairs to the next one begin."""
        foot, head = self.node(WEST + 3, SOUTH + 8.5), self.node(WEST + 3, SOUTH + 4.5)
        spine = [self.node(WEST + 3, SOUTH + 3), head, foot]
        self.way(spine[0], *doors[:1], highway="corridor", level=floor) if doors else None
        self.way(spine[0], *doors[1:], highway="corridor", level=floor) if doors else None
        for lift in lifts:
            self.way(foot, lift, highway="corridor", level=floor)
        for row in range(self.corridors):
            y = SOUTH + PITCH * row + 9.5
            start = self.node(WEST + 3, y)
            spine.append(start)
            self.draw_corridor(floor, row, y, start)
        self.way(*spine, highway="corridor", level=floor)
        if below:
            self.way(below, head, highway="steps", level=f"{floor - 1};{floor}", step_count=24, name="Stairs 1")
        return foot

    def draw_corridor(self, floor, row, y, start):
        line = [start]
        for column in range(ROOMS_A_SIDE):
            x = WEST + 6 + ROOM * column
            middle = self.node(x + ROOM / 2, y)
            line.append(middle)
            for side in (-1, 1):
                self.draw_room(floor, row, column, side, x, y, middle)
        self.way(*line, highway="corridor", level=floor, width=2.4)

    def draw_room(self, floor, row, column, side, x, y, middle):
        wall, back = y + side * 1.2, y + side * (1.2 + DEPTH)
        door = self.node(x + ROOM / 2, wall, door="hinged", width=1.1)
        corners = [self.node(x, wall), door, self.node(x + ROOM, wall), self.node(x + ROOM, back), self.node(x, back)]
        self.way(*corners, corners[0], indoor="room", level=floor, **self.room_tags(floor, row, column, side))
        self.way(middle, door, highway="corridor", level=floor)

    def room_tags(self, floor, row, column, side):
        number = f"{floor + 1}{row + 1}{column * 2 + (side > 0):02}"
        if floor == 0 and self.services and column % 2 == 0:
            key, value, name, chinese = self.services.pop()
            return {key: value, "name": name, "name:zh": chinese, "alt_name": f"{self.name} {name}"}
        if floor > 0 and column == 0 and side < 0:
            clinic, chinese = CLINICS[(floor * self.corridors + row) % len(CLINICS)]
            return {"healthcare": "clinic", "name": f"{clinic} Clinic {floor + 1}{row + 1}",
                    "name:zh": f"{chinese}{floor + 1}{row + 1}", "alt_name": f"{self.name} {clinic} {floor + 1}{row + 1}"}
        if floor > self.floors // 2 and column % 6 == 3 and side < 0:
            return {"room": "ward", "name": f"Ward {number}", "ref": number}
        return {"room": "examination", "ref": number, "name": f"Room {number}"}
