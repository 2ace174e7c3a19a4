"""Says how a field's default comes about: a literal, a named function of the server, or none that is kept."""

import re

from tables import DEFAULT_FUNCTIONS, DEFAULT_FUNCTIONS_OF, NO_DEFAULT

ADMIN, ADMIN_PARTNER, COMPANY = 2, 3, 1
DATETIME = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")
DATE = re.compile(r"\d{4}-\d\d-\d\d")
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
UUID_HEX = re.compile(r"[0-9a-f]{32}")

# A many2one's model and value -> function. Company and user are those of the call; so is the currency.
BY_RECORD = {
    ("res.users", ADMIN): "user",
    ("res.partner", ADMIN_PARTNER): "user_partner",
    ("res.company", COMPANY): "company",
}
# The same for a many2many that is set to exactly this record.
BY_RECORDS = {
    ("res.users", ADMIN): "users",
    ("res.partner", ADMIN_PARTNER): "user_partners",
    ("res.company", COMPANY): "companies",
}

# A field's type and what its value looks like -> function.
BY_PATTERN = (
    ("datetime", DATETIME, "now"),
    ("date", DATE, "today"),
    ("char", UUID, "uuid"),
    ("char", UUID_HEX, "uuid_hex"),
)


def default_of(version, model, name, facts, value, record_ids):
    """Answers {}, {"default": value} or {"default_function": name}; record_ids(model) holds the ids of the base data."""
    key = f"{model}.{name}"
    if key in NO_DEFAULT:
        return {}
    function = (
        DEFAULT_FUNCTIONS_OF[version].get(key)
        or DEFAULT_FUNCTIONS.get(key)
        or _function_by_value(name, facts, value)
    )
    if function:
        return {"default_function": function}
    if _points_nowhere(facts, value, record_ids):
        return {}
    return {"default": value}


def _function_by_value(name, facts, value):
    kind, comodel = facts["type"], facts.get("comodel_name")
    if kind == "many2one" and comodel == "res.currency" and value:
        return "company_currency"
    if kind == "many2one":
        return BY_RECORD.get((comodel, value))
    if kind == "many2many" and isinstance(value, list) and len(value) == 1 and len(value[0][2]) == 1:
        return BY_RECORDS.get((comodel, value[0][2][0]))
    if kind == "integer" and name == "color" and value:
        return "random_color"
    if isinstance(value, str):
        for of_kind, pattern, function in BY_PATTERN:
            if kind == of_kind and pattern.fullmatch(value):
                return function
    return None


def _points_nowhere(facts, value, record_ids):
    return facts["type"] == "many2one" and bool(value) and value not in record_ids(facts["comodel_name"])
