/** Fastify's plugins: each is registered once, when the server starts. */
import { defineModel } from "../schema.ts";

const plugin = { call: { returns: { argument: 0 }, runsOnce: [{ argument: 0 }] } } as const;

export const fastify = defineModel({
  name: "fastify",
  language: "javascript",
  packages: ["fastify-plugin"],
  versions: "fastify-plugin 3–5",
  docs: "https://github.com/fastify/fastify-plugin#usage",
  harmless: true,
  exports: { default: plugin, fastifyPlugin: plugin },
});
