#!/usr/bin/env python3
"""Suspends a key, or activates it for an hour, as an administrator.

    key_state.py active|suspended KEY_NAME [URL [DATABASE [LOGIN [PASSWORD]]]]

`sandoo key suspend` and `sandoo key activate --for 1h` do the same for whoever runs the server. Works against Sandoo.
"""
import datetime
import sys
import xmlrpc.client

defaults = ["", "", "http://127.0.0.1:8069", "demo", "admin", "admin"]
state, name, url, database, login, password = (sys.argv[1:] + defaults[len(sys.argv) - 1:])[:6]
uid = xmlrpc.client.ServerProxy(f"{url}/xmlrpc/2/common").authenticate(database, login, password, {})
models = xmlrpc.client.ServerProxy(f"{url}/xmlrpc/2/object", allow_none=True)


def call(model, method, *args):
    return models.execute_kw(database, uid, password, model, method, args)


hour = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=1)
values = {"state": state, "until": hour.strftime("%Y-%m-%d %H:%M:%S") if state == "active" else False}
for key in call("res.users.apikeys", "search", [["name", "=", name]]):
    kept = call("sandoo.key.state", "search", [["key_id", "=", key]])
    if kept:
        call("sandoo.key.state", "write", kept, values)
    else:
        call("sandoo.key.state", "create", {"key_id": key, **values})
    print(f"The key {name} is {state}")
