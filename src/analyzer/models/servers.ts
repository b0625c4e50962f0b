/** What the packages say that a program depends on: many requests share a process, or a person starts it for one. */

/** Packages whose presence means that many requests share a process, or one database file. */
export const SERVERS: readonly string[] = [
  "express", "fastify", "koa", "@hapi/hapi", "@nestjs/core", "hono", "@hono/node-server", "next", "nuxt", "@sveltejs/kit", "@remix-run/node", "@remix-run/express",
  "@react-router/node", "astro", "elysia", "h3", "nitropack", "polka", "restify", "@adonisjs/core", "@feathersjs/feathers", "@trpc/server", "apollo-server",
  "@apollo/server", "graphql-yoga", "socket.io", "ws", "moleculer", "@strapi/strapi", "payload", "bullmq", "bull",
  "fastapi", "flask", "django", "starlette", "aiohttp", "sanic", "tornado", "litestar", "quart", "falcon", "bottle", "gunicorn", "uvicorn", "celery",
  "twisted", "klein", "cherrypy", "pyramid", "robyn", "blacksheep", "dramatiq", "rq", "huey", "arq", "taskiq",
];

/** Packages with which a process goes on and on, though for one person perhaps. */
export const LASTING: readonly string[] = [...SERVERS, "@modelcontextprotocol/sdk", "kafkajs", "amqplib", "discord.js", "telegraf", "electron"];

/** Packages that read the words of a command line. */
export const COMMAND_LINES: readonly string[] = [
  "commander", "yargs", "cac", "citty", "@oclif/core", "clipanion", "meow", "minimist", "sade", "arg", "cleye", "@drizzle-team/brocli", "cmd-ts",
];
