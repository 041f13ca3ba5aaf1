-- The log ends where the newsroom says that it ends: an entry follows the one before it, and nothing else moves the end.

CREATE FUNCTION "refuse_head"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The log of % does not end there', NEW.id
    USING HINT = 'The end of a log moves by adding the entry that follows it.';
END
$$;

CREATE FUNCTION "check_head"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."auditSeq" = OLD."auditSeq" + 1 AND EXISTS (
    SELECT 1 FROM "AuditEvent" WHERE "newsroomId" = OLD.id AND seq = NEW."auditSeq"
      AND hash = NEW."auditHash" AND previous = OLD."auditHash"
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'The log of % does not end there', NEW.id
    USING HINT = 'The end of a log moves by adding the entry that follows it.';
END
$$;

CREATE FUNCTION "move_head"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Newsroom" SET "auditSeq" = NEW.seq, "auditHash" = NEW.hash
  WHERE id = NEW."newsroomId" AND "auditSeq" = NEW.seq - 1 AND "auditHash" = NEW.previous;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Entry % does not follow the end of the log', NEW.seq;
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER "log_begins_empty" BEFORE INSERT ON "Newsroom"
  FOR EACH ROW WHEN (NEW."auditSeq" <> 0 OR NEW."auditHash" <> repeat('0', 64))
  EXECUTE FUNCTION "refuse_head"();
CREATE TRIGGER "head_moves_by_entry" BEFORE UPDATE OF "auditSeq", "auditHash" ON "Newsroom"
  FOR EACH ROW WHEN (NEW."auditSeq" <> OLD."auditSeq" OR NEW."auditHash" <> OLD."auditHash")
  EXECUTE FUNCTION "check_head"();
CREATE TRIGGER "entry_moves_head" AFTER INSERT ON "AuditEvent"
  FOR EACH ROW EXECUTE FUNCTION "move_head"();

-- Whether the role that asks could neither change the append-only tables nor switch off what protects them.
CREATE FUNCTION "record_is_guarded"() RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT coalesce(bool_and(
    guard.tgenabled IN ('O', 'A')
    AND NOT pg_has_role(current_user, kept.relowner, 'MEMBER')
    AND NOT has_table_privilege(current_user, kept.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER')
    AND NOT has_any_column_privilege(current_user, kept.oid, 'UPDATE')
  ), false)
  FROM pg_trigger guard JOIN pg_class kept ON kept.oid = guard.tgrelid
  WHERE guard.tgname = 'append_only_rows'
$$;
