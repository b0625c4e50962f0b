import OpenAI, { AzureOpenAI, toFile } from "openai";

const client = new OpenAI({ apiKey: "k" });
const azure = new AzureOpenAI({ apiVersion: "2024-10-21" });

export async function summarize(text: string): Promise<string | null> {
  const completion = await client.chat.completions.create({ model: "m", messages: [{ role: "user", content: text }] }); // effect: wait llm
  const response = await azure.responses.create({ model: "m", input: text }); // effect: wait llm
  return completion.choices[0]?.message.content ?? response.output_text;
}

export async function stream(text: string): Promise<string | null> {
  const events = await client.chat.completions.create({ model: "m", messages: [], stream: true }); // effect: wait llm
  for await (const event of events) process.stdout.write(event.choices[0]?.delta.content ?? "");
  const runner = client.chat.completions.stream({ model: "m", messages: [{ role: "user", content: text }] }); // effect: wait llm
  runner.on("content", (delta) => void delta.length);
  return runner.finalContent();
}

export async function embed(openai: OpenAI, input: string[]): Promise<number> {
  const { data } = await openai.embeddings.create({ model: "m", input }).withResponse(); // effect: wait llm
  await openai.withOptions({ timeout: 1000 }).audio.transcriptions.create({ model: "m", file: await toFile(Buffer.from("")) }); // effect: wait llm
  return data.data.length;
}

export async function verify(body: string, headers: Headers): Promise<void> {
  await client.webhooks.unwrap(body, headers);
}
