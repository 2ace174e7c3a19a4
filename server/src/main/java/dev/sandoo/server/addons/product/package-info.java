/** Products and their templates, variants, names, units and prices. Nothing of orders: those ask here for prices and texts. */
package dev.sandoo.server.addons.product;
