import bcrypt
from argon2 import PasswordHasher
from passlib.context import CryptContext
from passlib.hash import pbkdf2_sha256
from werkzeug.security import check_password_hash, generate_password_hash

context = CryptContext(schemes=["bcrypt"], deprecated="auto")
hasher = PasswordHasher()


def hashes(password: str) -> list[str]:
    salt = bcrypt.gensalt()
    return [
        bcrypt.hashpw(password.encode(), salt).decode(),  # effect: wait hashing
        context.hash(password),  # effect: wait hashing
        hasher.hash(password),  # effect: wait hashing
        pbkdf2_sha256.hash(password),  # effect: wait hashing
        generate_password_hash(password),  # effect: wait hashing
    ]


def check(password: str, known: str) -> bool:
    if context.identify(known) is None:
        return check_password_hash(known, password)  # effect: wait hashing
    return context.verify(password, known)  # effect: wait hashing
