/** Employees and the versions of their contracts. */
package dev.sandoo.server.addons.hr;
