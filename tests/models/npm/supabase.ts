import { createClient, type SupabaseClient } from "@supabase/supabase-js";

const supabase = createClient("https://project.example", "k");

export async function berth(id: number): Promise<unknown> {
  const { data } = await supabase.from("berths").select("*").eq("id", id).single(); // effect: wait http
  await supabase.rpc("free_berths", { id }); // effect: wait http
  return data;
}

export class Files {
  constructor(private readonly client: SupabaseClient) {}

  async keep(name: string, file: Blob): Promise<string> {
    const bucket = this.client.storage.from("berths");
    await bucket.upload(name, file); // effect: wait storage
    await this.client.auth.getSession();
    await this.client.auth.admin.deleteUser("u"); // effect: wait http
    await this.client.functions.invoke("recount"); // effect: wait http
    return bucket.getPublicUrl(name).data.publicUrl;
  }
}
