#!/usr/bin/env python3
"""An assistant that reads widely, and writes a few fields of quotations and leads.

    ai_assistant.py KEY [URL [DATABASE [LOGIN]]]

The key is one of the policy ai-assistant; make_key.py makes it. Works against Sandoo. Standard library only.
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


leads = call("crm.lead", "search", [], limit=1)
if not leads:
    sys.exit("make a lead first, with website_form.py")
attempt("product.product", "search_read", [], ["name"], limit=3)
attempt("crm.lead", "write", leads, {"description": "Wants an offer for ten."})
attempt("crm.lead", "message_post", leads, body="I have added what they want.")
attempt("crm.lead", "write", leads, {"user_id": False})
attempt("crm.lead", "unlink", leads)
attempt("res.users", "search_read", [], ["login"])
