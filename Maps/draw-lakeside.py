#!/usr/bin/env python3
"""Draws lakeside.osm: an invented district by a lake, and the general hospital in the middle of it.

Usage: draw-lakeside.py [OUTPUT]

The folder `drawing` says how, a part of the city a file. The same script always writes the same bytes.
"""

import sys
from pathlib import Path

from drawing import garage, grounds, inpatient, metro, outpatient, sidewalks, streets, technology, town
from drawing.canvas import Canvas

HEADER = """<?xml version="1.0" encoding="UTF-8"?>
<!--
  Lakeside and its general hospital are invented. They lie in open sea, at 29.9 N 122.8 E, so that nobody
  mistakes them for a real place. Drawn by draw-lakeside.py; change that, not this.

  Names are Chinese (name, name:zh) and English (name:en); level:ref is the floor as posted: level 0 is 1F,
  level -1 is B1. Traffic keeps to the right. Where a street has sidewalks of their own (sidewalk=separate),
  nobody walks on it (foot=use_sidepath); where it has not, people walk along its middle line.

  How cars meet people on foot here:
  - Car parks are amenity=parking areas with parking=surface|multi-storey|underground|street_side, capacity,
    capacity:disabled, fee and access; below or above ground also level. Inside, cars use highway=service +
    service=parking_aisle with level (and layer underground); people walk along the aisles too.
    amenity=parking_space + parking_space=disabled nodes on an aisle are spaces for disabled people.
  - The way into a garage is a node amenity=parking_entrance + barrier=lift_gate on a highway=service;
    ramps between levels have both levels in their level tag, an incline, and foot=no.
  - Parking along a street is parking:right|both=lane with orientation, fee and maxstay (the approved street
    parking scheme), or a parking=street_side area.
  - OpenStreetMap has no approved tag for a drop-off. The kerb of a drop-off lane has what the street parking
    scheme says of it: highway=service + service=driveway, parking:right=lane and
    parking:right:restriction=no_parking (stop to let people out, don't leave the car) with
    parking:right:maxstay. The point where people get out is a node amenity=drop_off at that kerb, where
    a footway leads from the lane over it; nobody walks along the lane itself (foot=no). Taxis wait at a node
    amenity=taxi.
  - For ambulances only: service=emergency_access + access=no + emergency=designated; their door is
    entrance=emergency + access=private. Walk-in patients use the node emergency=emergency_ward_entrance.
  - Campus gates are nodes barrier=entrance where a footway meets the outline of amenity=hospital; doors of
    buildings are nodes entrance=main|yes|service on the building's outline, with opening_hours.
-->
<osm version="0.6" generator="draw-lakeside.py" copyright="The Wardway authors"\
 license="https://www.apache.org/licenses/LICENSE-2.0">
"""


def main():
    canvas = Canvas()
    for building in (outpatient, technology, inpatient):
        building.draw_joints(canvas)
    streets.draw_streets(canvas)
    streets.draw_restrictions(canvas)
    sidewalks.draw_sidewalks(canvas)
    sidewalks.draw_bus_stops(canvas)
    town.draw_water(canvas)
    town.draw_park(canvas)
    town.draw_footbridge(canvas)
    town.draw_underpass(canvas)
    town.draw_car_parks(canvas)
    town.draw_houses(canvas)
    metro.draw_station(canvas)
    garage.draw_garage(canvas)
    grounds.draw_grounds(canvas)
    for building in (outpatient, technology, inpatient):
        building.draw(canvas)
    grounds.draw_gaps(canvas)
    output = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("lakeside.osm")
    canvas.write(output, HEADER)


if __name__ == "__main__":
    main()
