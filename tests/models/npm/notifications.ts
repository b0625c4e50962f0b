import { Expo } from "expo-server-sdk";
import webpush, { sendNotification, type PushSubscription } from "web-push";

webpush.setVapidDetails("mailto:a@example.com", "p", "s");
const expo = new Expo();

export async function ring(subscription: PushSubscription, to: string): Promise<void> {
  await webpush.sendNotification(subscription, "Ahoy"); // effect: wait http
  await sendNotification(subscription); // effect: wait http
  if (!Expo.isExpoPushToken(to)) return;
  for (const chunk of expo.chunkPushNotifications([{ to, body: "Ahoy" }])) await expo.sendPushNotificationsAsync(chunk); // effect: wait http
}
