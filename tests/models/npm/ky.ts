import ky, { HTTPError, type KyInstance } from "ky";

const museum = ky.create({ prefixUrl: "https://museum.example" });
const staff = museum.extend({ headers: { role: "staff" } });

export async function exhibits(room: number): Promise<unknown> {
  const list = await museum.get(`rooms/${room}`).json<{ title: string }[]>(); // effect: wait http
  const response = await ky("https://museum.example/hours"); // effect: wait http
  const image = await staff.get("plans/1").blob(); // effect: wait http
  return [list, await response.json(), image];
}

export async function lend(client: KyInstance, id: number): Promise<void> {
  try {
    await client.post("loans", { json: { id } }); // effect: wait http
  } catch (error) {
    if (!(error instanceof HTTPError)) throw error;
  }
  void staff.post("audit", { json: { id } }).text(); // effect: wait http not awaited
}
