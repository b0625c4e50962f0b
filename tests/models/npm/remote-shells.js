import { NodeSSH } from "node-ssh";

const shell = new NodeSSH();

export async function reload(host) {
  if (!shell.isConnected()) await shell.connect({ host }); // effect: wait rpc
  await shell.execCommand("systemctl reload web"); // effect: wait rpc
  shell.dispose();
}
