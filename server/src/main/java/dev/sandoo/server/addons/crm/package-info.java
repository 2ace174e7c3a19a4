/** Leads and opportunities: stages, probabilities, what becomes of them. */
package dev.sandoo.server.addons.crm;
