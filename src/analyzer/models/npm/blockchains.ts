/** Blockchains: nodes that are asked over the network. Encoding, parsing and addresses are worked out here. */
import { defineModel } from "../schema.ts";

const local = { call: {} } as const;
const rpc = { call: { waits: { on: "rpc" } } } as const;
const sent = { call: { waits: { on: "rpc" }, returns: "Sent" } } as const;
const node = { instance: "Node", construct: { returns: "Node" } } as const;
const made = { call: { returns: "Node" } } as const;
const contract = { instance: "Contract", construct: { returns: "Contract" } } as const;
const classes = { JsonRpcProvider: node, WebSocketProvider: node, InfuraProvider: node, AlchemyProvider: node, Wallet: node, Contract: contract } as const;
const listen = { call: { returns: "receiver", callbacks: [{ argument: "last", runs: "later" }] } } as const;

export const blockchains = defineModel({
  name: "blockchains",
  language: "javascript",
  packages: ["ethers", "viem", "@solana/web3.js"],
  versions: "ethers 5–6; viem 1–2; @solana/web3.js 1",
  docs: "https://docs.ethers.org/v6/",
  exports: {
    ...classes,
    ethers: { members: { ...classes, providers: { members: classes } } },
    providers: { members: classes },
    createPublicClient: made,
    createWalletClient: made,
    getContract: { call: { returns: "Described" } },
    Connection: node,
    sendAndConfirmTransaction: rpc,
    sendAndConfirmRawTransaction: rpc,
  },
  types: {
    Node: {
      members: {
        // ethers
        getBlock: rpc, getBlockNumber: rpc, getBalance: rpc, getCode: rpc, getNetwork: rpc, getFeeData: rpc, getGasPrice: rpc, getLogs: rpc,
        getTransaction: rpc,
        getTransactionReceipt: rpc, getTransactionCount: rpc, estimateGas: rpc, call: rpc, send: rpc, sendTransaction: sent, broadcastTransaction: sent,
        waitForTransaction: rpc, resolveName: rpc, lookupAddress: rpc,
        // viem
        readContract: rpc, writeContract: rpc, simulateContract: rpc, deployContract: rpc, multicall: rpc, waitForTransactionReceipt: rpc, getChainId: rpc,
        getContractEvents: rpc, sendRawTransaction: rpc, estimateContractGas: rpc, extend: { call: { returns: "receiver" } },
        // Solana
        getAccountInfo: rpc, getLatestBlockhash: rpc, confirmTransaction: rpc, getParsedTransaction: rpc, getSignaturesForAddress: rpc, getSlot: rpc,
        getTokenAccountBalance: rpc, requestAirdrop: rpc, getProgramAccounts: rpc, simulateTransaction: rpc,
        connect: { call: { returns: "receiver" } }, on: listen, once: listen, off: local, destroy: local,
      },
    },
    // Its methods are those of the contract.
    Contract: {
      members: {
        connect: { call: { returns: "receiver" } }, attach: { call: { returns: "receiver" } }, interface: "Local", filters: "Local", on: listen, once: listen,
        off: local, getAddress: local,
      },
      others: sent,
    },
    Described: { members: { read: "Methods", write: "Methods", simulate: "Methods", estimateGas: "Methods", getEvents: "Methods" } },
    Methods: { others: rpc },
    Sent: { members: { wait: rpc } },
    Local: { call: {}, others: "Local" },
  },
});
