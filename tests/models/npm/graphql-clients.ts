import { gql, GraphQLClient, request } from "graphql-request";

const client = new GraphQLClient("https://graph.example").setHeader("accept", "application/json");
const GATES = gql`query { gates { id } }`;

export async function gates(): Promise<void> {
  await client.request(GATES); // effect: wait http
  await client.rawRequest("query { gates { id } }"); // effect: wait http
  await request("https://graph.example", GATES); // effect: wait http
}
