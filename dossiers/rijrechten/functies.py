"""The SQL that the policies call, the roles, and what lets a trigger guard a whole table.

A function that gives an array is called in a subquery, `ANY ((SELECT f())::bigint[])`: without it
PostgreSQL calls it again for each row (measured with 5,000 referrals: 57 ms against 3).
"""

FUNCTIES = """
CREATE OR REPLACE FUNCTION wi_dag() RETURNS date LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('app.dag', true), '')::date $$;

CREATE OR REPLACE FUNCTION wi_gebruiker() RETURNS bigint LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('app.gebruiker', true), '')::bigint $$;

-- born on 29 February: 18 on 1 March (A1)
CREATE OR REPLACE FUNCTION wi_volwassen_voor() RETURNS date LANGUAGE sql STABLE AS
$$ SELECT (wi_dag() - interval '18 years')::date $$;

-- Who went up in another dossier is hidden and seen with that one: its own mark, and a name that stayed behind at
-- it, say nothing any more. In PL/pgSQL, which keeps the plan: each table of each query asks for it.
CREATE OR REPLACE FUNCTION wi_verborgen() RETURNS bigint[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    wie bigint := wi_gebruiker();
    dag date := wi_dag();
    gevonden bigint[];
    erbij bigint[];
BEGIN
    IF current_setting('app.rol', true) = 'gemeente' THEN
        RETURN '{}';
    END IF;
    SELECT coalesce(array_agg(s.id), '{}') INTO erbij FROM dossiers_statushouder s
    WHERE s.afgeschermd AND s.samengevoegd_met_id IS NULL
      AND NOT EXISTS (SELECT FROM dossiers_inzagerecht r
                      WHERE r.statushouder_id = s.id AND r.gebruiker_id = wie
                        AND r.van <= dag AND (r.tot IS NULL OR r.tot > dag));
    gevonden := erbij;
    -- a dossier went up in one that went up in another, for as long as that is being done
    WHILE cardinality(erbij) > 0 LOOP
        SELECT coalesce(array_agg(s.id), '{}') INTO erbij FROM dossiers_statushouder s
        WHERE s.samengevoegd_met_id = ANY (erbij) AND s.id <> ALL (gevonden);
        gevonden := gevonden || erbij;
    END LOOP;
    RETURN gevonden;
END $$;

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

CREATE OR REPLACE FUNCTION wi_eigen_bestanden() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(id), '{}') FROM uitwisseling_inlezing WHERE gebruiker_id = wi_gebruiker()
$$;

CREATE OR REPLACE FUNCTION wi_verborgen_gezinnen() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT l.gezin_id), '{}') FROM dossiers_gezinslid l
    WHERE l.statushouder_id = ANY ((SELECT wi_verborgen())::bigint[])
$$;
-- the policies ask them as the role of the page
REVOKE ALL ON FUNCTION wi_verborgen(), wi_verborgen_gezinnen() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wi_verborgen(), wi_verborgen_gezinnen() TO staf, partner;

CREATE OR REPLACE FUNCTION wi_geheel_verborgen_gezinnen() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(gezin_id), '{}') FROM (
        SELECT l.gezin_id FROM dossiers_gezinslid l
        WHERE l.gezin_id = ANY ((SELECT wi_verborgen_gezinnen())::bigint[])
          AND l.van <= wi_dag() AND (l.tot IS NULL OR l.tot > wi_dag())
        GROUP BY l.gezin_id HAVING bool_and(l.statushouder_id = ANY ((SELECT wi_verborgen())::bigint[]))
    ) geheel
$$;

-- Acts on one family come one after the other: what is derived of its members is written with all of them locked, and
-- two who had locked one each would wait for one another. By key, and also whom this user does not see.
CREATE OR REPLACE FUNCTION wi_vergrendel(sleutels bigint[], geheel boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    allen bigint[] := ARRAY(
        SELECT unnest(sleutels) UNION
        SELECT ander.statushouder_id FROM dossiers_gezinslid lid JOIN dossiers_gezinslid ander USING (gezin_id)
        WHERE lid.statushouder_id = ANY (sleutels));
BEGIN
    IF geheel THEN
        PERFORM FROM dossiers_statushouder s WHERE s.id = ANY (allen) ORDER BY s.id FOR UPDATE;
    ELSE
        PERFORM FROM dossiers_statushouder s WHERE s.id = ANY (allen) ORDER BY s.id FOR NO KEY UPDATE;
    END IF;
END $$;
REVOKE ALL ON FUNCTION wi_vergrendel(bigint[], boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wi_vergrendel(bigint[], boolean) TO staf;

-- the keys as bits in hexadecimal, for get_bit: 64 to a word, the first eight in its first byte
CREATE OR REPLACE FUNCTION wi_als_bits(sleutels bigint[]) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    woorden bigint[];
    sleutel bigint;
    nr int := (SELECT max(s) FROM unnest(sleutels) s) >> 6;
BEGIN
    IF nr IS NULL THEN
        RETURN '';
    END IF;
    woorden := array_fill(0::bigint, ARRAY[nr + 1]);
    FOREACH sleutel IN ARRAY sleutels LOOP
        nr := (sleutel >> 6) + 1;
        woorden[nr] := woorden[nr] | (1::bigint << ((sleutel & 63) # 56)::int);
    END LOOP;
    RETURN (SELECT encode(string_agg(int8send(w.woord), '' ORDER BY w.nr), 'hex')
            FROM unnest(woorden) WITH ORDINALITY w(woord, nr));
END $$;

-- Computed once in a transaction and kept in settings, which `kern.namens` empties; for whom and for which day
-- it is stands in one of them, and who changes a referral empties that. (Each table of each query asks for it.)
CREATE OR REPLACE FUNCTION wi_zoek_verwezen() RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    mijn bigint := nullif(current_setting('app.organisatie', true), '')::bigint;
    dag date := wi_dag();
    mensen bigint[];
    gezinnen bigint[];
    verborgen bigint[];
    bits text;
BEGIN
    -- step by step, each by its index and none for nothing (measured with 5,000 referrals: 1.5 ms, 12 as one question)
    SELECT coalesce(array_agg(statushouder_id) FILTER (WHERE statushouder_id IS NOT NULL), '{}'),
           coalesce(array_agg(gezin_id) FILTER (WHERE gezin_id IS NOT NULL), '{}')
    INTO mensen, gezinnen FROM dossiers_doorverwijzing
    WHERE organisatie_id = mijn AND aangenomen_op <= dag AND van <= dag AND tot_en_met >= dag
      AND (beeindigd_op IS NULL OR beeindigd_op > dag);
    IF cardinality(gezinnen) > 0 THEN
        mensen := mensen || ARRAY(
            SELECT l.statushouder_id FROM dossiers_gezinslid l
            WHERE l.gezin_id = ANY (gezinnen) AND l.van <= dag AND (l.tot IS NULL OR l.tot > dag));
    END IF;
    verborgen := wi_verborgen();
    IF cardinality(verborgen) > 0 THEN
        mensen := ARRAY(SELECT wie FROM unnest(mensen) wie WHERE wie <> ALL (verborgen));
    END IF;
    bits := wi_als_bits(mensen);
    PERFORM set_config('app.dossierbits', bits, true),
        set_config('app.hoogste', (4 * length(bits) - 1)::text, true),
        set_config('app.sleutels', mensen::text, true),
        set_config('app.verwezen', wi_voor(), true);
END $$;

CREATE OR REPLACE FUNCTION wi_voor() RETURNS text LANGUAGE sql STABLE AS
$$ SELECT concat_ws('/', 'voor', current_setting('app.organisatie', true), current_setting('app.dag', true),
                    current_setting('app.gebruiker', true), current_setting('app.rol', true)) $$;

-- The last key that has a bit. It comes first in a condition, and looks for whom was referred where that is not known
-- yet; the bits themselves then come without a function of their own (measured: 3 microseconds against 60, for each
-- table of each query).
CREATE OR REPLACE FUNCTION wi_hoogste() RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF public.wi_voor() IS DISTINCT FROM current_setting('app.verwezen', true) THEN
        PERFORM public.wi_zoek_verwezen();
    END IF;
    RETURN current_setting('app.hoogste')::bigint;
END $$;

CREATE OR REPLACE FUNCTION wi_bits() RETURNS bytea LANGUAGE sql STABLE AS
$$ SELECT decode(current_setting('app.dossierbits'), 'hex') $$;

-- The same keys as a list, by which a count goes through the primary key; no right of its own, so it only narrows.
CREATE OR REPLACE FUNCTION wi_sleutels() RETURNS bigint[] LANGUAGE plpgsql STABLE AS $$
BEGIN
    PERFORM public.wi_hoogste();
    RETURN current_setting('app.sleutels')::bigint[];
END $$;

CREATE OR REPLACE FUNCTION wi_vergeet_verwezen() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM set_config('app.verwezen', '', true);
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER doorverwijzing_vergeet AFTER INSERT OR UPDATE OR DELETE ON dossiers_doorverwijzing
FOR EACH STATEMENT EXECUTE FUNCTION wi_vergeet_verwezen();

-- the privacy officer has no dossiers, but must know which one a row of the read log is about
CREATE OR REPLACE FUNCTION wi_dossiernummers(sleutels uuid[]) RETURNS TABLE (sleutel uuid, nummer varchar)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT s.sleutel, s.nummer FROM dossiers_statushouder s
    WHERE s.sleutel = ANY (sleutels) AND current_setting('app.rol', true) IN ('privacy', 'gemeente')
$$;
"""
# Roles belong to the whole server: in production its keeper makes them, and then nothing happens here. Where
# another database of that server does the same at this moment, its row is there when ours is refused.
ROLLEN = """
DO $$
DECLARE nodig text;
BEGIN
    FOREACH nodig IN ARRAY ARRAY[
        'staf NOLOGIN', 'mandaat NOLOGIN', 'partner NOLOGIN', 'wi_web LOGIN NOINHERIT', 'wi_log LOGIN NOINHERIT'
    ]
    LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = split_part(nodig, ' ', 1)) THEN
            BEGIN
                EXECUTE 'CREATE ROLE ' || nodig;
            EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
            END;
        END IF;
    END LOOP;
    FOREACH nodig IN ARRAY ARRAY[
        'staf TO mandaat', 'staf TO wi_web', 'mandaat TO wi_web', 'partner TO wi_web',
        'staf TO CURRENT_USER', 'mandaat TO CURRENT_USER', 'partner TO CURRENT_USER'
    ]
    LOOP
        IF NOT pg_has_role(replace(split_part(nodig, ' TO ', 2), 'CURRENT_USER', current_user::text),
                           split_part(nodig, ' TO ', 1), 'MEMBER') THEN
            BEGIN
                EXECUTE 'GRANT ' || nodig;
            EXCEPTION WHEN unique_violation THEN NULL;
            END;
        END IF;
    END LOOP;
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
