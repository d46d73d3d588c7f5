"""The outpatient building: an atrium with galleries around it, clinics outside them, B2 to 5F."""

from .building import Building
from .words import clinic, floor_in_chinese, named, on, place, posted, staff_only

LEVELS = [-2, -1, 0, 1, 2, 3, 4]
SOUTH, NORTH, WEST, EAST = 80, 170, 40, 140
MORNINGS = {"opening_hours": "Mo-Su 07:30-11:30,13:00-16:30"}

# Slot -> where it leaves the corridor, its door, its inside. W and E are the outer sides of the clinic
# corridors, w and e the inner ones, N and n those of the north corridor, G the open gallery.
SLOTS = (
    {f"W{i}": ((52, y), (49.5, y), (45, y)) for i, y in enumerate((96, 119, 130, 141), 1)}
    | {f"w{i}": ((52, y), (54.5, y), (59, y)) for i, y in enumerate((96, 122, 138), 1)}
    | {f"E{i}": ((128, y), (130.5, y), (135, y)) for i, y in enumerate((96, 116, 138), 1)}
    | {f"e{i}": ((128, y), (125.5, y), (121, y)) for i, y in enumerate((96, 119, 138), 1)}
    | {f"N{i}": ((x, 150), (x, 152.5), (x, 159)) for i, x in enumerate((62, 75, 104, 117), 1)}
    | {f"n{i}": ((x, 150), (x, 147.5), (x, 144)) for i, x in enumerate((64, 72, 108, 116), 1)}
    | {"G1": ((74, 91), None, (74, 87)), "G2": ((106, 91), None, (106, 87)), "G3": ((66, 107), None, (70, 107)),
       "G4": ((114, 107), None, (110, 107)), "G5": ((66, 124), None, (70, 124)), "G6": ((114, 124), None, (110, 124))}
)

