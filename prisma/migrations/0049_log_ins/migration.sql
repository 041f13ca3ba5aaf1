-- AlterTable
ALTER TABLE "Session" ADD COLUMN "device" TEXT NOT NULL DEFAULT '',
ADD COLUMN "address" TEXT NOT NULL DEFAULT '',
ADD COLUMN "lastUsedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- When those that are open were used last, nobody noted.
UPDATE "Session" SET "lastUsedAt" = "createdAt";
