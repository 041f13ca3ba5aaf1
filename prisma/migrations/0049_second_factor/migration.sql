-- AlterTable
ALTER TABLE "Newsroom" ADD COLUMN "secondFactorRequired" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "SecondFactor" (
    "userId" TEXT NOT NULL,
    "sealedSecret" TEXT NOT NULL,
    "begunAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedAt" TIMESTAMPTZ(3),
    "lastStep" INTEGER NOT NULL DEFAULT 0,
    "toldSteps" INTEGER[] DEFAULT ARRAY[]::INTEGER[],

    CONSTRAINT "SecondFactor_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryCode_userId_codeHash_key" ON "RecoveryCode"("userId", "codeHash");

-- AddForeignKey
ALTER TABLE "SecondFactor" ADD CONSTRAINT "SecondFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written only about a member of the newsroom that writes, as log-ins are (0015_within_newsroom); at the log-in there is no newsroom yet.
CREATE FUNCTION "within_newsroom_SecondFactor"() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  newsroom text := current_setting('stet.newsroom', true);
BEGIN
  IF newsroom <> '' THEN
    IF TG_OP <> 'DELETE' AND NOT EXISTS (
      SELECT 1 FROM "Membership" WHERE "userId" = NEW."userId" AND "newsroomId" = newsroom) THEN
      RAISE EXCEPTION 'This % is not within the newsroom that writes', TG_TABLE_NAME;
    END IF;
    IF TG_OP <> 'INSERT' AND NOT EXISTS (
      SELECT 1 FROM "Membership" WHERE "userId" = OLD."userId" AND "newsroomId" = newsroom) THEN
      RAISE EXCEPTION 'This % is not within the newsroom that writes', TG_TABLE_NAME;
    END IF;
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER "within_newsroom" BEFORE INSERT OR UPDATE OR DELETE ON "SecondFactor"
  FOR EACH ROW EXECUTE FUNCTION "within_newsroom_SecondFactor"();

CREATE FUNCTION "within_newsroom_RecoveryCode"() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  newsroom text := current_setting('stet.newsroom', true);
BEGIN
  IF newsroom <> '' THEN
    IF TG_OP <> 'DELETE' AND NOT EXISTS (
      SELECT 1 FROM "Membership" WHERE "userId" = NEW."userId" AND "newsroomId" = newsroom) THEN
      RAISE EXCEPTION 'This % is not within the newsroom that writes', TG_TABLE_NAME;
    END IF;
    IF TG_OP <> 'INSERT' AND NOT EXISTS (
      SELECT 1 FROM "Membership" WHERE "userId" = OLD."userId" AND "newsroomId" = newsroom) THEN
      RAISE EXCEPTION 'This % is not within the newsroom that writes', TG_TABLE_NAME;
    END IF;
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER "within_newsroom" BEFORE INSERT OR UPDATE OR DELETE ON "RecoveryCode"
  FOR EACH ROW EXECUTE FUNCTION "within_newsroom_RecoveryCode"();
