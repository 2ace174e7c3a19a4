/** Numbers about a running server, for Prometheus. The only package that knows Micrometer. */
package dev.sandoo.server.metrics;
