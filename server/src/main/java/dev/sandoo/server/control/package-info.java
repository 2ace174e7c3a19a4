/**
 * The control interface: what a test asks of Sandoo itself, beside Odoo's interface. Routes, operations, bodies, problem
 * documents, who may ask, and the OpenAPI document that describes it all. What is controlled lives in subpackages, an endpoint
 * a class; the composition root lists them in one table. No HTTP library and no SQL.
 */
package dev.sandoo.server.control;
