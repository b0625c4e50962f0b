/** Temporal's client: a workflow is started, or run to its end, elsewhere. Inside a workflow nothing of this is called. */
import { defineModel } from "../schema.ts";

const rpc = { call: { waits: { on: "rpc" } } } as const;
const handle = { call: { returns: "Handle" } } as const;
const started = { call: { enqueues: { to: "job" }, returns: "Handle" } } as const;

export const temporal = defineModel({
  name: "pypi/temporal",
  language: "python",
  packages: ["temporalio.client"],
  versions: "1",
  docs: "https://python.temporal.io/temporalio.client.Client.html",
  exports: {
    Client: { instance: "Client", construct: { returns: "Client" }, members: { connect: { call: { waits: { on: "rpc" }, returns: "Client" } } } },
    WorkflowHandle: { instance: "Handle" },
  },
  types: {
    Client: {
      members: {
        start_workflow: started, execute_workflow: rpc, get_workflow_handle: handle, get_workflow_handle_for: handle, create_schedule: rpc,
        get_schedule_handle: handle, count_workflows: rpc, start_update_with_start_workflow: rpc, execute_update_with_start_workflow: rpc,
      },
    },
    Handle: {
      members: {
        signal: { call: { enqueues: { to: "message" } } }, result: rpc, query: rpc, describe: rpc, cancel: rpc, terminate: rpc, execute_update: rpc,
        start_update: rpc, fetch_history: rpc, trigger: rpc, pause: rpc, unpause: rpc, update: rpc, delete: rpc,
      },
    },
  },
});
