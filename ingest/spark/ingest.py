"""Documents on a cluster: a folder or a table in, the graph of wentu or the files that neo4j-admin makes it of out.

All that knows Chinese or the graph is in the filters of `wentu`; here lines are only dealt out and brought together by
their block. Every step is a function of its lines, so what a lost worker had done is done again elsewhere, to the same end.

    spark-submit ingest/spark/ingest.py notices/ --files import/
    spark-submit ingest/spark/ingest.py news.parquet --table parquet --map text=body --load --uri bolt://graph:7687
"""

import argparse
import base64
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import threading
import uuid
from urllib.parse import unquote

from pyspark import StorageLevel
from pyspark.sql import SparkSession

# The exit code of a filter that left bad lines out and told them; any other but 0 is a failure, and the step is tried again.
SOME_BAD = 3
TABLE = re.compile(r"(--(?:nodes|relationships)=(?:\w+=)?)([^,=]+),(.+)")
ID = re.compile(r'^\{"document":\{"id":("(?:[^"\\]|\\.)*")')


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", help="a folder of files and JSON Lines, one such file, or a table")
    parser.add_argument("--table", metavar="FORMAT", help="the path is a table that Spark reads: parquet, orc, csv, json")
    parser.add_argument("--map", help="which columns hold what: title=headline,text=body")
    parser.add_argument("--wentu", default="wentu", help="the command on every machine (default: wentu)")
    parser.add_argument("--partitions", type=int, help="in how many parts documents are worked on (default: as Spark deals)")
    parser.add_argument("--files", metavar="FOLDER", help="write files for neo4j-admin into this folder")
    parser.add_argument("--shared", action="store_true", help="all machines see the folder, and each writes its part of the files")
    parser.add_argument("--load", action="store_true", help="write into a graph; what follows says which, as for wentu load")
    known, rest = parser.parse_known_args()
    if bool(known.files) == known.load:
        parser.error("give either --files FOLDER or --load")
    if known.shared and not known.files:
        parser.error("--shared is of --files")
    if rest and not known.load:
        parser.error(f"not known: {' '.join(rest)}")
    return known, rest


def filter_through(command, bad):
    """Lines through a process; what it tells of bad lines goes on to standard error and is counted."""

    def run(lines):
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

        def feed():
            try:
                for line in lines:
                    process.stdin.write(line.encode() + b"\n")
            except BrokenPipeError:
                pass  # It has ended: its exit code says why.
            finally:
                try:
                    process.stdin.close()
                except BrokenPipeError:
                    pass

        def listen():
            for line in process.stderr:
                if line.startswith(b"wentu:"):
                    bad.add(1)
                sys.stderr.write(line.decode(errors="replace"))

        threads = [threading.Thread(target=work, daemon=True) for work in (feed, listen)]
        for thread in threads:
            thread.start()
        for line in process.stdout:
            yield line[:-1].decode()
        for thread in threads:
            thread.join()
        if process.wait() not in (0, SOME_BAD):
            raise RuntimeError(f"{shlex.join(command)} ended with {process.returncode}")

    return run


def read_rows(spark, path, table):
    """Rows of JSON: those of a table, the lines of files of JSON Lines, and all other files whole."""
    if table:
        return spark.read.format(table).option("header", "true").load(path).toJSON()
    if path.endswith((".jsonl", ".ndjson")):
        return read_lines(spark, path)
    lines = [read_lines(spark, path, f"*.{ending}") for ending in ("jsonl", "ndjson")]
    files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(path).select("path", "content")
    whole = files.where("NOT lower(path) RLIKE '[.](jsonl|ndjson)$'").rdd
    # What Spark calls the folder is not what it was given as.
    root = spark.sparkContext._jvm.org.apache.hadoop.fs.Path(path)
    root = root.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration()).resolvePath(root).toUri().getPath()
    return spark.sparkContext.union(lines + [whole.map(lambda row: file_row(row, root))])


def read_lines(spark, path, pattern="*"):
    reader = spark.read.option("recursiveFileLookup", "true").option("pathGlobFilter", pattern).option("lineSep", "\n")
    return reader.text(path).rdd.map(lambda row: row.value)


def file_row(row, root):
    name = unquote(row.path).split(root.rstrip("/") + "/", 1)[-1]
    return json.dumps({"file": name, "base64": base64.b64encode(row.content).decode()})


