import ldap  # type: ignore  # built from source when it is installed
from ldap3 import ALL, Connection, Server

server = Server("ldap.example", get_info=ALL)


def find(name: str) -> None:
    client = ldap.initialize("ldap://ldap.example")
    client.set_option(ldap.OPT_REFERRALS, 0)
    client.simple_bind_s("cn=a", "secret")  # effect: wait rpc
    asked = client.search_ext("dc=example", ldap.SCOPE_SUBTREE, f"(uid={name})")
    client.result(asked)  # effect: wait rpc
    client.unbind_s()


def change(name: str) -> None:
    connection = Connection(server, "cn=a", "secret")
    connection.bind()  # effect: wait rpc
    connection.search("dc=example", f"(uid={name})")  # effect: wait rpc
    connection.extend.standard.who_am_i()  # effect: wait rpc
    connection.unbind()
    with Connection(server, "cn=a", "secret") as other:  # effect: wait rpc
        other.delete(f"uid={name},dc=example")  # effect: wait rpc
