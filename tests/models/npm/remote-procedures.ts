import { Client, credentials, loadPackageDefinition } from "@grpc/grpc-js";
import type { PackageDefinition } from "@grpc/proto-loader";
import { createClientAsync } from "soap";

declare const definition: PackageDefinition;
const proto = loadPackageDefinition(definition) as unknown as { gates: { Gates: new (at: string, how: unknown) => { open: (gate: object, done: () => void) => void } } };
const gates = new proto.gates.Gates("localhost:50051", credentials.createInsecure());

export function open(id: number): void {
  gates.open({ id }, () => undefined); // effect: wait rpc not awaited
}

export async function convert(amount: number): Promise<unknown> {
  const bank = await createClientAsync("https://bank.example?wsdl"); // effect: wait http
  bank.addSoapHeader({ key: "k" });
  return bank["ConvertAsync"]({ amount }); // effect: wait rpc
}

export const plain = new Client("localhost:50051", credentials.createInsecure());
