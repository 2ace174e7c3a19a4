#!/usr/bin/env python3
"""Keys with a scope, as OCA's module apikey_scope_editable lets users choose one: a key of scope rpc is for RPC, one of another
scope is refused there (unless a key policy of Sandoo's has that name).

    key_scope.py [URL [DATABASE [LOGIN [PASSWORD]]]]

Works against Sandoo 19.0, and an Odoo with that module. Standard library only.
"""
import http.cookiejar
import json
import sys
import urllib.request
import xmlrpc.client

url, database, login, password = (sys.argv[1:] + ["http://127.0.0.1:8069", "demo", "admin", "admin"][len(sys.argv) - 1:])[:4]
common = xmlrpc.client.ServerProxy(f"{url}/xmlrpc/2/common")
browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))


def web(path, **params):
    body = json.dumps({"jsonrpc": "2.0", "params": params}).encode()
    return json.load(browser.open(urllib.request.Request(url + path, body, {"Content-Type": "application/json"})))["result"]


def call(model, method, *args, **kwargs):
    return web("/web/dataset/call_kw", model=model, method=method, args=args, kwargs=kwargs)


def make_key(**scope):
    wizard = call("res.users.apikeys.description", "create", {"name": "Scoped sample", **scope})
    action = call("res.users.apikeys.description", "make_key", [wizard])
    if action["res_model"] == "res.users.identitycheck":
        action = call("res.users.identitycheck", "run_check", [action["res_id"]], context={"password": password})
    return action["context"]["default_key"]


uid = web("/web/session/authenticate", db=database, login=login, password=password)["uid"]
print("Scope rpc:", common.authenticate(database, login, make_key(scope="rpc"), {}) == uid)
print("Scope report:", common.authenticate(database, login, make_key(has_custom_scope=True, custom_scope="report"), {}))

rows = call("res.users.apikeys", "search_read", [["name", "=", "Scoped sample"]], ["scope"])
print("Scopes:", ", ".join(row["scope"] for row in rows))
call("res.users.apikeys", "remove", [row["id"] for row in rows])
print("Left over:", call("res.users.apikeys", "search_count", [["name", "=", "Scoped sample"]]))
