-- The newest migration that the database went through, for whoever asks whether it is ready. Its owner's record of them is
-- closed to the role that serves; this tells one name of it.

CREATE FUNCTION "newest_migration"() RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  RETURN (SELECT max(migration_name) FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL);
END
$$;
