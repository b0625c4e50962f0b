import FirecrawlApp from "@mendable/firecrawl-js";
import Exa from "exa-js";
import { JSDOM } from "jsdom";
import { getLinkPreview } from "link-preview-js";
import ogs from "open-graph-scraper";
import Parser from "rss-parser";
import { tavily } from "@tavily/core";

const parser = new Parser();
const crawler = new FirecrawlApp({ apiKey: "k" });
const exa = new Exa("k");
const search = tavily({ apiKey: "k" });

export async function read(url, text) {
  const feed = await parser.parseURL(url); // effect: wait http
  await parser.parseString(text);
  await ogs({ url }); // effect: wait http
  await getLinkPreview(url); // effect: wait http
  await crawler.scrapeUrl(url); // effect: wait http
  await exa.searchAndContents(text); // effect: wait http
  await search.search(text); // effect: wait http
  const page = await JSDOM.fromURL(url); // effect: wait http
  return [feed, page, new JSDOM(text)];
}
