import clickhouse_connect
from cassandra.cluster import Cluster
from clickhouse_driver import Client  # type: ignore
from influxdb_client.client.influxdb_client import InfluxDBClient
from influxdb_client.client.write_api import SYNCHRONOUS
from neo4j import AsyncGraphDatabase, GraphDatabase

graph = GraphDatabase.driver("neo4j://a.example")
later = AsyncGraphDatabase.driver("neo4j://a.example")
points = InfluxDBClient("https://a.example", "t")


def walk() -> None:
    with graph.session() as session:
        session.run("MATCH (n) RETURN n")  # effect: wait database
        session.execute_write(lambda tx: tx.run("CREATE (n)"))  # effect: wait database
        with session.begin_transaction() as tx:  # effect: wait database
            tx.run("CREATE (n)")  # effect: wait database
            tx.commit()  # effect: wait database
    graph.execute_query("MATCH (n) RETURN n")  # effect: wait database


async def stroll() -> None:
    async with later.session() as session:
        await session.run("MATCH (n) RETURN n")  # effect: wait database


def others() -> None:
    session = Cluster(["a.example"]).connect("shop")  # effect: wait database
    session.execute("SELECT * FROM orders")  # effect: wait database
    coming = session.execute_async("SELECT * FROM orders")
    coming.result()  # effect: wait database
    Client("a.example").execute("SELECT 1")  # effect: wait database
    house = clickhouse_connect.get_client(host="a.example")  # effect: wait database
    house.query("SELECT 1")  # effect: wait database
    points.write_api(write_options=SYNCHRONOUS).write("b", "c", "d")  # effect: wait database
    points.query_api().query("from(bucket: 'b')")  # effect: wait database
