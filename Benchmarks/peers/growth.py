"""How costs grow with the size of a graph: smaller graphs cut out of the largest, drawn."""

import tempfile

import numpy as np

import graphs
import peers

SIZES = [1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000]
QUERIES = 10_000


def draw(folder, names, ours, routingkit, path):
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plot

    whole = max((graphs.read(folder, name) for name in names), key=lambda graph: graph.node_count)
    points = []
    with tempfile.TemporaryDirectory() as scratch:
        for size in [size for size in SIZES if size < whole.node_count] + [whole.node_count]:
            graph = graphs.cut(whole, size, f"cut-{size}")
            generator = np.random.default_rng(size)
            pairs = generator.integers(0, graph.node_count, (QUERIES, 2))
            hierarchy, _ = routingkit.build(graph)
            right = routingkit.distances(hierarchy, pairs.tolist())
            graph.queries = np.column_stack([pairs, right])
            graphs.write(graph, scratch)
            found = {"RoutingKit": routingkit.measure(graph)}
            for algorithm in "ch", "hub-labels", "one-to-many", "one-to-all":
                found[algorithm] = ours.run(graph, algorithm)
            points.append((graph.node_count, found))
            print(f"| {graph.node_count:,} | " + " | ".join(row(found)) + " |", flush=True)

    panels = [
        ("preparation, CPU s", [("ch", "prepare_cpu_s"), ("hub-labels", "prepare_cpu_s"),
                                ("RoutingKit", "prepare_cpu_s")]),
        ("distance, µs", [("ch", "query_mean_us"), ("hub-labels", "query_mean_us"),
                          ("RoutingKit", "query_mean_us")]),
        ("with path, µs", [("ch", "path_mean_us"), ("RoutingKit", "path_mean_us")]),
        ("one to 1,000 and to all, µs", [("one-to-many", "query_mean_us"), ("one-to-all", "query_mean_us")]),
        ("index, bytes a node", [("ch", "index_bytes"), ("hub-labels", "index_bytes")]),
    ]
    figure, axes = plot.subplots(1, len(panels), figsize=(4 * len(panels), 3.6), layout="constrained")
    for axis, (title, lines) in zip(axes, panels):
        for engine, name in lines:
            nodes = [count for count, _ in points]
            values = [found[engine][name] / (count if name == "index_bytes" else 1) for count, found in points]
            axis.plot(nodes, values, marker="o", linestyle="--" if engine == "RoutingKit" else "-", label=engine)
        axis.set(title=title, xlabel="nodes", xscale="log", yscale="log")
        axis.grid(alpha=0.3)
        axis.legend(fontsize=8)
    figure.suptitle(f"cut out of {whole.name}")
    figure.savefig(path)


def row(found):
    """The figures of one size, for the table."""
    names = [("ch", "prepare_cpu_s", "s"), ("ch", "query_mean_us", "µs"), ("ch", "path_mean_us", "µs"),
             ("RoutingKit", "prepare_cpu_s", "s"), ("RoutingKit", "query_mean_us", "µs"),
             ("RoutingKit", "path_mean_us", "µs"), ("hub-labels", "query_mean_us", "µs"),
             ("one-to-many", "query_mean_us", "µs"), ("one-to-all", "query_mean_us", "µs")]
    return [f"{found[engine][name]:.3g} {unit}" for engine, name, unit in names]
