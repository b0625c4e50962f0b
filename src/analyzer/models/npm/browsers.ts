/** Browsers that a program drives: each step is asked of another process. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const step = { call: { waits: { on: "process" } } } as const;
const browser = { call: { waits: { on: "process" }, returns: "Browser" } } as const;
const page = { call: { waits: { on: "process" }, returns: "Page" } } as const;
const kind = { members: { launch: browser, connect: browser, connectOverCDP: browser, launchPersistentContext: browser } } as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: 1, runs: "later" }] } } as const;

export const browsers = defineModel({
  name: "browsers",
  language: "javascript",
  packages: ["puppeteer", "puppeteer-core", "playwright", "playwright-core", "puppeteer-extra"],
  versions: "puppeteer 10–25; playwright 1",
  docs: "https://pptr.dev/api",
  exports: {
    default: { ...kind, members: { ...kind.members, chromium: kind, firefox: kind, webkit: kind } },
    launch: browser,
    connect: browser,
    chromium: kind,
    firefox: kind,
    webkit: kind,
    Browser: { instance: "Browser" },
    BrowserContext: { instance: "Browser" },
    Page: { instance: "Page" },
  },
  types: {
    Browser: {
      members: {
        newPage: page, newContext: browser, createBrowserContext: browser, createIncognitoBrowserContext: browser, close: step, pages: local, contexts: local,
        isConnected: local, on: listen, once: listen,
      },
    },
    Page: {
      members: {
        goto: step, reload: step, goBack: step, setContent: step, content: step, pdf: step, screenshot: step, title: step, evaluate: step, $: step, $$: step,
        $eval: step, $$eval: step, click: step, fill: step, type: step, waitForSelector: step, waitForNavigation: step, waitForLoadState: step,
        waitForTimeout: { call: { waits: { on: "timer", milliseconds: { argument: 0 } } } }, waitForFunction: step, close: step, url: local, on: listen, once: listen,
        locator: local, setDefaultTimeout: local, setDefaultNavigationTimeout: local,
      },
    },
  },
});
