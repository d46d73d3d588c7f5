// Linked for what it overrides: see MutexEdges.c.
