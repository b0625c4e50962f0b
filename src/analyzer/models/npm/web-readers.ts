/** Pages and feeds of others: fetched and taken apart, or searched for by a service. */
import { resourceClient } from "../protocols/resource-client.ts";
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const http = { call: { waits: { on: "http" } } } as const;
const client = { instance: "Client", construct: { returns: "Client" } } as const;

export const webReaders = defineModel({
  name: "web-readers",
  language: "javascript",
  packages: [
    "rss-parser", "open-graph-scraper", "link-preview-js", "jsdom", "@mendable/firecrawl-js", "exa-js", "@tavily/core", "@postlight/parser", "metascraper", "serpapi",
  ],
  versions: "rss-parser 3; open-graph-scraper 4–6; link-preview-js 2–3; jsdom 16–27; firecrawl-js 0–4; exa-js 1–2; @tavily/core 0; serpapi 2",
  docs: "https://github.com/rbren/rss-parser#readme",
  follows: [resourceClient],
  exports: {
    // A class in some, a function in others.
    default: { ...client, call: { waits: { on: "http" } }, members: { parse: http } },
    getLinkPreview: http,
    getPreviewFromContent: local,
    getJson: http,
    Exa: client,
    Firecrawl: client,
    FirecrawlApp: client,
    tavily: { call: { returns: "Client" } },
    JSDOM: { construct: {}, members: { fromURL: http, fromFile: local, fragment: local } },
  },
  types: {
    Client: { members: { parseString: local } },
  },
});
