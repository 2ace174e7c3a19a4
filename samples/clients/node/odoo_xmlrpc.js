// odoo-xmlrpc (npm). Usage: node odoo_xmlrpc.js URL DATABASE LOGIN PASSWORD
import assert from "node:assert";
import { promisify } from "node:util";
import Odoo from "odoo-xmlrpc";

const [url, database, login, password] = process.argv.slice(2);
const address = new URL(url);
const odoo = new Odoo({
  url: `${address.protocol}//${address.hostname}`,
  port: Number(address.port),
  db: database,
  username: login,
  password,
});
const call = (model, method, args, kwargs = {}) =>
  promisify(odoo.execute_kw.bind(odoo))(model, method, [args, kwargs]);

await promisify(odoo.connect.bind(odoo))();
const partner = await call("res.partner", "create", [{ name: "Café 漢字" }]);
const read = await call("res.partner", "read", [[partner]], { fields: ["name"] });
assert.deepEqual(read, [{ id: partner, name: "Café 漢字" }]);
await assert.rejects(call("res.partner", "no_such_method", [[]]));
assert.equal(await call("res.partner", "unlink", [[partner]]), true);
console.log("odoo-xmlrpc works");
