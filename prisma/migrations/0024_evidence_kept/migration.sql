-- CreateEnum
CREATE TYPE "CaptureWay" AS ENUM ('page', 'upload');

-- CreateEnum
CREATE TYPE "CaptureRole" AS ENUM ('original', 'archive', 'text', 'screenshot');

-- CreateEnum
CREATE TYPE "JobKind" AS ENUM ('keep_page', 'time_stamp', 'look_again', 'make_bundle');

-- CreateEnum
CREATE TYPE "JobState" AS ENUM ('waiting', 'running', 'done', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "TimeStampState" AS ENUM ('pending', 'granted', 'failed');

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "captureId" TEXT,
ADD COLUMN     "passage" JSONB;

-- AlterTable
ALTER TABLE "Newsroom" ADD COLUMN     "fileQuota" BIGINT NOT NULL DEFAULT 21474836480;

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "originGroupId" TEXT;

-- CreateTable
CREATE TABLE "StoredFile" (
    "newsroomId" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "storedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("newsroomId","sha256")
);

-- CreateTable
CREATE TABLE "ArrivedFile" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "textSha256" TEXT NOT NULL DEFAULT '',
    "facts" JSONB NOT NULL DEFAULT '{}',
    "warnings" TEXT[],
    "arrivedById" TEXT NOT NULL,
    "arrivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ArrivedFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Capture" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "way" "CaptureWay" NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "answers" JSONB NOT NULL DEFAULT '[]',
    "title" TEXT NOT NULL DEFAULT '',
    "byline" TEXT NOT NULL DEFAULT '',
    "publisher" TEXT NOT NULL DEFAULT '',
    "published" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT '',
    "lacks" TEXT NOT NULL DEFAULT '',
    "takenById" TEXT NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Capture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CapturePart" (
    "captureId" TEXT NOT NULL,
    "role" "CaptureRole" NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "CapturePart_pkey" PRIMARY KEY ("captureId","role")
);

-- CreateTable
CREATE TABLE "Job" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "kind" "JobKind" NOT NULL,
    "articleId" TEXT,
    "sourceId" TEXT,
    "captureId" TEXT,
    "input" JSONB NOT NULL DEFAULT '{}',
    "state" "JobState" NOT NULL DEFAULT 'waiting',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "says" TEXT NOT NULL DEFAULT '',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "output" JSONB,
    "askedById" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comparison" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "evidenceId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "printed" TEXT NOT NULL,
    "against" TEXT NOT NULL,
    "translated" TEXT NOT NULL DEFAULT '',
    "reading" TEXT NOT NULL,
    "shown" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "madeById" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Comparison_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OriginJudgement" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "otherId" TEXT NOT NULL,
    "isSame" BOOLEAN NOT NULL,
    "judgedById" TEXT NOT NULL,
    "judgedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OriginJudgement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StampAuthority" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "certificates" TEXT NOT NULL DEFAULT '',
    "addedById" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StampAuthority_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TimeStamp" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "captureId" TEXT NOT NULL,
    "authorityId" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "state" "TimeStampState" NOT NULL DEFAULT 'pending',
    "says" TEXT NOT NULL DEFAULT '',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "response" BYTEA,
    "datedAt" TIMESTAMPTZ(3),
    "askedById" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "triedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TimeStamp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PageWatch" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "captureId" TEXT NOT NULL,
    "everyHours" INTEGER NOT NULL,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "startedById" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PageWatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PageLook" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "watchId" TEXT NOT NULL,
    "found" TEXT NOT NULL,
    "says" TEXT NOT NULL DEFAULT '',
    "captureId" TEXT,
    "lookedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PageLook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AllowedHost" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "port" INTEGER NOT NULL DEFAULT 0,
    "addedById" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AllowedHost_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ArrivedFile_newsroomId_arrivedById_idx" ON "ArrivedFile"("newsroomId", "arrivedById");

-- CreateIndex
CREATE INDEX "Capture_sourceId_takenAt_idx" ON "Capture"("sourceId", "takenAt" DESC);

-- CreateIndex
CREATE INDEX "Capture_newsroomId_takenAt_idx" ON "Capture"("newsroomId", "takenAt" DESC);

-- CreateIndex
CREATE INDEX "CapturePart_newsroomId_sha256_idx" ON "CapturePart"("newsroomId", "sha256");

-- CreateIndex
CREATE INDEX "Job_newsroomId_askedAt_idx" ON "Job"("newsroomId", "askedAt" DESC);

-- CreateIndex
CREATE INDEX "Job_sourceId_idx" ON "Job"("sourceId");

-- CreateIndex
CREATE INDEX "Job_articleId_kind_idx" ON "Job"("articleId", "kind");

-- CreateIndex
CREATE INDEX "Comparison_evidenceId_madeAt_idx" ON "Comparison"("evidenceId", "madeAt" DESC);

