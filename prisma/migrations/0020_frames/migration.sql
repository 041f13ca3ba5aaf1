-- AlterEnum
ALTER TYPE "OpenItemKind" ADD VALUE 'frame_changed' BEFORE 'not_safe';

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "frameAfter" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "frameAspects" "Aspect"[] DEFAULT ARRAY[]::"Aspect"[],
ADD COLUMN     "frameBefore" TEXT NOT NULL DEFAULT '';
