import { GoogleGenAI } from "@google/genai";
import { GoogleGenerativeAI } from "@google/generative-ai";

const ai = new GoogleGenAI({ apiKey: "k" });
const older = new GoogleGenerativeAI("k");
const model = older.getGenerativeModel({ model: "gemini-flash" });

export async function describe(ship: string): Promise<string | undefined> {
  const { text } = await ai.models.generateContent({ model: "gemini-flash", contents: ship }); // effect: wait llm
  await ai.files.upload({ file: "ship.png" }); // effect: wait llm
  const chat = ai.chats.create({ model: "gemini-flash" });
  await chat.sendMessage({ message: "Hello" }); // effect: wait llm
  chat.getHistory();
  return text;
}

export async function embed(ship: string): Promise<void> {
  await model.embedContent(ship); // effect: wait llm
  const chat = model.startChat();
  await chat.sendMessageStream("Hello"); // effect: wait llm
}
