"""The medical technology building: emergency on 1F, imaging, laboratory, endoscopy, theatres; B1 to 5F."""

from .building import Building
from .words import clinic, named, on, place, staff_only

LEVELS = [-1, 0, 1, 2, 3, 4]
SOUTH, NORTH, WEST, EAST = 80, 170, 170, 250
ALWAYS = {"opening_hours": "24/7"}
DAYS = {"opening_hours": "Mo-Su 08:00-17:00"}

SLOTS = (
    {f"S{i}": ((x, 125), (x, 122.5), (x, 116)) for i, x in enumerate((178, 190, 202, 222, 234), 1)}
    | {f"M{i}": ((x, 125), (x, 127.5), (x, 134)) for i, x in enumerate((178, 189, 229, 240), 1)}
    | {f"L{i}": ((210, y), (207.5, y), (200, y)) for i, y in enumerate((92, 101), 1)}
    | {f"R{i}": ((210, y), (212.5, y), (220, y)) for i, y in enumerate((92, 101), 1)}
    | {f"N{i}": ((x, 150), (x, 152.5), (x, 159)) for i, x in enumerate((190, 200, 221, 229), 1)}
    | {"n1": ((189, 150), (189, 147.5), (189, 144)), "n2": ((197, 150), (197, 147.5), (197, 144))}
)

PLANS = {
    -1: {
        "S2": place("MRI", "磁共振室", healthcare="diagnostics", room="examination", alt_name="核磁共振", **DAYS),
        "M2": place("MRI Waiting Area", "磁共振候检区", room="waiting"),
        "S4": place("Nuclear Medicine", "核医学科", healthcare="diagnostics",
                    healthcare__speciality="nuclear_medicine", **DAYS),
        "S5": place("Radiotherapy", "放疗科", healthcare="clinic", healthcare__speciality="radiotherapy", **DAYS),
        "N4": staff_only("Sterile Supply", "消毒供应中心", "storage"),
    },
    0: {
        "L1": place("Emergency Triage", "急诊分诊台", healthcare="clinic", healthcare__speciality="emergency",
                    emergency="yes", room="reception", **ALWAYS),
        "R1": place("Emergency Registration and Cashier", "急诊挂号收费处", room="reception", **ALWAYS),
        "R2": place("Emergency Pharmacy", "急诊药房", amenity="pharmacy", healthcare="pharmacy", dispensing="yes",
                    wheelchair="yes", **ALWAYS),
        "L2": place("Emergency Waiting Area", "急诊候诊区", room="waiting", **ALWAYS),
        "S2": place("Emergency Clinic", "急诊诊室", healthcare="clinic", healthcare__speciality="emergency",
                    alt_name="急诊科", **ALWAYS),
        "S3": place("Emergency Imaging", "急诊影像室", healthcare="diagnostics", room="examination", **ALWAYS),
        "S5": staff_only("Resuscitation Room", "抢救室", "treatment"),
        "M4": place("Observation Ward", "急诊留观室", room="ward", **ALWAYS),
        "M2": place("Infusion Room", "输液室", room="treatment", **ALWAYS),
        "M1": place("Emergency Laboratory", "急诊检验室", healthcare="laboratory", **ALWAYS),
    },
    1: {
        "S1": place("Imaging Reception", "影像科登记处", room="reception", **DAYS),
        "S2": place("CT", "CT室", healthcare="diagnostics", room="examination", **DAYS),
        "S3": place("X-ray", "X光室", healthcare="diagnostics", room="examination", alt_name="放射科", **DAYS),
        "M1": place("Imaging Waiting Area", "影像科候检区", room="waiting"),
        "S4": place("Mammography", "乳腺钼靶室", healthcare="diagnostics", room="examination", **DAYS),
        "M2": place("Image Printing", "影像胶片自助打印", room="reception", **DAYS),
        "M4": staff_only("Reading Room", "影像阅片室"),
        "L1": place("Catheter Laboratory", "介入导管室", healthcare="diagnostics", room="treatment", **DAYS),
        "R1": place("Ultrasound-guided Treatment", "超声介入室", room="treatment", **DAYS),
        "N3": place("Bone Density", "骨密度室", healthcare="diagnostics", room="examination", **DAYS),
    },
    2: {
        "S1": place("Laboratory", "检验科", healthcare="laboratory", room="laboratory", alt_name="化验室", **DAYS),
        "S2": place("Laboratory Report Desk", "检验报告自助打印", room="reception", **DAYS),
        "M1": place("Sample Drop-off", "标本接收处", room="reception", **DAYS),
        "S4": place("Ultrasound", "超声科", healthcare="diagnostics", room="examination", alt_name="B超室", **DAYS),
        "M2": place("Ultrasound Waiting Area", "超声候检区", room="waiting"),
        "L1": place("Genetic Testing Centre", "基因检测中心", healthcare="laboratory", **DAYS),
        "R1": staff_only("Microbiology", "微生物室", "laboratory"),
        "M4": staff_only("Pathology", "病理科", "laboratory"),
        "N4": staff_only("Blood Bank", "输血科", "laboratory"),
    },
    3: {
        "S1": place("Endoscopy Centre", "内镜中心", healthcare="diagnostics", healthcare__speciality="endoscopy", **DAYS),
        "M1": place("Endoscopy Waiting Area", "内镜候检区", room="waiting"),
        "S2": place("Endoscopy Recovery", "内镜复苏室", room="treatment", **DAYS),
        "S4": place("Lung Function", "肺功能室", healthcare="diagnostics", room="examination", **DAYS),
        "S5": place("EEG Room", "脑电图室", healthcare="diagnostics", room="examination", **DAYS),
        "L1": place("Sleep Centre", "睡眠中心", healthcare="diagnostics", room="examination", **DAYS),
        "R1": place("Hyperbaric Oxygen Centre", "高压氧治疗中心", room="treatment", **DAYS),
        "M4": clinic("Dialysis Centre", "血液透析中心", "dialysis"),
    },
    4: {
        "S1": place("Surgery Waiting Area", "手术等候区", room="waiting", **ALWAYS),
        "M1": place("Surgery Consultation", "手术谈话间", room="office"),
    },
}


