#!/usr/bin/env ruby
# Ruby's xmlrpc gem (Debian's ruby-xmlrpc). Usage: xmlrpc_client.rb URL DATABASE LOGIN PASSWORD
require "xmlrpc/client"

url, database, login, password = ARGV
common = XMLRPC::Client.new2("#{url}/xmlrpc/2/common")
models = XMLRPC::Client.new2("#{url}/xmlrpc/2/object").proxy
uid = common.call("authenticate", database, login, password, {})

call = lambda do |model, method, args, kwargs = {}|
  models.execute_kw(database, uid, password, model, method, args, kwargs)
end

partner = call.("res.partner", "create", [{ "name" => "Café 漢字" }])
read = call.("res.partner", "read", [[partner]], { "fields" => ["name"] })
raise "read #{read}" unless read == [{ "id" => partner, "name" => "Café 漢字" }]
begin
  call.("res.partner", "no_such_method", [[]])
  raise "it should not exist"
rescue XMLRPC::FaultException => e
  raise e unless e.faultString.include?("no_such_method")
end
raise "not deleted" unless call.("res.partner", "unlink", [[partner]])
puts "Ruby's xmlrpc works with Odoo #{common.call('version')['server_version']}"
