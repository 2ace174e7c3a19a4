#!/usr/bin/env python3
"""Writes the schema data of one Odoo version from the facts read off a real server.

    generate.py FACTS_DIR OUT_DIR      FACTS_DIR is facts/<version>, OUT_DIR is resources/schema/<version>
    generate.py --hash OUT_DIR         after a change by hand: writes OUT_DIR/hash anew, or those of all versions in it

Everything in OUT_DIR is written anew, save version.json, method_notes.json, classes.json and models that the facts lack (abstract ones):
those are kept by hand and never touched.
What the facts do not say is in tables.py. No dependencies besides Python 3.9.
"""

import ast
import hashlib
import json
import pathlib
import sys

import inherit
from fields import FieldLines
from tables import (
    ADDED_ACCESS,
    ADDED_CONSTRAINTS,
    ADDED_FIELDS,
    KINDS,
    REC_NAMES_SEARCH,
    RECORD_VALUES,
    SELECTIONS,
)

BY_HAND = {"version.json", "method_notes.json", "classes.json"}
HASH = "hash"


def main(arguments):
    if len(arguments) != 2:
        sys.exit(__doc__)
    out = pathlib.Path(arguments[1])
    if arguments[0] != "--hash":
        generate(pathlib.Path(arguments[0]), out)
        write_hash(out)
        return
    for version in [index.parent for index in out.glob("*/index.json")] or [out]:
        write_hash(version)


def generate(facts, out):
    if not (facts / "orm.json").exists():
        sys.exit(f"{facts} has no orm.json: name the folder of one version, such as facts/19.0")
    models = read(facts / "orm.json")
    known = {model: read(facts / "fields" / f"{model}.json") for model in models}
    records = {path.stem: read(path) for path in sorted((facts / "records").glob("*.json"))}
    add_record_values(out.name, records)
    asked = Asked(out, records, known)
    signatures = read(facts / "signatures.json")
    base_methods = read(facts / "base_methods.json")
    version = out.name

    def record_ids(model):
        return {record["id"] for record in records.get(model, [])}

    lines = FieldLines(version, models, known, read(facts / "defaults.json"), record_ids)
    fields = {model: {name: lines.line(model, name) for name in sorted(models[model]["fields"])} for model in models}
    for model, added in ADDED_FIELDS.items():
        fields[model] = dict(sorted((fields[model] | added).items()))
    lists = named_selections(version, fields)
    short = {model: inherit.shorten(model, models, fields) for model in models}
    kept = {path.stem for path in (out / "models").glob("*.json")} - set(models)
    for old in out.rglob("*.json"):
        if old.name not in BY_HAND and not (old.parent.name == "models" and old.stem in kept) and old not in asked.files:
            old.unlink()
    for model in models:
        reified = {n: a for n, a in known[model].items() if n not in models[model]["fields"]}
        write_model(out / "models" / f"{model}.json", model, models[model], short[model], reified, signatures[model])
    write(out / "selections.json", {name: Rows(options) for name, options in lists.items()})
    write(
        out / "signatures.json",
        {
            "base": methods({n: signatures["*"][n] for n in base_methods}),
            "shared": methods({n: s for n, s in signatures["*"].items() if n not in base_methods}),
        },
    )
    write_base_data(facts, out, records, models, asked)
    all_records = sorted({*records, *(path.stem for path in asked.files)})
    write(out / "index.json", {"models": Rows(sorted({*models, *kept})), "records": Rows(all_records)})


# Models


def write_model(path, name, facts, fields, reified, signatures):
    model = {"model": name, "description": facts["description"]}
    kind = KINDS.get(name, _kind(facts))
    if kind != "regular" or name in KINDS:
        model["kind"] = kind
    if facts["table"] != name.replace(".", "_"):
        model["table"] = facts["table"]
    for key, usual in (("order", "id"), ("rec_name", None), ("rec_names_search", []), ("parent_name", "parent_id")):
        if facts[key] and facts[key] != usual:
            model[key] = facts[key]
    spelled_out = REC_NAMES_SEARCH.get(path.parent.parent.name, {}).get(name)
    if spelled_out:
        model["rec_names_search"] = spelled_out
    for key in ("parent_store", "active_name", "inherits", "check_company_auto"):
        if facts[key]:
            model[key] = facts[key]
    model["fields"] = Rows(fields)
    if reified:
        model["reified_fields"] = Rows(reified)
    added = ADDED_CONSTRAINTS.get(path.parent.parent.name, {}).get(name, [])
    if facts["sql_constraints"] or added:
        model["constraints"] = Rows([constraint(facts["table"], c) for c in facts["sql_constraints"]] + added)
    required = required_columns(path.parent.parent.name).get(name)
    if required:
        model["required_columns"] = required
    if signatures["own"]:
        model |= methods(signatures["own"])
    if signatures["shared"]:
        model["shared_methods"] = signatures["shared"]
    write(path, model)


def required_columns(version):
    """The columns that must not be empty by model, in the order of the real tables: the first empty one is told."""
    return read(pathlib.Path(__file__).parent / "required_columns.json")[version]


def _kind(facts):
    if facts["abstract"]:
        return "abstract"
    if not facts["auto"]:
        return "view"
    return "transient" if facts["transient"] else "regular"


