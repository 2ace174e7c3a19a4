#!/usr/bin/env python3
"""Python's standard library: xmlrpc.client. Usage: xmlrpc_client.py URL DATABASE LOGIN PASSWORD"""
import sys
import xmlrpc.client

url, database, login, password = sys.argv[1:5]
common = xmlrpc.client.ServerProxy(f"{url}/xmlrpc/2/common")
models = xmlrpc.client.ServerProxy(f"{url}/xmlrpc/2/object", allow_none=True)


def call(model, method, *args, **kwargs):
    return models.execute_kw(database, uid, password, model, method, args, kwargs)


uid = common.authenticate(database, login, password, {})
partner = call("res.partner", "create", {"name": "Café 漢字"})
assert call("res.partner", "read", [partner], fields=["name"]) == [{"id": partner, "name": "Café 漢字"}]
assert call("res.partner", "search_count", [["id", "=", partner]]) == 1
try:
    call("res.partner", "no_such_method")
    raise AssertionError("it should not exist")
except xmlrpc.client.Fault as fault:
    assert "no_such_method" in fault.faultString, fault
assert call("res.partner", "unlink", [partner]) is True
print("xmlrpc.client works with Odoo", common.version()["server_version"])
