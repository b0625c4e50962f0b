import { HttpService } from "@nestjs/axios";
import { ClientProxy, ClientProxyFactory, Transport } from "@nestjs/microservices";
import { catchError, firstValueFrom, lastValueFrom, map, timeout } from "rxjs";

export class Carrier {
  constructor(private readonly http: HttpService, private readonly bus: ClientProxy) {}

  async book(parcel: string): Promise<string> {
    const { data } = await firstValueFrom(this.http.post<{ id: string }>("https://carrier.example/parcels", { parcel })); // effect: wait http
    const label = await lastValueFrom(
      this.http.get<string>(`https://carrier.example/labels/${data.id}`).pipe( // effect: wait http
        timeout(5000),
        map((answer) => answer.data),
        catchError((error: unknown) => { throw error; }),
      ),
    );
    await this.http.axiosRef.patch("https://carrier.example/parcels"); // effect: wait http
    return label;
  }

  async track(id: string): Promise<unknown> {
    const answer$ = this.http.get(`https://carrier.example/parcels/${id}`); // effect: wait http
    return answer$.toPromise();
  }

  async announce(id: string): Promise<number> {
    this.bus.emit("parcel.booked", { id }); // effect: enqueue message not awaited
    await firstValueFrom(this.bus.emit("parcel.sent", { id })); // effect: enqueue message
    return firstValueFrom(this.bus.send<number>("stock.left", { id })); // effect: wait rpc
  }
}

export const audit = ClientProxyFactory.create({ transport: Transport.TCP });

export async function record(id: string): Promise<void> {
  await audit.connect(); // effect: wait rpc
  await lastValueFrom(audit.emit("audit", { id })); // effect: enqueue message
}
