import { Octokit as Rest } from "@octokit/rest";
import { App, Octokit } from "octokit";

const octokit = new Octokit({ auth: "token" });
const app = new App({ appId: 1, privateKey: "key", webhooks: { secret: "s" } });
octokit.hook.before("request", () => undefined);

export async function report(owner: string, repo: string): Promise<number> {
  const { data } = await octokit.rest.issues.create({ owner, repo, title: "Broken" }); // effect: wait http
  await octokit.request("GET /repos/{owner}/{repo}", { owner, repo }); // effect: wait http
  await octokit.graphql("query { viewer { login } }"); // effect: wait http
  octokit.log.info("reported");
  return data.number;
}

export async function list(client: Rest, owner: string): Promise<number> {
  const repos = await client.paginate(client.repos.listForOrg, { org: owner }); // effect: wait http
  for await (const page of client.paginate.iterator(client.rest.repos.listForOrg, { org: owner })) void page.data.length; // effect: wait http
  return repos.length;
}

app.webhooks.on("issues.opened", async ({ octokit: installed, payload }) => {
  await installed.rest.issues.createComment({ owner: "o", repo: "r", issue_number: payload.issue.number, body: "Hello" }); // effect: wait http
});

export async function install(id: number): Promise<void> {
  const installed = await app.getInstallationOctokit(id); // effect: wait http
  await installed.rest.apps.listReposAccessibleToInstallation(); // effect: wait http
}
