/** The same, with lockscan's recommended rules. */
import lockscan from "../dist/index.js";
import bare from "./eslint-bare.config.js";

export default [...bare, ...[lockscan.configs.recommended].flat()];
