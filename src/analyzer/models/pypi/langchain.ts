/** LangChain, LlamaIndex and agents: what is invoked asks a language model; embeddings that run here load one when they are made. */
import { defineModel } from "../schema.ts";

const runnable = { instance: "Runnable", construct: { returns: "Runnable" } } as const;
const made = { call: { returns: "Runnable" } } as const;
const embeddings = { instance: "Embeddings", construct: { returns: "Embeddings" } } as const;
const loaded = { instance: "Embeddings", construct: { returns: "Embeddings", loads: "model" } } as const;
const ask = { call: { waits: { on: "llm" } } } as const;
const compose = { call: { returns: "receiver" } } as const;

export const langchain = defineModel({
  name: "pypi/langchain",
  language: "python",
  packages: [
    "langchain", "langchain/*", "langchain_core/*", "langchain_community/*", "langchain_openai", "langchain_openai/*", "langchain_anthropic",
    "langchain_google_genai",
    "langchain_google_vertexai", "langchain_aws", "langchain_ollama", "langchain_groq", "langchain_mistralai", "langchain_cohere", "langchain_huggingface",
    "langgraph/*",
  ],
  versions: "langchain 0.1–1; langgraph 0–1",
  docs: "https://python.langchain.com/api_reference/core/runnables.html",
  exports: {
    ChatOpenAI: runnable, AzureChatOpenAI: runnable, OpenAI: runnable, ChatAnthropic: runnable, ChatGoogleGenerativeAI: runnable, ChatVertexAI: runnable,
    ChatBedrock: runnable, BedrockChat: runnable, ChatOllama: runnable, Ollama: runnable, OllamaLLM: runnable, ChatGroq: runnable, ChatMistralAI: runnable,
    ChatCohere: runnable, LLMChain: runnable, RetrievalQA: runnable, ConversationChain: runnable, AgentExecutor: runnable, BaseChatModel: runnable,
    BaseLLM: runnable,
    Runnable: runnable, RunnableSequence: runnable,
    init_chat_model: made, create_react_agent: made, create_agent: made, create_tool_calling_agent: made, create_retrieval_chain: made,
    load_summarize_chain: made,
    OpenAIEmbeddings: embeddings, AzureOpenAIEmbeddings: embeddings, CohereEmbeddings: embeddings, GoogleGenerativeAIEmbeddings: embeddings,
    OllamaEmbeddings: embeddings,
    BedrockEmbeddings: embeddings, Embeddings: embeddings,
    HuggingFaceEmbeddings: loaded, HuggingFaceBgeEmbeddings: loaded, HuggingFaceInstructEmbeddings: loaded, SentenceTransformerEmbeddings: loaded, LlamaCpp: {
      instance: "Runnable", construct: { returns: "Runnable", loads: "model" },
    },
    StateGraph: { instance: "Graph", construct: { returns: "Graph" } },
  },
  types: {
    Runnable: {
      call: { waits: { on: "llm" } },
      members: {
        invoke: ask, ainvoke: ask, stream: ask, astream: ask, batch: ask, abatch: ask, run: ask, arun: ask, predict: ask, apredict: ask, predict_messages: ask,
        generate: ask, agenerate: ask, astream_events: ask, bind: compose, bind_tools: compose, with_structured_output: compose, with_retry: compose,
        with_config: compose, with_fallbacks: compose, pipe: compose, get_num_tokens: { call: {} }, from_llm: compose, from_chain_type: compose,
      },
    },
    Embeddings: { members: { embed_query: ask, embed_documents: ask, aembed_query: ask, aembed_documents: ask } },
    Graph: { members: { compile: { call: { returns: "Runnable" } }, add_node: { call: {} }, add_edge: { call: {} }, add_conditional_edges: { call: {} } } },
  },
});
