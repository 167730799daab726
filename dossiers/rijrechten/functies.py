"""The SQL that the policies call, the roles, and what lets a trigger guard a whole table."""

FUNCTIES = """
CREATE OR REPLACE FUNCTION wi_dag() RETURNS date LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('app.dag', true), '')::date $$;

CREATE OR REPLACE FUNCTION wi_gebruiker() RETURNS bigint LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('app.gebruiker', true), '')::bigint $$;

-- born on 29 February: 18 on 1 March (A1)
CREATE OR REPLACE FUNCTION wi_volwassen_voor() RETURNS date LANGUAGE sql STABLE AS
$$ SELECT (wi_dag() - interval '18 years')::date $$;

CREATE OR REPLACE FUNCTION wi_verborgen() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(s.id), '{}') FROM dossiers_statushouder s
    WHERE s.afgeschermd AND coalesce(current_setting('app.rol', true), '') <> 'gemeente'
      -- of who went up in another dossier, whoever may know of that one may
      AND NOT EXISTS (SELECT FROM dossiers_inzagerecht r
                      WHERE r.statushouder_id IN (s.id, s.samengevoegd_met_id)
                        AND r.gebruiker_id = wi_gebruiker()
                        AND r.van <= wi_dag() AND (r.tot IS NULL OR r.tot > wi_dag()))
$$;

-- of these numbers those that a dossier has of which this user may not know: a file can only be refused there
CREATE OR REPLACE FUNCTION wi_verborgen_vnummers(nummers text[]) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT s.vnummer FROM dossiers_statushouder s
    WHERE s.vnummer = ANY (nummers) AND s.id = ANY ((SELECT wi_verborgen())::bigint[])
$$;
CREATE OR REPLACE FUNCTION wi_verborgen_bsns(kenmerken text[]) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT s.bsn_index FROM dossiers_statushouder s
    WHERE s.bsn_index = ANY (kenmerken) AND s.id = ANY ((SELECT wi_verborgen())::bigint[])
$$;
REVOKE ALL ON FUNCTION wi_verborgen_vnummers(text[]), wi_verborgen_bsns(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wi_verborgen_vnummers(text[]), wi_verborgen_bsns(text[]) TO staf;

CREATE OR REPLACE FUNCTION wi_verborgen_gezinnen() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT l.gezin_id), '{}') FROM dossiers_gezinslid l
    WHERE l.statushouder_id = ANY (wi_verborgen())
$$;

CREATE OR REPLACE FUNCTION wi_geheel_verborgen_gezinnen() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(gezin_id), '{}') FROM (
        SELECT l.gezin_id FROM dossiers_gezinslid l
        WHERE l.gezin_id = ANY (wi_verborgen_gezinnen())
          AND l.van <= wi_dag() AND (l.tot IS NULL OR l.tot > wi_dag())
        GROUP BY l.gezin_id HAVING bool_and(l.statushouder_id = ANY (wi_verborgen()))
    ) geheel
$$;

CREATE OR REPLACE FUNCTION wi_partnerdossiers() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH verwezen AS (
        SELECT statushouder_id, gezin_id FROM dossiers_doorverwijzing
        WHERE organisatie_id = nullif(current_setting('app.organisatie', true), '')::bigint
          AND aangenomen_op <= wi_dag() AND van <= wi_dag() AND tot_en_met >= wi_dag()
          AND (beeindigd_op IS NULL OR beeindigd_op > wi_dag())
    ), mijn AS (
        SELECT statushouder_id AS id FROM verwezen WHERE statushouder_id IS NOT NULL
        UNION
        SELECT l.statushouder_id FROM verwezen JOIN dossiers_gezinslid l USING (gezin_id)
        WHERE l.van <= wi_dag() AND (l.tot IS NULL OR l.tot > wi_dag())
    )
    SELECT coalesce(array_agg(id), '{}') FROM mijn WHERE id <> ALL (wi_verborgen())
$$;

-- the privacy officer has no dossiers, but must know which one a row of the read log is about
CREATE OR REPLACE FUNCTION wi_dossiernummers(sleutels uuid[]) RETURNS TABLE (sleutel uuid, nummer varchar)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT s.sleutel, s.nummer FROM dossiers_statushouder s
    WHERE s.sleutel = ANY (sleutels) AND current_setting('app.rol', true) IN ('privacy', 'gemeente')
$$;

CREATE OR REPLACE FUNCTION wi_partnergezinnen() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT l.gezin_id), '{}') FROM dossiers_gezinslid l
    WHERE l.statushouder_id = ANY (wi_partnerdossiers())
      AND l.van <= wi_dag() AND (l.tot IS NULL OR l.tot > wi_dag())
$$;
"""
# Roles belong to the whole server: in production its keeper makes them, and then nothing happens here.
ROLLEN = """
DO $$
DECLARE rol text;
BEGIN
    FOREACH rol IN ARRAY ARRAY[
        'staf NOLOGIN', 'mandaat NOLOGIN', 'partner NOLOGIN', 'wi_web LOGIN NOINHERIT', 'wi_log LOGIN NOINHERIT'
    ]
    LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = split_part(rol, ' ', 1)) THEN
            BEGIN
                EXECUTE 'CREATE ROLE ' || rol;
            EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;  -- another database's, at the same moment
            END;
        END IF;
    END LOOP;
    FOREACH rol IN ARRAY ARRAY['staf', 'mandaat', 'partner'] LOOP
        IF NOT EXISTS (SELECT FROM pg_auth_members WHERE roleid = rol::regrole AND member = 'wi_web'::regrole) THEN
            EXECUTE format('GRANT %I TO wi_web', rol);
        END IF;
        IF NOT pg_has_role(current_user, rol, 'MEMBER') THEN
            EXECUTE format('GRANT %I TO CURRENT_USER', rol);
        END IF;
    END LOOP;
    IF NOT EXISTS (SELECT FROM pg_auth_members WHERE roleid = 'staf'::regrole AND member = 'mandaat'::regrole) THEN
        GRANT staf TO mandaat;
    END IF;
END $$;
"""
# A trigger guards the whole table, also where this user sees a part of it; and only it writes history.
WACHTERS = """
DO $$
DECLARE wachter record;
BEGIN
    FOR wachter IN
        SELECT p.oid::regprocedure AS naam FROM pg_proc p
        WHERE p.pronamespace = 'public'::regnamespace AND p.prorettype = 'trigger'::regtype AND NOT p.prosecdef
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    LOOP
        EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER SET search_path = public, pg_temp', wachter.naam);
    END LOOP;
END $$;
"""
