# The usual work of a client in Python, with the official driver. In: address and password. Out: a line `name: value` for each
# thing that was seen. What should be seen stands in clients.test.ts, the same for every language.
import asyncio
import sys
from neo4j import AsyncGraphDatabase, GraphDatabase, Query, READ_ACCESS, unit_of_work
from neo4j.time import Date, DateTime, Duration

uri, password = sys.argv[1:3]
LONG = 'UNWIND range(1, 1000000000) AS x WITH x WHERE x < 0 RETURN count(x) AS n'


def tell(name, value):
    text = str(value).lower() if isinstance(value, bool) else str(value)
    print(f'{name}: {text}', flush=True)


def code(work):
    try:
        work()
        return 'none'
    except Exception as error:
        return getattr(error, 'code', None) or type(error).__name__


def connect(address=uri, secret=password):
    return GraphDatabase.driver(address, auth=('neo4j', secret))


with connect(uri.replace('bolt', 'neo4j')) as driver:
    driver.verify_connectivity()
    tell('routed', driver.execute_query('RETURN 1 AS x').records[0]['x'])

with connect() as driver:
    info = driver.get_server_info()
    tell('server', info.agent.split('.')[0])
    tell('protocol', info.protocol_version[0])
    driver.execute_query('MATCH (n:Work) DETACH DELETE n')

    summary = driver.execute_query(
        'UNWIND $rows AS row MERGE (n:Work {id: row.id}) SET n += row.p',
        rows=[{'id': i, 'p': {'x': i / 2 + 0.25, 'name': '文'}} for i in range(10)],
    ).summary
    tell('auto-commit', f'{summary.counters.nodes_created} {summary.counters.properties_set} {summary.query_type}')

    with driver.session(fetch_size=3) as session:
        count = lambda: session.run('MATCH (n:Work) RETURN count(n) AS n').single()['n']
        transaction = session.begin_transaction()
        transaction.run('CREATE (:Work {id: 90})')
        transaction.rollback()
        tell('rolled back', count())
        with session.begin_transaction() as transaction:
            transaction.run('CREATE (:Work {id: 91})')
            transaction.commit()
        tell('committed', count())
        tell('managed', session.execute_write(lambda tx: tx.run('CREATE (n:Work {id: 92}) RETURN n.id AS id').single()['id']))
        bookmarks = session.last_bookmarks()
        tell('streamed', sum(row['x'] for row in session.run('UNWIND range(1, 100) AS x RETURN x')))
        result = session.run('UNWIND range(1, 100000) AS x RETURN x')
        next(iter(result))
        result.consume()
        tell('discarded', count())
    with driver.session(bookmarks=bookmarks) as session:
        tell('bookmark', session.run('MATCH (n:Work {id: 92}) RETURN count(n) AS n').single()['n'])

    with driver.session() as session:
        session.run('MATCH (a:Work {id: 1}), (b:Work {id: 2}) CREATE (a)-[:R {w: 1.0}]->(b)').consume()
        row = session.run('MATCH p = (a:Work)-[r:R]->(b) RETURN a, r, p').single()
        same = row['r'].start_node.element_id == row['a'].element_id
        tell('structures', f"{list(row['a'].labels)[0]} {row['r'].type} {row['r']['w']} {len(row['p'])} {str(same).lower()}")
        values = {
            'd': Date(2023, 11, 16), 't': DateTime(2023, 11, 16, 6, 50, 0), 'u': Duration(months=1, days=2, seconds=3),
            'b': b'\x00\xff', 'big': 2**62, 'f': 2.5, 'n': None, 'l': [[1], ['x']],
        }
        back = session.run('RETURN $v AS v', v=values).single()['v']
        tell('values', all(back[key] == value for key, value in values.items()))
        tell('syntax', code(lambda: session.run('RETURN 1 +').consume()))
        tell('plan', bool(session.run('EXPLAIN MATCH (n) RETURN n').consume().plan['operatorType']))
        noted = session.run('CREATE INDEX work_r IF NOT EXISTS FOR ()-[r:R]-() ON (r.w)').consume()
        tell('notified', len(noted.notifications))

    with driver.session(default_access_mode=READ_ACCESS) as session:
        tell('read only', code(lambda: session.run('CREATE (:Work)').consume()))
    with driver.session(database='movies') as session:
        tell('database', code(lambda: session.run('RETURN 1').consume()))
    with driver.session() as session:
        tell('timeout', code(lambda: session.run(Query(LONG, timeout=0.3)).consume()))

    @unit_of_work(timeout=30)
    def after(tx):
        return tx.run('MATCH (n:Work) RETURN count(n) AS n').single()['n']

    with driver.session() as session:
        tell('after timeout', session.execute_read(after))


async def cancelled():
    async with AsyncGraphDatabase.driver(uri, auth=('neo4j', password)) as driver:
        async def ask():
            async with driver.session() as session:
                await (await session.run(LONG)).consume()
        try:
            await asyncio.wait_for(ask(), 0.3)
        except asyncio.TimeoutError:
            pass
        records, _, _ = await driver.execute_query('MATCH (n:Work) RETURN count(n) AS n')
        return records[0]['n']


tell('after cancel', asyncio.run(cancelled()))
with connect(secret='guess') as driver:
    tell('password', code(driver.verify_connectivity))
