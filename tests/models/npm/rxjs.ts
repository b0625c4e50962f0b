import { HttpService } from "@nestjs/axios";
import { from, lastValueFrom, type Observable } from "rxjs";
import { retry, tap } from "rxjs/operators";

export class Rates {
  constructor(private readonly http: HttpService) {}

  latest(): Observable<unknown> {
    return this.http.get("https://rates.example/latest").pipe(retry(2)); // effect: wait http
  }

  async load(): Promise<void> {
    await lastValueFrom(this.latest());
    await this.http.get("https://rates.example/all").forEach((answer) => void answer.data); // effect: wait http
    this.http.delete("https://rates.example/old").subscribe(() => undefined); // effect: wait http not awaited
    await lastValueFrom(from([1, 2]).pipe(tap(() => undefined)));
  }
}
