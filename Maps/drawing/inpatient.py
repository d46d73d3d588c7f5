"""The inpatient tower: two wards on each floor from 3F to 12F, an express bank, bed elevators; B1 to 12F."""

from .building import Building
from .words import named, on, place, posted, staff_only

LEVELS = list(range(-1, 12))
EXPRESS = [0, *range(4, 12)]
SOUTH, NORTH, WEST, EAST = 200, 250, 160, 270
DIGITS = "〇一二三四五六七八九十"

# Floor as posted -> the specialities of its wards A (west) and B (east).
WARDS = {
    3: (("Obstetrics", "产科", "obstetrics"), ("Neonatology", "新生儿科", "neonatology")),
    4: (("Gynaecology", "妇科", "gynaecology"), ("Paediatrics", "儿科", "paediatrics")),
    5: (("General Surgery", "普外科", "surgery"), ("Hepatobiliary Surgery", "肝胆外科", "hepatobiliary_surgery")),
    6: (("Orthopaedics", "骨科", "orthopaedics"), ("Spinal Surgery", "脊柱外科", "orthopaedics")),
    7: (("Neurology", "神经内科", "neurology"), ("Neurosurgery", "神经外科", "neurosurgery")),
    8: (("Cardiology", "心内科", "cardiology"), ("Cardiac Surgery", "心外科", "cardiothoracic_surgery")),
    9: (("Respiratory Medicine", "呼吸内科", "pulmonology"), ("Thoracic Surgery", "胸外科", "thoracic_surgery")),
    10: (("Gastroenterology", "消化内科", "gastroenterology"), ("Endocrinology", "内分泌科", "endocrinology")),
    11: (("Oncology", "肿瘤科", "oncology"), ("Haematology", "血液科", "haematology")),
    12: (("Geriatrics", "老年科", "geriatrics"), ("International Medicine", "国际医疗", "internal")),
}

SLOTS = {
    "W1": ((188, 225), (188, 227.5), (188, 233)), "W2": ((180, 225), (180, 227.5), (180, 233)),
    "W3": ((186, 225), (186, 222.5), (186, 216)), "W4": ((176, 225), (176, 222.5), (176, 216)),
    "E1": ((248, 225), (248, 222.5), (248, 216)), "E2": ((256, 225), (256, 222.5), (256, 216)),
    "E3": ((246, 225), (246, 227.5), (246, 233)), "E4": ((254, 225), (254, 227.5), (254, 233)),
    "n1": ((202, 225), (202, 227.5), (202, 231)), "n2": ((197, 225), (197, 227.5), (197, 231)),
    "c1": ((222, 225), (222, 222.5), (222, 218)),
}

GROUND = {
    "W1": place("Admissions", "住院登记处", room="reception", alt_name="入院办理处", opening_hours="Mo-Su 07:30-17:30"),
    "W2": place("Inpatient Cashier", "住院收费处", amenity="payment_centre", room="office",
                opening_hours="Mo-Su 08:00-17:00"),
    "W3": place("Inpatient Pharmacy", "住院药房", amenity="pharmacy", healthcare="pharmacy", dispensing="yes",
                wheelchair="yes", opening_hours="Mo-Su 08:00-20:00"),
    "W4": place("Discharge Desk", "出院结算处", room="reception", opening_hours="Mo-Su 08:00-17:00"),
    "E1": place("Convenience Shop", "便利店", shop="convenience", wheelchair="yes", opening_hours="Mo-Su 06:00-23:00"),
    "E2": place("Flower Kiosk", "鲜花店", shop="florist", opening_hours="Mo-Su 08:00-20:00"),
    "E3": place("Quiet Room", "静思室", amenity="place_of_worship", religion="multifaith", alt_name="祈祷室", opening_hours="24/7"),
    "E4": place("Visitor Café", "探访者咖啡厅", amenity="cafe", opening_hours="Mo-Su 07:00-21:00"),
    "c1": place("Inpatient Information Desk", "住院服务台", room="reception", tourism="information",
                information="office"),
}
SECOND = {
    "W1": place("Intensive Care Unit", "重症医学科", healthcare="hospital", healthcare__speciality="intensive",
                room="ward", alt_name="ICU"),
    "W3": place("Intensive Care Family Room", "重症家属等候区", room="waiting"),
    "E1": place("Coronary Care Unit", "冠心病监护室", healthcare="hospital", healthcare__speciality="cardiology",
                room="ward", alt_name="CCU"),
    "E3": place("Delivery Room", "产房", healthcare="birthing_centre"),
}
BASEMENT = {
    "W1": place("Inpatient Canteen", "住院部食堂", amenity="restaurant", opening_hours="Mo-Su 06:30-19:30"),
    "W3": staff_only("Central Kitchen", "中心厨房", "kitchen"),
    "E1": staff_only("Laundry", "洗衣房", "storage"),
}


