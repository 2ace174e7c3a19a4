/** Projects and tasks: stages, assignees, states. */
package dev.sandoo.server.addons.project;
