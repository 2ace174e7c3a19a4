#!/usr/bin/env python3
"""A job that adds up orders, at night and from its own machine only.

    daily_statistics.py KEY [URL [DATABASE [LOGIN]]]

The key is one of the policy daily-statistics; make_key.py makes it. Works against Sandoo. Standard library only.
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


attempt("sale.order", "search_read", [], ["name", "amount_total"])
attempt("sale.order", "search_read", [["partner_id.name", "=", "Ada"]], ["name"])
attempt("res.partner", "search_count", [])
