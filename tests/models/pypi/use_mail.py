import aiosmtplib
import resend
from email.message import EmailMessage
from sendgrid import SendGridAPIClient
from sendgrid.helpers.mail import Mail

client = SendGridAPIClient("key")


def send(address: str) -> None:
    message = Mail(from_email="a@b.example", to_emails=address, subject="x", html_content="y")
    client.send(message)  # effect: wait mail
    resend.Emails.send({"from": "a@b.example", "to": address, "subject": "x", "html": "y"})  # effect: wait mail


async def later(message: EmailMessage) -> None:
    await aiosmtplib.send(message, hostname="mail")  # effect: wait mail
