/**
 * Recorded calls as a file, and playing them again against any server that speaks Odoo's JSON-RPC, Sandoo or not: what varies
 * from one database to the next (ids, document numbers, moments, secrets) is matched, everything else compared. Knows nothing
 * of the server it runs in. docs/SCENARIOS.md describes the file and the rules.
 */
package dev.sandoo.server.scenario;
