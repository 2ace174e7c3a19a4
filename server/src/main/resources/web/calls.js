// Asks the control interface for the calls after the last one seen, waits there for more, and shows them above the others.
"use strict";
const MOST = 200;
const at = (id) => document.getElementById(id);
const state = { since: 0, round: 0, paused: false };

function headers() {
    const token = sessionStorage.getItem("sandoo-token");
    return token ? { Authorization: `Bearer ${token}` } : {};
}

async function ask(path, options = {}) {
    const answer = await fetch(`/_sandoo${path}`, { ...options, headers: headers() });
    at("token-form").hidden = answer.status !== 401;
    if (answer.status === 204) {
        return null;
    }
    const body = await answer.json();
    if (!answer.ok) {
        throw new Error(body.detail || body.title);
    }
    return body;
}

const database = () => `/databases/${encodeURIComponent(at("database").value)}/calls`;

function query(wait) {
    const values = { since: state.since, limit: MOST, wait };
    for (const name of ["model", "method", "outcome"]) {
        values[name] = at(name).value.trim();
    }
    return new URLSearchParams(Object.entries(values).filter(([, value]) => value !== "")).toString();
}

function cell(row, text, name) {
    const made = row.insertCell();
    made.textContent = text;
    if (name) {
        made.className = name;
    }
    return made;
}

function details(call) {
    const made = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = `${call.model}.${call.method}`;
    const body = document.createElement("pre");
    const shown = { args: call.args, kwargs: call.kwargs };
    if (call.error) {
        shown.error = call.error;
    } else {
        shown.result = call.result === undefined ? null : call.result;
    }
    body.textContent = JSON.stringify(shown, null, 2);
    made.append(summary, body);
    return made;
}

function show(call) {
    const row = at("calls").insertRow(0);
    cell(row, call.number);
    cell(row, call.at.slice(11, 23));
    cell(row, call.key ? `${call.login} (${call.key})` : call.login || call.uid || "");
    cell(row, "").append(details(call));
    cell(row, call.milliseconds.toFixed(1));
    cell(row, call.outcome, call.outcome === "ok" ? "good" : "bad");
    while (at("calls").rows.length > MOST) {
        at("calls").deleteRow(-1);
    }
}

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// Whoever changes the filter begins another round; the one before ends when its answer comes.
async function follow() {
    const round = ++state.round;
    state.since = 0;
    at("calls").replaceChildren();
    let wait = "";
    while (round === state.round) {
        try {
            const found = await ask(`${database()}?${query(wait)}`);
            if (round !== state.round) {
                return;
            }
            found.calls.forEach(show);
            state.since = found.last;
            wait = "PT20S";
            at("state").textContent = `${at("calls").rows.length} calls shown, ${found.last} made in all.`;
        } catch (error) {
            at("state").textContent = error.message;
            await pause(2000);
        }
        while (state.paused && round === state.round) {
            await pause(200);
        }
    }
}

async function begin() {
    try {
        const info = await ask("/info");
        const wanted = new URLSearchParams(location.search).get("db") || info.database;
        at("database").replaceChildren(...info.databases.map((name) => new Option(name, name, false, name === wanted)));
        follow();
    } catch (error) {
        at("state").textContent = error.message;
    }
}

at("filter").addEventListener("submit", (event) => event.preventDefault());
at("filter").addEventListener("change", follow);
at("pause").addEventListener("click", () => {
    state.paused = !state.paused;
    at("pause").textContent = state.paused ? "Go on" : "Pause";
    at("pause").setAttribute("aria-pressed", String(state.paused));
});
at("clear").addEventListener("click", async () => {
    await ask(database(), { method: "DELETE" });
    follow();
});
at("token-form").addEventListener("submit", (event) => {
    event.preventDefault();
    sessionStorage.setItem("sandoo-token", at("token").value);
    begin();
});
begin();
