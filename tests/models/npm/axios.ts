import axios, { type AxiosInstance } from "axios";

const courier = axios.create({ baseURL: "https://courier.example", timeout: 3000 });
courier.interceptors.request.use(async (config) => {
  config.headers.set("authorization", await token());
  return config;
});

async function token(): Promise<string> {
  const { data } = await axios.post<{ token: string }>("https://courier.example/token"); // effect: wait http
  return data.token;
}

export async function quote(weight: number): Promise<unknown> {
  const { data } = await courier.get("/quotes", { params: { weight } }); // effect: wait http
  const url = courier.getUri({ url: "/quotes" });
  const other = await axios({ url, method: "get" }); // effect: wait http
  return [data, other.data];
}

export async function book(client: AxiosInstance, ids: readonly number[]): Promise<void> {
  await Promise.all(ids.map((id) => client.post("/bookings", { id }))); // effect: wait http
  await axios.all([courier.put("/a"), courier.delete("/b")]); // effect: wait http
  void courier.post("/audit", { ids }); // effect: wait http not awaited
}

export function tracking(id: number): Promise<string> {
  return courier.request<{ state: string }>({ url: `/parcels/${id}` }).then((response) => response.data.state); // effect: wait http
}

export async function safe(id: number): Promise<string | null> {
  try {
    return await tracking(id);
  } catch (error) {
    if (axios.isAxiosError(error) && error.response?.status === 404) return null;
    throw error;
  }
}
