import { openai } from "@ai-sdk/openai";
import { ToolLoopAgent, convertToModelMessages, embed, embedMany, generateObject, generateText, jsonSchema, stepCountIs, streamText, tool, type UIMessage } from "ai";

const model = openai("m");
const look = tool({ description: "d", inputSchema: jsonSchema<{ url: string }>({ type: "object" }), execute: async ({ url }) => (await fetch(url)).status }); // effect: wait http

export async function answer(prompt: string): Promise<string> {
  const { text } = await generateText({ model, prompt, tools: { look }, stopWhen: stepCountIs(3) }); // effect: wait llm
  const { object } = await generateObject({ model, prompt: text, output: "no-schema" }); // effect: wait llm
  return JSON.stringify(object);
}

export async function vectors(values: string[]): Promise<number> {
  const { embeddings } = await embedMany({ model: openai.embedding("e"), values }); // effect: wait llm
  const { embedding } = await embed({ model: openai.embedding("e"), value: "v" }); // effect: wait llm
  return embeddings.length + embedding.length;
}

export async function chat(messages: UIMessage[]): Promise<Response> {
  const result = streamText({ model, messages: await convertToModelMessages(messages), onFinish: () => void fetch("https://example.com/done") }); // effect: wait llm not awaited; wait http not awaited
  return result.toUIMessageStreamResponse();
}

export async function whole(prompt: string): Promise<void> {
  const result = streamText({ model, prompt }); // effect: wait llm
  await result.consumeStream();
  const agent = new ToolLoopAgent({ model });
  await agent.generate({ prompt }); // effect: wait llm
}
