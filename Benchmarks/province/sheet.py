"""Writes OpenStreetMap files: nodes first, then ways, then relations."""

from xml.sax.saxutils import quoteattr

from layout import spelled


class Sheet:
    def __init__(self):
        self.nodes, self.ways, self.relations = [], [], []

    def node(self, number, x, y, **tags):
        place = spelled(x, y)
        self.nodes.append(
            f'<node id="{number}" {place}>{tag_lines(tags)}</node>\n' if tags else f'<node id="{number}" {place}/>\n')
        return number

    def way(self, number, nodes, **tags):
        refs = "".join([f'<nd ref="{node}"/>' for node in nodes])
        self.ways.append(f'<way id="{number}">{refs}{tag_lines(tags)}</way>\n')
        return number

    def relation(self, number, members, **tags):
        refs = "".join([f'<member type="{kind}" ref="{ref}" role="{role}"/>' for kind, ref, role in members])
        self.relations.append(f'<relation id="{number}">{refs}{tag_lines(tags)}</relation>\n')

    def write(self, path):
        with open(path, "w", encoding="utf-8") as file:
            file.write('<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6" generator="make-province.py">\n')
            for lines in (self.nodes, self.ways, self.relations):
                file.writelines(lines)
            file.write("</osm>\n")


def tag_lines(tags):
    return "".join([f'<tag k="{key.replace("__", ":")}" v={quoteattr(str(value))}/>' for key, value in tags.items()])
