import Fastify from "fastify";
import { ensureCustomer } from "./customers/ensure-customer.ts";
import { importOrder, type OrderFile } from "./orders/import-order.ts";
import { payOrder } from "./orders/pay-order.ts";
import { revenueByMonth } from "./reports/revenue.ts";
import { similarProducts } from "./search/similar-products.ts";

const app = Fastify({ logger: true });

app.post<{ Body: { email: string; name: string } }>("/customers", async (request) => ensureCustomer(request.body.email, request.body.name));
app.post<{ Params: { id: string }; Body: { card: string } }>("/orders/:id/pay", async (request) => payOrder(request.params.id, request.body.card));
app.post<{ Body: OrderFile }>("/orders/import", async (request) => importOrder(request.body));
app.get<{ Params: { year: string } }>("/reports/:year", async (request) => revenueByMonth(Number(request.params.year)));
app.get<{ Querystring: { q: string } }>("/search", async (request) => similarProducts(request.query.q));

await app.listen({ port: Number(process.env.PORT ?? 3000) });
