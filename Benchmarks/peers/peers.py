"""The engines that are compared. Each gives figures by name; times are processor time.

What a call of RoutingKit's hierarchies from Python costs is measured with queries from a node to itself, which end at
once, and taken off. Customizable hierarchies search to the top even then: their times are whole, about 1 µs of them
the call.
"""

import copy
import json
import multiprocessing
import subprocess
import tempfile
import time

import numpy as np


def timed(body):
    start = time.process_time()
    result = body()
    return result, time.process_time() - start


class Graphbench:
    """Wardway, by `graphbench`."""

    name = "Wardway"

    def __init__(self, program):
        self.program = program
        text = subprocess.run([program, "--help"], capture_output=True, text=True, check=True).stdout
        self.help = " ".join(text.split())

    def offers(self, algorithm):
        return f" {algorithm}," in self.help or f" {algorithm}." in self.help

    def run(self, graph, algorithm, *options):
        command = [self.program, "--graph", graph.files[0], "--coordinates", graph.files[1], "--queries",
                   graph.files[2], "--algorithm", algorithm, "--format", "json", "--limit", len(graph.queries), *options]
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"graphbench {algorithm} on {graph.name}: {done.stdout}{done.stderr}")
        return json.loads(done.stdout)

    def order(self, graph):
        """Returns the nodes in the order of a customizable hierarchy, lowest first."""
        with tempfile.NamedTemporaryFile("r") as file:
            bare = copy.copy(graph)
            bare.queries = graph.queries[:0]
            self.run(bare, "cch", "--order", file.name)
            return np.loadtxt(file.name, dtype=np.uint32, ndmin=1) - 1


class RoutingKitCH:
    """RoutingKit's contraction hierarchies, out of `ch-router`."""

    name = "RoutingKit CH (ch-router)"

    def __init__(self):
        import routingkit_ch

        self.module = routingkit_ch

    def build(self, graph):
        """Returns the hierarchy and the seconds that it took."""
        return timed(lambda: self.module.ContractionHierarchy.build(
            graph.node_count, graph.tail, graph.head, graph.weight))

    def distances(self, hierarchy, pairs):
        query = self.module.CHQuery(hierarchy)
        return [query.reset().add_source(s).add_target(t).run().get_distance() for s, t in pairs]

    def measure(self, graph):
        hierarchy, seconds = self.build(graph)
        query = self.module.CHQuery(hierarchy)
        pairs = graph.queries[:, :2].tolist()
        found = self.distances(hierarchy, pairs)
        wrong = int(np.sum(np.array(found) != graph.queries[:, 2]))

        def ask(finish):
            def body():
                for s, t in pairs:
                    finish(query.reset().add_source(s).add_target(t).run())
            return body

        def call(finish):
            def body():
                for s, _ in pairs:
                    finish(query.reset().add_source(s).add_target(s).run())
            return body

        def get(query):
            return query.get_distance()

        def path(query):
            return query.get_arc_path()

        figures = {"prepare_cpu_s": seconds, "mismatches": wrong}
        for name, finish in ("query", get), ("path", path):
            whole = min(timed(ask(finish))[1] for _ in range(3))
            calls = min(timed(call(finish))[1] for _ in range(3))
            figures[f"{name}_mean_us"] = (whole - calls) / len(pairs) * 1e6
            figures[f"{name}_call_us"] = calls / len(pairs) * 1e6
        return figures


class RoutingKitCCH:
    """RoutingKit's customizable hierarchies, out of `routingkit-cch`."""

    name = "RoutingKit CCH (routingkit-cch)"

    def __init__(self):
        import routingkit_cch

        self.module = routingkit_cch

    def measure(self, graph):
        module = self.module
        tail, head, weight = graph.tail.tolist(), graph.head.tolist(), graph.weight.tolist()
        order, seconds = self.order(graph, tail, head)
        cch = module.CCH(order, tail, head, False)
        metric, _ = timed(lambda: module.CCHMetric(cch, weight))
        figures = {"order_cpu_s": seconds}
        figures["customize_ms"] = 1e3 * min(timed(lambda: metric.reset(weight))[1] for _ in range(5))
        query = module.CCHQuery(metric)
        pairs = graph.queries[:20000, :2].tolist()
        right = graph.queries[:20000, 2].tolist()
        figures["mismatches"] = sum(query.run(s, t).distance != d for (s, t), d in zip(pairs, right))

        def ask(ends, finish):
            return min(timed(lambda: [finish(query.run(*pair)) for pair in ends])[1] for _ in range(3))

        for name, finish in ("query", lambda r: r.distance), ("path", lambda r: r.arc_path):
            figures[f"{name}_mean_us"] = ask(pairs, finish) / len(pairs) * 1e6
        targets = [t for _, t in pairs[:1000]]
        pinned, seconds = timed(lambda: module.CCHOneToMany(metric, targets))
        figures["select_ms"] = seconds * 1e3
        answers = [pinned.distances_from(s)[i] for i, (s, _) in enumerate(pairs[:100])]
        figures["mismatches"] += sum(a != d for a, d in zip(answers, right))
        _, seconds = timed(lambda: [pinned.distances_from(s) for s, _ in pairs[:500]])
        figures["many_mean_us"] = seconds / 500 * 1e6
        # No query may look at a metric that changes.
        del query, pinned
        figures["partial_1_mean_us"] = self._closures(module.CCHMetricPartialUpdater(cch), metric, weight)
        return figures

    def order(self, graph, tail, head):
        """Returns the nodes, lowest first, and the seconds that it took."""
        lat, lon = (graph.y / 1e6).tolist(), (graph.x / 1e6).tolist()
        return timed(lambda: self.module.compute_order_inertial(graph.node_count, tail, head, lat, lon))

    def _closures(self, updater, metric, weight):
        """The mean of closing an arc and of opening it again, in microseconds; the call taken off."""
        arcs = np.random.default_rng(1).integers(0, len(weight), 10_000).tolist()

        def change():
            for arc in arcs:
                updater.apply(metric, {arc: 2**31 - 1})
                updater.apply(metric, {arc: weight[arc]})

        def call():
            for _ in arcs:
                updater.apply(metric, {})

        return (timed(change)[1] / 2 - timed(call)[1]) / len(arcs) * 1e6


