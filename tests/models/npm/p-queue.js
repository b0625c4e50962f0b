import PQueue from "p-queue";

const queue = new PQueue({ concurrency: 2 });
queue.on("idle", () => console.log("idle"));

export async function press(id) {
  const response = await queue.add(() => fetch(`https://press.example/${id}`)); // effect: wait http
  queue.add(async () => {
    await fetch(`https://press.example/${id}/later`); // effect: wait http
  });
  await queue.onIdle();
  return response;
}