def draw_joints(canvas):
    sliding = {"door": "sliding", "automatic_door": "yes", "wheelchair": "yes", "width": 2.2, **on(0)}
    for x, y, side, chinese, kind in ((214, SOUTH, "South", "南", "yes"), (210, NORTH, "North", "北", "main")):
        canvas.joint(x, y, entrance=kind, opening_hours="Mo-Su 06:00-22:00", **sliding,
                     **named(f"Inpatient Tower {side} Entrance", f"住院楼{chinese}门"))
    canvas.joint(240, NORTH, entrance="service", door="hinged", width=1.2, access="private", **on(0),
                 **named("Inpatient Tower Staff Entrance", "住院楼员工通道"))


def draw(canvas):
    building = Building(canvas, "Inpatient Tower", "住院楼")
    canvas.box(WEST, SOUTH, EAST, NORTH, building="hospital", building__levels=12, building__levels__underground=1,
               **named("Inpatient Tower", "住院楼"))
    for level in LEVELS:
        building.corridor(level, "Elevator Lobby", "电梯厅", (210, 213), (210, 225), width=4)
        building.passage(level, (198, 213), (210, 213), width=4)
        if level in EXPRESS:
            building.passage(level, (210, 213), (222, 213), width=4)
        building.corridor(level, "Central Corridor", "中央走廊", (194, 225), (236, 225), width=3.2)
        building.toilets(level, SLOTS, "n1", "n2")
        if level >= 2:
            draw_ward(building, level, "A", WARDS[level + 1][0])
            draw_ward(building, level, "B", WARDS[level + 1][1])
        else:
            draw_wings(building, level)
            building.rooms(level, SLOTS, {-1: BASEMENT, 0: GROUND, 1: SECOND}[level])
    building.corridor(0, "Inpatient Hall", "住院大厅", (214, SOUTH), (214, 213), width=5)
    building.corridor(0, "North Hall", "北门厅", (210, 225), (210, NORTH), width=5)
    building.corridor(0, "Staff Corridor", "员工走廊", (240, 225), (240, NORTH), access="private", width=2)
    building.corridor(-1, "Basement Link", "地下连廊", (210, 169), (210, 201), tunnel="yes", layer=-1, width=3.5)
    building.corridor(-1, "Basement Corridor", "地下走廊", (210, 201), (210, 213), width=3.5)
    building.door(-1, 210, 201, width=1.8, automatic_door="button")
    draw_vertical(building)


def draw_wings(building, level):
    building.corridor(level, "West Corridor", "西走廊", (194, 225), (170, 225))
    building.corridor(level, "East Corridor", "东走廊", (236, 225), (260, 225))


def draw_ward(building, level, letter, speciality):
    """A ward behind its door: nurses' station first, then the rooms on both sides of its corridor."""
    english, chinese, key = speciality
    outward, entry, slot = (-1, 194, "W") if letter == "A" else (1, 236, "E")
    number = level + 1
    count = DIGITS[number] if number <= 10 else "十" + DIGITS[number - 10]
    ward = (f"{english} Ward {number}{letter}", f"{chinese}{count}{letter}病区")
    corridor = (f"Ward {number}{letter}", f"{count}{letter}走廊")
    building.corridor(level, *corridor, (entry, 225), (entry + 2 * outward, 225), (entry + 24 * outward, 225))
    building.door(level, entry + 2 * outward, 225, width=1.6, automatic_door="button")
    building.canvas.node(entry + 5 * outward, 225, level, healthcare="hospital", healthcare__speciality=key,
                         room="ward", indoor="yes", ref=f"{number}{letter}", alt_name=f"{chinese}病房",
                         opening_hours__visitors="Mo-Su 14:30-20:30", **named(*ward), **on(level))
    first = 1 if letter == "A" else 21
    plan = {f"{slot}1": place(f"Nurses' Station {number}{letter}", f"{count}{letter}护士站", room="nurses_station")}
    for index, room in enumerate((2, 3, 4)):
        bed_room = number * 100 + first + index
        plan[f"{slot}{room}"] = place(f"Room {bed_room}", f"{bed_room}病室", room="ward", ref=bed_room)
    building.rooms(level, SLOTS, plan)
    if letter == "A":
        building.rooms(level, SLOTS, {"c1": place(f"Day Room {posted(level)}", f"{number}楼休息室", room="waiting")})


def draw_vertical(building):
    building.public_elevator(198, 209, (198, 213), LEVELS, "T1")
    building.public_elevator(203, 209, (203, 213), LEVELS, "T2")
    for x, ref in ((217, "X1"), (222, "X2")):
        building.elevator(x, 209, (x, 213), EXPRESS, f"Express Elevator {ref}", f"{ref}号直达电梯", ref=ref,
                          capacity=21, maxweight=1.6, width=1.6, length=1.8)
    building.bed_elevator(216, 230, (216, 225), LEVELS, "D")
    building.bed_elevator(220, 230, (220, 225), LEVELS, "E")
    building.staff_elevator(230, 230, (230, 225), LEVELS, "S3")
    for level in LEVELS:
        building.passage(level, (170, 225), (166, 225))
        building.passage(level, (260, 225), (263, 225))
    building.stairs(166, 225, True, LEVELS, "4")
    building.stairs(263, 225, False, LEVELS, "5")
