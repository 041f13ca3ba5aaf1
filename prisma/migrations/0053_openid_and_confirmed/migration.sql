-- AlterTable
ALTER TABLE "Newsroom" ADD COLUMN "openIdAllowed" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Session" ADD COLUMN "confirmedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- Of those that are open, nobody knows better than when they began.
UPDATE "Session" SET "confirmedAt" = "createdAt";

-- CreateTable
CREATE TABLE "OpenIdLink" (
    "userId" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "linkedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OpenIdLink_pkey" PRIMARY KEY ("userId","issuer")
);

-- CreateIndex
CREATE UNIQUE INDEX "OpenIdLink_issuer_subject_key" ON "OpenIdLink"("issuer", "subject");

-- AddForeignKey
ALTER TABLE "OpenIdLink" ADD CONSTRAINT "OpenIdLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written only about a member of the newsroom that writes, as second factors are (0049_second_factor); at the log-in there is no newsroom yet.
CREATE FUNCTION "within_newsroom_OpenIdLink"() RETURNS trigger
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
CREATE TRIGGER "within_newsroom" BEFORE INSERT OR UPDATE OR DELETE ON "OpenIdLink"
  FOR EACH ROW EXECUTE FUNCTION "within_newsroom_OpenIdLink"();
