#!/usr/bin/env python3
"""First steps with Odoo's XML-RPC API: log in, create, search, read, write, sell, delete, and what an error looks like.

    first_steps.py [URL [DATABASE [LOGIN [SECRET]]]]

Works against Sandoo and a real Odoo alike. Without arguments ODOO_URL, ODOO_DB, ODOO_LOGIN and ODOO_SECRET are used, and
without those http://127.0.0.1:8069, demo, admin and admin. The secret is a password or an API key. Python 3.8 or later,
standard library only.
"""
import os
import sys
import xmlrpc.client

DEFAULTS = {"ODOO_URL": "http://127.0.0.1:8069", "ODOO_DB": "demo", "ODOO_LOGIN": "admin", "ODOO_SECRET": "admin"}
given = dict(zip(DEFAULTS, sys.argv[1:]))
url, database, login, secret = (given.get(name) or os.environ.get(name) or default for name, default in DEFAULTS.items())

# Log in: a user's id, or False.
common = xmlrpc.client.ServerProxy(f"{url}/xmlrpc/2/common")
uid = common.authenticate(database, login, secret, {})
if not uid:
    sys.exit(f"wrong login or secret for {login} on {database}")
print(f"Logged in to Odoo {common.version()['server_version']} as user {uid}")

models = xmlrpc.client.ServerProxy(f"{url}/xmlrpc/2/object")


def call(model, method, *args, **kwargs):
    """Calls a method of a model: positional arguments as a list, named ones as a dictionary."""
    return models.execute_kw(database, uid, secret, model, method, args, kwargs)


# Create a company with two contacts and two tags. (0, 0, values) creates a record of the field, (6, 0, ids) sets the field.
tags = call("res.partner.category", "create", [{"name": "Sample: wholesale"}, {"name": "Sample: north"}])
company = call("res.partner", "create", {
    "name": "Sample Company",
    "is_company": True,
    "city": "Liège",
    "category_id": [(6, 0, tags)],
    "child_ids": [
        (0, 0, {"name": "Ada Sample", "email": "ada@sample.example"}),
        (0, 0, {"name": "Bert Sample", "email": "bert@sample.example"}),
    ],
})
print(f"Created company {company} with tags {tags}")

# Search with a domain: conditions are joined by "and".
contacts = call("res.partner", "search", [["parent_id", "=", company], ["email", "=like", "%@sample.example"]], order="name")

# Read some fields of them; a many2one comes as [id, name].
for contact in call("res.partner", "read", contacts, ["name", "email", "parent_id"]):
    print(f"Contact {contact['id']}: {contact['name']} <{contact['email']}> of {contact['parent_id'][1]}")

# Write to all of them at once, then search and read in one call.
call("res.partner", "write", contacts, {"phone": "+32 4 000 00 00"})
rows = call("res.partner", "search_read", [["id", "in", contacts]], fields=["name", "phone"], order="name desc")
print("Phones:", ", ".join(f"{row['name']} {row['phone']}" for row in rows))

# Create a quotation with two lines and let the server add it up.
product = call("product.product", "create", {"name": "Sample Lamp", "list_price": 40.0})
order = call("sale.order", "create", {
    "partner_id": company,
    "order_line": [
        (0, 0, {"product_id": product, "product_uom_qty": 2, "price_unit": 40.0}),
        (0, 0, {"product_id": product, "product_uom_qty": 1, "price_unit": 35.5, "name": "Sample Lamp, display piece"}),
    ],
})
quotation = call("sale.order", "read", [order], ["name", "amount_untaxed", "state"])[0]
print(f"Quotation {quotation['name']}: {quotation['amount_untaxed']:.2f} before tax, {quotation['state']}")

# Whatever the server refuses is a Fault: code 2 is a warning meant for people, 1 a failure with a traceback.
try:
    call("res.partner", "read", contacts, ["no_such_field"])
except xmlrpc.client.Fault as fault:
    print(f"Fault {fault.faultCode}:", fault.faultString.strip().splitlines()[-1])

# Delete everything again.
call("sale.order", "unlink", [order])
call("product.product", "unlink", [product])
call("res.partner", "unlink", contacts + [company])
call("res.partner.category", "unlink", tags)
print("Left over:", call("res.partner", "search_count", [["id", "in", contacts + [company]]]))
