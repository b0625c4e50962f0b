from twilio.rest import Client

client = Client("sid", "token")


def text(number: str) -> None:
    message = client.messages.create(to=number, from_="+1", body="hi")  # effect: wait http
    client.messages(message.sid).fetch()  # type: ignore  # effect: wait http
