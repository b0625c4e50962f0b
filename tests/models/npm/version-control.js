import { simpleGit } from "simple-git";
import git, { push } from "isomorphic-git";

const repository = simpleGit("/srv/pages").env("GIT_TERMINAL_PROMPT", "0");

export async function publish(fs, http, dir) {
  await repository.add("."); // effect: wait process
  await repository.commit("pages"); // effect: wait process
  await git.pull({ fs, http, dir }); // effect: wait http
  await git.add({ fs, dir, filepath: "." });
  await push({ fs, http, dir }); // effect: wait http
}
