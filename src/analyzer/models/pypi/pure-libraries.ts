/** Third-party packages that compute, validate, format or print: calls of them are understood. */
import { defineModel } from "../schema.ts";

export const pureLibraries = defineModel({
  name: "pure-libraries",
  language: "python",
  packages: [
    "attr", "attrs", "bs4", "bs4/*", "cv2", "colorama", "cryptography/*", "dateutil", "dateutil/*", "deepdiff", "docx", "dotenv",
    "drf_spectacular/*",
    "environ",
    "humanize", "itsdangerous", "jinja2", "jinja2/*", "jose", "jsonschema", "jwt", "loguru", "lxml", "lxml/*", "markdown", "markupsafe", "marshmallow",
    "marshmallow/*",
    "msgpack", "networkx", "numpy", "numpy/*", "opentelemetry", "opentelemetry/*", "orjson", "packaging", "packaging/*", "pdfplumber", "phonenumbers",
    "pypdf", "sqlglot", "sqlglot/*", "sqlparse", "xxhash", "PIL", "PIL/*",
    "prometheus_client",
    "prometheus_client/*", "pydantic", "pydantic/*", "pydantic_core", "pydantic_core/*", "pydantic_settings", "pygments", "pytest", "pytz", "regex",
    "ruamel.yaml",
    "rich", "rich/*", "scipy/*", "simplejson", "slugify", "sortedcontainers", "structlog", "tabulate", "tiktoken", "tomli", "tomli_w",
    "tomlkit", "tqdm", "ujson",
    "unidecode", "validators", "voluptuous", "wtforms", "xmltodict", "yaml", "zstandard",
  ],
  versions: "as installed",
  docs: "https://pypi.org/",
  harmless: true,
  exports: { tqdm: { call: { returns: { argument: 0 } } } },
});
