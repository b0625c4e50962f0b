/** Supabase: a database, files, users and functions over HTTP. A query is sent when it is awaited. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const http = { call: { waits: { on: "http" } } } as const;
const storage = { call: { waits: { on: "storage" } } } as const;
const made = { call: { returns: "Client" } } as const;
const query = { call: { waits: { on: "http" }, returns: "Query" } } as const;
const chained = { call: { returns: "settled", callbacks: [] } } as const;

export const supabase = defineModel({
  name: "supabase",
  language: "javascript",
  packages: ["@supabase/supabase-js", "@supabase/ssr", "@supabase/auth-helpers-nextjs", "@supabase/postgrest-js"],
  versions: "supabase-js 2; ssr 0",
  docs: "https://supabase.com/docs/reference/javascript/introduction",
  exports: {
    createClient: made,
    createServerClient: made,
    createBrowserClient: made,
    createRouteHandlerClient: made,
    createServerComponentClient: made,
    SupabaseClient: { instance: "Client", construct: { returns: "Client" } },
    PostgrestClient: { instance: "Client", construct: { returns: "Client" } },
  },
  types: {
    Client: {
      coroutines: true,
      members: {
        from: { call: { returns: "Table" } },
        schema: { call: { returns: "receiver" } },
        rpc: query,
        auth: "Auth",
        storage: "Storage",
        functions: "Functions",
        channel: local,
        removeChannel: local,
        removeAllChannels: local,
      },
    },
    Table: { coroutines: true, members: { select: query, insert: query, update: query, upsert: query, delete: query } },
    Query: { others: chained },
    Auth: { members: { admin: "Admin", mfa: "Admin", getSession: local, onAuthStateChange: { call: { callbacks: [{ argument: 0, runs: "later" }] } }, startAutoRefresh: local, stopAutoRefresh: local }, others: http },
    Admin: { members: { mfa: "Admin" }, others: http },
    Storage: { members: { from: { call: { returns: "Bucket" } } }, others: storage },
    Bucket: { members: { getPublicUrl: local }, others: storage },
    Functions: { members: { invoke: http, setAuth: local } },
  },
});
