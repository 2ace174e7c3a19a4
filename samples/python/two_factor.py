#!/usr/bin/env python3
"""An account with two-factor authentication: its password is refused over RPC, its API key is not, and a token bought with the
key creates a project. A user without rights on projects is refused.

    two_factor.py [URL [DATABASE [LOGIN [PASSWORD]]]]

The login is an administrator's, who makes two users for the sample. The paths /auth/token/apikey and /api/project/create are
Sandoo's own; the rest works against a real Odoo 19.0 too. Standard library only.
"""
import base64
import hashlib
import hmac
import http.cookiejar
import json
import struct
import sys
import time
import urllib.error
import urllib.request
import xmlrpc.client

url, database, login, password = (sys.argv[1:] + ["http://127.0.0.1:8069", "demo", "admin", "admin"][len(sys.argv) - 1:])[:4]
common = xmlrpc.client.ServerProxy(f"{url}/xmlrpc/2/common")
models = xmlrpc.client.ServerProxy(f"{url}/xmlrpc/2/object")
admin = common.authenticate(database, login, password, {})
browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))


def post(path, body, **headers):
    request = urllib.request.Request(url + path, json.dumps(body).encode(), {"Content-Type": "application/json", **headers})
    try:
        return json.load(browser.open(request))
    except urllib.error.HTTPError as error:
        return json.load(error)


def call(model, method, *args, **kwargs):
    params = {"model": model, "method": method, "args": args, "kwargs": kwargs}
    return post("/web/dataset/call_kw", {"jsonrpc": "2.0", "params": params}).get("result")


def confirmed(action):
    """What was asked for, once the password is confirmed; at once when it was confirmed a moment ago."""
    if action.get("res_model") != "res.users.identitycheck":
        return action
    return call("res.users.identitycheck", "run_check", [action["res_id"]], context={"password": "sample password"})


def code(secret):
    """The authenticator's six digits (RFC 6238)."""
    key = base64.b32decode(secret.replace(" ", ""))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    start = digest[-1] & 15
    return "%06d" % ((struct.unpack(">I", digest[start:start + 4])[0] & 0x7FFFFFFF) % 10**6)


def key_of_new_user(name, group):
    """A user in the group, logged in, with a key."""
    groups = models.execute_kw(database, admin, password, "ir.model.data", "search_read",
                               [[["module", "=", group.split(".")[0]], ["name", "=", group.split(".")[1]]], ["res_id"]])
    values = {"name": name, "login": f"{name}-{time.time_ns()}", "password": "sample password",
              "group_ids": [(4, groups[0]["res_id"])]}
    uid = models.execute_kw(database, admin, password, "res.users", "create", [values])
    post("/web/session/authenticate",
         {"jsonrpc": "2.0", "params": {"db": database, "login": values["login"], "password": "sample password"}})
    wizard = call("res.users.apikeys.description", "create", {"name": "Sample key"})
    made = confirmed(call("res.users.apikeys.description", "make_key", [wizard]))
    return uid, values["login"], made["context"]["default_key"]


uid, name, key = key_of_new_user("ada", "project.group_project_manager")

# Switch the second factor on: the wizard shows a secret, and wants a code made with it.
wizard = confirmed(call("res.users", "action_totp_enable_wizard", [uid]))["res_id"]
secret = call("auth_totp.wizard", "read", [wizard], ["secret"])[0]["secret"]
call("auth_totp.wizard", "enable", [wizard], context={"code": code(secret)})

# From now on the password is refused over RPC and the key is not.
print("With the password:", common.authenticate(database, name, "sample password", {}))
assert common.authenticate(database, name, key, {}) == uid
print("With the key: logged in")

# A token for the key, and a project for the token.
token = post("/auth/token/apikey", {}, **{"X-Odoo-Database": database, "X-API-Key": key})["access_token"]
print("Without a token:", post("/api/project/create", {"project_name": "Sample"})["message"])
made = post("/api/project/create", {"project_name": "Sample"}, Authorization=f"Bearer {token}")
print("With a token:", made["message"])

# A user without rights has a token, and no project.
_, _, key = key_of_new_user("eve", "base.group_user")
token = post("/auth/token/apikey", {}, **{"X-Odoo-Database": database, "X-API-Key": key})["access_token"]
refused = post("/api/project/create", {"project_name": "Sample"}, **{"X-Access-Token": token})
print("Without rights:", refused["message"].splitlines()[0])
