package dev.sandoo.server.db;

/** Statements about a database's catalogue whose rows are the statements that make it anew, or what these need. */
final class DumpQueries {
    private static final String OF_EXTENSION =
            "EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = %s.oid AND d.deptype = 'e')";

    static final String EXTENSIONS = """
            SELECT format('CREATE EXTENSION IF NOT EXISTS %I WITH SCHEMA public', extname)
              FROM pg_extension
             WHERE extname <> 'plpgsql'
             ORDER BY extname
            """;

    static final String SEQUENCES = """
            SELECT format('CREATE SEQUENCE public.%I AS %s START WITH %s INCREMENT BY %s MINVALUE %s MAXVALUE %s CACHE %s',
                          c.relname, format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmin, s.seqmax,
                          s.seqcache)
              FROM pg_sequence s
              JOIN pg_class c ON c.oid = s.seqrelid
             WHERE c.relnamespace = 'public'::regnamespace
             ORDER BY c.relname
            """;

    /** Parents before their heirs, which name the columns of their own only. */
    static final String TABLES = """
            SELECT format('CREATE TABLE public.%I (%s)%s', c.relname,
                          (SELECT coalesce(string_agg(concat_ws(' ', format('%I', a.attname),
                                  format_type(a.atttypid, a.atttypmod),
                                  CASE WHEN a.attgenerated <> '' THEN
                                       format('GENERATED ALWAYS AS (%s) STORED', pg_get_expr(v.adbin, v.adrelid))
                                       WHEN v.adbin IS NOT NULL THEN 'DEFAULT ' || pg_get_expr(v.adbin, v.adrelid) END,
                                  CASE WHEN a.attnotnull THEN 'NOT NULL' END), ', ' ORDER BY a.attnum), '')
                             FROM pg_attribute a
                             LEFT JOIN pg_attrdef v ON v.adrelid = a.attrelid AND v.adnum = a.attnum
                            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attislocal),
                          coalesce((SELECT format(' INHERITS (public.%I)', p.relname)
                                      FROM pg_inherits i
                                      JOIN pg_class p ON p.oid = i.inhparent
                                     WHERE i.inhrelid = c.oid), ''))
              FROM pg_class c
             WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
             ORDER BY EXISTS (SELECT 1 FROM pg_inherits i WHERE i.inhrelid = c.oid), c.relname
            """;

    /** An heir counts by itself, or has another default than its parent. */
    static final String INHERITED_DEFAULTS = """
            SELECT format('ALTER TABLE ONLY public.%I ALTER COLUMN %I SET DEFAULT %s',
                          c.relname, a.attname, pg_get_expr(v.adbin, v.adrelid))
              FROM pg_class c
              JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attislocal AND NOT a.attisdropped
              JOIN pg_attrdef v ON v.adrelid = c.oid AND v.adnum = a.attnum
             WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
             ORDER BY c.relname, a.attnum
            """;

    static final String OWNED_SEQUENCES = """
            SELECT format('ALTER SEQUENCE public.%I OWNED BY public.%I.%I', s.relname, t.relname, a.attname)
              FROM pg_depend d
              JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
              JOIN pg_class t ON t.oid = d.refobjid
              JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
             WHERE d.classid = 'pg_class'::regclass AND d.deptype = 'a' AND s.relnamespace = 'public'::regnamespace
             ORDER BY s.relname
            """;

    static final String FUNCTIONS = """
            SELECT pg_get_functiondef(p.oid)
              FROM pg_proc p
             WHERE p.pronamespace = 'public'::regnamespace AND p.prokind IN ('f', 'p') AND NOT %s
             ORDER BY p.proname, p.oid
            """.formatted(OF_EXTENSION.formatted("p"));

    static final String VIEWS = """
            SELECT format('CREATE VIEW public.%I AS %s', c.relname, rtrim(pg_get_viewdef(c.oid), ';'))
              FROM pg_class c
             WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'v'
             ORDER BY c.oid
            """;

    /** Each table with the columns that hold values. */
    static final String COLUMNS = """
            SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum)
              FROM pg_class c
              JOIN pg_attribute a ON a.attrelid = c.oid
             WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
               AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
             GROUP BY c.relname
             ORDER BY c.relname
            """;

    static final String SEQUENCE_VALUES = """
            SELECT format('SELECT pg_catalog.setval(''public.%I'', %s, true)', sequencename, last_value)
              FROM pg_sequences
             WHERE schemaname = 'public' AND last_value IS NOT NULL
             ORDER BY sequencename
            """;

    /** A check holds for heirs too, which then have none of their own. */
    static final String CONSTRAINTS = """
            SELECT format('ALTER TABLE public.%I ADD CONSTRAINT %I %s', c.relname, k.conname, pg_get_constraintdef(k.oid))
              FROM pg_constraint k
              JOIN pg_class c ON c.oid = k.conrelid
             WHERE k.connamespace = 'public'::regnamespace AND k.conislocal AND k.contype IN ('p', 'u', 'c', 'x')
             ORDER BY c.relname, k.conname
            """;

    static final String INDEXES = """
            SELECT pg_get_indexdef(i.indexrelid)
              FROM pg_index i
              JOIN pg_class c ON c.oid = i.indexrelid
             WHERE c.relnamespace = 'public'::regnamespace
               AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
             ORDER BY c.relname
            """;

    static final String FOREIGN_KEYS = """
            SELECT format('ALTER TABLE ONLY public.%I ADD CONSTRAINT %I %s', c.relname, k.conname, pg_get_constraintdef(k.oid))
              FROM pg_constraint k
              JOIN pg_class c ON c.oid = k.conrelid
             WHERE k.connamespace = 'public'::regnamespace AND k.contype = 'f'
             ORDER BY c.relname, k.conname
            """;

    static final String TRIGGERS = """
            SELECT pg_get_triggerdef(t.oid)
              FROM pg_trigger t
              JOIN pg_class c ON c.oid = t.tgrelid
             WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal
             ORDER BY c.relname, t.tgname
            """;

    private DumpQueries() {}
}
