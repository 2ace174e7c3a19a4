/**
 * Stock: transfers, their moves and what lies where. Quants hold the quantities; moves change them when they are done and
 * reserve them before.
 */
package dev.sandoo.server.addons.stock;
