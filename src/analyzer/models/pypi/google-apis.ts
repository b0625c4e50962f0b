/** Google's older API client, whose requests are put together before `execute` sends them, and the sheets that gspread reads and writes. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const http = { call: { waits: { on: "http" } } } as const;
const service = { call: { returns: "Service" } } as const;
const client = { call: { returns: "Client" } } as const;
const book = { call: { waits: { on: "http" }, returns: "Book" } } as const;
const sheet = { call: { waits: { on: "http" }, returns: "Sheet" } } as const;

export const googleApis = defineModel({
  name: "pypi/google-apis",
  language: "python",
  packages: ["googleapiclient.discovery", "googleapiclient.http", "apiclient.discovery", "gspread", "gspread.client"],
  versions: "google-api-python-client 1–2; gspread 4–6",
  docs: "https://googleapis.github.io/google-api-python-client/docs/",
  exports: {
    // The description of an API comes with the package.
    build: service,
    build_from_document: service,
    Resource: { instance: "Service" },
    HttpRequest: { instance: "Service" },
    BatchHttpRequest: { instance: "Batch", construct: { returns: "Batch" } },
    MediaIoBaseDownload: { instance: "Transfer", construct: { returns: "Transfer" } },
    MediaFileUpload: local,
    MediaIoBaseUpload: local,
    service_account: client,
    service_account_from_dict: client,
    authorize: client,
    api_key: client,
    oauth: client,
    Client: { instance: "Client", construct: { returns: "Client" } },
  },
  types: {
    // Collections of an API and requests to it: only named, whatever they are called.
    Service: {
      members: { execute: http, next_chunk: http, new_batch_http_request: { call: { returns: "Batch" } }, close: local, to_json: local },
      others: { call: { returns: "receiver" } },
    },
    Batch: { members: { add: { call: { callbacks: [{ argument: "callback", runs: "later" }] } }, execute: http } },
    Transfer: { members: { next_chunk: http } },
    Client: {
      members: {
        open: book, open_by_key: book, open_by_url: book, create: book, copy: book, openall: http, list_spreadsheet_files: http, del_spreadsheet: http,
        import_csv: http, export: http, insert_permission: http,
      },
    },
    Book: {
      members: {
        worksheet: sheet, get_worksheet: sheet, get_worksheet_by_id: sheet, add_worksheet: sheet, duplicate_sheet: sheet, sheet1: "Sheet",
        worksheets: { call: { waits: { on: "http" }, returns: "Sheet", list: true } }, del_worksheet: http, share: http, batch_update: http,
        values_get: http, values_batch_get: http, values_update: http, values_append: http, values_clear: http, values_batch_update: http,
        fetch_sheet_metadata: http, export: http,
      },
    },
    Sheet: {
      members: {
        get: http, get_all_records: http, get_all_values: http, get_values: http, batch_get: http, row_values: http, col_values: http, acell: http,
        cell: http, range: http, find: http, findall: http, update: http, update_cell: http, update_cells: http, update_acell: http, batch_update: http,
        append_row: http, append_rows: http, insert_row: http, insert_rows: http, insert_cols: http, delete_rows: http, delete_columns: http, clear: http,
        batch_clear: http, resize: http, add_rows: http, add_cols: http, update_title: http, format: http, batch_format: http, freeze: http, sort: http,
        set_basic_filter: http, merge_cells: http, export: http,
      },
    },
  },
});
