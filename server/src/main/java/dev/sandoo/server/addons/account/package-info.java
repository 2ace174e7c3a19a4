/** Taxes and what they make of amounts. Nothing of orders or products: those bring their numbers along. */
package dev.sandoo.server.addons.account;
