import twilio, { Twilio } from "twilio";

const client = twilio("AC0", "token");

export async function send(to: string): Promise<string> {
  const message = await client.messages.create({ to, from: "+1", body: "Hello" }); // effect: wait http
  await client.messages(message.sid).fetch(); // effect: wait http
  await client.calls("CA0").update({ status: "completed" }); // effect: wait http
  return message.sid;
}

export async function verify(api: Twilio, to: string, code: string): Promise<string> {
  const service = api.verify.v2.services("VA0");
  await service.verifications.create({ to, channel: "sms" }); // effect: wait http
  const check = await service.verificationChecks.create({ to, code }); // effect: wait http
  await new Twilio("AC0", "token").lookups.v2.phoneNumbers(to).fetch(); // effect: wait http
  return check.status;
}

export function answer(signature: string): string {
  if (!twilio.validateRequest("token", signature, "https://example.com", {})) return "";
  const response = new twilio.twiml.VoiceResponse();
  response.say("Hello");
  return response.toString();
}
