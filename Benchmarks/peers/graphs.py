"""DIMACS graphs: read, cut, written."""

import gzip
from pathlib import Path

import numpy as np


class Graph:
    """Arcs as arrays, nodes from 0; positions in degrees × 10⁶; queries with their distances."""

    def __init__(self, name, tail, head, weight, x, y, queries, files=None):
        self.name, self.tail, self.head, self.weight = name, tail, head, weight
        self.x, self.y, self.queries, self.files = x, y, queries, files

    @property
    def node_count(self):
        return len(self.x)


def read(folder, name):
    """Reads NAME.gr.gz, NAME.co.gz and NAME.queries.csv.gz."""
    files = [Path(folder) / f"{name}{end}" for end in (".gr.gz", ".co.gz", ".queries.csv.gz")]
    arcs = _numbers(files[0], b"a", 3)
    places = _numbers(files[1], b"v", 3)
    places = places[np.argsort(places[:, 0], kind="stable")]
    queries = np.loadtxt(gzip.open(files[2], "rt"), delimiter=",", skiprows=1, dtype=np.int64, ndmin=2)
    queries[:, :2] -= 1
    tail, head, weight = (np.ascontiguousarray(column) for column in arcs.T)
    return Graph(
        name, (tail - 1).astype(np.uint32), (head - 1).astype(np.uint32), weight.astype(np.uint32),
        places[:, 1].astype(np.int32), places[:, 2].astype(np.int32), queries, files)


def _numbers(path, letter, width):
    lines = [line[1:] for line in gzip.open(path) if line.startswith(letter)]
    return np.array(b" ".join(lines).split(), dtype=np.int64).reshape(-1, width)


def cut(graph, size, name):
    """The `size` nodes nearest to the middle node by number of arcs, arcs in either direction."""
    both = np.concatenate([graph.tail, graph.head]), np.concatenate([graph.head, graph.tail])
    order = np.argsort(both[0], kind="stable")
    first = np.searchsorted(both[0][order], np.arange(graph.node_count + 1))
    heads = both[1][order]
    middle = np.argmin(np.hypot(graph.x - np.median(graph.x), graph.y - np.median(graph.y)))
    found = np.zeros(graph.node_count, bool)
    found[middle] = True
    row, at = [int(middle)], 0
    while len(row) < size and at < len(row):
        for head in heads[first[row[at]]:first[row[at] + 1]]:
            if not found[head] and len(row) < size:
                found[head] = True
                row.append(int(head))
        at += 1
    number = np.cumsum(found) - 1
    inner = found[graph.tail] & found[graph.head]
    return Graph(
        name, number[graph.tail[inner]].astype(np.uint32), number[graph.head[inner]].astype(np.uint32),
        graph.weight[inner], graph.x[found], graph.y[found], None)


def write(graph, folder):
    """Writes a graph with its queries as `read` reads them."""
    graph.files = [Path(folder) / f"{graph.name}{end}" for end in (".gr.gz", ".co.gz", ".queries.csv.gz")]
    with gzip.open(graph.files[0], "wt", compresslevel=1) as file:
        file.write(f"p sp {graph.node_count} {len(graph.tail)}\n")
        file.writelines(f"a {t + 1} {h + 1} {w}\n" for t, h, w in zip(graph.tail, graph.head, graph.weight))
    with gzip.open(graph.files[1], "wt", compresslevel=1) as file:
        file.write(f"p aux sp co {graph.node_count}\n")
        file.writelines(f"v {i + 1} {x} {y}\n" for i, (x, y) in enumerate(zip(graph.x, graph.y)))
    with gzip.open(graph.files[2], "wt", compresslevel=1) as file:
        file.write("source,target,distance\n")
        for source, target, distance in graph.queries:
            file.write(f"{source + 1},{target + 1},{'inf' if distance >= 2**31 - 1 else distance}\n")
