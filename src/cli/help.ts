/** What `--help` says. */

export const HELP = `lockscan finds lock contention in code that talks to databases (TypeScript, JavaScript, Python).

  lockscan [scan] [PATH…]       scan the working directory, or report only what lies under these paths
  lockscan rules                list the rules
  lockscan explain RULE         print a rule's page
  lockscan explain FILE:LINE    print everything about the findings there
  lockscan timeline FILE[:LINE] draw the transactions of a file, or all that the function at a line does
  lockscan coverage [PATH…]     say which calls inside transactions were not understood
  lockscan init [--write]       print, or write, an ESLint config with the rules

  -f, --format FORMAT     pretty (default), json, sarif, github, markdown
  -r, --rules RULES       recommended (default), strict, all, or names separated by commas
      --include-tests     report in tests, migrations, seeds, scripts, examples and generated code too
      --types             ask TypeScript where names lead nowhere: finds more, takes longer
      --max-findings N    report no more than N findings
      --cache             keep what is printed in node_modules/.cache/lockscan, until something that was scanned changes
      --cache-folder DIR  keep it there instead
  -v, --version
  -h, --help

Exit code: 0 nothing found, 1 something found, 2 could not run.
Settings: lockscan.json at the root; files in .gitignore and .lockscanignore are not read.
`;
