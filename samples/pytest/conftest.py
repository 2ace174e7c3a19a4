"""Fixtures for tests against Sandoo: one server for the run, a database as new for each test. Standard library and pytest only.

Set SANDOO_URL to use a server that runs already; else SANDOO (default ../../sandoo) is started on a free port and stopped again.
"""
import json
import os
import pathlib
import re
import subprocess
import urllib.error
import urllib.request
import xmlrpc.client

import pytest

SANDOO = os.environ.get("SANDOO", str(pathlib.Path(__file__).resolve().parents[2] / "sandoo"))


class Sandoo:
    """A database and what the control interface can do with it."""

    def __init__(self, url, database):
        self.url = url
        self.database = database

    def control(self, method, path, body=None):
        """Calls the control interface for this database; bodies that are text are sent as YAML."""
        yaml = isinstance(body, str)
        data = None if body is None else (body if yaml else json.dumps(body)).encode()
        kind = "application/yaml" if yaml else "application/json"
        return control(self.url, method, f"/databases/{self.database}/{path}", data, kind)

    def call(self, model, method, *args, **kwargs):
        """Calls a method of a model as the administrator."""
        models = xmlrpc.client.ServerProxy(f"{self.url}/xmlrpc/2/object")
        return models.execute_kw(self.database, 2, "admin", model, method, args, kwargs)

    def verify(self, model, method, **expected):
        """Fails with what came near unless the calls were as expected: exactly=2, never=True, where={"values.email": "a@b"}."""
        try:
            self.control("POST", "calls/verify", {"model": model, "method": method, **expected})
        except ControlError as error:
            pytest.fail(str(error), pytrace=False)

    def calls(self):
        """What was called since the test began, a line each."""
        return [
            f"#{call['number']} {call.get('login')} {call['model']}.{call['method']}({json.dumps(call['args'])[1:-1]})"
            f" -> {call['outcome']}"
            for call in self.control("GET", "calls")["calls"]
        ]


class ControlError(Exception):
    """The control interface says no; the text says why."""


def control(url, method, path, data=None, kind="application/json"):
    request = urllib.request.Request(f"{url}/_sandoo{path}", data, {"Content-Type": kind}, method=method)
    try:
        with urllib.request.urlopen(request) as answer:
            body = answer.read()
            return json.loads(body) if body else None
    except urllib.error.HTTPError as error:
        raise ControlError(json.load(error).get("detail", str(error))) from None


@pytest.fixture(scope="session")
def sandoo_url():
    if os.environ.get("SANDOO_URL"):
        yield os.environ["SANDOO_URL"].rstrip("/")
        return
    server = subprocess.Popen([SANDOO, "serve", "--ephemeral", "--port", "0"], stdout=subprocess.PIPE, text=True)
    try:
        yield next(found[1] for line in server.stdout if (found := re.search(r" at (http://\S+)", line)))
    finally:
        server.terminate()
        server.wait(30)


@pytest.fixture(scope="session")
def sandoo_database(sandoo_url, request):
    """A database for this run; each of pytest-xdist's workers has its own."""
    name = f"pytest-{os.getpid()}"
    control(sandoo_url, "POST", "/databases", json.dumps({"name": name}).encode())
    yield name
    control(sandoo_url, "DELETE", f"/databases/{name}")


@pytest.fixture
def odoo(sandoo_url, sandoo_database, request):
    """The database, as new."""
    odoo = Sandoo(sandoo_url, sandoo_database)
    odoo.control("POST", "reset")
    for what in "stubs", "calls":
        odoo.control("DELETE", what)
    yield odoo
    if getattr(request.node, "failed", False):
        request.node.add_report_section("teardown", "calls", "\n".join(odoo.calls()))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.when == "call" and report.failed:
        item.failed = True
        odoo = item.funcargs.get("odoo")
        if odoo:
            report.sections.append(("calls of this test", "\n".join(odoo.calls())))
    return report
