import { RoomServiceClient } from "livekit-server-sdk";
import Pusher from "pusher";
import { Server } from "socket.io";

const io = new Server();
const pusher = new Pusher({ appId: "1", key: "k", secret: "s", cluster: "eu" });

io.on("connection", (socket) => {
  socket.emit("tide", "low"); // effect: enqueue event not awaited
  socket.broadcast.emit("ship", "in"); // effect: enqueue event not awaited
  void socket.join("harbour");
});

export async function announce(tide: string, rooms: RoomServiceClient): Promise<void> {
  io.to("harbour").emit("tide", tide); // effect: enqueue event not awaited
  await io.in("harbour").fetchSockets(); // effect: wait rpc
  await pusher.trigger("harbour", "tide", { tide }); // effect: enqueue message
  await rooms.listRooms(); // effect: wait http
}

export class Board {
  constructor(private readonly server: Server) {}

  show(tide: string): void {
    this.server.of("/board").emit("tide", tide); // effect: enqueue event not awaited
  }
}
