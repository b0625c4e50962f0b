from langchain_core.prompts import ChatPromptTemplate
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_openai import ChatOpenAI, OpenAIEmbeddings

model = ChatOpenAI(model="gpt-5")
remote = OpenAIEmbeddings()
local = HuggingFaceEmbeddings(model_name="m")  # effect: load model
prompt = ChatPromptTemplate.from_template("{question}")


def ask(question: str) -> str:
    structured = model.with_structured_output(dict)
    structured.invoke(question)  # effect: wait llm
    remote.embed_query(question)  # effect: wait llm
    return str(model.invoke(prompt.format(question=question)).content)  # effect: wait llm


async def later(question: str) -> None:
    await model.ainvoke(question)  # effect: wait llm
    async for part in model.astream(question):  # effect: wait llm
        print(part)
