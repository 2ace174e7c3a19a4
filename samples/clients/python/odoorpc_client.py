#!/usr/bin/env python3
"""OdooRPC (https://github.com/OCA/odoorpc; Debian's python3-odoorpc). Usage: odoorpc_client.py URL DATABASE LOGIN PASSWORD"""
import sys
from urllib.parse import urlsplit

import odoorpc

url, database, login, password = sys.argv[1:5]
address = urlsplit(url)
odoo = odoorpc.ODOO(address.hostname, port=address.port)
assert database in odoo.db.list()
odoo.login(database, login, password)

Partner = odoo.env["res.partner"]
partner = Partner.create({"name": "Café 漢字"})
record = Partner.browse(partner)
assert record.name == "Café 漢字" and not record.parent_id
record.comment = "<p>changed</p>"
assert "changed" in Partner.browse(partner).comment
assert odoo.env.ref("base.main_company").id == 1
try:
    Partner.search([("no_such_field", "=", 1)])
    raise AssertionError("there is no such field")
except odoorpc.error.RPCError as error:
    assert "no_such_field" in str(error), error
record.unlink()
odoo.logout()
print("OdooRPC works with Odoo", odoo.version)
