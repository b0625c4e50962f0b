import { Transactional, TransactionHost } from "@nestjs-cls/transactional";

export class Ferries {
  constructor(private readonly host: TransactionHost) {}

  @Transactional() // effect: opens transaction
  async board(id: number): Promise<void> {
    await fetch(`https://ferries.example/${id}`); // effect: wait http
  }

  async leave(id: number): Promise<void> {
    await this.host.withTransaction(async () => { // effect: opens transaction
      await this.board(id);
    });
    if (!this.host.isTransactionActive()) await fetch("https://ferries.example"); // effect: wait http
  }
}
