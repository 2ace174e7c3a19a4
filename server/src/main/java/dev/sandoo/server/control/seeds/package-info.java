/** Seeds over the control interface. */
package dev.sandoo.server.control.seeds;