class RoutingKitOnOurs(RoutingKitCCH):
    """The same with Wardway's order, which is better than inertial flow's: the rest compared alone."""

    name = "RoutingKit CCH, Wardway's order"

    def order(self, graph, tail, head):
        return graph.order.tolist(), 0.0


class PyRoutingKit:
    """The same by `pyroutingkit`, which brings parallel customization where it was built with OpenMP."""

    name = "RoutingKit CCH (pyroutingkit)"

    def __init__(self):
        import pyroutingkit

        self.module = pyroutingkit

    def measure(self, graph):
        topology = self.module.CCHTopology()
        _, seconds = timed(lambda: topology.build(
            graph.tail, graph.head, (graph.y / 1e6).astype(np.float32), (graph.x / 1e6).astype(np.float32),
            graph.node_count))
        metric = self.module.CCHMetric(topology)
        figures = {"order_cpu_s": seconds}
        times = [timed(lambda: metric.customize(graph.weight))[1] for _ in range(5)]
        figures["customize_ms"] = min(times) * 1e3
        sample = graph.queries[:20000]
        figures["mismatches"] = sum(metric.query(s, t)[0] != d for s, t, d in sample.tolist())
        _, seconds = timed(lambda: [metric.query(s, t) for s, t, _ in sample.tolist()])
        figures["path_mean_us"] = seconds / len(sample) * 1e6
        return figures


class Pandana:
    """pandana's contraction hierarchies; its distances are floating point, so they are compared within 1.

    It gets each pair of opposite arcs as one edge where all weigh the same both ways. In a process of its own, given
    up after a time: on some networks it doesn't come back, as on one-way ones and those with arcs that weigh nothing.
    """

    name = "pandana"
    seconds = 600

    def __init__(self):
        import pandana
        import pandas

        self.module, self.pandas = pandana, pandas

    def measure(self, graph):
        context = multiprocessing.get_context("fork")
        answers = context.SimpleQueue()
        process = context.Process(target=lambda: answers.put(self._measure(graph)))
        process.start()
        process.join(self.seconds)
        if process.is_alive():
            process.kill()
        return answers.get() if not answers.empty() else None

    def _measure(self, graph):
        series = self.pandas.Series
        arcs = self.pandas.DataFrame({"tail": graph.tail, "head": graph.head, "weight": graph.weight.astype(float)})
        arcs = arcs[arcs["tail"] != arcs["head"]].groupby(["tail", "head"], as_index=False).min()
        back = arcs.rename(columns={"tail": "head", "head": "tail"})
        is_twoway = len(arcs.merge(back, on=["tail", "head", "weight"])) == len(arcs)
        if is_twoway:
            arcs = arcs[arcs["tail"] < arcs["head"]].reset_index(drop=True)
        network, seconds = timed(lambda: self.module.Network(
            series(graph.x / 1e6), series(graph.y / 1e6), arcs["tail"], arcs["head"], arcs[["weight"]],
            twoway=is_twoway))
        sample = graph.queries[:20000]
        lengths, asked = timed(lambda: network.shortest_path_lengths(sample[:, 0], sample[:, 1]))
        _, walked = timed(lambda: network.shortest_paths(sample[:, 0], sample[:, 1]))
        wrong = int(np.sum(np.abs(np.array(lengths) - sample[:, 2]) > 1))
        return {"prepare_cpu_s": seconds, "query_mean_us": asked / len(sample) * 1e6,
                "path_mean_us": walked / len(sample) * 1e6, "mismatches": wrong}


def installed(classes=(RoutingKitCH, RoutingKitCCH, RoutingKitOnOurs, PyRoutingKit, Pandana)):
    """Those that can be imported; the others are named."""
    found = {}
    for peer in classes:
        try:
            found[peer] = peer()
        except ImportError as error:
            print(f"skipped {peer.name}: {error}")
    return found
