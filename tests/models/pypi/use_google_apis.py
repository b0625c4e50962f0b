import firebase_admin
import gspread
from firebase_admin import auth, db, firestore, messaging
from googleapiclient.discovery import build
from googleapiclient.http import MediaFileUpload

firebase_admin.initialize_app()
drive = build("drive", "v3")
sheets = gspread.service_account()
store = firestore.client()


def push(token: str) -> None:
    message = messaging.Message(token=token, notification=messaging.Notification(title="hi"))
    messaging.send(message)  # effect: wait http
    messaging.send_each([message])  # effect: wait http
    store.collection("pushes").document("a").set({"n": 1})  # effect: wait rpc
    place = db.reference("pushes").child("a")
    place.set({"n": 1})  # effect: wait rpc
    place.order_by_child("n").limit_to_last(1).get()  # effect: wait rpc


def people(token: str) -> None:
    auth.verify_id_token(token)  # effect: wait http
    user = auth.get_user_by_email("a@b.example")  # effect: wait http
    auth.set_custom_user_claims(user.uid, {"admin": True})  # effect: wait http


def files() -> None:
    request = drive.files().list(pageSize=10)
    request.execute()  # effect: wait http
    upload = drive.files().create(body={"name": "a"}, media_body=MediaFileUpload("a.txt"))
    upload.next_chunk()  # effect: wait http
    batch = drive.new_batch_http_request()
    batch.add(drive.files().delete(fileId="a"))
    batch.execute()  # effect: wait http


def rows() -> None:
    book = sheets.open_by_key("a")  # effect: wait http
    sheet = book.worksheet("b")  # effect: wait http
    sheet.append_row(["c"])  # effect: wait http
    for one in book.worksheets():  # effect: wait http
        one.get_all_records()  # effect: wait http
    book.sheet1.update_acell("A1", "d")  # effect: wait http
