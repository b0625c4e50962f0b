from filelock import FileLock, SoftFileLock

lock = FileLock("app.lock", timeout=5)


def in_a_block(path: str) -> None:
    with SoftFileLock(path):  # effect: wait lock
        print(path)


def by_hand() -> None:
    lock.acquire()  # effect: wait lock
    lock.release()
