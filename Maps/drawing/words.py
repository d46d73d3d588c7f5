"""Tags that come up everywhere: names in two languages, floors, addresses."""


def posted(level):
    """What the sign in the elevator says."""
    return f"{level + 1}F" if level >= 0 else f"B{-level}"


def floor_in_chinese(level):
    return f"{level + 1}楼" if level >= 0 else f"地下{'一二'[-level - 1]}层"


def named(english, chinese):
    return {"name": chinese, "name:en": english, "name:zh": chinese}


def on(*levels):
    return {"level": ";".join(map(str, levels)), "level:ref": ";".join(map(posted, levels))}


def address(number, english, chinese):
    street = {"addr:street": chinese, "addr:street:en": english, "addr:street:zh": chinese}
    return {"addr:housenumber": number, "addr:city": "湖滨", **street}


def place(english, chinese, **tags):
    """What a slot of a floor plan holds."""
    return {**named(english, chinese), **tags}


def clinic(english, chinese, speciality, **tags):
    hours = {"opening_hours": "Mo-Fr 08:00-12:00,13:30-17:00; Sa 08:00-12:00"}
    return place(english, chinese, healthcare="clinic", healthcare__speciality=speciality, **hours, **tags)


def staff_only(english, chinese, room="office", **tags):
    return place(english, chinese, room=room, access="private", **tags)


def toilets(building_english, building_chinese, level):
    return place(
        f"{building_english} Toilets {posted(level)}", f"{building_chinese}{floor_in_chinese(level)}卫生间",
        amenity="toilets", female="yes", male="yes", wheelchair="limited", access="yes")


def accessible_toilet(building_english, building_chinese, level):
    return place(
        f"{building_english} Accessible Toilet {posted(level)}",
        f"{building_chinese}{floor_in_chinese(level)}无障碍卫生间",
        amenity="toilets", unisex="yes", wheelchair="yes", changing_table="yes", access="yes")
