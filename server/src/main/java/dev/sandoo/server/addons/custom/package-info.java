/**
 * Models and fields that a database gets while it is used: what may be made, changed and removed through {@code ir.model},
 * {@code ir.model.fields} and {@code ir.model.fields.selection}, and the tables and columns that follow. How such rows become
 * models is {@code orm.CustomSchema}'s affair.
 */
package dev.sandoo.server.addons.custom;
