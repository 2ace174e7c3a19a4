/** The journal of calls over the control interface: to list, wait for, verify and forget them. */
package dev.sandoo.server.control.calls;
