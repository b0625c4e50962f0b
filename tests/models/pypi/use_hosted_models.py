import assemblyai as aai
import ollama
import replicate
from deepgram import DeepgramClient
from elevenlabs.client import ElevenLabs
from exa_py import Exa
from firecrawl import Firecrawl
from tavily import TavilyClient

voice = ElevenLabs(api_key="k")
ears = DeepgramClient(api_key="k")


def think() -> None:
    ollama.chat(model="llama3", messages=[])  # effect: wait llm
    ollama.Client(host="http://a.example").generate(model="llama3", prompt="a")  # effect: wait llm
    replicate.run("owner/model", input={})  # effect: wait llm
    voice.text_to_speech.convert("a", text="b")  # effect: wait llm
    ears.listen.v1.media.transcribe_url(url="https://a.example")  # effect: wait llm
    words = aai.Transcriber(config=aai.TranscriptionConfig())
    words.transcribe("a.mp3")  # effect: wait llm
    words.transcribe_async("a.mp3").result()  # effect: wait llm


def look() -> None:
    TavilyClient("k").search("a")  # effect: wait http
    Exa("k").search("a")  # effect: wait http
    Firecrawl(api_key="k").scrape("https://a.example")  # effect: wait http
