from django.contrib.auth.hashers import make_password
from django.core.mail import send_mail
from django.db import IntegrityError, connection, models, transaction
from django.db.models.signals import post_save
from django.dispatch import Signal, receiver
from django.shortcuts import get_object_or_404


class Shelf(models.Model):
    name = models.CharField(max_length=20, unique=True)

    class Meta:
        db_table = "library_shelf"


class Book(models.Model):
    title = models.CharField(max_length=80)
    isbn = models.CharField(max_length=13, unique=True)
    shelf = models.ForeignKey(Shelf, on_delete=models.CASCADE, related_name="books")
    read = models.BooleanField(default=False)

    def mark(self) -> None:
        self.read = True
        self.save(update_fields=["read"])  # effect: update Book on root


def add(isbn: str, title: str, shelf: Shelf) -> Book:
    if Book.objects.filter(isbn=isbn).exists():  # effect: select Book on root
        raise ValueError("known")
    return Book.objects.create(isbn=isbn, title=title, shelf=shelf)  # effect: insert Book on root


def find(isbn: str) -> Book | None:
    try:
        return Book.objects.select_related("shelf").get(isbn=isbn)  # effect: select Book [limited] on root
    except Book.DoesNotExist:
        return None


def reads(shelf_id: int) -> int:
    books = Book.objects.filter(shelf_id=shelf_id).exclude(read=True).order_by("title")
    for book in books:  # effect: select Book on root
        book.read = True
        book.save()  # effect: update Book on root
    latest = Book.objects.order_by("-id").first()  # effect: select Book [limited] on root
    if latest is not None:
        latest.delete()  # effect: delete Book on root
    titles = list(Book.objects.values_list("title", flat=True))  # effect: select Book on root
    Book.objects.filter(read=True).update(read=False)  # effect: update Book on root
    Book.objects.filter(title="").delete()  # effect: delete Book on root
    return len(titles) + Book.objects.count()  # effect: select Book on root


def move(book_id: int, name: str) -> None:
    with transaction.atomic():  # effect: opens transaction
        book = Book.objects.select_for_update().get(pk=book_id)  # effect: select Book [locks rows] [limited] on transaction
        shelf, _ = Shelf.objects.get_or_create(name=name)  # effect: upsert library_shelf [conflict] on transaction
        shelf.books.create(title="copy", isbn=book.isbn)  # type: ignore  # effect: insert Book on transaction
        transaction.on_commit(lambda: send_mail("moved", "", None, ["a@b.example"]))  # effect: wait mail


@transaction.atomic  # effect: opens transaction
def fill(shelf: Shelf, titles: list[str]) -> None:
    Book.objects.bulk_create([Book(title=title, shelf=shelf) for title in titles])  # effect: insert Book [bulk] on transaction
    Book.objects.bulk_create([Book(title=title, shelf=shelf) for title in titles], ignore_conflicts=True)  # effect: insert Book [conflict] [bulk] on transaction


@transaction.atomic(using="default")  # effect: opens transaction
def rename(shelf: Shelf, name: str) -> None:
    shelf.name = name
    try:
        with transaction.atomic():  # effect: opens transaction
            shelf.save()  # effect: update library_shelf on transaction
    except IntegrityError:
        pass


def show(request, book_id: int) -> Book:
    return get_object_or_404(Book, pk=book_id)  # effect: select Book [limited]


def count() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM library_shelf WHERE name = %s", ["x"])  # effect: select library_shelf on root
        row = cursor.fetchone()
    return row[0]


def password(raw: str) -> str:
    return make_password(raw)  # effect: wait hashing


repainted = Signal()


@receiver(post_save, sender=Shelf)
def shelf_saved(sender, instance: Shelf, **kwargs) -> None:
    pass


def paint(shelf: Shelf) -> None:
    repainted.connect(shelf_saved, sender=Shelf)
    repainted.send(sender=Shelf, instance=shelf)
