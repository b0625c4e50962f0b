from onesignal_sdk.client import Client  # type: ignore
from pyfcm import FCMNotification  # type: ignore
from pywebpush import webpush  # type: ignore  # built from source when it is installed

phones = FCMNotification(service_account_file="a.json", project_id="b")
signal = Client(app_id="a", rest_api_key="b")


def push(subscription: dict) -> None:
    phones.notify(fcm_token="a", notification_title="b")  # effect: wait http
    webpush(subscription, data="c")  # effect: wait http
    signal.send_notification({"contents": {"en": "d"}})  # effect: wait http
