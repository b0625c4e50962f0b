import http from "node:http";
import { get, request } from "node:https";

export function ping(host: string): void {
  get(`https://${host}/health`, (response) => response.resume()); // effect: wait http not awaited
  const call = request({ host, method: "POST" }); // effect: wait http not awaited
  call.on("error", (error) => console.error(error));
  call.end("ping");
}

export function serve(): void {
  const agent = new http.Agent({ keepAlive: true });
  http.createServer((_, response) => response.end("ok")).listen(8080);
  http.get({ host: "localhost", agent }); // effect: wait http not awaited
}
