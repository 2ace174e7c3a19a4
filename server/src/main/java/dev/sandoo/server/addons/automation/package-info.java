/** Server actions that say in data what they do. Actions written in Python are refused: there is no scripting engine. */
package dev.sandoo.server.addons.automation;
