import { Document } from "@langchain/core/documents";
import { StringOutputParser } from "@langchain/core/output_parsers";
import { ChatPromptTemplate } from "@langchain/core/prompts";
import { RunnableSequence } from "@langchain/core/runnables";
import { tool } from "@langchain/core/tools";
import type { VectorStore } from "@langchain/core/vectorstores";
import { ChatOpenAI, OpenAIEmbeddings } from "@langchain/openai";
import { createAgent } from "langchain";

const llm = new ChatOpenAI({ model: "m", temperature: 0 });
const embeddings = new OpenAIEmbeddings();
const prompt = ChatPromptTemplate.fromMessages([["human", "{question}"]]);
const chain = prompt.pipe(llm).pipe(new StringOutputParser());
const status = tool(async (url: string) => String((await fetch(url)).status), { name: "status" }); // effect: wait http

export async function ask(question: string): Promise<unknown> {
  await llm.invoke(question); // effect: wait llm
  await chain.invoke({ question }); // effect: wait llm
  await llm.batch([question, question]); // effect: wait llm
  for await (const chunk of await chain.stream({ question })) void chunk; // effect: wait llm
  const sequence = RunnableSequence.from([prompt, llm, new StringOutputParser()]);
  return sequence.invoke({ question }); // effect: wait llm
}

export async function structured(model: ChatOpenAI): Promise<void> {
  await model.withStructuredOutput({ type: "object" }).invoke("q"); // effect: wait llm
  await prompt.invoke({ question: "q" });
  const agent = createAgent({ model, tools: [status] });
  await agent.invoke({ messages: [] }); // effect: wait llm
}

export async function search(store: VectorStore): Promise<number> {
  const vector = await embeddings.embedQuery("q"); // effect: wait llm
  await store.addDocuments([new Document({ pageContent: "p" })]); // effect: wait search
  const found = await store.similaritySearch("q", 3); // effect: wait search
  await store.asRetriever(2).invoke("q"); // effect: wait search
  return vector.length + found.length;
}
