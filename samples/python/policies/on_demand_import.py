#!/usr/bin/env python3
"""An import that may do everything, while its key is active: a suspended key is refused like a wrong one.

    on_demand_import.py KEY [URL [DATABASE [LOGIN]]]

The key is one of the policy on-demand-import; make_key.py makes it. Works against Sandoo. Standard library only.
"""
import sys
import xmlrpc.client

key, url, database, login = (sys.argv[1:] + ["", "http://127.0.0.1:8069", "demo", "admin"][len(sys.argv) - 1:])[:4]
uid = xmlrpc.client.ServerProxy(f"{url}/xmlrpc/2/common").authenticate(database, login, key, {})
models = xmlrpc.client.ServerProxy(f"{url}/xmlrpc/2/object", allow_none=True)


def call(model, method, *args, **kwargs):
    return models.execute_kw(database, uid, key, model, method, args, kwargs)


def attempt(model, method, *args, **kwargs):
    try:
        call(model, method, *args, **kwargs)
        print(f"allowed: {model}.{method}")
    except xmlrpc.client.Fault as fault:
        print(f"refused: {model}.{method}: {fault.faultString.strip().splitlines()[-1]}")


attempt("res.partner", "load", ["name", "email"], [["Imported Ada", "ada@example.com"]])
attempt("sandoo.key.policy", "search_read", [])
