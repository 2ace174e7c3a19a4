/**
 * A client of Odoo's external API for Java 17, without dependencies: log in, search, read, create, write, unlink, call any
 * method. It speaks XML-RPC, which every Odoo version has, and works against Sandoo and a real Odoo alike.
 *
 * <pre>{@code
 * OdooClient odoo = OdooClient.connect("http://127.0.0.1:8069", "demo", "admin", "admin");
 * int id = odoo.create("res.partner", Map.of("name", "Azure Interior", "is_company", true));
 * odoo.searchRead("res.partner", Query.where(Domain.field("name").like("Azure")).select("name", "city"))
 *         .forEach(partner -> System.out.println(partner.text("name").orElse("-")));
 * }</pre>
 *
 * What Odoo refuses is an {@link dev.sandoo.client.OdooFault}; a server that cannot be reached or answers no XML-RPC is an
 * {@link java.io.UncheckedIOException}.
 */
package dev.sandoo.client;
