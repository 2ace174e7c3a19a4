#!/usr/bin/env bash
# JSON-2 (19.0) with nothing but curl. Usage: json2.sh URL DATABASE KEY
set -euo pipefail
url=$1 database=$2 key=$3

call() {
    curl -sS --fail-with-body "$url/json/2/$1" -H "Authorization: bearer $key" -H "X-Odoo-Database: $database" \
        -H 'Content-Type: application/json' -d "$2"
}

partner=$(call res.partner/create '{"vals_list": [{"name": "Café 漢字"}]}')
read=$(call res.partner/read "{\"ids\": $partner, \"fields\": [\"name\"]}")
[[ $read == *'"name": "Café 漢字"'* ]] || { echo "wrong: $read" >&2; exit 1; }
refusal=$(call res.partner/no_such_method '{}' || true)
[[ $refusal == *"does not exist"* ]] || { echo "wrong: $refusal" >&2; exit 1; }
[ "$(call res.partner/unlink "{\"ids\": $partner}")" = true ]
curl -sS --fail "$url/doc-bearer/res.partner.json" -H "Authorization: bearer $key" | grep -q '"search_read"'
echo "curl works with JSON-2"
