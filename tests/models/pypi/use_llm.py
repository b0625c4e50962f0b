import anthropic
import cohere
import litellm
import openai
from anthropic import AsyncAnthropic
from google import genai
from openai import AsyncOpenAI, OpenAI

client = OpenAI(timeout=10)
claude = anthropic.Anthropic()
gemini = genai.Client()
ranker = cohere.Client("key")


def ask(question: str) -> str:
    answer = client.chat.completions.create(model="gpt-5", messages=[{"role": "user", "content": question}])  # effect: wait llm
    client.with_options(timeout=3).embeddings.create(model="e", input=question)  # effect: wait llm
    message = claude.messages.create(model="c", max_tokens=10, messages=[{"role": "user", "content": question}])  # effect: wait llm
    gemini.models.generate_content(model="g", contents=question)  # effect: wait llm
    ranker.rerank(query=question, documents=["a"], model="r")  # effect: wait llm
    litellm.completion(model="m", messages=[])  # effect: wait llm
    openai.embeddings.create(model="e", input=question)  # effect: wait llm
    print(message.content)
    return answer.choices[0].message.content or ""


async def later(question: str) -> str:
    own = AsyncOpenAI()
    answer = await own.responses.create(model="gpt-5", input=question)  # effect: wait llm
    async with AsyncAnthropic().messages.stream(model="c", max_tokens=10, messages=[{"role": "user", "content": question}]) as stream:  # effect: wait llm
        async for text in stream.text_stream:
            print(text)
    await litellm.acompletion(model="m", messages=[])  # effect: wait llm
    return answer.output_text
