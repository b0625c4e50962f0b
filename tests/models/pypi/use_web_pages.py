import feedparser  # type: ignore
import trafilatura
from newspaper import Article  # type: ignore  # brings packages of many megabytes
from yt_dlp import YoutubeDL


def read(url: str) -> object:
    feed = feedparser.parse(url)  # effect: wait http
    page = trafilatura.fetch_url(url)  # effect: wait http
    text = trafilatura.extract(page) if page else None
    article = Article(url)
    article.download()  # effect: wait http
    article.parse()
    with YoutubeDL({"quiet": True}) as films:
        film = films.extract_info(url, download=False)  # effect: wait http
        print(films.prepare_filename(film))
    return feed, text, film
