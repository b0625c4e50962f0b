/** Names as the representation writes them: "Orders.find", "src/db.ts#Store". */
import type { ClassId } from "./nodes.ts";

export const lastName = (dotted: string): string => dotted.slice(dotted.lastIndexOf(".") + 1);

export const nameOfClass = (cls: ClassId): string => cls.slice(cls.lastIndexOf("#") + 1);
