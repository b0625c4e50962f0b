import admin from "firebase-admin";
import { initializeApp } from "firebase-admin/app";
import { getAuth } from "firebase-admin/auth";
import { getFirestore, type Firestore, type Transaction } from "firebase-admin/firestore";
import { getFunctions } from "firebase-admin/functions";
import { getMessaging } from "firebase-admin/messaging";
import { getStorage } from "firebase-admin/storage";

const app = initializeApp();
const db = getFirestore();

export async function notify(token: string, email: string): Promise<string> {
  await getMessaging().send({ token, notification: { title: "Hello" } }); // effect: wait http
  await admin.messaging().sendEachForMulticast({ tokens: [token] }); // effect: wait http
  const user = await getAuth(app).getUserByEmail(email); // effect: wait http
  await admin.auth().updateUser(user.uid, { disabled: true }); // effect: wait http
  await getFunctions().taskQueue("mails").enqueue({ email }); // effect: enqueue job
  return getAuth().createCustomToken(user.uid);
}

export async function read(id: string): Promise<unknown> {
  const order = await db.collection("orders").doc(id).get(); // effect: wait rpc
  const open = await db.collection("orders").where("state", "==", "open").orderBy("at").limit(5).get(); // effect: wait rpc
  return [order.data(), open.docs];
}

export async function write(firestore: Firestore, id: string): Promise<void> {
  const reference = firestore.doc(`orders/${id}`);
  await firestore.runTransaction(async (transaction: Transaction) => { // effect: wait rpc
    const order = await transaction.get(reference); // effect: wait rpc
    transaction.update(reference, { count: order.get("count") + 1 });
  });
  const batch = firestore.batch();
  batch.set(reference, { count: 0 });
  await batch.commit(); // effect: wait rpc
}

export async function store(name: string, body: Buffer): Promise<void> {
  await getStorage().bucket().file(name).save(body); // effect: wait storage
  await admin.database().ref("presence").child("a").set(true); // effect: wait rpc
}
