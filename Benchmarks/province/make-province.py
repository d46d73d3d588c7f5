#!/usr/bin/env python3
"""Makes an invented province: a file of streets, and a file for each of many hospitals.

Usage: make-province.py FOLDER [--hospitals 1000] [--junctions 1000000] [--seed 1]

FOLDER/streets.osm has at least so many places where streets meet or end; FOLDER/hospitals/0001.osm … have 2,000 to 15,000 each. The same
numbers always give the same bytes. At full size it takes a gigabyte and some minutes.
"""

import argparse
from pathlib import Path

import streets
from hospital import Hospital
from layout import Layout
from sheet import Sheet


def main():
    parser = argparse.ArgumentParser(description="Makes an invented province.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--hospitals", type=int, default=1000)
    parser.add_argument("--junctions", type=int, default=1_000_000, help="of the streets, at least")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    layout = Layout(options.junctions, options.hospitals, options.seed)
    (options.folder / "hospitals").mkdir(parents=True, exist_ok=True)
    sheet = Sheet()
    streets.draw(layout, sheet)
    sheet.write(options.folder / "streets.osm")
    print(f"streets: {layout.cities} cities, {len(sheet.nodes)} nodes, {len(sheet.ways)} ways")
    total = 0
    for index in range(options.hospitals):
        sheet = Sheet()
        Hospital(layout, sheet, index).draw()
        sheet.write(options.folder / "hospitals" / f"{index + 1:04}.osm")
        total += len(sheet.nodes)
    print(f"hospitals: {options.hospitals}, {total} nodes")


if __name__ == "__main__":
    main()
