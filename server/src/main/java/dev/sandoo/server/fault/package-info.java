/**
 * Faults on demand: delays, errors of proxies, broken connections and answers, and the errors that a database under load or on
 * the move brings. What a fault is, when it strikes, and where a database keeps its faults. What has to be done to an answer
 * is done at the HTTP edge; here it is only decided. A database without faults pays nothing for them.
 */
package dev.sandoo.server.fault;
