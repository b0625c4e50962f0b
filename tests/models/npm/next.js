import { after, NextResponse } from "next/server";

export async function POST(request) {
  const order = await request.json();
  after(async () => {
    await fetch("https://mail.example/receipt", { method: "POST" }); // effect: wait http
  });
  after(fetch("https://stats.example/orders")); // effect: wait http not awaited
  return NextResponse.json({ id: order.id });
}
