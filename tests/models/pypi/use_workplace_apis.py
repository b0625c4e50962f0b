import mailchimp_marketing  # type: ignore
import mailchimp_transactional  # type: ignore
import tweepy  # type: ignore
from hubspot import HubSpot  # type: ignore
from notion_client import Client
from simple_salesforce import Salesforce  # type: ignore

notion = Client(auth="t")
hub = HubSpot(access_token="t")
lists = mailchimp_marketing.Client()
lists.set_config({"api_key": "k"})
mails = mailchimp_transactional.Client("k")
birds = tweepy.Client("t")


def tell() -> None:
    notion.pages.create(parent={"database_id": "a"}, properties={})  # effect: wait http
    hub.crm.contacts.basic_api.get_page(limit=1)  # effect: wait http
    lists.lists.add_list_member("a", {"email_address": "a@b.example"})  # effect: wait http
    mails.messages.send({"message": {}})  # effect: wait http
    birds.create_tweet(text="hi")  # effect: wait http
    force = Salesforce(username="a", password="b", security_token="c")  # effect: wait http
    force.Contact.create({"LastName": "d"})  # type: ignore  # effect: wait http
    force.query("SELECT Id FROM Contact")  # effect: wait http
