import { Client as HubSpot } from "@hubspot/api-client";
import { LinearClient } from "@linear/sdk";
import { Client as Graph } from "@microsoft/microsoft-graph-client";
import { Client as Notion, isFullPage } from "@notionhq/client";
import Airtable from "airtable";
import jsforce from "jsforce";

const notion = new Notion({ auth: "t" });
const linear = new LinearClient({ apiKey: "k" });
const hubspot = new HubSpot({ accessToken: "t" });
const table = new Airtable({ apiKey: "k" }).base("b");
const connection = new jsforce.Connection({});
const graph = Graph.init({ authProvider: (done) => done(null, "t") });

export async function report(title) {
  const page = await notion.pages.create({ parent: { database_id: "d" }, properties: { title } }); // effect: wait http
  if (!isFullPage(page)) return;
  await linear.createIssue({ teamId: "t", title }); // effect: wait http
  await hubspot.crm.contacts.basicApi.create({ properties: { title } }); // effect: wait http
  await table("Reports").create({ title }); // effect: wait http
  await table("Reports").select({ maxRecords: 3 }).firstPage(); // effect: wait http
  await connection.sobject("Report").create({ title }); // effect: wait http
  await graph.api("/me/messages").top(3).get(); // effect: wait http
}