def constraint(table, facts):
    """Before 19.0 names lack the table's prefix, and all are constraints; 19.0 spells the kind of an index out in its text."""
    name = facts["name"] if "type" in facts else f"{table}_{facts['name']}"
    definition = " ".join(facts["definition"].split())
    line = {"name": name}
    kind = facts.get("type", "Constraint")
    if kind != "Constraint":
        line["kind"] = {"UniqueIndex": "unique_index", "Index": "index"}[kind]
        definition = definition.removeprefix("UNIQUE ").removeprefix("INDEX ")
    line["definition"] = definition
    if facts["message"]:
        line["message"] = facts["message"]
    return line


def named_selections(version, fields):
    """Replaces long lists that several fields share by their names, and answers the lists by name."""
    lists = {}
    for name, field in SELECTIONS[version].items():
        model, _, field_name = field.rpartition(".")
        lists[name] = fields[model][field_name]["selection"]
    for name, options in lists.items():
        for model in fields.values():
            for line in model.values():
                if line.get("selection") == options:
                    line["selection"] = name
    return lists


# Methods


def methods(signatures):
    """Those that work on records and those of the model apart; a parameter is a name or {name: default}."""
    split = {"methods": {}, "model_methods": {}}
    for name, signature in sorted(signatures.items()):
        split["methods" if signature["api"] == "records" else "model_methods"][name] = parameters(signature)
    return {key: Rows(value) for key, value in split.items() if value}


def parameters(signature):
    """As in Python's own notation: *args, **kwargs, and keyword-only parameters after a lone *."""
    answer = []
    for parameter in signature["parameters"]:
        kind = parameter.get("kind")
        name = {"var_positional": "*", "var_keyword": "**"}.get(kind, "") + parameter["name"]
        if kind == "keyword_only" and not any(p == "*" or str(p).startswith("*") for p in answer):
            answer.append("*")
        answer.append({name: plain(parameter["default"])} if "default" in parameter else name)
    return answer


def plain(default):
    """Tuples came as text; other objects that have no place on the wire are None here."""
    if not isinstance(default, str) or not default.startswith(("(", "<")):
        return default
    return None if default.startswith("<") else list(ast.literal_eval(default))


# Base data


class Asked:
    """What the facts lack and was asked of a real server later: whole records of a model, and external ids."""

    def __init__(self, out, records, models):
        folder = out / "records"
        self.files = {path for path in folder.glob("*.json") if path.stem in models and path.stem not in records}
        self.external_ids = read(out / "external_ids.json")["rows"] if (out / "external_ids.json").exists() else []


def write_base_data(facts, out, records, models, asked):
    for model, rows in records.items():
        fields = models[model]["fields"]
        write(out / "records" / f"{model}.json", Rows([kept(row, fields, models) for row in rows]))
    keys = ("id", "xmlid", "name", "implied")
    write(out / "groups.json", Rows([{k: g[k] for k in keys} for g in read(facts / "groups.json")]))
    write(out / "access.json", Rows([{k: v for k, v in a.items() if v} for a in read(facts / "access.json")] + ADDED_ACCESS))
    write(out / "rules.json", Rows([rule(r) for r in read(facts / "rules.json")]))
    ids = [list(e.values()) for e in read(facts / "external_ids.json")]
    known = {line[0] for line in ids}
    ids = sorted(ids + [line for line in asked.external_ids if line[0] not in known])
    write(out / "external_ids.json", {"columns": ["id", "module", "name", "model", "res_id", "noupdate"], "rows": Rows(ids)})


def add_record_values(version, records):
    for name, values in RECORD_VALUES[version].items():
        model, field = name.rsplit(".", 1)
        for record in records[model]:
            if record["id"] in values:
                record[field] = values[record["id"]]


def kept(record, fields, models):
    """External ids stand in external_ids.json; Python objects and names of models that are not there say nothing."""

    def lost(key, value):
        if fields[key].get("comodel_name") == "ir.model":
            return value not in models
        return value is None or str(value).startswith("<odoo.") or value is False and fields[key]["type"] != "boolean"

    return {k: v for k, v in record.items() if k != "xmlid" and not lost(k, v)}


def rule(facts):
    line = {k: v for k, v in facts.items() if v and k != "active"}
    if not facts["active"]:
        line["active"] = False
    return line


# Files


class Rows:
    """A list or object that is written with one line for each element."""

    def __init__(self, content):
        self.content = content


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def write(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text(value, "") + "\n", encoding="utf-8")


def text(value, indent):
    inner = indent + "  "
    if isinstance(value, Rows):
        rows = value.content
    elif isinstance(value, dict) and has_rows(value):
        rows = value
    else:
        return json.dumps(value, ensure_ascii=False)
    if isinstance(rows, dict):
        body = [f"{inner}{json.dumps(key)}: {text(row, inner)}" for key, row in rows.items()]
        return "{\n" + ",\n".join(body) + f"\n{indent}}}"
    return "[\n" + ",\n".join(inner + text(row, inner) for row in rows) + f"\n{indent}]"


def has_rows(value):
    return isinstance(value, Rows) or isinstance(value, dict) and any(map(has_rows, value.values()))


def write_hash(out):
    """SHA-256 over names and bytes of all data files; the loader adds version.json's, which changes more often."""
    digest = hashlib.sha256()
    for path in sorted(out.rglob("*.json"), key=lambda p: p.relative_to(out).as_posix()):
        if path.name != "version.json":
            digest.update(path.relative_to(out).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    (out / HASH).write_text(digest.hexdigest() + "\n", encoding="ascii")


if __name__ == "__main__":
    main(sys.argv[1:])
