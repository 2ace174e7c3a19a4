#!/usr/bin/env python3
"""A public form that creates leads: a stolen key of it is of little use.

    website_form.py KEY [URL [DATABASE [LOGIN]]]

The key is one of the policy website-form; make_key.py makes it. Works against Sandoo. Standard library only.
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


lead = {"name": "Call me", "contact_name": "Ada Sample", "email_from": "ada@example.com", "phone": "+32 1", "description": "Please"}
attempt("crm.lead", "create", lead)
attempt("crm.lead", "create", {**lead, "expected_revenue": 1000000})
attempt("crm.lead", "search_read", [], ["name"])
attempt("res.partner", "create", {"name": "Not a lead"})