def draw_joints(canvas):
    sliding = {"door": "sliding", "automatic_door": "yes", "wheelchair": "yes", **on(0)}
    canvas.joint(210, SOUTH, entrance="yes", emergency="emergency_ward_entrance", width=2.4, **sliding, **ALWAYS,
                 **named("Emergency Entrance", "急诊入口"))
    canvas.joint(EAST, 125, entrance="emergency", width=3, access="private", **sliding, **ALWAYS,
                 **named("Ambulance Entrance", "救护车入口"))
    canvas.joint(WEST, 105, entrance="yes", width=2, opening_hours="Mo-Su 06:30-20:00", **sliding,
                 **named("Medical Technology West Entrance", "医技楼西门"))


def draw(canvas):
    building = Building(canvas, "Medical Technology Building", "医技楼")
    canvas.box(WEST, SOUTH, EAST, NORTH, building="hospital", building__levels=5, building__levels__underground=1,
               **named("Medical Technology Building", "医技楼"))
    for level in LEVELS:
        spine = {"width": 3.2}
        first, english, chinese = {
            -1: (125, "Central Corridor", "中央走廊"), 0: (SOUTH, "Emergency Hall", "急诊大厅"),
            1: (92, "Imaging Corridor", "影像走廊"), 4: (125, "Central Corridor", "中央走廊"),
        }.get(level, (92, "Central Corridor", "中央走廊"))
        building.corridor(level, english, chinese, (210, first), (210, 150), **spine)
        building.corridor(level, "North Corridor", "北走廊", (180, 150), (234, 150))
        building.passage(level, (203, 136), (210, 136), (217, 136), width=4)
        draw_main_corridor(building, level)
        building.toilets(level, SLOTS, "n1", "n2")
        building.rooms(level, SLOTS, PLANS[level])
    draw_links(building)
    draw_vertical(building)


def draw_main_corridor(building, level):
    west = WEST + 1 if level in (-1, 1, 2) else 178
    english, chinese = ("Emergency Corridor", "急诊走廊") if level == 0 else ("Main Corridor", "主走廊")
    if level == 4:
        building.corridor(4, english, chinese, (west, 125), (210, 125))
        draw_theatres(building)
    elif level == 0:
        building.corridor(0, english, chinese, (west, 125), (210, 125), (226, 125))
        building.corridor(0, "Resuscitation Corridor", "抢救通道", (226, 125), (EAST, 125), width=3.2)
    else:
        building.corridor(level, english, chinese, (west, 125), (210, 125), (234 if level == -1 else 240, 125))


def draw_theatres(building):
    private = {"access": "private"}
    building.corridor(4, "Theatre Corridor", "手术区走廊", (210, 125), (214, 125), (241, 125), width=3.2, **private)
    building.door(4, 214, 125, door="sliding", automatic_door="yes", width=2, **private)
    for number, x in enumerate((220, 227, 234, 241), 1):
        for side, theatre in ((-1, number), (1, number + 4)):
            building.room(4, (x, 125), (x, 125 + 2.5 * side), (x, 125 + 8 * side),
                          staff_only(f"Operating Theatre {theatre}", f"{theatre}号手术间", "surgery"))


def draw_links(building):
    building.corridor(0, "West Entrance Lobby", "西门厅", (WEST, 105), (184, 105), (184, 125), width=3)
    building.canvas.node(210, 85, 0, door="sliding", automatic_door="yes", width=2.4, **on(0))
    for level in (-1, 1, 2):
        building.door(level, WEST + 1, 125, width=1.8, automatic_door="button")
        above = {"bridge": "yes", "covered": "yes"} if level > 0 else {"tunnel": "yes"}
        english, chinese = ("Skybridge", "空中连廊") if level > 0 else ("Basement Link", "地下连廊")
        building.corridor(level, english, chinese, (139, 125), (WEST + 1, 125), layer=level, width=3.5, **above)
    building.corridor(-1, "Basement Link", "地下连廊", (210, 150), (210, 169), width=3)
    building.door(-1, 210, 169, width=1.8, automatic_door="button")


def draw_vertical(building):
    building.public_elevator(203, 140, (203, 136), LEVELS, "M1")
    building.public_elevator(217, 140, (217, 136), LEVELS, "M2")
    building.bed_elevator(213, 155, (213, 150), LEVELS, "B")
    building.bed_elevator(217, 155, (217, 150), LEVELS, "C")
    building.staff_elevator(240, 150, (234, 150), LEVELS, "S2")
    building.stairs(180, 150, True, LEVELS, "3")
