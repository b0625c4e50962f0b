import stripe
from stripe import StripeClient

stripe.api_key = "sk_test"
client = StripeClient("sk_test")


def charge(customer: str) -> str:
    intent = stripe.PaymentIntent.create(amount=100, currency="eur", customer=customer)  # effect: wait http
    stripe.checkout.Session.create(mode="payment")  # effect: wait http
    client.customers.retrieve(customer)  # effect: wait http
    client.v1.invoices.list()  # effect: wait http
    return intent.id


def hook(payload: bytes, signature: str) -> None:
    stripe.Webhook.construct_event(payload, signature, "whsec")
    client.construct_event(payload, signature, "whsec")
