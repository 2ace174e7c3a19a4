/** Sales orders: what an order and its lines take from customer, company and product, their amounts and their states. */
package dev.sandoo.server.addons.sale;
