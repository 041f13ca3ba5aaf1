-- CreateEnum
CREATE TYPE "ApiScope" AS ENUM ('read', 'write', 'administer');

-- AlterTable
ALTER TABLE "User" ADD COLUMN "isProgram" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" "ApiScope"[],
    "tokenHash" TEXT NOT NULL,
    "ending" TEXT NOT NULL,
    "madeById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_tokenHash_key" ON "ApiToken"("tokenHash");

-- CreateIndex
CREATE INDEX "ApiToken_newsroomId_userId_idx" ON "ApiToken"("newsroomId", "userId");

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_newsroomId_fkey" FOREIGN KEY ("newsroomId") REFERENCES "Newsroom"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written only in the turn of its newsroom, about a member of it, as every other row that a newsroom owns (0015_within_newsroom).
-- That it is being used is noted outside of turns, and changes nothing else.
CREATE FUNCTION "within_newsroom_ApiToken"() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  newsroom text := current_setting('stet.newsroom', true);
BEGIN
  IF newsroom <> '' THEN
    IF TG_OP <> 'DELETE' AND NOT (NEW."newsroomId" = newsroom AND EXISTS (
      SELECT 1 FROM "Membership" WHERE "userId" = NEW."userId" AND "newsroomId" = newsroom)) THEN
      RAISE EXCEPTION 'This % is not within the newsroom that writes', TG_TABLE_NAME;
    END IF;
    IF TG_OP <> 'INSERT' AND OLD."newsroomId" <> newsroom THEN
      RAISE EXCEPTION 'This % is not within the newsroom that writes', TG_TABLE_NAME;
    END IF;
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER "within_newsroom" BEFORE INSERT OR UPDATE OR DELETE ON "ApiToken"
  FOR EACH ROW EXECUTE FUNCTION "within_newsroom_ApiToken"();

-- The same as before (0024_evidence_kept), and who acts by a token is there while the token opens anything.
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
    ) OR login LIKE 'token:%' AND EXISTS (
      SELECT 1 FROM "ApiToken" token WHERE token.id = substr(login, 7) AND token."newsroomId" = room.id
        AND token."userId" = person AND token."revokedAt" IS NULL AND token."expiresAt" > clock_timestamp()
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
