import { Client } from "cassandra-driver";
import { createClient } from "@clickhouse/client";
import { InfluxDB, Point } from "@influxdata/influxdb-client";
import neo4j from "neo4j-driver";

const driver = neo4j.driver("neo4j://db", neo4j.auth.basic("neo4j", "p"));
const clickhouse = createClient({ url: "http://db:8123" });
const cassandra = new Client({ contactPoints: ["db"], localDataCenter: "dc" });
const points = new InfluxDB({ url: "http://db:8086" }).getWriteApi("org", "bucket");

export async function note(values) {
  const session = driver.session();
  await session.run("MERGE (p:Person {name: $name})", values); // effect: wait database
  await session.executeWrite( // effect: wait database
    (tx) => tx.run("MERGE (p:Person)"), // effect: wait database
  );
  await session.close(); // effect: wait database
  await clickhouse.insert({ table: "events", values: [values], format: "JSONEachRow" }); // effect: wait database
  await cassandra.execute("INSERT INTO events (id) VALUES (?)", [1]); // effect: wait database
  points.writePoint(new Point("temperature"));
  await points.flush(); // effect: wait database
}
