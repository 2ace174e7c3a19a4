// odoo-await (npm). Usage: node odoo_await.js URL DATABASE LOGIN PASSWORD
import assert from "node:assert";
import OdooAwait from "odoo-await";

const [url, database, login, password] = process.argv.slice(2);
const address = new URL(url);
const odoo = new OdooAwait({
  baseUrl: `${address.protocol}//${address.hostname}`,
  port: Number(address.port),
  db: database,
  username: login,
  password,
});

await odoo.connect();
const partner = await odoo.create("res.partner", { name: "Café 漢字" });
assert.deepEqual(await odoo.read("res.partner", [partner], ["name"]), [{ id: partner, name: "Café 漢字" }]);
await odoo.update("res.partner", partner, { name: "Changed" });
const found = await odoo.searchRead("res.partner", { id: partner }, ["name"], { limit: 1 });
assert.equal(found[0].name, "Changed");
await assert.rejects(odoo.execute_kw("res.partner", "no_such_method", [[]]), /no_such_method/);
assert.equal(await odoo.delete("res.partner", partner), true);
console.log("odoo-await works");
