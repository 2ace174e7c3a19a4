#!/usr/bin/env python3
"""A key in the header API-KEY, as OCA's module auth_api_key has it: an administrator makes it for a user, a path of one's own takes
it, RPC does not, and deleted it is refused.

    header_key.py [URL [DATABASE [LOGIN [PASSWORD]]]]

Sandoo must serve samples/routes.yaml: sandoo serve --routes samples/routes.yaml. Standard library only.
"""
import json
import sys
import urllib.error
import urllib.request
import xmlrpc.client

url, database, login, password = (sys.argv[1:] + ["http://127.0.0.1:8069", "demo", "admin", "admin"][len(sys.argv) - 1:])[:4]
common = xmlrpc.client.ServerProxy(f"{url}/xmlrpc/2/common")
models = xmlrpc.client.ServerProxy(f"{url}/xmlrpc/2/object")
uid = common.authenticate(database, login, password, {})
KEY = "key-of-the-sample-shop-4711"


def get(path, **headers):
    try:
        return json.load(urllib.request.urlopen(urllib.request.Request(url + path, headers=headers)))
    except urllib.error.HTTPError as error:
        return json.load(error)


record = models.execute_kw(database, uid, password, "auth.api.key", "create",
                           [{"name": "Sample shop", "user_id": uid, "key": KEY}])
print("With the key:", get(f"/samples/users/{uid}", **{"API-KEY": KEY})["login"])
print("Without:", get(f"/samples/users/{uid}")["message"])
print("Over RPC:", common.authenticate(database, login, KEY, {}))

models.execute_kw(database, uid, password, "auth.api.key", "unlink", [[record]])
print("Deleted:", get(f"/samples/users/{uid}", **{"API-KEY": KEY})["message"])