-- CreateIndex
CREATE INDEX "OriginJudgement_sourceId_otherId_judgedAt_idx" ON "OriginJudgement"("sourceId", "otherId", "judgedAt" DESC);

-- CreateIndex
CREATE INDEX "OriginJudgement_otherId_idx" ON "OriginJudgement"("otherId");

-- CreateIndex
CREATE UNIQUE INDEX "TimeStamp_captureId_authorityId_key" ON "TimeStamp"("captureId", "authorityId");

-- CreateIndex
CREATE INDEX "PageWatch_articleId_idx" ON "PageWatch"("articleId");

-- CreateIndex
CREATE INDEX "PageWatch_nextAt_idx" ON "PageWatch"("nextAt");

-- CreateIndex
CREATE INDEX "PageLook_watchId_lookedAt_idx" ON "PageLook"("watchId", "lookedAt" DESC);

-- CreateIndex
CREATE INDEX "AllowedHost_newsroomId_idx" ON "AllowedHost"("newsroomId");

-- CreateIndex
CREATE INDEX "Evidence_captureId_idx" ON "Evidence"("captureId");

-- CreateIndex
CREATE INDEX "Source_originGroupId_idx" ON "Source"("originGroupId");

-- AddForeignKey
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_newsroomId_fkey" FOREIGN KEY ("newsroomId") REFERENCES "Newsroom"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArrivedFile" ADD CONSTRAINT "ArrivedFile_newsroomId_fkey" FOREIGN KEY ("newsroomId") REFERENCES "Newsroom"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_newsroomId_fkey" FOREIGN KEY ("newsroomId") REFERENCES "Newsroom"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Capture" ADD CONSTRAINT "Capture_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CapturePart" ADD CONSTRAINT "CapturePart_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "Capture"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CapturePart" ADD CONSTRAINT "CapturePart_newsroomId_sha256_fkey" FOREIGN KEY ("newsroomId", "sha256") REFERENCES "StoredFile"("newsroomId", "sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Job" ADD CONSTRAINT "Job_newsroomId_fkey" FOREIGN KEY ("newsroomId") REFERENCES "Newsroom"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comparison" ADD CONSTRAINT "Comparison_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StampAuthority" ADD CONSTRAINT "StampAuthority_newsroomId_fkey" FOREIGN KEY ("newsroomId") REFERENCES "Newsroom"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimeStamp" ADD CONSTRAINT "TimeStamp_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "Capture"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TimeStamp" ADD CONSTRAINT "TimeStamp_authorityId_fkey" FOREIGN KEY ("authorityId") REFERENCES "StampAuthority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PageWatch" ADD CONSTRAINT "PageWatch_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "Capture"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PageLook" ADD CONSTRAINT "PageLook_watchId_fkey" FOREIGN KEY ("watchId") REFERENCES "PageWatch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AllowedHost" ADD CONSTRAINT "AllowedHost_newsroomId_fkey" FOREIGN KEY ("newsroomId") REFERENCES "Newsroom"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "Capture"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Evidence" ADD CONSTRAINT "evidence_passage_has_capture" CHECK ("passage" IS NULL OR "captureId" IS NOT NULL);
ALTER TABLE "StoredFile" ADD CONSTRAINT "stored_file_is_named_by_its_hash" CHECK (sha256 ~ '^[0-9a-f]{64}$' AND bytes >= 0);
ALTER TABLE "OriginJudgement" ADD CONSTRAINT "origin_judgement_is_ordered" CHECK ("sourceId" < "otherId");

-- What was kept, compared, judged and seen stays as it was (0002).
DO $make$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY '{StoredFile,ArrivedFile,Capture,CapturePart,Comparison,OriginJudgement,PageLook}'::text[] LOOP
    EXECUTE format('CREATE TRIGGER "append_only_rows" BEFORE UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION "refuse_change"()', kept);
    EXECUTE format('CREATE TRIGGER "append_only_table" BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"()', kept);
  END LOOP;
END
$make$;

-- Written only in the turn of its newsroom, about things of it, as every other row that a newsroom owns (0015). The function
-- of evidence is made anew, because evidence can name a capture now.
DO $make$
DECLARE
  of_own text := '(SELECT "newsroomId" FROM %I WHERE id = %%s) IS NOT DISTINCT FROM newsroom';
  of_article text := '(SELECT article."newsroomId" FROM %I part JOIN "Article" article ON article.id = part."articleId"
      WHERE part.id = %%s) IS NOT DISTINCT FROM newsroom';
  of_person text := 'EXISTS (SELECT 1 FROM "Membership" WHERE "userId" = %s AND "newsroomId" = newsroom)';
  way jsonb := jsonb_build_object(
    'newsroomId', '%s = newsroom',
    'articleId', format(of_own, 'Article'),
    'sourceId', format(of_own, 'Source'),
    'otherId', format(of_own, 'Source'),
    'captureId', format(of_own, 'Capture'),
    'authorityId', format(of_own, 'StampAuthority'),
    'watchId', format(of_own, 'PageWatch'),
    'claimId', format(of_article, 'Claim'),
    'evidenceId', '(SELECT source."newsroomId" FROM "Evidence" part JOIN "Source" source ON source.id = part."sourceId"
      WHERE part.id = %s) IS NOT DISTINCT FROM newsroom',
    'askedById', of_person
  );
  kept record;
