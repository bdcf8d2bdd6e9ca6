/**
 * A snapshot of a board of 5,000 shapes, published on the built server with PostgreSQL, with every section and its
 * pictures, while a colleague edits another board over HTTP-independent means: how long it takes, and how long the main
 * loop of the server is held up meanwhile, as its own metrics say. Writes `results/snapshots.json`.
 */
