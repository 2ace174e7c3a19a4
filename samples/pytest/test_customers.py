"""A few tests of an import of customers, as somebody would write them who tests a connector."""
import pytest


def import_customers(odoo, rows):
    """What is tested: creates customers that are not there yet."""
    for row in rows:
        if not odoo.call("res.partner", "search_count", [["email", "=", row["email"]]]):
            odoo.call("res.partner", "create", row)


ADA = {"name": "Ada", "email": "ada@example.com"}
BERT = {"name": "Bert", "email": "bert@example.com"}


def test_new_customers_are_created_once(odoo):
    import_customers(odoo, [ADA, BERT, ADA])

    odoo.verify("res.partner", "create", exactly=2, where={"values.email": {"set": True}})
    odoo.verify("res.partner", "create", exactly=1, where={"values.name": "Ada"})


def test_every_test_begins_as_new(odoo):
    assert odoo.call("res.partner", "search_count", [["email", "=", ADA["email"]]]) == 0


def test_customers_that_are_there_are_left_alone(odoo):
    odoo.call("res.partner", "create", ADA)
    odoo.control("DELETE", "calls")

    import_customers(odoo, [ADA])

    odoo.verify("res.partner", "create", never=True)


def test_time_can_be_set(odoo):
    odoo.control("PUT", "clock", {"now": "2026-01-31T12:00:00Z", "frozen": True})

    customer = odoo.call("res.partner", "create", ADA)

    assert odoo.call("res.partner", "read", [customer], ["create_date"])[0]["create_date"] == "2026-01-31 12:00:00"


def test_methods_of_ones_own_modules_are_stubbed(odoo):
    odoo.control("POST", "stubs", "stubs: [{model: res.partner, method: quote, then: {value: 12.5}}]")

    assert odoo.call("res.partner", "quote", [1]) == 12.5


def test_a_verification_that_fails_shows_what_came_near(odoo):
    odoo.call("res.partner", "create", {"name": "No mail"})

    with pytest.raises(pytest.fail.Exception, match="values.email: expected a value, was missing"):
        odoo.verify("res.partner", "create", exactly=1, where={"values.email": {"set": True}})
