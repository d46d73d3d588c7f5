"""A building as its floors: corridors along their middle, rooms behind doors, stairs and elevators."""

from math import hypot

from .words import accessible_toilet, named, on, posted, toilets


class Building:
    def __init__(self, canvas, english, chinese):
        self.canvas, self.english, self.chinese = canvas, english, chinese

    def corridor(self, level, english, chinese, *points, **tags):
        standard = {"highway": "corridor", "indoor": "yes", "width": 2.6, "lit": "yes", "surface": "tiles"}
        self.canvas.way(*points, floor=level, **{**standard, **named(english, chinese), **on(level), **tags})

    def passage(self, level, *points, **tags):
        """A short corridor that nobody has given a name."""
        standard = {"highway": "corridor", "indoor": "yes", "width": 2}
        self.canvas.way(*points, floor=level, **{**standard, **on(level), **tags})

    def door(self, level, x, y, **tags):
        self.canvas.node(x, y, level, **{"door": "hinged", "width": 1.2, **on(level), **tags})

    def room(self, level, corridor, door, inside, tags):
        """A room: from the corridor through a door (none: an open counter) to the place itself.

        What stands in it, such as a counter or a machine, has people in front of it: it is a step beyond their way.
        """
        private = {"access": "private"} if tags.get("access") == "private" else {}
        points = [corridor, door, inside] if door else [corridor, inside]
        self.passage(level, *points, **private, **({"width": 1.4} if door else {}))
        if door:
            wide = "toilets" == tags.get("amenity") and tags.get("wheelchair") == "limited"
            self.door(level, *door, **{"width": 0.9 if wide else 1.2}, **private)
        self.canvas.node(*inside, level, indoor="yes", noexit="yes", **on(level))
        stands = "office" in tags or tags.get("amenity", "toilets") != "toilets"
        self.canvas.node(*(beyond(corridor, inside) if stands else inside), level, **tags, indoor="yes", **on(level))

    def rooms(self, level, slots, plan):
        """Puts what `plan` says into the slots of a floor: name of the slot -> its tags."""
        for slot, tags in plan.items():
            self.room(level, *slots[slot], tags)

    def toilets(self, level, slots, ordinary, accessible):
        self.rooms(level, slots, {ordinary: toilets(self.english, self.chinese, level),
                                  accessible: accessible_toilet(self.english, self.chinese, level)})

    def elevator(self, x, y, landing, levels, english, chinese, **tags):
        """A shaft at (x, y) with its landing at (x', y') on each of its levels."""
        private = {"access": "private"} if tags.get("access") == "private" else {}
        self.canvas.joint(x, y, highway="elevator", wheelchair="yes", **named(english, chinese), **on(*levels), **tags)
        for level in levels:
            self.passage(level, landing, (x, y), **private)

    def public_elevator(self, x, y, landing, levels, ref):
        self.elevator(x, y, landing, levels, f"Elevator {ref}", f"{ref}号电梯", ref=ref, capacity=17, maxweight=1.35,
                      width=1.5, length=1.7)

    def bed_elevator(self, x, y, landing, levels, letter):
        self.elevator(x, y, landing, levels, f"Bed lift {letter}", f"病床电梯{letter}", ref=letter, access="private",
                      capacity=33, maxweight=2.5, width=1.8, length=2.8)

    def staff_elevator(self, x, y, landing, levels, letter):
        self.elevator(x, y, landing, levels, f"Staff Elevator {letter}", f"员工电梯{letter}", ref=letter,
                      access="private", capacity=13, maxweight=1, width=1.2, length=1.6)

    def stairs(self, x, y, west, levels, ref):
        """A stairwell: on every level one arrives at (x, y) and goes on up from 3 m to the west (or east)."""
        other = x - 3 if west else x + 3
        for low, high in zip(levels, levels[1:]):
            self.passage(low, (x, y), (other, y))
            self.canvas.way((other, y, low), (other, y + 6, (low, high)), (x, y + 6, (low, high)), (x, y, high),
                            highway="steps", indoor="yes", incline="up", step_count=24, handrail="yes", width=1.6,
                            wheelchair="no", lit="yes", **named(f"Stairs {ref}", f"{ref}号楼梯"), **on(low, high))

    def escalators(self, low, up, down):
        """A pair from `low` to the next floor; both are given from their lower to their upper end."""
        moving = {"highway": "steps", "indoor": "yes", "wheelchair": "no", "width": 1, "lit": "yes"}
        for (bottom, top), conveying, english, chinese, first, last in (
            (up, "forward", "up", "上行", low, low + 1), (down, "backward", "down", "下行", low + 1, low),
        ):
            self.canvas.way((*bottom, low), (*top, low + 1), incline="up", conveying=conveying, **moving,
                            **on(low, low + 1),
                            **named(f"Escalator {english} {posted(first)}-{posted(last)}", f"{chinese}扶梯"))


def beyond(start, end):
    """The place a step farther on than `end`, coming from `start`."""
    (x, y), (ax, ay) = end, start
    length = hypot(x - ax, y - ay)
    return x + (x - ax) / length, y + (y - ay) / length
