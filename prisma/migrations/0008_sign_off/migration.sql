-- CreateEnum
CREATE TYPE "OpenItemKind" AS ENUM ('uncovered', 'unplaced', 'unchecked', 'recheck', 'not_safe', 'secondary_support', 'second_check_missing', 'checks_disagree', 'blocking_query', 'undecided_suggestion', 'unapplied_suggestion');

-- CreateEnum
CREATE TYPE "SignOffEndKind" AS ENUM ('revoked', 'superseded', 'fallen', 'completed');

-- CreateEnum
CREATE TYPE "CorrectionCause" AS ENUM ('source_wrong', 'writer', 'edit_introduced', 'check_missed', 'check_not_done', 'late_change', 'translation', 'production');

-- CreateTable
CREATE TABLE "Acceptance" (
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "kind" "OpenItemKind" NOT NULL,
    "key" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "acceptedById" TEXT NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnById" TEXT,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Acceptance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignOff" (
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "signedById" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "statement" TEXT NOT NULL,
    "emergency" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL DEFAULT '',
    "checkpoint" JSONB NOT NULL,

    CONSTRAINT "SignOff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignOffItem" (
    "id" TEXT NOT NULL,
    "signOffId" TEXT NOT NULL,
    "kind" "OpenItemKind" NOT NULL,
    "key" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "claimId" TEXT,
    "queryId" TEXT,
    "suggestionId" TEXT,
    "start" INTEGER,
    "end" INTEGER,
    "acceptanceId" TEXT,

    CONSTRAINT "SignOffItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignOffEnd" (
    "id" TEXT NOT NULL,
    "signOffId" TEXT NOT NULL,
    "kind" "SignOffEndKind" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "revisionId" TEXT,
    "claims" INTEGER[],
    "endedById" TEXT NOT NULL,
    "endedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SignOffEnd_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "claimId" TEXT,
    "publishedRevisionId" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "publishedWords" TEXT NOT NULL,
    "correctedWords" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "cause" "CorrectionCause" NOT NULL,
    "notice" TEXT NOT NULL,
    "correctedById" TEXT NOT NULL,
    "correctedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Acceptance_articleId_idx" ON "Acceptance"("articleId");

-- CreateIndex
CREATE INDEX "SignOff_articleId_idx" ON "SignOff"("articleId");

-- CreateIndex
CREATE UNIQUE INDEX "SignOffItem_signOffId_key_key" ON "SignOffItem"("signOffId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "SignOffEnd_signOffId_key" ON "SignOffEnd"("signOffId");

-- CreateIndex
CREATE UNIQUE INDEX "Correction_revisionId_key" ON "Correction"("revisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Correction_articleId_number_key" ON "Correction"("articleId", "number");

-- AddForeignKey
ALTER TABLE "Acceptance" ADD CONSTRAINT "Acceptance_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOff" ADD CONSTRAINT "SignOff_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOff" ADD CONSTRAINT "SignOff_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOffItem" ADD CONSTRAINT "SignOffItem_signOffId_fkey" FOREIGN KEY ("signOffId") REFERENCES "SignOff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOffItem" ADD CONSTRAINT "SignOffItem_acceptanceId_fkey" FOREIGN KEY ("acceptanceId") REFERENCES "Acceptance"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOffEnd" ADD CONSTRAINT "SignOffEnd_signOffId_fkey" FOREIGN KEY ("signOffId") REFERENCES "SignOff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_publishedRevisionId_fkey" FOREIGN KEY ("publishedRevisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was signed, what was open then, what ended it and what was corrected stays as it was.

CREATE TRIGGER "append_only_rows" BEFORE UPDATE OR DELETE ON "SignOff"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_table" BEFORE TRUNCATE ON "SignOff"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

CREATE TRIGGER "append_only_rows" BEFORE UPDATE OR DELETE ON "SignOffItem"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_table" BEFORE TRUNCATE ON "SignOffItem"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

CREATE TRIGGER "append_only_rows" BEFORE UPDATE OR DELETE ON "SignOffEnd"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_table" BEFORE TRUNCATE ON "SignOffEnd"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

CREATE TRIGGER "append_only_rows" BEFORE UPDATE OR DELETE ON "Correction"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "append_only_table" BEFORE TRUNCATE ON "Correction"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

CREATE TRIGGER "words_stay" BEFORE UPDATE OR DELETE ON "Acceptance"
  FOR EACH ROW EXECUTE FUNCTION "refuse_other_words"('withdrawnById', 'withdrawnAt');
CREATE TRIGGER "words_stay_in_table" BEFORE TRUNCATE ON "Acceptance"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "withdrawn_for_good" BEFORE UPDATE ON "Acceptance"
  FOR EACH ROW WHEN (OLD."withdrawnAt" IS NOT NULL) EXECUTE FUNCTION "refuse_change"();

-- A claim stays in its article, a place where it was found, and an article in its newsroom.

CREATE TRIGGER "stays_here" BEFORE UPDATE OF id, "newsroomId" ON "Article"
  FOR EACH ROW WHEN (NEW.id <> OLD.id OR NEW."newsroomId" <> OLD."newsroomId")
  EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "stays_here" BEFORE UPDATE OF id, "articleId", number ON "Claim"
  FOR EACH ROW WHEN (NEW.id <> OLD.id OR NEW."articleId" <> OLD."articleId" OR NEW.number <> OLD.number)
  EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "is_never_dropped" BEFORE DELETE ON "Claim"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "stays_here" BEFORE UPDATE ON "Anchor"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- Only an editor signs, accepts, revokes and corrects; their place in the newsroom is held until the transaction ends.

CREATE FUNCTION "assert_editor"(person text, which text, as_role "Role" DEFAULT NULL) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Membership" member JOIN "Article" article USING ("newsroomId")
  WHERE article.id = which AND member."userId" = person AND member."removedAt" IS NULL
    AND member.role IN ('admin', 'editor') AND member.role = coalesce(as_role, member.role)
  FOR SHARE OF member;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Only an editor of the newsroom may do this';
  END IF;
END
$$;

-- Nobody signs for what they wrote, unless the newsroom is set to self-check.
CREATE FUNCTION "assert_no_writer"(person text, which text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "ArticlePerson" writer JOIN "Article" article ON article.id = writer."articleId"
    JOIN "Newsroom" newsroom ON newsroom.id = article."newsroomId"
    WHERE article.id = which AND writer."userId" = person AND writer.part = 'writer' AND NOT newsroom."selfCheck"
  ) THEN
    RAISE EXCEPTION 'Nobody signs for what they wrote';
  END IF;
END
$$;

-- A later level would overlook what was committed since it began, so what is signed is changed at this one only.
CREATE FUNCTION "assert_sees_the_last_commit"() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'What is signed is changed in a transaction that sees what was committed last';
  END IF;
END
$$;

-- Everything below takes the article's turn first, so that two transactions never each overlook the other.

CREATE FUNCTION "check_sign_off"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "assert_sees_the_last_commit"();
  PERFORM 1 FROM "Article" WHERE id = NEW."articleId" FOR NO KEY UPDATE;
  PERFORM "assert_editor"(NEW."signedById", NEW."articleId", NEW.role);
  PERFORM "assert_no_writer"(NEW."signedById", NEW."articleId");
  IF NOT EXISTS (
    SELECT 1 FROM (
      SELECT id, sha256 FROM "Revision" WHERE "articleId" = NEW."articleId" ORDER BY number DESC LIMIT 1
    ) AS newest
    WHERE newest.id = NEW."revisionId" AND newest.sha256 = NEW.sha256
  ) THEN
    RAISE EXCEPTION 'A sign-off names the newest text of its article and that text''s SHA-256';
  END IF;
  RETURN NEW;
END
$$;

CREATE FUNCTION "check_sign_off_item"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "SignOff" signed LEFT JOIN "Acceptance" accepted ON accepted.id = NEW."acceptanceId"
    WHERE signed.id = NEW."signOffId" AND signed.xmin = pg_current_xact_id()::xid
      AND (signed.emergency AND NEW."acceptanceId" IS NULL OR
        accepted."articleId" = signed."articleId" AND accepted.key = NEW.key AND accepted."withdrawnAt" IS NULL)
  ) THEN
    RAISE EXCEPTION 'What is open is named at the moment of signing, each item accepted unless it is an emergency';
  END IF;
  RETURN NEW;
END
$$;

CREATE FUNCTION "check_sign_off_end"() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  signed "SignOff";
BEGIN
  SELECT * INTO signed FROM "SignOff" WHERE id = NEW."signOffId";
  PERFORM 1 FROM "Article" WHERE id = signed."articleId" FOR NO KEY UPDATE;
  IF NEW.kind IN ('revoked', 'completed') THEN
    PERFORM "assert_editor"(NEW."endedById", signed."articleId");
  END IF;
  IF NEW.kind = 'superseded' AND NOT EXISTS (
    SELECT 1 FROM "Revision" later JOIN "Revision" before ON before."articleId" = later."articleId"
    WHERE later.id = NEW."revisionId" AND before.id = signed."revisionId" AND later.number > before.number
  ) THEN
    RAISE EXCEPTION 'A superseded sign-off names the text that took its place';
  END IF;
  RETURN NEW;
END
$$;

CREATE FUNCTION "check_acceptance"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM "assert_editor"(NEW."acceptedById", NEW."articleId");
    PERFORM "assert_no_writer"(NEW."acceptedById", NEW."articleId");
  ELSE
    PERFORM "assert_editor"(NEW."withdrawnById", NEW."articleId");
  END IF;
  RETURN NEW;
END
$$;

CREATE FUNCTION "check_correction"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Article" WHERE id = NEW."articleId" AND state IN ('published', 'corrected') FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Only what is published is corrected';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM "Revision" later JOIN "Revision" published ON published."articleId" = later."articleId"
    WHERE later.id = NEW."revisionId" AND published.id = NEW."publishedRevisionId"
      AND later."articleId" = NEW."articleId" AND later.number > published.number
  ) THEN
    RAISE EXCEPTION 'A correction leads from one text of its article to a later one';
  END IF;
  PERFORM "assert_editor"(NEW."correctedById", NEW."articleId");
  RETURN NEW;
END
$$;

CREATE FUNCTION "check_revision"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Article" WHERE id = NEW."articleId" AND state <> 'withdrawn' FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'The text of a withdrawn article stays as it is';
  END IF;
  IF NEW.number <> 1 + (SELECT coalesce(max(number), 0) FROM "Revision" WHERE "articleId" = NEW."articleId") THEN
    RAISE EXCEPTION 'A text follows the newest one of its article';
  END IF;
  IF NEW.sha256 <> encode(sha256(convert_to(NEW.text, 'UTF8')), 'hex') THEN
    RAISE EXCEPTION 'A text is known by its own SHA-256';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "by_an_editor_for_the_newest_text" BEFORE INSERT ON "SignOff"
  FOR EACH ROW EXECUTE FUNCTION "check_sign_off"();
CREATE TRIGGER "named_at_signing" BEFORE INSERT ON "SignOffItem"
  FOR EACH ROW EXECUTE FUNCTION "check_sign_off_item"();
CREATE TRIGGER "ends_for_a_cause" BEFORE INSERT ON "SignOffEnd"
  FOR EACH ROW EXECUTE FUNCTION "check_sign_off_end"();
CREATE TRIGGER "by_an_editor" BEFORE INSERT OR UPDATE ON "Acceptance"
  FOR EACH ROW EXECUTE FUNCTION "check_acceptance"();
CREATE TRIGGER "by_an_editor" BEFORE INSERT ON "Correction"
  FOR EACH ROW EXECUTE FUNCTION "check_correction"();
CREATE TRIGGER "follows_the_newest" BEFORE INSERT ON "Revision"
  FOR EACH ROW EXECUTE FUNCTION "check_revision"();

-- Why a claim is in the way of a signature on this text, as far as it can be told from what is kept of the claim.
CREATE FUNCTION "why_open"(claim "Claim", text_id text) RETURNS "OpenItemKind"
LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN NOT EXISTS (SELECT 1 FROM "Anchor" WHERE "claimId" = claim.id AND "revisionId" = text_id) THEN 'unplaced'
    WHEN claim.status = 'recheck' THEN 'recheck'
    WHEN claim.status <> 'checked' THEN 'unchecked'
    -- That it is checked follows from verdicts that somebody gave.
    WHEN NOT EXISTS (
      SELECT 1 FROM "Verdict" WHERE "claimId" = claim.id AND aspect = 'so' AND verdict = claim."soVerdict"
    ) OR claim.claimant IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM "Verdict" WHERE "claimId" = claim.id AND aspect = 'said' AND verdict = claim."saidVerdict"
    ) THEN 'unchecked'
    WHEN claim."soVerdict" IN ('ok_with_change', 'incorrect', 'misleading', 'cannot_be_stood_up', 'disputed')
      OR claim.claimant IS NOT NULL
        AND claim."saidVerdict" IN ('ok_with_change', 'incorrect', 'misleading', 'cannot_be_stood_up', 'disputed')
      THEN 'not_safe'
  END::"OpenItemKind"
$$;

-- Refuses a sign-off that does not name all that is open now.
CREATE FUNCTION "assert_names_what_is_open"(signed "SignOff") RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "Claim" claim CROSS JOIN LATERAL "why_open"(claim, signed."revisionId") AS why
    WHERE claim."articleId" = signed."articleId" AND claim.status <> 'cut' AND why IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM "SignOffItem"
      WHERE "signOffId" = signed.id AND "claimId" = claim.id AND kind IN (why, 'checks_disagree')
    )
  ) OR EXISTS (
    SELECT 1 FROM "Query" asked
    WHERE asked."articleId" = signed."articleId" AND asked.blocking AND asked.state <> 'closed' AND NOT EXISTS (
      SELECT 1 FROM "SignOffItem"
      WHERE "signOffId" = signed.id AND "queryId" = asked.id AND kind = 'blocking_query'
    )
  ) OR EXISTS (
    SELECT 1 FROM "Suggestion" made
    WHERE made."articleId" = signed."articleId" AND made.state IN ('undecided', 'accepted') AND NOT EXISTS (
      SELECT 1 FROM "SignOffItem" WHERE "signOffId" = signed.id AND "suggestionId" = made.id
        AND kind = CASE made.state WHEN 'undecided' THEN 'undecided_suggestion' ELSE 'unapplied_suggestion' END::"OpenItemKind"
    )
  ) THEN
    RAISE EXCEPTION 'The sign-off does not name all that is open';
  END IF;
END
$$;

-- Refuses an article whose state, newest text and signatures contradict each other.
CREATE FUNCTION "assert_article_stands"(which text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  article "Article";
  newest text;
  standing "SignOff";
  held int;
BEGIN
  PERFORM "assert_sees_the_last_commit"();
  SELECT * INTO article FROM "Article" WHERE id = which FOR NO KEY UPDATE;
  SELECT count(*) INTO held FROM "SignOff" signed
  WHERE signed."articleId" = which
    AND NOT EXISTS (SELECT 1 FROM "SignOffEnd" WHERE "signOffId" = signed.id);
  IF article.state IN ('draft', 'in_check', 'with_editor') THEN
    IF held > 0 THEN
      RAISE EXCEPTION 'A signature holds, so the article is signed off';
    END IF;
    RETURN;
  END IF;
  IF held > 1 THEN
    RAISE EXCEPTION 'One signature holds at a time';
  END IF;
  SELECT id INTO newest FROM "Revision" WHERE "articleId" = which ORDER BY number DESC LIMIT 1;
  SELECT * INTO standing FROM "SignOff" signed
  WHERE signed."articleId" = which
    AND NOT EXISTS (SELECT 1 FROM "SignOffEnd" WHERE "signOffId" = signed.id);
  IF held = 1 AND standing."revisionId" <> newest THEN
    RAISE EXCEPTION 'A signature holds for one text only';
  END IF;
  IF held = 1 AND EXISTS (
    SELECT 1 FROM "SignOffItem" item JOIN "Acceptance" accepted ON accepted.id = item."acceptanceId"
    WHERE item."signOffId" = standing.id AND accepted."withdrawnAt" IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'What was signed with stays accepted as long as the signature holds';
  END IF;
  IF held = 0 AND article.state IN ('signed_off', 'published') THEN
    RAISE EXCEPTION 'No signature holds for the newest text';
  END IF;
  IF held = 0 AND article.state = 'corrected' AND NOT EXISTS (
    SELECT 1 FROM "Correction" WHERE "revisionId" = newest
  ) THEN
    RAISE EXCEPTION 'What is published changes by a correction only';
  END IF;
  IF article.state = 'signed_off' THEN
    IF standing.emergency THEN
      RAISE EXCEPTION 'An emergency is published, not signed off';
    END IF;
    PERFORM "assert_names_what_is_open"(standing);
  END IF;
END
$$;

CREATE FUNCTION "check_article"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "assert_article_stands"(CASE TG_TABLE_NAME
    WHEN 'Article' THEN to_jsonb(NEW) ->> 'id'
    WHEN 'SignOffEnd' THEN (
      SELECT "articleId" FROM "SignOff" WHERE id = to_jsonb(NEW) ->> 'signOffId'
    )
    WHEN 'Anchor' THEN (
      SELECT "articleId" FROM "Claim" WHERE id = to_jsonb(OLD) ->> 'claimId'
    )
    ELSE to_jsonb(NEW) ->> 'articleId'
  END);
  RETURN NULL;
END
$$;

CREATE FUNCTION "check_new_sign_off"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "assert_article_stands"(NEW."articleId");
  PERFORM "assert_names_what_is_open"(NEW);
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER "article_stands" AFTER INSERT OR UPDATE OF state ON "Article"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_article"();
CREATE CONSTRAINT TRIGGER "article_stands" AFTER INSERT ON "Revision"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.number > 1) EXECUTE FUNCTION "check_article"();
CREATE CONSTRAINT TRIGGER "article_stands" AFTER INSERT ON "SignOff"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_new_sign_off"();
CREATE CONSTRAINT TRIGGER "article_stands" AFTER INSERT ON "SignOffEnd"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_article"();
CREATE CONSTRAINT TRIGGER "article_stands" AFTER INSERT OR UPDATE OF status, claimant, "saidVerdict", "soVerdict" ON "Claim"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.status <> 'cut') EXECUTE FUNCTION "check_article"();
CREATE CONSTRAINT TRIGGER "article_stands" AFTER DELETE ON "Anchor"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_article"();
CREATE CONSTRAINT TRIGGER "article_stands" AFTER INSERT OR UPDATE OF state ON "Query"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.blocking AND NEW.state <> 'closed')
  EXECUTE FUNCTION "check_article"();
CREATE CONSTRAINT TRIGGER "article_stands" AFTER INSERT OR UPDATE OF state ON "Suggestion"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state IN ('undecided', 'accepted'))
  EXECUTE FUNCTION "check_article"();
CREATE CONSTRAINT TRIGGER "article_stands" AFTER UPDATE ON "Acceptance"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "check_article"();
