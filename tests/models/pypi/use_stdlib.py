import hashlib
import http.client
import os
import smtplib
import socket
import subprocess
import threading
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor

guard = threading.Lock()


def urls() -> bytes:
    address = "https://api.example/?" + urllib.parse.urlencode({"q": "x"})
    with urllib.request.urlopen(address) as answer:  # effect: wait http
        return answer.read()


def low_level() -> int:
    connection = http.client.HTTPSConnection("api.example")
    connection.request("GET", "/")  # effect: wait http
    return connection.getresponse().status  # effect: wait http


def processes() -> None:
    subprocess.run(["convert", "a.png", "b.jpg"], check=True)  # effect: wait process
    out = subprocess.check_output(["git", "log"])  # effect: wait process
    child = subprocess.Popen(["make"], stdout=subprocess.PIPE)
    child.communicate()  # effect: wait process
    os.system("sync")  # effect: wait process
    print(out, os.path.join("a", "b"))


def mail() -> None:
    with smtplib.SMTP("mail.example") as server:  # effect: wait mail
        server.login("a", "b")  # effect: wait mail
        server.sendmail("a@b.example", ["c@d.example"], "hello")  # effect: wait mail


def talk() -> bytes:
    client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    client.settimeout(3)
    client.connect(("host", 80))  # effect: wait rpc
    client.sendall(b"x")  # effect: wait rpc
    return client.recv(10)  # effect: wait rpc


def hashes(password: bytes) -> str:
    slow = hashlib.pbkdf2_hmac("sha256", password, b"salt", 600_000)  # effect: wait hashing
    return hashlib.sha256(slow).hexdigest()


def work() -> None:
    os.getpid()


def threads() -> None:
    with guard:  # effect: opens lock
        worker = threading.Thread(target=work)
        worker.start()
    worker.join()  # effect: wait thread
    guard.acquire()  # effect: wait lock
    guard.release()
    with ThreadPoolExecutor(4) as pool:
        future = pool.submit(work)
        future.result()  # effect: wait thread
