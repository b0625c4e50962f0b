/** Services that search the web and read its pages for others: Tavily, Exa, Firecrawl. Each method is a request. */
import { defineModel } from "../schema.ts";

const http = { call: { waits: { on: "http" } } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;

export const webSearch = defineModel({
  name: "web-search",
  language: "python",
  packages: ["tavily", "exa_py", "firecrawl", "serpapi"],
  versions: "tavily-python 0; exa-py 1–2; firecrawl-py 1–4; google-search-results 2",
  docs: "https://docs.tavily.com/sdk/python/reference",
  exports: {
    TavilyClient: client,
    AsyncTavilyClient: client,
    Exa: client,
    AsyncExa: client,
    Firecrawl: client,
    AsyncFirecrawl: client,
    FirecrawlApp: client,
    AsyncFirecrawlApp: client,
    GoogleSearch: client,
  },
  types: {
    Client: {
      members: {
        search: http, extract: http, crawl: http, map: http, qna_search: http, get_search_context: http, get_company_info: http, research: http,
        search_and_contents: http, find_similar: http, find_similar_and_contents: http, get_contents: http, answer: http, scrape: http, scrape_url: http,
        crawl_url: http, async_crawl_url: http, start_crawl: http, get_crawl_status: http, check_crawl_status: http, cancel_crawl: http, map_url: http,
        batch_scrape: http, start_batch_scrape: http, batch_scrape_urls: http, get_dict: http, get_json: http,
      },
    },
  },
});
