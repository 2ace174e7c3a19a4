"""Fields that a model has only because it inherits another's (_inherits) are written as what differs from the other's."""

# What does not pass from the other model's field to the inherited one.
NOT_INHERITED = (
    "store", "index", "default", "default_function", "compute", "compute_sudo", "precompute", "related",
    "depends", "inverse", "searchable", "relation", "column1", "column2", "inverse_name", "company_dependent", "tracking",
)  # fmt: skip


def shorten(model, models, fields):
    return {name: _short(model, name, line, models, fields) for name, line in fields[model].items()}


def _short(model, name, line, models, fields):
    for other, link in models[model]["inherits"].items():
        if line.get("related") == f"{link}.{name}" and name in fields[other]:
            base = derived(link, name, fields[other][name])
            short = {"inherited": link}
            short |= {k: v for k, v in line.items() if k not in base or base[k] != v}
            short |= {k: None for k in base if k not in line}
            return short
    return line


def derived(link, name, line):
    """The line of a field inherited through the many2one link, from the other model's line."""
    base = {k: v for k, v in line.items() if k not in NOT_INHERITED}
    path = f"{link}.{name}"
    base |= {"store": False, "related": path, "depends": [path], "inverse": True}
    if line.get("store", True) or line.get("searchable"):
        base["searchable"] = True
    return base
