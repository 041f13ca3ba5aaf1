-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "written" JSONB NOT NULL DEFAULT '[]';

-- Of the texts on file it is not known which of their words came in when, so each is by all who brought it or one before it
-- in, by those whose suggestions were carried out in it, and by the writers that are listed. Nothing else of it changes.
ALTER TABLE "Revision" DISABLE TRIGGER "append_only_rows";

UPDATE "Revision" SET "written" = jsonb_build_array(jsonb_build_object(
    'start', 0, 'end', octet_length("text"), 'asked', '[]'::jsonb, 'by', (
        SELECT coalesce(jsonb_agg(DISTINCT person), '[]')
        FROM (
            SELECT before."createdById" FROM "Revision" before
            WHERE before."articleId" = "Revision"."articleId" AND before.number <= "Revision".number
                AND NOT EXISTS (SELECT 1 FROM "Suggestion" WHERE "appliedIn" = before.id)
            UNION ALL
            SELECT unnest(CASE WHEN decided."after" = made."after" THEN ARRAY[made."madeById"]
                ELSE ARRAY[made."madeById", decided."decidedById"] END)
            FROM "Suggestion" made
            JOIN "Revision" before ON before.id = made."appliedIn" AND before.number <= "Revision".number
            JOIN LATERAL (
                SELECT * FROM "SuggestionDecision" WHERE "suggestionId" = made.id
                ORDER BY "decidedAt" DESC, id DESC LIMIT 1
            ) AS decided ON true
            WHERE made."articleId" = "Revision"."articleId"
            UNION ALL
            SELECT "userId" FROM "ArticlePerson"
            WHERE "articleId" = "Revision"."articleId" AND part = 'writer'
        ) AS wrote (person)
    )
));

ALTER TABLE "Revision" ENABLE TRIGGER "append_only_rows";

-- A text of which nobody says who wrote it was written by whoever brings it in.

CREATE FUNCTION "keep_writers"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.written := jsonb_build_array(jsonb_build_object(
    'start', 0, 'end', octet_length(NEW.text), 'by', jsonb_build_array(NEW."createdById"), 'asked', '[]'::jsonb));
  RETURN NEW;
END
$$;

CREATE TRIGGER "has_writers" BEFORE INSERT ON "Revision"
  FOR EACH ROW WHEN (NOT jsonb_path_exists(NEW.written, '$[*].*[*] ? (@.type() == "string")'))
  EXECUTE FUNCTION "keep_writers"();

-- Nobody signs for what they wrote, by record or as a listed writer, unless the newsroom is set to self-check.
CREATE OR REPLACE FUNCTION "assert_no_writer"(person text, which text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "Article" article
    JOIN "Newsroom" newsroom ON newsroom.id = article."newsroomId" AND NOT newsroom."selfCheck"
    JOIN LATERAL (
      SELECT written FROM "Revision" WHERE "articleId" = article.id ORDER BY number DESC LIMIT 1
    ) AS newest ON true
    WHERE article.id = which AND (
      newest.written @> jsonb_build_array(jsonb_build_object('by', jsonb_build_array(person)))
      OR newest.written @> jsonb_build_array(jsonb_build_object('asked', jsonb_build_array(person)))
      OR EXISTS (
        SELECT 1 FROM "ArticlePerson" WHERE "articleId" = which AND "userId" = person AND part = 'writer'
      )
    )
  ) THEN
    RAISE EXCEPTION 'Nobody signs for what they wrote';
  END IF;
END
$$;

-- Nor is whoever signed made a writer as long as the signature holds.

CREATE FUNCTION "check_writer"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "assert_sees_the_last_commit"();
  PERFORM 1 FROM "Article" WHERE id = NEW."articleId" FOR NO KEY UPDATE;
  IF EXISTS (
    SELECT 1 FROM "ArticlePerson" writer
    JOIN "SignOff" signed ON signed."articleId" = writer."articleId" AND signed."signedById" = writer."userId"
    JOIN "Article" article ON article.id = writer."articleId"
    JOIN "Newsroom" newsroom ON newsroom.id = article."newsroomId" AND NOT newsroom."selfCheck"
    WHERE writer."articleId" = NEW."articleId" AND writer."userId" = NEW."userId" AND writer.part = 'writer'
      AND NOT EXISTS (SELECT 1 FROM "SignOffEnd" WHERE "signOffId" = signed.id)
  ) THEN
    RAISE EXCEPTION 'Whoever signed a text is not made a writer of it';
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER "signed_by_others" AFTER INSERT OR UPDATE ON "ArticlePerson"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.part = 'writer') EXECUTE FUNCTION "check_writer"();

-- What a claim was found to be is what the newest verdict on that question says, second checks aside.

CREATE FUNCTION "check_found"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "Claim" claim
    CROSS JOIN LATERAL (VALUES ('said'::"Aspect", claim."saidVerdict"), ('so', claim."soVerdict")) AS found (aspect, verdict)
    WHERE claim.id = NEW.id AND found.verdict IS NOT NULL AND found.verdict IS DISTINCT FROM (
      SELECT given.verdict FROM "Verdict" given
      WHERE given."claimId" = claim.id AND given.aspect = found.aspect AND given."check" <> 'second'
      ORDER BY given."givenAt" DESC, given.id DESC LIMIT 1
    )
  ) THEN
    RAISE EXCEPTION 'A claim was found to be what its newest verdict says, and nothing without one';
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER "found_by_somebody" AFTER INSERT OR UPDATE OF "saidVerdict", "soVerdict" ON "Claim"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."saidVerdict" IS NOT NULL OR NEW."soVerdict" IS NOT NULL) EXECUTE FUNCTION "check_found"();
