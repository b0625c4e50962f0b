import { Command, program } from "commander";
import { Pool } from "pg";
import yargs from "yargs";

const pool = new Pool({ max: 2 }); // effect: connect pool postgres

async function weigh(): Promise<void> {
  await pool.query("SELECT 1 FROM scales"); // effect: select scales on root
}

export function commands(): void {
  program.name("scales").command("weigh").option("-g, --grams", "in grams").action(weigh);
  new Command("all").action(weigh);
  program.parse();
}

export async function others(args: readonly string[]): Promise<void> {
  await yargs(args)
    .command("weigh", "weighs", (builder) => builder.option("grams", { type: "number" }), weigh)
    .command({ command: "all", handler: weigh })
    .parse();
}
