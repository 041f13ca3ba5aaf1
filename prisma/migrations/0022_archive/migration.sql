-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "archivedAt" TIMESTAMPTZ(3);

-- What is signed off or out is never put away, and what is put away is restored before it is signed.
ALTER TABLE "Article" ADD CONSTRAINT "archived_is_in_work"
  CHECK ("archivedAt" IS NULL OR state IN ('draft', 'in_check', 'with_editor'));
