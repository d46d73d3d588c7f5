#!/usr/bin/env python3
"""Sends patients from random homes to every hospital of an atlas, and says what becomes of them.

Homes are addresses, and points on named streets. Each is left by car, by car with a drop-off, and on foot. A line
a journey goes to `--details`, for a closer look at the odd ones, which are named at the end.

    survey.py wardway ATLAS --homes 20 --seed 1 --details journeys.jsonl
"""

import argparse
import collections
import json
import math
import random
import statistics
import subprocess
import sys

MODES = ("car", "drop-off", "foot")
# What is worth a look: walks from the car, metres; detours, times as long as the crow flies.
LONG_WALK, CAR_DETOUR, FOOT_DETOUR, FAR_END = 300, 3.0, 2.2, 60


def metres(a, b):
    """The distance of two places, good enough within a city."""
    east = (a[1] - b[1]) * math.cos(math.radians((a[0] + b[0]) / 2))
    return 111_195 * math.hypot(a[0] - b[0], east)


def ask(tool, atlas, requests):
    lines = "".join(json.dumps(request) + "\n" for request in requests)
    run = subprocess.run([tool, "batch", atlas], input=lines, capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"wardway batch failed: {run.stderr.strip()}")
    return [json.loads(line) for line in run.stdout.splitlines()]


def places(tool, atlas, kind):
    run = subprocess.run([tool, "places", atlas, "--kind", kind, "--limit", "1000000", "--format", "json"],
                         capture_output=True, text=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def homes(tool, atlas, hospitals, count, generator):
    """Half of them addresses, as far as there are any; the rest in named streets not far from a hospital."""
    addresses = sorted(places(tool, atlas, "address"), key=lambda place: place["source"])
    generator.shuffle(addresses)
    found = [{"lat": place["lat"], "lon": place["lon"]} for place in addresses[:count // 2]]
    while len(found) < count:
        requests = []
        for _ in range(4 * count):
            hospital = generator.choice(hospitals)
            at = {"lat": hospital["lat"] + generator.gauss(0, 0.015), "lon": hospital["lon"] + generator.gauss(0, 0.02)}
            requests.append({"kind": "nearest", "at": at, "number": 1})
        for answer in ask(tool, atlas, requests):
            point = (answer.get("waypoints") or [None])[0]
            if point and point["name"] and point["distance_m"] < 200 and len(found) < count:
                found.append({"lat": point["lat"], "lon": point["lon"]})
    return found


def request(home, hospital, mode):
    base = {"kind": "route", "from": home, "to": hospital["source"]}
    return base | {"foot": {}, "car": {"by": "car"}, "drop-off": {"by": "car", "drop_off": True}}[mode]


def walk_of(answer):
    """What is walked after the car is left, or the whole way."""
    legs = [leg for leg in answer["legs"] if leg["by"] != "car"]
    return sum(leg["distance_m"] for leg in legs)


def oddities(answer, home, hospital, mode):
    start, goal = (home["lat"], home["lon"]), (hospital["lat"], hospital["lon"])
    beeline = metres(start, goal)
    if mode != "foot" and not answer.get("handoff") and any(leg["by"] == "car" for leg in answer["legs"]):
        yield "drives without a handoff"
    if mode != "foot" and walk_of(answer) > LONG_WALK:
        yield f"walks {walk_of(answer):.0f} m from the car"
    limit = FOOT_DETOUR if mode == "foot" else CAR_DETOUR
    if beeline > 500 and answer["distance_m"] > limit * beeline:
        yield f"{answer['distance_m'] / beeline:.1f} times the beeline"
    if answer["snap"]["to_m"] > FAR_END:
        yield f"ends {answer['snap']['to_m']:.0f} m before the place"
    texts = [step["text"] for leg in answer["legs"] for step in leg["steps"]]
    for text in texts:
        if not text.strip() or "  " in text or "null" in text or " ," in text:
            yield f"text '{text}'"
    elsewhere = {leg["network"] for leg in answer["legs"]} - {"streets", answer["legs"][-1]["network"]}
    if elsewhere:
        yield f"leads through {', '.join(sorted(elsewhere))}"


def describe(handoff):
    """How one would call the place where the car is left."""
    name = handoff["name"] or "unnamed"
    return f"{handoff['kind']} {handoff['source']} ({name}{', assumed' if handoff['assumed'] else ''})"


def report(hospital, mode, answers):
    good = [answer for answer in answers if answer["status"] == "ok"]
    refused = collections.Counter(answer["status"] for answer in answers if answer["status"] != "ok")
    line = f"  {mode:8} {len(good)} answered"
    line += "".join(f", {count} {code}" for code, count in refused.items())
    if good:
        line += f", {statistics.median(a['duration_s'] for a in good) / 60:.0f} min"
        line += f", ends {max(a['snap']['to_m'] for a in good):.0f} m off"
        if mode != "foot":
            walks = sorted(walk_of(answer) for answer in good)
            line += f", walked {walks[0]:.0f} to {walks[-1]:.0f} m"
            where = collections.Counter(describe(a["handoff"]) for a in good if a.get("handoff"))
            line += "".join(f"\n           {count} × {place}" for place, count in where.most_common())
        else:
            line += f", {statistics.median(a['distance_m'] for a in good):.0f} m"
        notices = collections.Counter(note["code"] for answer in good for note in answer["notices"])
        if notices:
            line += "\n           notices: " + ", ".join(f"{count} {code}" for code, count in notices.most_common())
    print(line)
    return len(good), refused


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tool")
    parser.add_argument("atlas")
    parser.add_argument("--homes", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--language", default="en")
    parser.add_argument("--details", type=argparse.FileType("w"))
    options = parser.parse_args()

    hospitals = places(options.tool, options.atlas, "hospital")
    generator = random.Random(options.seed)
    total, refusals, odd = 0, collections.Counter(), []
    for hospital in hospitals:
        starts = homes(options.tool, options.atlas, [hospital], options.homes, generator)
        requests = [request(home, hospital, mode) | {"language": options.language} for mode in MODES for home in starts]
        answers = ask(options.tool, options.atlas, requests)
        print(f"{hospital['name'] or 'unnamed'} ({hospital['source']})")
        for number, mode in enumerate(MODES):
            part = answers[number * len(starts):(number + 1) * len(starts)]
            answered, refused = report(hospital, mode, part)
            total += answered
            refusals += refused
            for home, answer in zip(starts, part):
                if options.details:
                    line = {"hospital": hospital["source"], "mode": mode, "home": home, "answer": answer}
                    options.details.write(json.dumps(line, ensure_ascii=False) + "\n")
                if answer["status"] != "ok":
                    odd.append((hospital, mode, home, answer["status"] + ": " + answer["message"]))
                    continue
                odd += [(hospital, mode, home, what) for what in oddities(answer, home, hospital, mode)]
    print(f"\n{total} answered, refused: {dict(refusals) or 'none'}; {len(odd)} worth a look:")
    for hospital, mode, home, what in odd:
        print(f"  {home['lat']:.5f},{home['lon']:.5f} → {hospital['source']} {mode}: {what}")


main()
