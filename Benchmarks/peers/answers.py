#!/usr/bin/env python3
"""Times whole answers, with steps and all of the line: `wardway batch` against OSRM, turn by turn on the same pairs.

    pip install osrm-bindings
    Benchmarks/peers/answers.py WARDWAY ATLAS MAP.osrm NODES.co.gz [--pairs 2000] [--rounds 7]

ATLAS and MAP.osrm (profile foot) are made of the same extract; NODES.co.gz has the places, in millionths of a degree.
A figure is the least processor time of the rounds for an answer: of ours what more pairs take than a few, JSON and all;
of OSRM's the call from Python with the objects that it returns. Routes are compared by their lengths.
"""

import argparse
import gzip
import json
import random
import resource
import statistics
import subprocess
import time

import osrm


def places(path):
    with gzip.open(path, "rt") as file:
        rows = [line.split() for line in file if line.startswith("v ")]
    return [(int(x) / 1e6, int(y) / 1e6) for _, _, x, y in rows]


def theirs(engine, pairs):
    """Seconds for an answer, and the lengths of the routes."""
    lengths = []
    start = time.process_time()
    for pair in pairs:
        answer = engine.Route(osrm.RouteParameters(
            coordinates=pair, steps=True, overview="full", geometries="geojson"))
        lengths.append(answer["routes"][0]["distance"])
    return (time.process_time() - start) / len(pairs), lengths


def ours(tool, atlas, pairs):
    """Seconds of all, and the lengths of the routes; nothing where one was refused."""
    def point(place):
        return {"lat": place[1], "lon": place[0]}
    lines = "".join(json.dumps({"from": point(a), "to": point(b)}) + "\n" for a, b in pairs)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([tool, "batch", atlas, "--jobs", "1"], input=lines.encode(), stdout=subprocess.PIPE)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, [answer.get("distance_m") for answer in answers], len(done.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wardway")
    parser.add_argument("atlas")
    parser.add_argument("osrm")
    parser.add_argument("nodes")
    parser.add_argument("--pairs", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    engine = osrm.OSRM(storage_config=options.osrm, use_shared_memory=False, algorithm="CH")
    numbers = random.Random(7)
    nodes = places(options.nodes)
    pairs = [(numbers.choice(nodes), numbers.choice(nodes)) for _ in range(options.pairs)]
    few = pairs[:len(pairs) // 10]
    peer, start, whole = [], [], []
    for _ in range(options.rounds):
        seconds, their_lengths = theirs(engine, pairs)
        peer.append(seconds)
        start.append(ours(options.wardway, options.atlas, few)[0])
        seconds, our_lengths, size = ours(options.wardway, options.atlas, pairs)
        whole.append(seconds)
    if None in our_lengths:
        raise SystemExit("a request was refused")
    ratios = sorted(a / b for a, b in zip(our_lengths, their_lengths) if b > 0)
    own = (min(whole) - min(start)) / (len(pairs) - len(few))
    print(f"{len(pairs)} pairs, {size / len(pairs):.0f} bytes an answer; lengths {statistics.median(ratios):.3f} of OSRM's,"
          f" nine of ten {ratios[len(ratios) // 20]:.3f} to {ratios[-1 - len(ratios) // 20]:.3f}")
    print(f"Wardway {own * 1e3:.2f} ms, OSRM {min(peer) * 1e3:.2f} ms, ratio {own / min(peer):.2f}")


if __name__ == "__main__":
    main()
