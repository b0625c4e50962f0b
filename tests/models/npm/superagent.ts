import request from "superagent";

const agent = request.agent();

export async function stock(sku: string): Promise<unknown> {
  const { body } = await request.get("https://warehouse.example/stock").query({ sku }).set("accept", "application/json"); // effect: wait http
  const login = await agent.post("https://warehouse.example/login").send({ user: "clerk" }); // effect: wait http
  const direct = await request("GET", "https://warehouse.example"); // effect: wait http
  return [body, login.status, direct.text];
}

export function order(sku: string): Promise<number> {
  return request.post("https://warehouse.example/orders").send({ sku }).then((response) => response.status); // effect: wait http
}

export function notify(sku: string): void {
  request.put(`https://warehouse.example/watch/${sku}`).end(() => console.log("told")); // effect: wait http not awaited
}
