import { PrismaClient } from "@prisma/client";

/** The one client of this process. */
export const db = new PrismaClient();
