import { PrismaClient } from "@prisma/client";
import { enhance } from "@zenstackhq/runtime";

const prisma = new PrismaClient(); // effect: connect pool

export async function post(user, title) {
  const db = enhance(prisma, { user });
  await db.post.create({ data: { title } }); // effect: insert post on root
}
