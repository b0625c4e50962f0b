import { Vonage } from "@vonage/server-sdk";
import { Svix } from "svix";
import { TwitterApi } from "twitter-api-v2";

const svix = new Svix("k");
const vonage = new Vonage({ apiKey: "k", apiSecret: "s" });
const twitter = new TwitterApi("t");

export async function announce(app, text) {
  await svix.message.create(app, { eventType: "tide", payload: { text } }); // effect: wait http
  await vonage.sms.send({ to: "1", from: "2", text }); // effect: wait http
  await twitter.readWrite.v2.tweet(text); // effect: wait http
}
