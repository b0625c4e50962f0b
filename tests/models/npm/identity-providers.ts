import { createClerkClient, verifyToken } from "@clerk/backend";
import { WorkOS } from "@workos-inc/node";

const clerk = createClerkClient({ secretKey: "k" });
const workos = new WorkOS("k");

export async function join(token: string, userId: string, organizationId: string): Promise<string> {
  await verifyToken(token, { secretKey: "k" });
  await clerk.users.getUser(userId); // effect: wait http
  await clerk.organizations.createOrganizationMembership({ userId, organizationId, role: "member" }); // effect: wait http
  await workos.userManagement.getUser(userId); // effect: wait http
  return workos.userManagement.getAuthorizationUrl({ provider: "authkit", clientId: "c", redirectUri: "https://example.com" });
}
