"""Times exact top-10 search by sqlite-vec and by FAISS flat on vectors from a file.

usage: flat_search.py VECTORS QUERIES DIMENSIONS [VEC0_SO]
Both files hold rows of little-endian float32. Prints "name median-milliseconds" for each that is
installed, and "name missing: why" for each that is not.
"""
import sqlite3
import statistics
import sys
import time

LIMIT = 10


def rows(file, dimensions):
    row = dimensions * 4
    with open(file, "rb") as data:
        while chunk := data.read(row):
            yield chunk


def median_ms(search, queries):
    search(queries[0])
    times = []
    for query in queries:
        begun = time.perf_counter()
        search(query)
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def sqlite_vec(vectors, queries, dimensions, extension):
    db = sqlite3.connect(":memory:")
    db.enable_load_extension(True)
    db.load_extension(extension)
    db.execute(f"create virtual table v using vec0(e float[{dimensions}] distance_metric=cosine)")
    db.executemany("insert into v(e) values (?)", ((row,) for row in rows(vectors, dimensions)))
    sql = f"select rowid from v where e match ? and k = {LIMIT}"
    return median_ms(lambda query: db.execute(sql, (query,)).fetchall(), queries)


def faiss_flat(vectors, queries, dimensions):
    import faiss
    import numpy

    faiss.omp_set_num_threads(1)
    index = faiss.IndexFlatIP(dimensions)
    index.add(numpy.fromfile(vectors, dtype="<f4").reshape(-1, dimensions))
    as_row = lambda query: numpy.frombuffer(query, dtype="<f4").reshape(1, -1)
    return median_ms(lambda query: index.search(as_row(query), LIMIT), queries)


def report(name, measure):
    try:
        print(name, measure(), flush=True)
    except (ImportError, AttributeError, sqlite3.Error) as reason:
        print(name, "missing:", reason, flush=True)


def main(vectors, queries, dimensions, extension=None):
    dimensions = int(dimensions)
    asked = list(rows(queries, dimensions))
    if extension:
        report("sqlite-vec", lambda: sqlite_vec(vectors, asked, dimensions, extension))
    report("faiss-flat", lambda: faiss_flat(vectors, asked, dimensions))


main(*sys.argv[1:])
