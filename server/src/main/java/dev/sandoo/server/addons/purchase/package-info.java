/** Purchase orders: what they and their lines take from vendors, products and vendor prices, their states, receipts and bills. */
package dev.sandoo.server.addons.purchase;
