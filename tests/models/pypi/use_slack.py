from slack_sdk import WebClient
from slack_sdk.signature import SignatureVerifier
from slack_sdk.webhook import WebhookClient

client = WebClient(token="x")
verifier = SignatureVerifier("secret")


def tell(text: str) -> None:
    client.chat_postMessage(channel="#shop", text=text)  # effect: wait http
    WebhookClient("https://hooks.example").send(text=text)  # effect: wait http
    verifier.is_valid("body", "1", "sig")
