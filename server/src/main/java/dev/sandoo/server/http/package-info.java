/**
 * HTTP on Jetty: start-up and stop, the table of paths, the limit on bodies, error pages. Only this package imports Jetty.
 * It knows which edge answers a path and nothing of what a call means: no rules of Odoo.
 */
package dev.sandoo.server.http;
