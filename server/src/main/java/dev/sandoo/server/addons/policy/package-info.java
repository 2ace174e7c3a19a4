/** Sandoo's own models of keys: policies with their versions, the states of keys, and roles after OCA's base_user_role. */
package dev.sandoo.server.addons.policy;
