/**
 * What Odoo says of its models, as immutable descriptors: {@link dev.sandoo.schema.ModelDef} and
 * {@link dev.sandoo.schema.FieldDef}, the signatures of public methods, rights and rules, and the version they belong to.
 * No behaviour, JDBC, HTTP or JSON types live here; reading the data is {@code schema.load}'s work.
 *
 * <h2>Functions that give defaults</h2>
 *
 * <p>A {@link dev.sandoo.schema.FieldDef.Function} has one of these names. All speak of the call's user, company, context
 * and clock, and answer a wire value as {@code default_get} gives it: an id for a many2one, a list of commands for a
 * many2many, text for times. Those that find nothing answer false.
 *
 * <table>
 * <caption>Names and what they answer</caption>
 * <tr><td>assigned_user<td>{@code [[6, 0, []], [4, user, 0]]}
 * <tr><td>companies<td>{@code [[6, 0, [company]]]}
 * <tr><td>company<td>the company
 * <tr><td>company_calendar<td>the company's {@code resource_calendar_id}
 * <tr><td>company_countries<td>{@code [[6, 0, [country of the company]]]}; no id when it has none
 * <tr><td>company_country<td>the company's {@code country_id}
 * <tr><td>company_currency<td>the company's {@code currency_id}
 * <tr><td>company_partner<td>the company's {@code partner_id}
 * <tr><td>company_purchase_taxes<td>{@code [[6, 0, [account_purchase_tax_id of the company]]]}
 * <tr><td>company_sale_taxes<td>{@code [[6, 0, [account_sale_tax_id of the company]]]}
 * <tr><td>context_language<td>{@code lang} of the context
 * <tr><td>context_timezone<td>{@code tz} of the context
 * <tr><td>default_user_groups<td>14.0: the groups of the user {@code base.default_user}, as {@code [[6, 0, ids]]}
 * <tr><td>end_of_last_month<td>the last day of the month before today's
 * <tr><td>first_record<td>the first record of the field's model, in that model's order
 * <tr><td>hour_after_next_half_hour<td>an hour after next_half_hour
 * <tr><td>invoice_journal<td>14.0: the company's first journal for the context's {@code default_move_type}: of type
 *     {@code sale} for {@code out_…}, {@code purchase} for {@code in_…}, else {@code general}
 * <tr><td>next_half_hour<td>the next time whose minutes are 00 or 30
 * <tr><td>next_orderpoint_name<td>the next number of the sequence with the code {@code stock.orderpoint}
 * <tr><td>next_reconcile_name<td>14.0: the next number of the sequence with the code {@code account.reconcile}
 * <tr><td>next_warehouse_name<td>{@code <company> - warehouse # <number of its warehouses + 1>}
 * <tr><td>now<td>the time, to the second
 * <tr><td>random_color<td>a number from 1 to 11
 * <tr><td>receipt_operation_type<td>the first {@code stock.picking.type} of the company with the code {@code incoming}
 * <tr><td>sales_team<td>the team of the user, else the first of the company
 * <tr><td>short_token<td>ten random letters and digits
 * <tr><td>start_of_today<td>today at 00:00:00
 * <tr><td>start_of_year<td>the first of January of this year
 * <tr><td>stock_location<td>the {@code lot_stock_id} of the company's first warehouse
 * <tr><td>timezone<td>{@code tz} of the context, else of the user, else {@code UTC}
 * <tr><td>today<td>the date
 * <tr><td>user<td>the user
 * <tr><td>user_partners<td>{@code [[6, 0, [partner of the user]]]}
 * <tr><td>users<td>{@code [[6, 0, [user]]]}
 * <tr><td>uuid<td>a random UUID
 * <tr><td>uuid_hex<td>a random UUID as 32 hexadecimal digits
 * </table>
 */
package dev.sandoo.schema;
