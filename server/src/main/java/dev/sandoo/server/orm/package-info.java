/**
 * The registry of models, the environment of a call and one class per generic method. It names no business model: what a
 * model does beyond the generic comes from {@code server.addons} through {@link dev.sandoo.server.orm.Behaviours}.
 */
package dev.sandoo.server.orm;
