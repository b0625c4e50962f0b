import ldap from "ldapjs";
import { Client } from "ldapts";

const older = ldap.createClient({ url: "ldap://localhost" });
older.on("error", () => undefined);

export async function crew(name) {
  const client = new Client({ url: "ldap://localhost" });
  await client.bind("cn=reader", "p"); // effect: wait rpc
  const { searchEntries } = await client.search("ou=crew", { filter: `(cn=${name})` }); // effect: wait rpc
  await client.unbind(); // effect: wait rpc
  return searchEntries;
}
