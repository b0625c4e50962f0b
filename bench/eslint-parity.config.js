/** Everything that the command reads: the recommended rules, on Python as well. */
import plugin from "../dist/index.js";
import lockscan from "./eslint-lockscan.config.js";

export default [...lockscan, ...[plugin.configs.python].flat()];
