#!/usr/bin/env python3
"""Shows what a key has called, as an administrator: allowed and refused, with the values it changed.

    audit_lines.py KEY_NAME [URL [DATABASE [LOGIN [PASSWORD]]]]

Works against Sandoo. Standard library only.
"""
import sys
import xmlrpc.client

defaults = ["", "http://127.0.0.1:8069", "demo", "admin", "admin"]
name, url, database, login, password = (sys.argv[1:] + defaults[len(sys.argv) - 1:])[:5]
uid = xmlrpc.client.ServerProxy(f"{url}/xmlrpc/2/common").authenticate(database, login, password, {})
models = xmlrpc.client.ServerProxy(f"{url}/xmlrpc/2/object")


def search_read(model, domain, fields):
    return models.execute_kw(database, uid, password, model, "search_read", [domain, fields], {"order": "id"})


for line in search_read("sandoo.call", [["key_name", "=", name]], ["policy", "model", "method", "outcome"]):
    print(line["outcome"], line["policy"], f'{line["model"]}.{line["method"]}')
    for change in search_read("sandoo.call.change", [["call_id", "=", line["id"]]], ["model", "field", "old", "new"]):
        print("   ", change["model"], change["field"] + ":", change["old"], "->", change["new"])
