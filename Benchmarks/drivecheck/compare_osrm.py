"""Compares driven routes with OSRM's car profile on the same extract.

    python compare_osrm.py MAP.osrm routes.jsonl [HOW MANY]
"""

import collections
import json
import sys

import numpy
import osrm


def main():
    engine = osrm.OSRM(storage_config=sys.argv[1], use_shared_memory=False, algorithm="CH")
    limit = int(sys.argv[3]) if len(sys.argv) > 3 else 200
    pairs, far, off = [], 0, []
    for line in open(sys.argv[2]):
        if len(pairs) == limit:
            break
        ours = json.loads(line)
        places = [tuple(reversed(ours["from"])), tuple(reversed(ours["to"]))]
        try:
            answer = engine.Route(osrm.RouteParameters(
                coordinates=places, annotations=["nodes", "duration", "distance"], overview="false"))
        except RuntimeError:
            continue
        # Where OSRM takes another road for the place, the two drive different routes.
        if any(point["distance"] > 5 for point in answer["waypoints"]) or ours["ms"] < 60_000:
            far += 1
            continue
        route = answer["routes"][0]
        pair = (ours["ms"] / 1000, route["duration"], ours["mm"] / 1000, route["distance"])
        pairs.append(pair)
        off.append((pair[0] / pair[1] - 1, pair, ours, answer))
    table = numpy.array(pairs)
    ratio = table[:, 0] / table[:, 1]
    print(f"{len(pairs)} pairs ({far} left out), correlation {numpy.corrcoef(table[:, 0], table[:, 1])[0, 1]:.4f},",
          f"ours/theirs median {numpy.median(ratio):.3f}, p5 {numpy.percentile(ratio, 5):.3f},",
          f"p95 {numpy.percentile(ratio, 95):.3f}, more than 15 % off: {(abs(ratio - 1) > .15).sum()};",
          f"length median {numpy.median(table[:, 2] / table[:, 3]):.3f}")
    # What the classes of roads contribute to our time, on those that are off and on the others.
    for name, chosen in [("off", [o for o in off if abs(o[0]) > .15]), ("near", [o for o in off if abs(o[0]) <= .15])]:
        seconds, metres = collections.Counter(), collections.Counter()
        for _, _, ours, _ in chosen:
            for _, _, _, ms, mm, road, _ in ours["pieces"]:
                seconds[road] += ms / 1000
                metres[road] += mm / 1000
        total = sum(seconds.values()) or 1
        print(name, len(chosen), ", ".join(
            f"{road} {100 * s / total:.0f} % at {3.6 * metres[road] / max(s, .1):.0f} km/h"
            for road, s in seconds.most_common(9)))
    # Their speed on the same stretches, by class: nodes in a row that both drive.
    theirs, same = collections.defaultdict(lambda: [0, 0, 0, 0]), 0
    for _, _, ours, answer in off:
        annotation = answer["routes"][0]["legs"][0]["annotation"]
        nodes, duration, length = (list(annotation[key]) for key in ("nodes", "duration", "distance"))
        at = {node: index for index, node in enumerate(nodes)}
        for _, start, end, ms, mm, road, whole in ours["pieces"]:
            if whole and start in at and end in at and at[start] < at[end]:
                part = slice(at[start], at[end])
                if abs(sum(length[part]) - mm / 1000) < 2 and sum(duration[part]) > 0:
                    t = theirs[road]
                    t[0] += ms / 1000; t[1] += sum(duration[part]); t[2] += mm / 1000; t[3] += 1
    for road, (a, b, metres, count) in sorted(theirs.items(), key=lambda item: -item[1][2]):
        print(f"  {road}: {metres / 1000:.0f} km shared, ours with turns {3.6 * metres / a:.1f} km/h, theirs without {3.6 * metres / b:.1f} km/h")
    for deviation, pair, ours, _ in sorted(off, key=lambda o: -abs(o[0]))[:10]:
        print(f"  {deviation:+.0%} ours {pair[0]:.0f} s {pair[2]:.0f} m, theirs {pair[1]:.0f} s {pair[3]:.0f} m",
              ours["from"], ours["to"])


main()
