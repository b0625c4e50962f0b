// JavaScript, because the client is not generated here and its types are therefore missing.
import { Prisma, PrismaClient } from "@prisma/client";

const prisma = new PrismaClient({ log: ["warn"] }); // effect: connect pool

export async function register(email) {
  const known = await prisma.user.findUnique({ where: { email } }); // effect: select user on root
  if (known) return known;
  return prisma.user.create({ data: { email } }); // effect: insert user on root
}

export async function write(emails) {
  await prisma.user.createMany({ data: emails.map((email) => ({ email })), skipDuplicates: true }); // effect: insert user [conflict] [bulk] on root
  await prisma.user.upsert({ where: { email: "a" }, create: { email: "a" }, update: {} }); // effect: upsert user [conflict] on root
  await prisma.user.updateMany({ where: { email: { in: emails } }, data: { seen: true } }); // effect: update user on root
  await prisma.user.deleteMany(); // effect: delete user on root
  const page = await prisma.post.findMany({ where: { draft: true }, take: 20 }); // effect: select post [limited] on root
  return page.length + (await prisma.post.count()); // effect: select post on root
}

export async function raw(id) {
  await prisma.$queryRaw`SELECT * FROM accounts WHERE id = ${id}`; // effect: select accounts on root
  await prisma.$executeRawUnsafe("UPDATE accounts SET total = 0 WHERE id = $1", id); // effect: update accounts on root
  await prisma.$executeRaw(Prisma.sql`DELETE FROM accounts WHERE id = ${id}`); // effect: delete accounts on root
}

export async function transfer(from, to) {
  await prisma.$transaction(async (tx) => { // effect: opens transaction Serializable
    await tx.$queryRaw`SELECT id FROM accounts WHERE id = ${from} FOR UPDATE`; // effect: select accounts [locks rows] on transaction
    await move(tx, from, -1);
    await move(tx, to, 1);
    await prisma.audit.create({ data: { from, to } }); // effect: insert audit on root
  }, { isolationLevel: Prisma.TransactionIsolationLevel.Serializable, timeout: 10000 });
}

async function move(tx, id, amount) {
  await tx.account.update({ where: { id }, data: { total: { increment: amount } } }); // effect: update account on transaction
}

export async function together(id) {
  await prisma.$transaction([ // effect: opens transaction; update post on transaction; delete comment on transaction
    prisma.post.update({ where: { id }, data: { hidden: true } }),
    prisma.comment.deleteMany({ where: { post: id } }),
  ]);
}

export async function extended(id) {
  const tracing = prisma.$extends({ name: "tracing" });
  const post = await tracing.post.findFirstOrThrow({ where: { id } }); // effect: select post on root
  const lazy = tracing.comment.findMany({ where: { post: post.id } });
  const comments = await lazy; // effect: select comment on root
  void tracing.post.delete({ where: { id } }); // effect: delete post on root not awaited
  return comments;
}

class Database extends PrismaClient {
  constructor() {
    super({ datasourceUrl: "postgres://localhost/blog" });
    this.$on("query", (event) => console.log(event.duration));
  }
}

export class Posts {
  constructor(database = new Database()) { // effect: connect pool
    this.database = database;
  }

  async publish(id) {
    await this.database.post.update({ where: { id }, data: { draft: false } }); // effect: update post on root
  }
}

export async function stop() {
  await prisma.$disconnect();
}
