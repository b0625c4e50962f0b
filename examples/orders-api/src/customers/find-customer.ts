import { db } from "../db.ts";

export const findCustomer = (email: string) => db.customer.findUnique({ where: { email } });
