"""What the facts cannot say and people must: kept by hand, used by the generator."""

# Selections that several fields share or that change while a server runs: name -> a field that has it.
# A field whose choices equal those of that field refers to the list by name; see selections.json.
SELECTIONS = {
    "19.0": {
        "timezones": "res.partner.tz",
        "languages": "res.partner.lang",
        "models": "ir.filters.model_id",
        "documents": "rating.rating.resource_ref",
        "activity_models": "mail.activity.type.res_model",
        "plan_models": "mail.activity.plan.res_model",
        "chart_templates": "res.config.settings.chart_template",
        "company_chart_templates": "res.company.chart_template",
        "electronic_address_schemes": "res.partner.peppol_eas",
        "tax_exemption_reasons": "account.tax.ubl_cii_tax_exemption_reason_code",
    },
    "14.0": {
        "timezones": "res.partner.tz",
        "languages": "res.partner.lang",
        "models": "ir.filters.model_id",
        "documents": "rating.rating.resource_ref",
        "known_languages": "base.language.install.lang",
    },
}
SELECTIONS["19.0"]["key_durations"] = "res.users.apikeys.description.duration"

# Tables that Odoo makes by hand, and the schema like any other.
KINDS = {"auth_totp.device": "regular", "res.users.apikeys": "regular"}

# Indexes that 14.0 makes by hand.
ADDED_CONSTRAINTS = {
    "14.0": {
        "ir.model.data": [
            {"name": "ir_model_data_module_name_uniq_index", "kind": "unique_index", "definition": "(module, name)"}
        ]
    }
}

# What name_search looks at where 14.0 spells it out in a method.
REC_NAMES_SEARCH = {"14.0": {"res.partner": ["display_name", "email", "ref", "vat"]}}

# Rights on models of widespread modules.
ADDED_ACCESS = [
    {
        "name": "keys of custom routes",
        "model": "auth.api.key",
        "group": "base.group_system",
        "crud": "rwcd",
        "xmlid": "auth_api_key.access_auth_api_key",
    }
]

# Fields that widespread modules add (here OCA's apikey_scope_editable), offered from the start.
ADDED_FIELDS = {
    "res.users.apikeys.description": {
        "custom_scope": {"type": "char", "string": "Custom Scope", "trim": True},
        "has_custom_scope": {"type": "boolean", "string": "Has Custom Scope"},
        "scope": {"type": "selection", "string": "Scope", "selection": [["rpc", "rpc"]]},
    },
}

# The field that names the model of a many2one_reference, or of an integer that a one2many comes back through.
# 19.0 says it in fields_get; 14.0 does not.
MODEL_FIELDS = {
    "calendar.event.res_id": "res_model",
    "ir.attachment.res_id": "res_model",
    "ir.model.data.res_id": "model",
    "mail.activity.res_id": "res_model",
    "mail.followers.res_id": "res_model",
    "mail.mail.res_id": "model",
    "mail.message.res_id": "model",
    "product.document.res_id": "res_model",
    "quotation.document.res_id": "res_model",
    "rating.rating.res_id": "res_model",
    "rating.rating.parent_res_id": "parent_res_model",
}

