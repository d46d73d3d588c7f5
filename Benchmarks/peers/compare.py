#!/usr/bin/env python3
"""Times graphbench and the engines on PyPI turn by turn on the same graphs, and prints a table of ratios.

    pip install numpy matplotlib ch-router routingkit-cch pyroutingkit pandana
    swift build -c release --package-path Benchmarks --product graphbench
    Benchmarks/peers/compare.py GRAPHS [--graphs new-york …] [--rounds 3] [--growth OUT.svg]

GRAPHS holds NAME.gr.gz, NAME.co.gz and NAME.queries.csv.gz. Every answer of either side is checked against the
file. A figure is the median of the rounds; a ratio is the median of the ratios within a round, as the load of a
machine changes. --growth cuts the largest graph into smaller ones instead and draws how costs grow, with a table.
"""

import argparse
import statistics
from pathlib import Path

import graphs
import growth
import peers

# What is compared: title, unit, our algorithm and figure, the peer and its figure.
ROWS = [
    ("CH build, CPU", "s", "ch", "prepare_cpu_s", peers.RoutingKitCH, "prepare_cpu_s"),
    ("CH distance", "µs", "ch", "query_mean_us", peers.RoutingKitCH, "query_mean_us"),
    ("CH path", "µs", "ch", "path_mean_us", peers.RoutingKitCH, "path_mean_us"),
    ("hub label distance, to CH distance", "µs", "hub-labels", "query_mean_us", peers.RoutingKitCH,
     "query_mean_us"),
    ("A* with potentials, undisturbed, to CH path", "µs", "ch-astar", "path_mean_us", peers.RoutingKitCH,
     "path_mean_us"),
    ("A* with potentials, 100 arcs closed, to CH path", "µs", "ch-astar", "closures_100_mean_us",
     peers.RoutingKitCH, "path_mean_us"),
    ("A* with potentials, an arc of the path closed, to CH path", "µs", "ch-astar", "detour_mean_us",
     peers.RoutingKitCH, "path_mean_us"),
    ("one to 1,000, to CCH pinned", "µs", "one-to-many", "query_mean_us", peers.RoutingKitCCH, "many_mean_us"),
    ("CCH order", "s", "cch", "order_cpu_s", peers.RoutingKitCCH, "order_cpu_s"),
    ("CCH customization", "ms", "cch", "customize_ms", peers.RoutingKitCCH, "customize_ms"),
    ("CCH distance", "µs", "cch", "query_mean_us", peers.RoutingKitCCH, "query_mean_us"),
    ("CCH path", "µs", "cch", "path_mean_us", peers.RoutingKitCCH, "path_mean_us"),
    ("one closure by partial customization", "µs", "partial", "partial_1_mean_us", peers.RoutingKitCCH,
     "partial_1_mean_us"),
    ("CCH customization", "ms", "cch", "customize_ms", peers.RoutingKitOnOurs, "customize_ms"),
    ("CCH distance", "µs", "cch", "query_mean_us", peers.RoutingKitOnOurs, "query_mean_us"),
    ("CCH path", "µs", "cch", "path_mean_us", peers.RoutingKitOnOurs, "path_mean_us"),
    ("one closure by partial customization", "µs", "partial", "partial_1_mean_us", peers.RoutingKitOnOurs,
     "partial_1_mean_us"),
    ("CCH customization", "ms", "cch", "customize_ms", peers.PyRoutingKit, "customize_ms"),
    ("CH build, CPU", "s", "ch", "prepare_cpu_s", peers.Pandana, "prepare_cpu_s"),
    ("CH distance", "µs", "ch", "query_mean_us", peers.Pandana, "query_mean_us"),
    ("CH path", "µs", "ch", "path_mean_us", peers.Pandana, "path_mean_us"),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--graphs", nargs="*", help="names; all in the folder if none is given")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--graphbench", default=Path(__file__).parents[1] / ".build/release/graphbench")
    parser.add_argument("--limit", type=int, help="ask only the first queries of each graph")
    parser.add_argument("--only", nargs="*", help="algorithms of ours to time")
    parser.add_argument("--without", nargs="*", default=[], help="peers to leave out: RoutingKitCCH, Pandana, …")
    parser.add_argument("--growth", type=Path, help="where to draw how costs grow")
    options = parser.parse_args()
    ours = peers.Graphbench(options.graphbench)
    others = {peer: found for peer, found in peers.installed().items() if peer.__name__ not in options.without}
    rows = [row for row in ROWS if ours.offers(row[2]) and row[4] in others]
    if options.only is not None:
        rows = [row for row in rows if row[2] in options.only]
    names = options.graphs or sorted(path.name[:-6] for path in options.folder.glob("*.gr.gz"))
    for name in names if not options.growth else []:
        graph = graphs.read(options.folder, name)
        graph.queries = graph.queries[:options.limit]
        compare(graph, ours, others, rows, options.rounds)
    if options.growth:
        growth.draw(
            options.folder, names, ours, others[peers.RoutingKitCH], others.get(peers.RoutingKitCCH),
            options.growth)


def compare(graph, ours, others, rows, rounds):
    figures = []
    if any(row[4] is peers.RoutingKitOnOurs for row in rows):
        graph.order = ours.order(graph)
    for _ in range(rounds):
        mine = {algorithm: ours.run(graph, algorithm) for algorithm in dict.fromkeys(row[2] for row in rows)}
        theirs = {peer: others[peer].measure(graph) for peer in dict.fromkeys(row[4] for row in rows)}
        for peer, found in theirs.items():
            if found is None:
                print(f"{peer.name} has no answer for {graph.name}")
            elif found["mismatches"]:
                print(f"{peer.name}: {found['mismatches']} wrong answers on {graph.name}")
        figures.append((mine, theirs))
    print(f"\n{graph.name}: {graph.node_count:,} nodes, {len(graph.tail):,} arcs\n")
    print("| | Wardway | peer | ratio | |\n|---|---|---|---|---|")
    for title, unit, algorithm, figure, peer, other in rows:
        if any(theirs[peer] is None for _, theirs in figures):
            continue
        pairs = [(mine[algorithm][figure], theirs[peer][other]) for mine, theirs in figures]
        us, them = (statistics.median(side) for side in zip(*pairs))
        ratio = statistics.median(a / b for a, b in pairs)
        print(f"| {title} | {us:.3g} {unit} | {them:.3g} {unit} | {ratio:.2f} | {peer.name} |", flush=True)


if __name__ == "__main__":
    main()
