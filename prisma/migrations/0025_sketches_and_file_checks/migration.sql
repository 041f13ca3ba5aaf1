-- CreateTable
CREATE TABLE "TextSketch" (
    "newsroomId" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "halved" INTEGER NOT NULL,
    "runs" BYTEA NOT NULL,

    CONSTRAINT "TextSketch_pkey" PRIMARY KEY ("newsroomId","sha256")
);

-- CreateTable
CREATE TABLE "FileCheck" (
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "files" INTEGER NOT NULL,
    "gone" TEXT[],
    "altered" TEXT[],
    "unclaimed" TEXT[],
    "checkedById" TEXT NOT NULL,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FileCheck_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FileCheck_newsroomId_checkedAt_idx" ON "FileCheck"("newsroomId", "checkedAt" DESC);

-- AddForeignKey
ALTER TABLE "TextSketch" ADD CONSTRAINT "TextSketch_newsroomId_sha256_fkey" FOREIGN KEY ("newsroomId", "sha256") REFERENCES "StoredFile"("newsroomId", "sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FileCheck" ADD CONSTRAINT "FileCheck_newsroomId_fkey" FOREIGN KEY ("newsroomId") REFERENCES "Newsroom"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was compared and found stays as it was (0002), and is written only in the turn of its newsroom (0015).
CREATE FUNCTION "within_newsroom_alone"() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  newsroom text := current_setting('stet.newsroom', true);
BEGIN
  IF newsroom <> '' AND NEW."newsroomId" IS DISTINCT FROM newsroom THEN
    RAISE EXCEPTION 'This % is not within the newsroom that writes', TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END
$$;

DO $make$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY '{TextSketch,FileCheck}'::text[] LOOP
    EXECUTE format('CREATE TRIGGER "append_only_rows" BEFORE UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION "refuse_change"()', kept);
    EXECUTE format('CREATE TRIGGER "append_only_table" BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"()', kept);
    EXECUTE format('CREATE TRIGGER "within_newsroom" BEFORE INSERT ON %I
      FOR EACH ROW EXECUTE FUNCTION "within_newsroom_alone"()', kept);
  END LOOP;
END
$make$;
