#!/usr/bin/env python3
"""Makes an API key that goes by a policy, in the wizard for new keys, and prints it.

    make_key.py POLICY [URL [DATABASE [LOGIN [PASSWORD]]]]

The key's name is the policy's. `sandoo key create --login admin --name "web form" --scope website-form` does the same for
whoever runs the server. Works against Sandoo. Standard library only.
"""
import http.cookiejar
import json
import sys
import urllib.request

defaults = ["", "http://127.0.0.1:8069", "demo", "admin", "admin"]
policy, url, database, login, password = (sys.argv[1:] + defaults[len(sys.argv) - 1:])[:5]
browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))


def web(path, **params):
    body = json.dumps({"jsonrpc": "2.0", "params": params}).encode()
    answer = json.load(browser.open(urllib.request.Request(url + path, body, {"Content-Type": "application/json"})))
    if "error" in answer:
        sys.exit(answer["error"]["data"]["message"])
    return answer["result"]


def call(model, method, *args, **kwargs):
    return web("/web/dataset/call_kw", model=model, method=method, args=args, kwargs=kwargs)


web("/web/session/authenticate", db=database, login=login, password=password)
wizard = call("res.users.apikeys.description", "create", {"name": policy, "has_custom_scope": True, "custom_scope": policy})
action = call("res.users.apikeys.description", "make_key", [wizard])
if action["res_model"] == "res.users.identitycheck":  # the password is asked for once more
    check = action["res_id"]
    if "auth_method" not in call("res.users.identitycheck", "fields_get"):
        call("res.users.identitycheck", "write", [check], {"password": password})  # up to Odoo 18 the wizard holds it
    action = call("res.users.identitycheck", "run_check", [check], context={"password": password})
print(action["context"]["default_key"])
