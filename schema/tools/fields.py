"""Turns what the facts say of one field into its line of a model file."""

import ast
import re

import attributes
from defaults import default_of
from tables import MODEL_FIELDS

# Fields that fetching as admin does not show; their labels are those of ir.model.fields.
HIDDEN_LABELS = {
    "crm.lead.recurring_revenue": "Recurring Revenues",
    "crm.lead.recurring_revenue_monthly": "Expected MRR",
    "crm.lead.recurring_revenue_monthly_prorated": "Prorated MRR",
    "mail.mail.tracking_value_ids": "Tracking values",
    "mail.message.tracking_value_ids": "Tracking values",
    "project.milestone.done_task_count": "# of Done Tasks",
    "project.milestone.task_count": "# of Tasks",
    "project.project.duration_tracking": "Status time",
    "project.project.milestone_progress": "Milestones Reached",
}
# What Odoo keeps and what is made here when it is read.
MADE_WHEN_READ = {
    "auth_totp.wizard.qrcode",
    "ir.module.module.menus_by_module",
    "ir.module.module.reports_by_module",
    "ir.module.module.views_by_module",
}
TWO_DOMAINS = re.compile(r"\((?P<first>.*?)\) \+ \((?P<second>.*)\)", re.DOTALL)
TWO_LISTS = re.compile(r"\[.*\)\] \+ (?P<second>\[.*\])", re.DOTALL)


class FieldLines:
    """Writes the lines of one version's fields."""

    def __init__(self, version, models, known, defaults, record_ids):
        self.version = version
        self.models = models
        self.known = known
        self.defaults = defaults
        self.record_ids = record_ids

    def line(self, model, name):
        facts = self.models[model]["fields"][name]
        known = self.known[model].get(name, {})
        line = {
            "type": facts["type"],
            "string": known.get("string") or HIDDEN_LABELS.get(f"{model}.{name}") or _label(name),
        }
        line |= _flags(facts, known)
        line |= _value(facts, known)
        line |= _relation(facts, known)
        line |= _computation(facts, known)
        model_field = known.get("model_field") or MODEL_FIELDS.get(f"{model}.{name}")
        if model_field and facts["type"] in ("integer", "many2one_reference"):
            line["model_field"] = model_field
        line |= self._default(model, name, facts)
        if f"{model}.{name}" in MADE_WHEN_READ:
            line["store"] = False
        if known:
            # admin may write to few of 14.0's technical models, and there fields_get calls every field read-only
            seen = {k: v for k, v in known.items() if k != "readonly" or v == facts["readonly"] or v is not True}
            if "readonly" not in seen:
                seen["readonly"] = facts["readonly"]
            odd = attributes.exceptions(self.version, model, name, line, seen, self._has_parent)
            if odd:
                line["attributes"] = odd
        return line

    def _has_parent(self, model):
        return self.models[model]["parent_name"] in self.models[model]["fields"]

    def _default(self, model, name, facts):
        value = self.defaults.get(model, {})
        # 14.0 gives every company-dependent field a default, that of ir.property; it belongs to the database
        of_property = facts.get("company_dependent") and not facts["store"]
        if name not in value or not facts.get("has_default") or of_property:
            return {}
        return default_of(self.version, model, name, facts, value[name], self.record_ids)

# The place of a tracked field that names none among the others.
USUAL_TRACKING = 100


def _label(name):
    return re.sub(r"_ids?$", "", name).replace("_", " ").title()


def _flags(facts, known):
    """What is as with most fields is left out: stored, copied, neither required nor read-only."""
    line = {}
    for flag, usual in (("store", True), ("required", False), ("readonly", False), ("copy", True)):
        if bool(facts[flag]) != usual:
            line[flag] = not usual
    for flag in ("company_dependent", "trim", "sanitize", "attachment"):
        if facts.get(flag):
            line[flag] = True
    if facts.get("tracking"):
        line["tracking"] = USUAL_TRACKING if facts["tracking"] is True else facts["tracking"]
    if facts.get("translate"):
        line["translate"] = True if facts["translate"] is True else "terms"
    if facts.get("groups"):
        line["groups"] = facts["groups"].split(",")
    if facts.get("index"):
        line["index"] = "btree" if facts["index"] is True else facts["index"]
    aggregator = facts.get("aggregator") or facts.get("group_operator")
    hidden = known and facts["store"] and not known.get("aggregator", known.get("group_operator"))
    if aggregator and not hidden:
        line["aggregator"] = aggregator
    return line


def _value(facts, known):
    line = {}
    if facts["type"] in ("selection", "reference") and known.get("selection"):
        line["selection"] = known["selection"]
    if facts["type"] == "float":
        digits = known.get("digits", facts.get("digits"))
        if isinstance(digits, list) or digits == 0 and digits is not False:
            line["digits"] = digits
        if isinstance(facts.get("digits"), str):
            line["precision"] = facts["digits"]
    currency = known.get("currency_field") or facts.get("currency_field")
    if currency:
        line["currency_field"] = currency
    if facts.get("size"):
        line["size"] = facts["size"]
    return line


def _relation(facts, known):
    if facts["type"] not in ("many2one", "one2many", "many2many"):
        return {}
    line = {"comodel": facts["comodel_name"]}
    for key in ("inverse_name", "relation", "column1", "column2"):
        if facts.get(key):
            line[key] = facts[key]
    if facts.get("ondelete", "set null") != "set null":
        line["ondelete"] = facts["ondelete"]
    for flag in ("delegate", "check_company"):
        if facts.get(flag):
            line[flag] = True
    domain = _own_domain(facts, known.get("domain"))
    if domain:
        line["domain"] = domain
    return line


def _own_domain(facts, shown):
    """The field's own condition, without what fields_get adds for companies and for the inverse's model."""
    if isinstance(facts.get("domain"), (str, list)):
        return facts["domain"]
    if not isinstance(shown, str):
        return shown
    match = TWO_DOMAINS.fullmatch(shown) or TWO_LISTS.fullmatch(shown)
    if not match:
        return shown
    part = match["first" if facts["type"] == "one2many" and not facts.get("check_company") else "second"]
    try:
        return ast.literal_eval(part)
    except (ValueError, SyntaxError):
        return part


def _computation(facts, known):
    # 14.0 computes company-dependent fields from ir.property; that is storage, told by company_dependent
    if not facts.get("compute") or facts.get("company_dependent"):
        return {}
    line = {"related": facts["related"]} if facts.get("related") else {"compute": True}
    depends = known.get("depends", facts.get("depends", []))
    if depends:
        line["depends"] = depends
    for flag, source in (
        ("inverse", "inverse"),
        ("searchable", "searchable"),
        ("compute_sudo", "compute_sudo"),
        ("precompute", "precompute"),
    ):
        if facts.get(source):
            line[flag] = True
    return line
