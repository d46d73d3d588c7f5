"""How lakeside.osm is drawn: a canvas, the words on it, the district, and the hospital building by building."""
