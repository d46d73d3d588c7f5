"""How costs grow with the size of a graph: smaller graphs cut out of the largest, measured, tabled and drawn.

Wardway and RoutingKit take turns on each graph. All distances are checked: those of the whole graph against its file,
those of its parts against RoutingKit.
"""

import tempfile

import numpy as np

import graphs

SIZES = [1_000, 3_000, 10_000, 30_000, 100_000, 300_000]
QUERIES = 10_000

# What is asked of graphbench.
ALGORITHMS = ["ch", "cch", "partial", "ch-astar", "hub-labels", "one-to-many", "one-to-all"]

# Panels: title, and lines: title, engine, figure, factor. RoutingKit's lines are dashed, in the colour of ours.
PANELS = [
    ("preparation, CPU s", [
        ("CH build", "ch", "prepare_cpu_s", 1), ("CH build", "RoutingKit CH", "prepare_cpu_s", 1),
        ("CCH order", "cch", "order_cpu_s", 1), ("CCH order", "RoutingKit CCH", "order_cpu_s", 1),
        ("hub labels", "hub-labels", "labels_cpu_s", 1)]),
    ("distance, µs", [
        ("CH", "ch", "query_mean_us", 1), ("CH", "RoutingKit CH", "query_mean_us", 1),
        ("CCH", "cch", "query_mean_us", 1), ("CCH", "RoutingKit CCH", "query_mean_us", 1),
        ("hub labels", "hub-labels", "query_mean_us", 1)]),
    ("path, µs", [
        ("CH", "ch", "path_mean_us", 1), ("CH", "RoutingKit CH", "path_mean_us", 1),
        ("CCH", "cch", "path_mean_us", 1), ("CCH", "RoutingKit CCH", "path_mean_us", 1),
        ("A* with potentials", "ch-astar", "path_mean_us", 1),
        ("A*, 100 arcs closed", "ch-astar", "closures_100_mean_us", 1),
        ("A*, an arc of the path closed", "ch-astar", "detour_mean_us", 1)]),
    ("customization, µs", [
        ("full", "cch", "customize_ms", 1e3), ("full", "RoutingKit CCH", "customize_ms", 1e3),
        ("one closure", "partial", "partial_1_mean_us", 1),
        ("one closure", "RoutingKit CCH", "partial_1_mean_us", 1)]),
    ("one to many, µs", [
        ("to 1,000", "one-to-many", "query_mean_us", 1), ("to 1,000", "RoutingKit CCH", "many_mean_us", 1),
        ("to all", "one-to-all", "query_mean_us", 1)]),
    ("index, MB", [
        ("CH", "ch", "index_bytes", 1e-6), ("CCH", "cch", "index_bytes", 1e-6),
        ("hub labels", "hub-labels", "index_bytes", 1e-6)]),
]


def draw(folder, names, ours, contracted, customizable, path):
    """Measures, and writes `path` and a table with the same name but `.md`."""
    whole = max((graphs.read(folder, name) for name in names), key=lambda graph: graph.node_count)
    whole.queries = whole.queries[:QUERIES]
    points = []
    with tempfile.TemporaryDirectory() as scratch:
        for size in [size for size in SIZES if size < whole.node_count] + [whole.node_count]:
            graph = whole
            if size < whole.node_count:
                graph = part(whole, size, contracted)
                graphs.write(graph, scratch)
            points.append((graph.node_count, measure(graph, ours, contracted, customizable)))
            print(points[-1], flush=True)
            path.with_suffix(".md").write_text(table(whole.name, points))
    plot(whole.name, points, path)


def part(whole, size, contracted):
    """A part of a graph, with queries between random nodes."""
    graph = graphs.cut(whole, size, f"cut-{size}")
    pairs = np.random.default_rng(size).integers(0, graph.node_count, (QUERIES, 2))
    hierarchy, _ = contracted.build(graph)
    graph.queries = np.column_stack([pairs, contracted.distances(hierarchy, pairs.tolist())])
    return graph


def measure(graph, ours, contracted, customizable):
    found = {"RoutingKit CH": contracted.measure(graph), "ch": ours.run(graph, "ch")}
    if customizable is not None:
        found["RoutingKit CCH"] = customizable.measure(graph)
    for algorithm in ALGORITHMS:
        if algorithm not in found:
            found[algorithm] = ours.run(graph, algorithm)
    for engine, figures in found.items():
        if figures["mismatches"]:
            raise SystemExit(f"{engine}: {figures['mismatches']} wrong answers on {graph.name}")
    return found


def lines(points):
    """Panel, line, whether it's RoutingKit's, and the values, as far as they were measured."""
    for panel, (title, entries) in enumerate(PANELS):
        for name, engine, figure, factor in entries:
            values = [found[engine][figure] * factor for _, found in points if engine in found]
            if len(values) == len(points):
                yield panel, title, name, engine.startswith("RoutingKit"), values


def table(name, points):
    rows = [
        f"How costs grow: parts of {name}, and the whole. "
        "Wardway / RoutingKit, one thread, processor time. RoutingKit orders its CCH by inertial flow.", "",
        "| | " + " | ".join(f"{count:,}" for count, _ in points) + " |",
        "|---|" + "---|" * len(points)]
    ours, theirs = {}, {}
    for _, title, line, is_theirs, values in lines(points):
        (theirs if is_theirs else ours)[title, line] = values
    for (title, line), values in ours.items():
        what, unit = title.split(", ", 1)
        others = theirs.get((title, line))
        cells = [shown(value) + (f" / {shown(others[index])}" if others else "") for index, value in enumerate(values)]
        rows.append(f"| {what}: {line}, {unit} | " + " | ".join(cells) + " |")
    return "\n".join(rows) + "\n"


def shown(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def plot(name, points, path):
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    matplotlib.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "wardway", "font.size": 8})
    figure, axes = pyplot.subplots(2, 3, figsize=(10, 5.6), layout="constrained")
    colours = {}
    nodes = [count for count, _ in points]
    for panel, title, line, is_theirs, values in lines(points):
        axis = axes.flat[panel]
        known = colours.setdefault(panel, {})
        colour = known.setdefault(line, f"C{len(known)}")
        axis.plot(
            nodes, values, color=colour, linestyle="--" if is_theirs else "-", marker="." if is_theirs else "o",
            markersize=4, label=None if is_theirs else line)
        axis.set(title=title, xscale="log", yscale="log")
    for axis in axes.flat:
        axis.minorticks_off()
        axis.xaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
        axis.yaxis.set_major_formatter(lambda value, _: f"{value:,.0f}" if value >= 1 else f"{value:g}")
        axis.grid(alpha=0.3)
        axis.margins(y=0.15)
        axis.legend(fontsize=6, framealpha=0.4)
    for axis in axes[1]:
        axis.set(xlabel="nodes")
    figure.suptitle(f"Wardway (lines) and RoutingKit (dashed) on parts of {name}")
    figure.savefig(path, metadata={"Date": None})
