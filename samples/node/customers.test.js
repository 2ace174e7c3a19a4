// A few tests of an import of customers, as somebody would write them who tests a connector: node --test samples/node
"use strict";
const assert = require("node:assert/strict");
const { after, before, beforeEach, test } = require("node:test");
const { Sandoo } = require("./sandoo.js");

let odoo;
before(async () => {
    odoo = await Sandoo.start();
});
beforeEach(() => odoo.reset());
after(() => odoo.stop());

// What is tested: creates customers that are not there yet.
async function importCustomers(rows) {
    for (const row of rows) {
        if (!(await odoo.call("res.partner", "search_count", [[["email", "=", row.email]]]))) {
            await odoo.call("res.partner", "create", [row]);
        }
    }
}

const ADA = { name: "Ada", email: "ada@example.com" };
const BERT = { name: "Bert", email: "bert@example.com" };

test("new customers are created once", async () => {
    await importCustomers([ADA, BERT, ADA]);

    await odoo.verify({
        model: "res.partner",
        method: "create",
        where: { "values.email": { set: true } },
        exactly: 2,
    });
});

test("every test begins as new", async () => {
    assert.equal(await odoo.call("res.partner", "search_count", [[["email", "=", ADA.email]]]), 0);
});

test("time can be set", async () => {
    await odoo.control("PUT", "clock", { now: "2026-01-31T12:00:00Z", frozen: true });

    const id = await odoo.call("res.partner", "create", [ADA]);

    const [customer] = await odoo.call("res.partner", "read", [[id], ["create_date"]]);
    assert.equal(customer.create_date, "2026-01-31 12:00:00");
});

test("a verification that fails shows what came near", async () => {
    await odoo.call("res.partner", "create", [{ name: "No mail" }]);

    await assert.rejects(
        odoo.verify({ model: "res.partner", method: "create", where: { "values.email": { set: true } }, exactly: 1 }),
        /values\.email: expected a value, was missing/,
    );
});
