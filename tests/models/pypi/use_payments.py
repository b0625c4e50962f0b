import braintree
import paypalrestsdk  # type: ignore
import razorpay  # type: ignore
from square import Square

gateway = braintree.BraintreeGateway(braintree.Configuration(merchant_id="a", public_key="b", private_key="c"))
shop = razorpay.Client(auth=("a", "b"))
square = Square(token="t")


def pay() -> None:
    gateway.transaction.sale({"amount": "1.00"})  # effect: wait http
    braintree.Transaction.sale({"amount": "1.00"})  # effect: wait http
    payment = paypalrestsdk.Payment({"intent": "sale"})
    payment.create()  # effect: wait http
    paypalrestsdk.Payment.find("a").execute({"payer_id": "b"})  # effect: wait http
    shop.order.create({"amount": 1})  # type: ignore  # effect: wait http
    shop.utility.verify_payment_signature({})  # type: ignore
    square.payments.get("a")  # effect: wait http
