import { Connection } from "@solana/web3.js";
import { Contract, ethers } from "ethers";
import { createPublicClient, getContract, http, parseEther } from "viem";

const provider = new ethers.JsonRpcProvider("https://node.example");
const wallet = new ethers.Wallet("0x1", provider);
const client = createPublicClient({ transport: http() });

export async function pay(to, abi) {
  const sent = await wallet.sendTransaction({ to, value: parseEther("1") }); // effect: wait rpc
  await sent.wait(); // effect: wait rpc
  const token = new Contract("0x2", abi, provider);
  await token.balanceOf(to); // effect: wait rpc
  await client.getBlockNumber(); // effect: wait rpc
  const described = getContract({ address: "0x2", abi, client });
  await described.read.balanceOf([to]); // effect: wait rpc
  await new Connection("https://node.example").getBalance(to); // effect: wait rpc
}
