/** Containers of dependencies: who asks one for a class is given an object of it. What goes by a symbol or a name is not followed. */
import { defineModel } from "../schema.ts";

const made = { call: { returns: { instance: { argument: 0 } } } } as const;
const container = { call: { returns: "Container" } } as const;

export const containers = defineModel({
  name: "containers",
  language: "javascript",
  packages: ["tsyringe", "typedi", "inversify", "@nestjs/core"],
  versions: "tsyringe 4, typedi 0.10, inversify 5–7, @nestjs/core 8–11",
  docs: "https://github.com/microsoft/tsyringe#resolution",
  exports: {
    container: "Container",
    Container: { instance: "Container", construct: { returns: "Container" }, members: { get: made, of: container } },
    ContainerInstance: { instance: "Container" },
    DependencyContainer: { instance: "Container" },
    ModuleRef: { instance: "Container" },
    NestFactory: { members: { create: container, createMicroservice: container, createApplicationContext: container } },
  },
  types: {
    Container: {
      members: {
        resolve: made, get: made, getAsync: made, create: made, createChildContainer: container, createChild: container, of: container, select: container,
      },
      others: {},
    },
  },
});
