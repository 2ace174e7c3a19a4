// Sandoo for Node's own test runner: one server for a file of tests, a database as new for each test. Nothing to install.
// Set SANDOO_URL to use a server that runs already; else SANDOO (default ../../sandoo) is started and stopped again.
"use strict";
const { spawn } = require("node:child_process");
const path = require("node:path");

class Sandoo {
    constructor(url, database, server) {
        this.url = url;
        this.database = database;
        this.server = server;
    }

    static async start() {
        const given = process.env.SANDOO_URL;
        const [url, server] = given ? [given.replace(/\/+$/, ""), null] : await Sandoo.#serve();
        const sandoo = new Sandoo(url, `node-${process.pid}`, server);
        await sandoo.#ask("POST", "/databases", { name: sandoo.database });
        return sandoo;
    }

    static #serve() {
        const program = process.env.SANDOO || path.join(__dirname, "..", "..", "sandoo");
        const server = spawn(program, ["serve", "--ephemeral", "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
        return new Promise((resolve, reject) => {
            let told = "";
            server.on("exit", () => reject(new Error("sandoo ended before it was ready")));
            server.stdout.on("data", (text) => {
                told += text;
                const found = told.match(/ at (http:\/\/\S+)/);
                if (found) {
                    resolve([found[1], server]);
                }
            });
        });
    }

    async stop() {
        await this.#ask("DELETE", `/databases/${this.database}`);
        if (this.server) {
            this.server.removeAllListeners("exit");
            const ended = new Promise((resolve) => this.server.on("exit", resolve));
            this.server.kill();
            await ended;
        }
    }

    /** Makes the database as new. */
    async reset() {
        await this.control("POST", "reset");
        await this.control("DELETE", "stubs");
        await this.control("DELETE", "calls");
    }

    /** Calls the control interface for this database; bodies that are text are sent as YAML. */
    control(method, what, body) {
        return this.#ask(method, `/databases/${this.database}/${what}`, body);
    }

    /** Fails with what came near unless the calls were as expected. */
    verify(expected) {
        return this.control("POST", "calls/verify", expected);
    }

    /** Calls a method of a model as the administrator. */
    async call(model, method, args = [], kwargs = {}) {
        const answer = await fetch(`${this.url}/jsonrpc`, {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify({
                jsonrpc: "2.0",
                params: {
                    service: "object",
                    method: "execute_kw",
                    args: [this.database, 2, "admin", model, method, args, kwargs],
                },
            }),
        });
        const { result, error } = await answer.json();
        if (error) {
            throw new Error(error.data.message);
        }
        return result;
    }

    async #ask(method, path, body) {
        const yaml = typeof body === "string";
        const answer = await fetch(`${this.url}/_sandoo${path}`, {
            method,
            headers: { "Content-Type": yaml ? "application/yaml" : "application/json" },
            body: body === undefined || yaml ? body : JSON.stringify(body),
        });
        const text = await answer.text();
        const document = text ? JSON.parse(text) : null;
        if (!answer.ok) {
            throw new Error(document.detail);
        }
        return document;
    }
}

module.exports = { Sandoo };
