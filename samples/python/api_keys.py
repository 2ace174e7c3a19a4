#!/usr/bin/env python3
"""An API key from its making to its end, as a person makes it in Odoo's preferences: confirm the password, name the key, see it
once, use it in the place of the password, delete it, see it refused.

    api_keys.py [URL [DATABASE [LOGIN [PASSWORD]]]]

Odoo 14.0 brought API keys; this works against 14.0 and 19.0, Sandoo and the real one. Standard library only.
"""
import http.cookiejar
import json
import sys
import urllib.request
import xmlrpc.client

url, database, login, password = (sys.argv[1:] + ["http://127.0.0.1:8069", "demo", "admin", "admin"][len(sys.argv) - 1:])[:4]

# Keys are made in a web session, which a cookie carries.
browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))


def web(path, **params):
    """Posts JSON as Odoo's web client does."""
    body = json.dumps({"jsonrpc": "2.0", "method": "call", "params": params}).encode()
    request = urllib.request.Request(url + path, body, {"Content-Type": "application/json"})
    answer = json.load(browser.open(request))
    if "error" in answer:
        raise RuntimeError(answer["error"]["data"]["message"])
    return answer.get("result")


def call(model, method, *args, **kwargs):
    return web("/web/dataset/call_kw", model=model, method=method, args=args, kwargs=kwargs)


uid = web("/web/session/authenticate", db=database, login=login, password=password)["uid"]

# Ask for a key. The first answer is an identity check: who sits there must show the password again.
wizard = call("res.users.apikeys.description", "create", {"name": "Sample key"})
check = call("res.users.apikeys.description", "make_key", [wizard])["res_id"]
if "auth_method" not in call("res.users.identitycheck", "fields_get"):
    call("res.users.identitycheck", "write", [check], {"password": password})  # up to Odoo 18 the wizard holds it
key = call("res.users.identitycheck", "run_check", [check], context={"password": password})["context"]["default_key"]
print(f"Made a key of {len(key)} characters")

# It stands for the password over RPC.
common = xmlrpc.client.ServerProxy(f"{url}/xmlrpc/2/common")
models = xmlrpc.client.ServerProxy(f"{url}/xmlrpc/2/object")
assert common.authenticate(database, login, key, {}) == uid
print("Partners:", models.execute_kw(database, uid, key, "res.partner", "search_count", [[]]))

# It does not log a person in.
try:
    web("/web/session/authenticate", db=database, login=login, password=key)
    sys.exit("a key logged a person in")
except RuntimeError as refused:
    print("Web login with the key:", refused)

# Deleted, it is refused at once.
web("/web/session/authenticate", db=database, login=login, password=password)
row = call("res.users.apikeys", "search", [["user_id", "=", uid], ["name", "=", "Sample key"]])
check = call("res.users.apikeys", "remove", row)["res_id"]
if "auth_method" not in call("res.users.identitycheck", "fields_get"):
    call("res.users.identitycheck", "write", [check], {"password": password})
call("res.users.identitycheck", "run_check", [check], context={"password": password})
try:
    models.execute_kw(database, uid, key, "res.partner", "search_count", [[]])
    sys.exit("a deleted key still works")
except xmlrpc.client.Fault as fault:
    print("Deleted key:", fault.faultString)
