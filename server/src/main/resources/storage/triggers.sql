-- Whoever changes groups, rights, rules, companies or models, by whatever way, moves the counter that caches are checked against.
CREATE FUNCTION sandoo_count() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE sandoo_counter SET value = value + 1 WHERE name = TG_ARGV[0];
    RETURN NULL;
END
$$;

CREATE TRIGGER sandoo_access AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ir_model_access
    FOR EACH STATEMENT EXECUTE FUNCTION sandoo_count('access');
CREATE TRIGGER sandoo_access AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ir_rule
    FOR EACH STATEMENT EXECUTE FUNCTION sandoo_count('access');
CREATE TRIGGER sandoo_access AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON rule_group_rel
    FOR EACH STATEMENT EXECUTE FUNCTION sandoo_count('access');
CREATE TRIGGER sandoo_access AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON res_groups
    FOR EACH STATEMENT EXECUTE FUNCTION sandoo_count('access');
CREATE TRIGGER sandoo_access AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON res_groups_implied_rel
    FOR EACH STATEMENT EXECUTE FUNCTION sandoo_count('access');
CREATE TRIGGER sandoo_access AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON res_company
    FOR EACH STATEMENT EXECUTE FUNCTION sandoo_count('access');
CREATE TRIGGER sandoo_access AFTER INSERT ON ir_model_data
    FOR EACH ROW WHEN (NEW.model = 'res.groups') EXECUTE FUNCTION sandoo_count('access');
CREATE TRIGGER sandoo_access_changed AFTER UPDATE ON ir_model_data
    FOR EACH ROW WHEN (NEW.model = 'res.groups' OR OLD.model = 'res.groups') EXECUTE FUNCTION sandoo_count('access');
CREATE TRIGGER sandoo_access_deleted AFTER DELETE ON ir_model_data
    FOR EACH ROW WHEN (OLD.model = 'res.groups') EXECUTE FUNCTION sandoo_count('access')
;

CREATE TRIGGER sandoo_registry AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ir_model
    FOR EACH STATEMENT EXECUTE FUNCTION sandoo_count('registry');
CREATE TRIGGER sandoo_registry AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ir_model_fields
    FOR EACH STATEMENT EXECUTE FUNCTION sandoo_count('registry');
CREATE TRIGGER sandoo_registry AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON res_lang
    FOR EACH STATEMENT EXECUTE FUNCTION sandoo_count('registry');
CREATE TRIGGER sandoo_registry AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ir_model_fields_selection
    FOR EACH STATEMENT EXECUTE FUNCTION sandoo_count('registry')
;

-- What a web session proves: when any of it changes, the user's sessions have ended.
CREATE FUNCTION sandoo_session_proof(u res_users) RETURNS varchar LANGUAGE sql STABLE AS $$
    SELECT encode(sha256(convert_to(
        concat_ws('/', u.id, length(u.login), u.login, coalesce(u.password, ''), coalesce(u.totp_secret, '')), 'UTF8')), 'hex')
$$
;

CREATE TRIGGER sandoo_account AFTER INSERT OR DELETE OR TRUNCATE
    OR UPDATE OF login, password, active, company_id, partner_id, share, totp_secret ON res_users
    FOR EACH STATEMENT EXECUTE FUNCTION sandoo_count('account');
CREATE TRIGGER sandoo_account AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON res_users_apikeys
    FOR EACH STATEMENT EXECUTE FUNCTION sandoo_count('account');
CREATE TRIGGER sandoo_account AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON sandoo_key_policy
    FOR EACH STATEMENT EXECUTE FUNCTION sandoo_count('account');
CREATE TRIGGER sandoo_account AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON sandoo_key_state
    FOR EACH STATEMENT EXECUTE FUNCTION sandoo_count('account');
CREATE TRIGGER sandoo_account AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON res_users_role
    FOR EACH STATEMENT EXECUTE FUNCTION sandoo_count('account');
CREATE TRIGGER sandoo_account AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON res_users_role_line
    FOR EACH STATEMENT EXECUTE FUNCTION sandoo_count('account');
CREATE TRIGGER sandoo_account AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON res_users_role_group_rel
    FOR EACH STATEMENT EXECUTE FUNCTION sandoo_count('account');
CREATE TRIGGER sandoo_account AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON res_company_users_rel
    FOR EACH STATEMENT EXECUTE FUNCTION sandoo_count('account');
CREATE TRIGGER sandoo_account AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON res_groups_users_rel
    FOR EACH STATEMENT EXECUTE FUNCTION sandoo_count('account')
;

-- A user's name, language and time zone are their partner's; most partners are nobody's.
CREATE FUNCTION sandoo_count_partner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM res_users WHERE partner_id = NEW.id) THEN
        UPDATE sandoo_counter SET value = value + 1 WHERE name = 'account';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER sandoo_account AFTER UPDATE OF name, lang, tz ON res_partner
    FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name OR OLD.lang IS DISTINCT FROM NEW.lang
        OR OLD.tz IS DISTINCT FROM NEW.tz)
    EXECUTE FUNCTION sandoo_count_partner()
;

CREATE TRIGGER sandoo_registry AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON sandoo_model
    FOR EACH STATEMENT EXECUTE FUNCTION sandoo_count('registry');
CREATE TRIGGER sandoo_stub AFTER INSERT OR UPDATE OF name, load, document OR DELETE OR TRUNCATE ON sandoo_stub
    FOR EACH STATEMENT EXECUTE FUNCTION sandoo_count('stub')
;

CREATE TRIGGER sandoo_fault AFTER INSERT OR UPDATE OF name, load, document OR DELETE OR TRUNCATE ON sandoo_fault
    FOR EACH STATEMENT EXECUTE FUNCTION sandoo_count('fault')
