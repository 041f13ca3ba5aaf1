-- CreateEnum
CREATE TYPE "CoverageKind" AS ENUM ('opinion', 'nothing_to_check', 'waived');

-- CreateTable
CREATE TABLE "CoverageMark" (
    "id" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "kind" "CoverageKind" NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CoverageMark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CoverageMark_revisionId_idx" ON "CoverageMark"("revisionId");

-- AddForeignKey
ALTER TABLE "CoverageMark" ADD CONSTRAINT "CoverageMark_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
