/** Packages whose presence means that many requests share a process, or one database file. */
export const SERVERS: readonly string[] = [
  "express", "fastify", "koa", "@hapi/hapi", "@nestjs/core", "hono", "@hono/node-server", "next", "nuxt", "@sveltejs/kit", "@remix-run/node", "@remix-run/express",
  "@react-router/node", "astro", "elysia", "h3", "nitropack", "polka", "restify", "@adonisjs/core", "@feathersjs/feathers", "@trpc/server", "apollo-server",
  "@apollo/server", "graphql-yoga", "socket.io", "ws", "moleculer", "@strapi/strapi", "payload", "bullmq", "bull",
  "fastapi", "flask", "django", "starlette", "aiohttp", "sanic", "tornado", "litestar", "quart", "falcon", "bottle", "gunicorn", "uvicorn", "celery",
  "twisted", "klein", "cherrypy", "pyramid", "robyn", "blacksheep", "dramatiq", "rq", "huey", "arq", "taskiq",
];
