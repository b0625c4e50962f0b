import bent from "bent";
import wretch from "wretch";

const api = wretch("https://gates.example").options({ credentials: "include" }).headers({ accept: "application/json" });
const getJson = bent("json", 200);

export async function gates(): Promise<void> {
  await api.url("/open").post({ gate: 1 }).notFound(() => null).json(); // effect: wait http
  await api.get("/all").text(); // effect: wait http
  await getJson("https://gates.example/all"); // effect: wait http
}