def one_of_each(contributions):
    """Of two documents of one id one is left, the same whatever the order."""
    by_id = contributions.map(lambda line: (json.loads(ID.match(line).group(1)), line))
    return by_id.reduceByKey(lambda a, b: min(a, b)).values()


def is_part(line):
    return line.startswith(('{"node":', '{"edge":'))


def block_of(line):
    return line[len('{"block":"') : line.index('"', len('{"block":"'))]


def settle(lines, command, sort, bad):
    """Brings the lines of each block together, in order, and settles them."""
    keyed = lines.map(lambda line: (block_of(line), line))
    return keyed.repartitionAndSortWithinPartitions().values().mapPartitions(
        filter_through([*command, "resolve", "--stream", "--blocks", sort], bad)
    )


def make_parts(contributions, command, bad):
    """All nodes and relationships of the graph."""
    keep = StorageLevel.DISK_ONLY
    opened = contributions.mapPartitions(filter_through([*command, "resolve", "--stream"], bad)).persist(keep)
    of_names = opened.filter(lambda line: line.startswith('{"block":"name '))
    of_facts = opened.filter(lambda line: line.startswith('{"block":"fact '))
    names = settle(of_names, command, "name", bad).persist(keep)
    facts = settle(of_facts.union(names.filter(lambda line: not is_part(line))), command, "fact", bad).persist(keep)
    for step in (names, facts):
        step.foreachPartition(lambda lines: None)
    return opened.filter(is_part).union(names.filter(is_part)).union(facts)


def write_shared(parts, folder, command, bad):
    """Each partition writes files of its own; at the end there is one list of them all for neo4j-admin."""
    folder = os.path.abspath(folder)  # A worker works elsewhere.
    os.makedirs(folder, exist_ok=True)

    def write(number, lines):
        final, own = (os.path.join(folder, name) for name in (f"part-{number:05d}", f".part-{uuid.uuid4()}"))
        yield from filter_through([*command, "load", "--stream", "--files", own], bad)(lines)
        try:
            os.rename(own, final)
        except OSError:
            shutil.rmtree(own)  # Written before, by one that was taken for dead: the same lines.

    parts.mapPartitionsWithIndex(write).count()
    write_arguments(folder, sorted(name for name in os.listdir(folder) if name.startswith("part-")))


def write_arguments(folder, names):
    """The arguments of all parts as one: a table is a header and the files of that name in every part."""
    tables, others = {}, []
    for name in names:
        with open(os.path.join(folder, name, "import.args"), encoding="utf-8") as file:
            for line in file.read().splitlines():
                found = TABLE.match(line)
                if found:
                    head, header, table = found.groups()
                    tables.setdefault(table, [f"{head}{name}/{header}"]).append(f"{name}/{table}")
                elif line not in others:
                    others.append(line)
    with open(os.path.join(folder, "import.args"), "w", encoding="utf-8") as file:
        file.write("".join(f"{line}\n" for line in [*others, *(",".join(files) for files in tables.values())]))
    shutil.copy(os.path.join(folder, names[0], "after-import.cypher"), folder)


def main():
    options, target = arguments()
    spark = SparkSession.builder.appName("wentu").getOrCreate()
    bad = spark.sparkContext.accumulator(0)
    command = shlex.split(options.wentu)
    rows = read_rows(spark, options.path, options.table)
    if options.partitions:
        rows = rows.repartition(options.partitions)
    extract = [*command, "extract", "--stream", *(["--map", options.map] if options.map else [])]
    contributions = one_of_each(rows.mapPartitions(filter_through(extract, bad))).persist(StorageLevel.DISK_ONLY)
    documents = contributions.count()
    lines = make_parts(contributions, command, bad) if options.files else contributions
    if options.shared:
        write_shared(lines, options.files, command, bad)
    else:
        # One writer: a graph has one turn at a time, and a folder of files one machine.
        writer = ["--files", options.files] if options.files else target
        for line in filter_through([*command, "load", "--stream", *writer], bad)(lines.toLocalIterator(True)):
            print(line)
    spark.stop()
    print(f"{documents} documents, {bad.value} bad lines", file=sys.stderr)
    sys.exit(SOME_BAD if bad.value else 0)


if __name__ == "__main__":
    main()
