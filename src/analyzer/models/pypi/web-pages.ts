/** Reading pages, feeds and films of the web: what fetches them, as against what takes them apart. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const http = { call: { waits: { on: "http" } } } as const;
const article = { call: { waits: { on: "http" }, returns: "Article" } } as const;
const films = { instance: "Films", construct: { returns: "Films" } } as const;

export const webPages = defineModel({
  name: "web-pages",
  language: "python",
  packages: ["feedparser", "trafilatura", "trafilatura/*", "newspaper", "yt_dlp", "youtube_dl"],
  versions: "feedparser 5–6; trafilatura 0–2; newspaper3k 0.2, newspaper4k 0.9; yt-dlp 2021–2026",
  docs: "https://trafilatura.readthedocs.io/en/latest/usage-python.html",
  exports: {
    // It is given an address, or a text that is here already.
    parse: { call: { waits: { on: "http", confidence: "low" } } },
    fetch_url: http,
    fetch_response: http,
    extract: local,
    bare_extraction: local,
    sitemap_search: http,
    find_feed_urls: http,
    focused_crawler: http,
    Article: { instance: "Article", construct: { returns: "Article" } },
    article,
    build: { call: { waits: { on: "http" }, returns: "Paper" } },
    YoutubeDL: films,
  },
  types: {
    Article: { members: { download: http, build: http, parse: local, nlp: local, is_valid_url: local, set_html: local } },
    Paper: { members: { download_articles: http, build: http, size: local, category_urls: local, feed_urls: local } },
    Films: { members: { extract_info: http, download: http, urlopen: http, prepare_filename: local, sanitize_info: local, add_post_processor: local } },
  },
});
