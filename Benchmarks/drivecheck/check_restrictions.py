"""Checks driven routes against the turn restrictions and one-way streets of the source.

Reads both itself, with pyosmium, and shares no code with the library.

    python check_restrictions.py MAP.osm.pbf routes.jsonl
"""

import collections
import json
import sys

import osmium

CAR = ("motorcar", "motor_vehicle", "vehicle")


def read(path):
    ways, relations = {}, []
    for thing in osmium.FileProcessor(path):
        tags = {tag.k: tag.v for tag in thing.tags}
        if thing.is_way() and ("highway" in tags or "route" in tags):
            ways[thing.id] = ([node.ref for node in thing.nodes], tags)
        elif thing.is_relation() and tags.get("type", "").split(":")[0] == "restriction":
            relations.append((thing.id, tags, [(m.type, m.ref, m.role) for m in thing.members]))
    return ways, relations


def kind_for_cars(tags):
    keys = ["restriction:motorcar", "restriction:motor_vehicle", "restriction:vehicle", "restriction"]
    if any(key + ":conditional" in tags for key in keys) or {"day_on", "hour_on"} & tags.keys():
        return None
    if tags["type"] not in ("restriction", *keys):
        return None
    if set(CAR) & {part.strip() for part in tags.get("except", "").split(";")}:
        return None
    return next((tags[key] for key in keys if key in tags), None)


def rules(ways, relations):
    """By via node: (from way, no or only, to way). Ways have to end at the node."""
    found, skipped = collections.defaultdict(list), 0
    for number, tags, members in relations:
        kind = kind_for_cars(tags)
        if kind is None or not kind.startswith(("no_", "only_")):
            continue
        starts = [ref for _, ref, role in members if role == "from"]
        ends = [ref for _, ref, role in members if role == "to"]
        vias = [(type, ref) for type, ref, role in members if role == "via"]
        if len(vias) != 1 or vias[0][0] != "n" or kind.startswith("only_") and len(ends) > 1:
            skipped += 1
            continue
        via = vias[0][1]
        used = False
        for start in starts:
            for end in ends:
                if all(way in ways and via in (ways[way][0][0], ways[way][0][-1]) for way in (start, end)):
                    found[via].append((number, start, kind.split("_")[0], end))
                    used = True
        skipped += not used
    return found, skipped


def directions(tags):
    for key in ("oneway:motorcar", "oneway:motor_vehicle", "oneway:vehicle", "oneway"):
        value = tags.get(key)
        if value in ("yes", "1", "true"):
            return {1}
        if value in ("-1", "reverse"):
            return {-1}
        if value in ("no", "0", "false"):
            return {1, -1}
    if tags.get("junction") in ("roundabout", "circular") or tags.get("highway") == "motorway":
        return {1}
    return {1, -1}


def steps(ways, way, start, end):
    """The directions in which a way leads from one of its nodes to another."""
    nodes = ways[way][0]
    count = len(nodes)
    places = [(a, b) for a in range(count) for b in range(count) if nodes[a] == start and nodes[b] == end]
    result = {1 if b > a else -1 for a, b in places if a != b}
    if nodes[0] == nodes[-1]:
        result = {1, -1}
    return result


def main():
    ways, relations = read(sys.argv[1])
    by_node, skipped = rules(ways, relations)
    turns = violated = against = touched = 0
    for line in open(sys.argv[2]):
        pieces = json.loads(line)["pieces"]
        for way, start, end, _, _, _, _ in pieces:
            if not steps(ways, way, start, end) & directions(ways[way][1]):
                against += 1
                print("against one-way", way, start, end)
        for before, after in zip(pieces, pieces[1:]):
            turns += 1
            node = before[2]
            assert node == after[1], "pieces don't join"
            for number, start, word, end in by_node.get(node, ()):
                if before[0] != start:
                    continue
                nodes = ways[start][0]
                # A way that runs on through the node and back is only bound at its end.
                if node not in (nodes[0], nodes[-1]):
                    continue
                touched += 1
                # To a way that is also the one it comes from, only turning back counts.
                same = start == end and before[1] != after[2]
                if word == "no" and after[0] == end and not same or word == "only" and after[0] != end:
                    violated += 1
                    print("violates relation", number, before, after)
    print(f"{turns} turns, {touched} bound by a restriction, {violated} violations, {against} against one-way;",
          f"{sum(map(len, by_node.values()))} rules read, {skipped} relations broken")
    sys.exit(violated + against > 0)


main()
