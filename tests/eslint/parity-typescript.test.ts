import { describeParity, hasPython } from "./parity.ts";

describeParity((one) => !hasPython(one));