BEGIN
  FOR kept IN
    SELECT tables.name,
      string_agg(format(
        E'(NEW.%1$I IS NULL OR %2$s)', one, format(way ->> one, format('NEW.%I', one))
      ), E'\n      AND ') AS within,
      string_agg(format('NEW.%I', one), ', ') AS ids
    FROM (VALUES
      ('Evidence', '{claimId, sourceId, captureId}'),
      ('StoredFile', '{newsroomId}'),
      ('ArrivedFile', '{newsroomId}'),
      ('Capture', '{newsroomId, sourceId}'),
      ('CapturePart', '{newsroomId, captureId}'),
      ('Job', '{newsroomId, articleId, sourceId, captureId, askedById}'),
      ('Comparison', '{newsroomId, evidenceId}'),
      ('OriginJudgement', '{newsroomId, sourceId, otherId}'),
      ('StampAuthority', '{newsroomId}'),
      ('TimeStamp', '{newsroomId, captureId, authorityId}'),
      ('PageWatch', '{newsroomId, articleId, captureId}'),
      ('PageLook', '{newsroomId, watchId, captureId}'),
      ('AllowedHost', '{newsroomId}')
    ) AS tables (name, columns), unnest(columns::text[]) AS one
    GROUP BY tables.name
  LOOP
    EXECUTE format($function$
CREATE OR REPLACE FUNCTION %1$I() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  newsroom text := current_setting('stet.newsroom', true);
BEGIN
  IF newsroom <> '' THEN
    IF TG_OP <> 'DELETE' AND NOT (%2$s) THEN
      RAISE EXCEPTION 'This %% is not within the newsroom that writes', TG_TABLE_NAME;
    END IF;
    IF (TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND (%3$s) IS DISTINCT FROM (%5$s)) AND NOT (%4$s) THEN
      RAISE EXCEPTION 'This %% is not within the newsroom that writes', TG_TABLE_NAME;
    END IF;
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$$function$,
      'within_newsroom_' || kept.name, kept.within, kept.ids,
      replace(kept.within, 'NEW.', 'OLD.'), replace(kept.ids, 'NEW.', 'OLD.'));
    IF kept.name <> 'Evidence' THEN
      EXECUTE format('CREATE TRIGGER "within_newsroom" BEFORE INSERT OR UPDATE OR DELETE ON %1$I
        FOR EACH ROW EXECUTE FUNCTION %2$I()', kept.name, 'within_newsroom_' || kept.name);
    END IF;
  END LOOP;
END
$make$;

-- As before (0018), and a job that runs (`job:` and its id in place of a log-in) acts for whoever asked for it, for as long
-- as they are a member.
CREATE OR REPLACE FUNCTION "take_turn"(newsroom text, person text, login text, form text, sent_for text)
RETURNS TABLE (seq int, hash text, place jsonb, receipt jsonb)
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  SELECT "auditSeq", "auditHash" INTO seq, hash FROM "Newsroom" WHERE id = newsroom FOR UPDATE;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  SELECT jsonb_build_object(
    'role', member.role,
    'selfCheck', room."selfCheck",
    'secondCheck', room."secondCheck",
    'secondCheckRisks', room."secondCheckRisks"
  ) INTO place
  FROM "Newsroom" room
  JOIN "Membership" member ON member."newsroomId" = room.id
  WHERE room.id = newsroom AND member."userId" = person AND member."removedAt" IS NULL AND (
    EXISTS (
      SELECT 1 FROM "Session" session WHERE session.id = login AND session."userId" = person
        AND session."revokedAt" IS NULL AND session."expiresAt" > clock_timestamp()
    ) OR login LIKE 'job:%' AND EXISTS (
      SELECT 1 FROM "Job" job WHERE job.id = substr(login, 5) AND job."newsroomId" = room.id
        AND job."askedById" = person AND job.state = 'running'
    )
  );
  SELECT jsonb_build_object('isSame', same.is_same, 'output', CASE WHEN same.is_same THEN sent.output END) INTO receipt
  FROM "FormReceipt" sent CROSS JOIN LATERAL (
    SELECT sent."userId" = person AND sent."newsroomId" = newsroom AND sent.command IN ('', sent_for) AS is_same
  ) AS same
  WHERE sent.id = form;
  RETURN NEXT;
END
$$;
