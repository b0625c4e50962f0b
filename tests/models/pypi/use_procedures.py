import xmlrpc.client

import zeep


def ask() -> object:
    server = xmlrpc.client.ServerProxy("https://erp.example/xmlrpc/2/common")
    server.authenticate("db", "a", "b", {})  # effect: wait rpc
    server.system.listMethods()  # effect: wait rpc
    many = xmlrpc.client.MultiCall(server)
    many.version()
    return many()  # effect: wait rpc


def soap() -> None:
    client = zeep.Client("https://a.example/?wsdl")  # effect: wait rpc
    order = client.get_type("ns0:Order")
    client.service.Submit(order)  # effect: wait rpc