# Defaults that depend on more than a rule in defaults.py can see: field -> function.
DEFAULT_FUNCTIONS = {
    "account.accrued.orders.wizard.date": "end_of_last_month",
    "account.full.reconcile.name": "next_reconcile_name",
    "account.move.journal_id": "invoice_journal",
    "account.move.team_id": "sales_team",
    "account.tax.tax_group_id": "first_record",
    "calendar.recurrence.event_tz": "context_timezone",
    "crm.iap.lead.mining.request.country_ids": "company_countries",
    "discuss.channel.uuid": "short_token",
    "hr.departure.reason.country_id": "company_country",
    "hr.employee.resource_calendar_id": "company_calendar",
    "hr.employee.skill.skill_type_id": "first_record",
    "hr.job.skill.skill_type_id": "first_record",
    "hr.payroll.structure.type.country_id": "company_country",
    "hr.payroll.structure.type.default_resource_calendar_id": "company_calendar",
    "hr.version.address_id": "company_partner",
    "hr.version.structure_type_id": "first_record",
    "payment.transaction.partner_lang": "context_language",
    "product.pricelist.item.pricelist_id": "first_record",
    "product.template.supplier_taxes_id": "company_purchase_taxes",
    "product.template.taxes_id": "company_sale_taxes",
    "project.project.stage_id": "first_record",
    "project.task.user_ids": "assigned_user",
    "purchase.order.picking_type_id": "receipt_operation_type",
    "res.company.account_opening_date": "start_of_year",
    "res.partner.tz": "context_timezone",
    "res.users.groups_id": "default_user_groups",
    "resource.calendar.tz": "timezone",
    "resource.resource.calendar_id": "company_calendar",
    "resource.resource.tz": "timezone",
    "sale.order.team_id": "sales_team",
    "stock.putaway.rule.location_in_id": "stock_location",
    "stock.warehouse.name": "next_warehouse_name",
    "stock.warehouse.orderpoint.name": "next_orderpoint_name",
    "stock.warehouse.partner_id": "company_partner",
    "utm.campaign.stage_id": "first_record",
}
DEFAULT_FUNCTIONS_OF = {
    "19.0": {
        "calendar.event.start": "next_half_hour",
        "calendar.event.stop": "hour_after_next_half_hour",
    },
    "14.0": {
        "calendar.event.start": "start_of_today",
        "calendar.event.stop": "start_of_today",
    },
}

# Default values that are not kept: pictures, long program text, what a page is drawn from, and records made on the fly.
NO_DEFAULT = {
    "base.document.layout.company_details",
    "ir.actions.server.code",
    "mail.channel.image_128",
    "res.company.batch_payment_sequence_id",
    "res.company.favicon",
    "res.company.logo",
    "res.users.image_1920",
    "res.users.view_group_hierarchy",
}

# Values that the facts leave out of records, by record id, read over XML-RPC; None where they say 0 for what must be empty.
RECORD_VALUES = {
    "19.0": {
        "ir.config_parameter.key": {
            4: "web.base.url",
            5: "base.login_cooldown_after",
            6: "base.login_cooldown_duration",
            7: "base.template_portal_user_id",
            8: "base.default_max_email_size",
            9: "base_setup.show_effect",
            10: "mail.activity.gc.delete_overdue_years",
            11: "mail.restrict.template.rendering",
            12: "analytic.project_plan",
            13: "auth_signup.invitation_scope",
            14: "auth_signup.reset_password",
            15: "calendar.default_privacy",
            16: "digest.default_digest_emails",
            17: "digest.default_digest_id",
            18: "crm.pls_fields",
            19: "crm.pls_start_date",
            20: "stock.barcode_separator",
            21: "account_payment.enable_portal_payment",
            22: "sale.default_confirmation_template",
            23: "sale.default_invoice_email_template",
            24: "sale.async_emails",
        },
        "ir.filters.embedded_parent_res_id": dict.fromkeys(range(1, 7)),
        "sms.template.body": {2: ""},
    },
    "14.0": {
        "ir.config_parameter.key": {
            4: "web.base.url",
            5: "base.login_cooldown_after",
            6: "base.login_cooldown_duration",
            7: "base.template_portal_user_id",
            8: "base_setup.show_effect",
            9: "mail.catchall.alias",
            10: "mail.bounce.alias",
            11: "auth_signup.invitation_scope",
            12: "auth_signup.reset_password",
            13: "digest.default_digest_emails",
            14: "digest.default_digest_id",
            15: "crm.pls_fields",
            16: "crm.pls_start_date",
            17: "sale.default_confirmation_template",
        },
        "ir.module.category.name": {25: "Maintenance"},
    },
}
