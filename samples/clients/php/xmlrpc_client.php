<?php
// PHP's xmlrpc extension (Debian's php-xmlrpc). Usage: php xmlrpc_client.php URL DATABASE LOGIN PASSWORD
[, $url, $database, $login, $password] = $argv;

function post(string $address, string $method, array $parameters)
{
    $body = xmlrpc_encode_request($method, $parameters, ["encoding" => "utf-8", "escaping" => "markup"]);
    $context = stream_context_create(["http" => ["method" => "POST", "header" => "Content-Type: text/xml", "content" => $body]]);
    return xmlrpc_decode(file_get_contents($address, false, $context), "utf-8");
}

$uid = post("$url/xmlrpc/2/common", "authenticate", [$database, $login, $password, []]);

function call(string $model, string $method, array $args, array $kwargs = [])
{
    global $url, $database, $uid, $password;
    // Without named arguments PHP sends an empty array where a struct is meant; Odoo takes it.
    return post("$url/xmlrpc/2/object", "execute_kw", [$database, $uid, $password, $model, $method, $args, $kwargs]);
}

function check(bool $right, string $what): void
{
    if (!$right) {
        fwrite(STDERR, "wrong: $what\n");
        exit(1);
    }
}

$partner = call("res.partner", "create", [["name" => "Café 漢字"]]);
check(is_int($partner), "create");
$read = call("res.partner", "read", [[$partner]], ["fields" => ["name"]]);
check($read == [["id" => $partner, "name" => "Café 漢字"]], "read");
$fault = call("res.partner", "no_such_method", [[]]);
check(is_array($fault) && xmlrpc_is_fault($fault) && str_contains($fault["faultString"], "no_such_method"), "fault");
check(call("res.partner", "unlink", [[$partner]]) === true, "unlink");
$version = post("$url/xmlrpc/2/common", "version", []);
echo "PHP's xmlrpc works with Odoo {$version['server_version']}\n";
