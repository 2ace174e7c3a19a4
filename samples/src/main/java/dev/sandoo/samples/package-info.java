/** One class per task, each with a {@code main} that runs against Sandoo or a real Odoo. The Python samples lie beside. */
package dev.sandoo.samples;