PLANS = {
    -2: {
        "N1": staff_only("Medical Stores", "医疗物资库", "storage"),
        "N4": staff_only("Plant Room", "设备机房", "technical"),
    },
    -1: {
        "W1": place("Canteen", "员工及患者餐厅", amenity="restaurant", wheelchair="yes",
                    opening_hours="Mo-Su 06:30-20:00", alt_name="食堂"),
        "w1": place("Snack Bar", "小吃吧", amenity="fast_food", opening_hours="Mo-Su 07:00-19:00"),
        "E1": place("Basement Supermarket", "负一楼超市", shop="supermarket", opening_hours="Mo-Su 06:30-21:00"),
        "E3": place("Medical Records Copying", "病案复印室", room="office", opening_hours="Mo-Fr 08:00-16:30"),
        "N1": place("Medical Aids Shop", "医疗器械店", shop="medical_supply", opening_hours="Mo-Su 08:00-18:00"),
        "N4": staff_only("Linen Store", "被服库", "storage"),
    },
    0: {
        "G1": place("Information Desk", "导医台", room="reception", tourism="information", information="office",
                    opening_hours="Mo-Su 07:00-17:30"),
        "G2": place("Wheelchair Loan", "轮椅租借处", room="reception"),
        "G3": place("Registration", "挂号处", room="reception", alt_name="挂号收费处",
                    opening_hours="Mo-Su 07:00-16:30"),
        "G5": place("Cashier 1F", "一楼收费处", amenity="payment_centre", room="reception", **MORNINGS),
        "G4": place("Self-service Machines", "自助服务机", amenity="vending_machine", vending="admission_tickets"),
        "e1": place("Outpatient Pharmacy", "门诊药房", amenity="pharmacy", healthcare="pharmacy", dispensing="yes",
                    wheelchair="yes", alt_name="门诊西药房", opening_hours="Mo-Su 07:30-17:30"),
        "e3": place("Chinese Medicine Pharmacy", "中药房", amenity="pharmacy", healthcare="pharmacy",
                    dispensing="yes", wheelchair="yes", opening_hours="Mo-Su 07:30-17:00"),
        "E2": place("Pharmacy Waiting Area", "取药等候区", room="waiting"),
        "w1": place("Coffee Bar", "咖啡吧", amenity="cafe", wheelchair="yes", opening_hours="Mo-Su 07:00-18:00"),
        "W1": place("Injection Room", "注射室", healthcare="vaccination_centre", room="treatment",
                    opening_hours="Mo-Su 08:00-17:00"),
        "W3": place("Health Insurance Office", "医保办公室", office="government", government="healthcare", opening_hours="Mo-Fr 08:00-16:30"),
        "N1": clinic("General Practice Clinic", "全科门诊", "general"),
        "N4": place("Patient Services", "患者服务中心", room="office", opening_hours="Mo-Sa 08:00-17:00"),
        "W4": staff_only("Security Room", "安保室"),
    },
    1: {
        "W1": clinic("Cardiology Clinic", "心内科门诊", "cardiology", alt_name="心血管内科门诊", ref="201"),
        "w1": place("Cardiology Waiting Area", "心内科候诊区", room="waiting"),
        "W2": place("ECG Room", "心电图室", healthcare="diagnostics", room="examination", **MORNINGS),
        "W3": clinic("Respiratory Clinic", "呼吸内科门诊", "pulmonology", ref="203"),
        "W4": clinic("Gastroenterology Clinic", "消化内科门诊", "gastroenterology", ref="204"),
        "w3": place("Internal Medicine Waiting Area", "内科候诊区", room="waiting"),
        "E1": clinic("Endocrinology Clinic", "内分泌科门诊", "endocrinology", ref="206"),
        "E2": clinic("Neurology Clinic", "神经内科门诊", "neurology", ref="207"),
        "E3": clinic("Nephrology Clinic", "肾内科门诊", "nephrology", ref="208"),
        "e1": place("East Waiting Area 2F", "二楼东候诊区", room="waiting"),
        "N1": clinic("Rheumatology Clinic", "风湿免疫科门诊", "rheumatology", ref="209"),
        "N4": clinic("Haematology Clinic", "血液科门诊", "haematology", ref="210"),
        "G5": place("Cashier 2F", "二楼收费处", amenity="payment_centre", room="reception", **MORNINGS),
    },
    2: {
        "W1": clinic("Orthopaedics Clinic", "骨科门诊", "orthopaedics", ref="301"),
        "w1": place("Orthopaedics Waiting Area", "骨科候诊区", room="waiting"),
        "W2": place("Plaster Room", "石膏室", room="treatment", **MORNINGS),
        "W3": clinic("General Surgery Clinic", "普外科门诊", "surgery", ref="303"),
        "W4": clinic("Urology Clinic", "泌尿外科门诊", "urology", ref="304"),
        "w3": place("Dressing Room", "换药室", room="treatment", **MORNINGS),
        "E1": clinic("Neurosurgery Clinic", "神经外科门诊", "neurosurgery", ref="306"),
        "E2": place("Blood Collection", "采血室", healthcare="sample_collection", alt_name="抽血室",
                    opening_hours="Mo-Su 07:00-16:00"),
        "e1": place("Blood Collection Waiting Area", "采血等候区", room="waiting"),
        "E3": clinic("Thoracic Surgery Clinic", "胸外科门诊", "thoracic_surgery", ref="308"),
        "N1": clinic("Breast Clinic", "乳腺外科门诊", "breast_surgery", ref="309"),
        "G5": place("Cashier 3F", "三楼收费处", amenity="payment_centre", room="reception", **MORNINGS),
    },
    3: {
        "W1": clinic("Paediatrics Clinic", "儿科门诊", "paediatrics", ref="401"),
        "w1": place("Paediatrics Waiting Area", "儿科候诊区", room="waiting"),
        "W2": place("Children's Infusion Room", "儿童输液室", room="treatment", opening_hours="Mo-Su 08:00-20:00"),
        "W3": clinic("Child Health Clinic", "儿童保健门诊", "child_health", ref="403"),
        "W4": place("Baby Care Room", "母婴室", room="nursing", changing_table="yes"),
        "E1": clinic("Gynaecology Clinic", "妇科门诊", "gynaecology", ref="405"),
        "E2": clinic("Obstetrics Clinic", "产科门诊", "obstetrics", ref="406"),
        "E3": place("Obstetric Ultrasound", "产科超声室", healthcare="diagnostics", room="examination", **MORNINGS),
        "e1": place("Women's Waiting Area", "妇产科候诊区", room="waiting"),
        "N1": clinic("Fertility Clinic", "生殖医学门诊", "fertility", ref="408"),
        "G5": place("Cashier 4F", "四楼收费处", amenity="payment_centre", room="reception", **MORNINGS),
    },
    4: {
        "W1": clinic("Ophthalmology Clinic", "眼科门诊", "ophthalmology", ref="501"),
        "w1": place("Ophthalmology Waiting Area", "眼科候诊区", room="waiting"),
        "W2": clinic("Dental Clinic", "口腔科门诊", "dentist", ref="502"),
        "W3": clinic("Ear, Nose and Throat Clinic", "耳鼻喉科门诊", "otolaryngology", ref="503"),
        "W4": clinic("Dermatology Clinic", "皮肤科门诊", "dermatology", ref="504"),
        "E1": clinic("Traditional Chinese Medicine Clinic", "中医科门诊", "traditional_chinese_medicine", ref="505"),
        "E2": clinic("Acupuncture Clinic", "针灸推拿科门诊", "acupuncture", ref="506"),
        "E3": clinic("Rehabilitation Clinic", "康复科门诊", "rehabilitation", ref="507"),
        "e1": place("TCM Waiting Area", "中医科候诊区", room="waiting"),
        "N1": clinic("Psychology Clinic", "心理科门诊", "psychology", ref="508"),
        "N3": staff_only("Meeting Room", "会议室"),
        "N4": staff_only("Hospital Administration", "院办公室"),
    },
}


