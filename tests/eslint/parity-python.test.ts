import { describeParity, hasPython } from "./parity.ts";

describeParity(hasPython);
