/** Browsers that a program drives: each step is asked of another process. Finding something with a locator is local. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const step = { call: { waits: { on: "process" } } } as const;
const locate = { call: { returns: "Locator" } } as const;
const browser = { call: { waits: { on: "process" }, returns: "Browser" } } as const;
const page = { call: { waits: { on: "process" }, returns: "Page" } } as const;
const listen = { call: { callbacks: [{ argument: 1, runs: "later" }] } } as const;
const driver = { instance: "Driver", construct: { returns: "Driver", waits: { on: "process" } } } as const;
const element = { call: { waits: { on: "process" }, returns: "Element" } } as const;
const elements = { call: { waits: { on: "process" }, returns: "Element", list: true } } as const;
const timer = { call: { waits: { on: "timer", milliseconds: { argument: 0, keyword: "timeout" } } } } as const;

const found = {
  locator: locate, get_by_role: locate, get_by_text: locate, get_by_label: locate, get_by_placeholder: locate, get_by_test_id: locate, get_by_title: locate,
  get_by_alt_text: locate, frame_locator: locate,
} as const;
const acts = {
  click: step, dblclick: step, fill: step, type: step, press: step, check: step, uncheck: step, hover: step, focus: step, tap: step, select_option: step,
  set_input_files: step, inner_text: step, inner_html: step, text_content: step, get_attribute: step, input_value: step, is_visible: step, is_hidden: step,
  is_checked: step, is_enabled: step, evaluate: step, evaluate_handle: step, dispatch_event: step, screenshot: step, drag_to: step,
} as const;

export const browsers = defineModel({
  name: "pypi/browsers",
  language: "python",
  packages: [
    "playwright.sync_api", "playwright.async_api", "patchright.sync_api", "patchright.async_api", "selenium", "selenium/*", "seleniumwire",
    "seleniumwire.webdriver", "undetected_chromedriver",
  ],
  versions: "playwright 1; selenium 3–4; undetected-chromedriver 3",
  docs: "https://playwright.dev/python/docs/api/class-playwright",
  exports: {
    sync_playwright: { call: { returns: "Playwright" } },
    async_playwright: { call: { returns: "Playwright" } },
    expect: { call: { returns: "Expectation" } },
    Playwright: { instance: "Playwright" },
    Browser: { instance: "Browser" },
    BrowserContext: { instance: "Browser" },
    Page: { instance: "Page" },
    Locator: { instance: "Locator" },
    webdriver: { members: { Chrome: driver, Firefox: driver, Edge: driver, Safari: driver, Remote: driver, ChromeOptions: local, FirefoxOptions: local } },
    Chrome: driver,
    Firefox: driver,
    Edge: driver,
    Safari: driver,
    Remote: driver,
    ChromeOptions: local,
    FirefoxOptions: local,
    WebDriver: { instance: "Driver" },
    WebElement: { instance: "Element" },
    WebDriverWait: { instance: "Waiting", construct: { returns: "Waiting" } },
    ActionChains: { instance: "Actions", construct: { returns: "Actions" } },
    Select: { instance: "Element", construct: { returns: "Element", waits: { on: "process" } } },
  },
  types: {
    Playwright: {
      entered: { waits: { on: "process" } },
      members: {
        start: { call: { waits: { on: "process" }, returns: "receiver" } }, stop: step, chromium: "Kind", firefox: "Kind", webkit: "Kind", devices: "Plain",
      },
    },
    Kind: { members: { launch: browser, connect: browser, connect_over_cdp: browser, launch_persistent_context: browser } },
    Browser: {
      members: {
        new_page: page, new_context: browser, close: step, cookies: step, add_cookies: step, clear_cookies: step, storage_state: step, add_init_script: step,
        route: listen, on: listen, is_connected: local, set_default_timeout: local, set_default_navigation_timeout: local,
      },
    },
    Page: {
      members: {
        ...found, ...acts, goto: step, reload: step, go_back: step, go_forward: step, set_content: step, content: step, title: step, pdf: step,
        query_selector: step, query_selector_all: step, eval_on_selector: step, eval_on_selector_all: step, wait_for_selector: step,
        wait_for_load_state: step, wait_for_url: step, wait_for_function: step, wait_for_timeout: timer, add_script_tag: step, add_init_script: step,
        set_viewport_size: step, set_extra_http_headers: step, close: step, route: listen, on: listen, once: listen, is_closed: local,
        set_default_timeout: local, set_default_navigation_timeout: local, url: "Plain",
      },
    },
    Locator: {
      members: {
        ...found, ...acts, nth: locate, filter: locate, and_: locate, or_: locate, first: "Locator", last: "Locator", clear: step, count: step, all: step,
        all_inner_texts: step, all_text_contents: step, wait_for: step, scroll_into_view_if_needed: step, bounding_box: step, press_sequentially: step,
      },
    },
    Expectation: { others: step },
    Driver: {
      members: {
        find_element: element, find_elements: elements, find_element_by_id: element, find_element_by_xpath: element, find_element_by_css_selector: element,
        find_elements_by_xpath: elements, find_elements_by_css_selector: elements, get: step, refresh: step, back: step, forward: step, quit: step, close: step,
        execute_script: step, execute_async_script: step, execute_cdp_cmd: step, save_screenshot: step, get_screenshot_as_png: step,
        get_screenshot_as_file: step, get_screenshot_as_base64: step, get_cookies: step, get_cookie: step, add_cookie: step, delete_cookie: step,
        delete_all_cookies: step, get_log: step, get_window_size: step, set_window_size: step, maximize_window: step, implicitly_wait: step,
        set_page_load_timeout: step, set_script_timeout: step, print_page: step, switch_to: "Switching",
        current_url: "Plain", page_source: "Plain", title: "Plain",
      },
    },
    Switching: { members: { frame: step, default_content: step, parent_frame: step, window: step, new_window: step } },
    Element: {
      members: {
        find_element: element, find_elements: elements, click: step, send_keys: step, clear: step, submit: step, get_attribute: step, get_property: step,
        get_dom_attribute: step, value_of_css_property: step, is_displayed: step, is_enabled: step, is_selected: step, screenshot: step,
        select_by_value: step, select_by_visible_text: step, select_by_index: step, deselect_all: step, text: "Plain", tag_name: "Plain",
      },
    },
    Waiting: { members: { until: element, until_not: step } },
    Actions: { members: { perform: step, reset_actions: step }, others: { call: { returns: "receiver" } } },
    Plain: {},
  },
});