def draw_joints(canvas):
    sliding = {"door": "sliding", "automatic_door": "yes", "wheelchair": "yes", **on(0)}
    hours = {"opening_hours": "Mo-Su 06:30-18:00"}
    canvas.joint(90, SOUTH, entrance="main", width=3, **sliding, **hours,
                 **named("Outpatient Main Entrance", "门诊楼正门"))
    canvas.joint(WEST, 108, entrance="yes", width=2, **sliding, **hours,
                 **named("Outpatient West Entrance", "门诊楼西门"))
    canvas.joint(EAST, 105, entrance="yes", width=2, **sliding, **hours,
                 **named("Outpatient East Entrance", "门诊楼东门"))
    canvas.joint(90, NORTH, entrance="yes", width=1.8, **sliding, **hours,
                 **named("Outpatient Garden Entrance", "门诊楼花园门"))


def draw(canvas):
    building = Building(canvas, "Outpatient Building", "门诊楼")
    canvas.box(WEST, SOUTH, EAST, NORTH, building="hospital", building__levels=5, building__levels__underground=2,
               **named("Outpatient Building", "门诊楼"))
    for level in LEVELS:
        draw_core(building, level)
        if level > -2:
            draw_clinic_corridors(building, level)
            building.toilets(level, SLOTS, "n1", "n2")
            building.rooms(level, SLOTS, {"n4": staff_only(
                f"Outpatient Cleaners' Room {posted(level)}", f"门诊楼{floor_in_chinese(level)}保洁间", "storage")})
        building.rooms(level, SLOTS, PLANS[level])
    draw_ground_floor(building)
    draw_basements(building)
    draw_vertical(building)


def draw_core(building, level):
    """Elevator lobby and north corridor, alike on every floor; above ground and on B1 the galleries too."""
    building.corridor(level, "Elevator Lobby", "电梯厅", (90, 138 if level == -2 else 129), (90, 150), width=4)
    building.passage(level, (83, 138), (90, 138), (93 if level in (1, 3) else 97, 138), width=4)
    building.corridor(level, "North Corridor", "北走廊", (52, 150), (128, 150))
    if level == -2:
        return
    for english, chinese, *points in [
        ("South Gallery", "南回廊", (66, 91), (114, 91)), ("East Gallery", "东回廊", (114, 91), (114, 129)),
        ("North Gallery", "北回廊", (114, 129), (66, 129)), ("West Gallery", "西回廊", (66, 129), (66, 91)),
    ]:
        if level <= 0:
            english, chinese = ("Entrance Hall", "门诊大厅") if level == 0 else ("Basement Hall", "地下大厅")
        building.corridor(level, english, chinese, *points, width=4)


