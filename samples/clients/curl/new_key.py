#!/usr/bin/env python3
"""Makes an API key as a person would in the web client, and prints it. Usage: new_key.py URL DATABASE LOGIN PASSWORD"""
import http.cookiejar
import json
import sys
import urllib.request

url, database, login, password = sys.argv[1:5]
browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))


def post(path, params):
    body = json.dumps({"jsonrpc": "2.0", "method": "call", "params": params}).encode()
    request = urllib.request.Request(url + path, body, {"Content-Type": "application/json"})
    answer = json.load(browser.open(request))
    if "error" in answer:
        sys.exit(answer["error"]["data"]["message"])
    return answer["result"]


def call(model, method, args, context=None):
    params = {"model": model, "method": method, "args": args, "kwargs": {"context": context or {}}}
    return post(f"/web/dataset/call_kw/{model}/{method}", params)


post("/web/session/authenticate", {"db": database, "login": login, "password": password})
wizard = call("res.users.apikeys.description", "create", [{"name": "curl", "duration": "1"}])
check = call("res.users.apikeys.description", "make_key", [[wizard]])
shown = call("res.users.identitycheck", "run_check", [[check["res_id"]]], {"password": password})
print(shown["context"]["default_key"])
