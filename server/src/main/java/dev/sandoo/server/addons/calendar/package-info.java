/**
 * What the calendar does: when meetings are and who attends them. Working times, which plan resources, do not belong here.
 */
package dev.sandoo.server.addons.calendar;
