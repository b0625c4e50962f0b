import Anthropic, { toFile } from "@anthropic-ai/sdk";

const anthropic = new Anthropic();
const messages = [{ role: "user", content: "Hello" }] as const;

export async function ask(): Promise<unknown> {
  const message = await anthropic.messages.create({ model: "m", max_tokens: 100, messages: [...messages] }); // effect: wait llm
  return message.content;
}

export async function stream(client: Anthropic): Promise<string> {
  const events = client.messages.stream({ model: "m", max_tokens: 100, messages: [...messages] }); // effect: wait llm
  events.on("text", (text) => void text.length);
  const final = await events.finalMessage();
  for await (const event of client.messages.stream({ model: "m", max_tokens: 100, messages: [...messages] })) void event.type; // effect: wait llm
  return final.id;
}

export async function batch(): Promise<void> {
  await anthropic.messages.countTokens({ model: "m", messages: [...messages] }); // effect: wait llm
  await anthropic.messages.batches.create({ requests: [] }); // effect: wait llm
  await toFile(Buffer.from(""));
}
