"""The rules by which the server derives fields_get from a field's line.

The server's rules are FieldAttributes.java; these mirror them, so that the generator can write down what they miss.
The check in FieldAttributesFactsTest compares all fields with the facts and so finds where the two part.
"""


def exceptions(version, model, name, line, known, has_parent):
    """The attributes that the rules get wrong, with their true values."""
    derived = derive(version, name, {**line, "attributes": {}}, has_parent)
    # sortable is settled first: what follows from it follows from its true value
    if "sortable" in known and derived["sortable"] != known["sortable"]:
        derived = derive(version, name, {**line, "attributes": {"sortable": known["sortable"]}}, has_parent)
        derived["sortable"] = None
    # bool and int differ on the wire though Python holds them equal
    too_many = derived.keys() - known.keys()
    if too_many:
        raise ValueError(f"{model}.{name}: fields_get does not say {too_many}")
    return {k: v for k, v in known.items() if k not in derived or repr(derived[k]) != repr(v)}


def derive(version, name, line, has_parent):
    return (_derive_new if version != "14.0" else _derive_old)(name, line, has_parent)


def _derive_new(name, line, has_parent):
    kind = line["type"]
    sortable = line.get("attributes", {}).get("sortable", _has_column(line))
    answer = _common(line, sortable)
    answer |= {
        "default_export_compatible": False,
        "exportable": True,
        "groupable": sortable or (kind == "many2many" and line.get("store", True)),
        "name": name,
    }
    if _relational(kind):
        answer["allow_hierachy_operators"] = has_parent(line["comodel"])
    if "related" in line:
        answer["related"] = line["related"]
    if "aggregator" in line and (line.get("store", True) or sortable):
        answer["aggregator"] = line["aggregator"]
    if "model_field" in line and kind == "many2one_reference":
        answer["model_field"] = line["model_field"]
    return answer


def _derive_old(name, line, has_parent):
    answer = _common(line, line.get("attributes", {}).get("sortable", _has_column(line)))
    if "related" in line:
        answer["related"] = line["related"].split(".")
    if "aggregator" in line:
        answer["group_operator"] = line["aggregator"]
    return answer


def _common(line, sortable):
    kind = line["type"]
    stored = line.get("store", True)
    answer = {
        "change_default": False,
        "company_dependent": line.get("company_dependent", False),
        "depends": line.get("depends", []),
        "manual": False,
        "readonly": line.get("readonly", False),
        "required": line.get("required", False),
        "searchable": stored or line.get("company_dependent", False) or line.get("searchable", False),
        "sortable": sortable,
        "store": stored,
        "string": line["string"],
        "type": kind,
    }
    if kind in ("char", "text", "html"):
        answer["translate"] = bool(line.get("translate"))
    if kind == "char":
        answer["trim"] = line.get("trim", False)
        if "size" in line:
            answer["size"] = line["size"]
    if kind == "html":
        answer |= {
            "sanitize": line.get("sanitize", False),
            "sanitize_attributes": True,
            "sanitize_style": False,
            "sanitize_tags": True,
            "strip_classes": False,
            "strip_style": False,
        }
    if kind == "binary":
        answer["attachment"] = line.get("attachment", False)
    if kind in ("selection", "reference") and "selection" in line:
        answer["selection"] = line["selection"]
    if kind == "monetary" and "currency_field" in line:
        answer["currency_field"] = line["currency_field"]
    if kind == "float" and "digits" in line:
        answer["digits"] = line["digits"] or 0
    if _relational(kind):
        answer |= {"context": {}, "domain": line.get("domain", []), "relation": line["comodel"]}
    if "inverse_name" in line:
        answer["relation_field"] = line["inverse_name"]
    if "groups" in line:
        answer["groups"] = ",".join(line["groups"])
    return answer


def _relational(kind):
    return kind in ("many2one", "one2many", "many2many")


def _has_column(line):
    kind = line["type"]
    return line.get("store", True) and kind not in ("one2many", "many2many") and not line.get("attachment")