def draw_clinic_corridors(building, level):
    building.corridor(level, "West Clinic Corridor" if level > 0 else "West Corridor",
                      "西诊区走廊" if level > 0 else "西走廊", (52, 91), (52, 150))
    building.corridor(level, "East Clinic Corridor" if level > 0 else "East Corridor",
                      "东诊区走廊" if level > 0 else "东走廊", (128, 91), (128, 150))
    building.passage(level, (52, 91), (66, 91), width=3)
    building.passage(level, (114, 91), (128, 91), width=3)
    building.passage(level, (52, 110), (66, 110), width=3)
    building.passage(level, (114, 110), (128, 110), width=3)


def draw_ground_floor(building):
    building.corridor(0, "Entrance Hall", "门诊大厅", (90, SOUTH), (90, 84), (90, 91), (90, 129), width=8)
    building.door(0, 90, 84, door="sliding", automatic_door="yes", width=3)
    building.corridor(0, "West Entrance Lobby", "西门厅", (WEST, 108), (52, 108), width=3)
    building.corridor(0, "East Entrance Lobby", "东门厅", (EAST, 105), (128, 105), width=3)
    building.corridor(0, "Garden Corridor", "花园走廊", (90, 150), (90, NORTH), width=3)
    building.canvas.node(90, 129, 0, emergency="defibrillator", indoor="yes", **on(0))


def draw_basements(building):
    """From the garage on both levels, and from B1 on towards the medical technology building."""
    for level in (-2, -1):
        building.corridor(level, "Garage Passage", "车库通道", (94, 150), (94, 169), width=3)
        building.door(level, 94, 169, width=1.6, automatic_door="button")
    building.canvas.node(95, 160, -1, indoor="yes", **on(-1), **place(
        "Parking Pay Machine B1", "负一楼停车缴费机", amenity="vending_machine", vending="parking_tickets"))
    building.canvas.node(95, 160, -2, indoor="yes", **on(-2), **place(
        "Parking Pay Machine B2", "负二楼停车缴费机", amenity="vending_machine", vending="parking_tickets"))
    for level in (-1, 1, 2):
        building.passage(level, (128, 125), (EAST - 1, 125), width=3)
        building.door(level, EAST - 1, 125, width=1.8, automatic_door="button")


def draw_vertical(building):
    building.public_elevator(83, 142, (83, 138), LEVELS, "P1")
    building.public_elevator(87, 142, (87, 138), LEVELS, "P2")
    building.public_elevator(93, 142, (93, 138), LEVELS[1:], "P3")
    building.public_elevator(97, 142, (97, 138), [-2, -1, 0, 2, 4], "P4")  # passes by 2F and 4F
    building.bed_elevator(134, 150, (128, 150), LEVELS, "A")
    building.staff_elevator(46, 150, (52, 150), LEVELS, "S1")
    for level in LEVELS:
        building.passage(level, (52, 150), (52, 158))
        building.passage(level, (128, 150), (128, 158))
        for x in (52, 128):
            building.door(level, x, 155, door="hinged", width=1.2, automatic_door="no")
    building.stairs(52, 158, True, LEVELS, "1")
    building.stairs(128, 158, False, LEVELS, "2")
    # Escalators in the atrium, by turns on its western and its eastern side.
    for low in (0, 1, 2):
        gallery, up, down = (66, 74, 78) if low % 2 == 0 else (114, 106, 102)
        building.escalators(low, ((up, 98), (up, 118)), ((down, 98), (down, 118)))
        for level, y in ((low, 98), (low + 1, 118)):
            building.passage(level, (gallery, y), (up, y), (down, y), width=3)
