-- CreateEnum
CREATE TYPE "VerdictCheck" AS ENUM ('first', 'second', 'deciding');

-- CreateEnum
CREATE TYPE "SecondCheckRule" AS ENUM ('never', 'by_risk', 'every_claim');

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "secondCheckAsked" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "secondCheckerId" TEXT;

-- AlterTable
ALTER TABLE "Newsroom" ADD COLUMN     "secondCheck" "SecondCheckRule" NOT NULL DEFAULT 'by_risk',
ADD COLUMN     "secondCheckRisks" "Risk"[] DEFAULT ARRAY['legal']::"Risk"[];

-- AlterTable
ALTER TABLE "Verdict" ADD COLUMN     "blind" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "check" "VerdictCheck" NOT NULL DEFAULT 'first';

-- A newsroom that is there already goes on as it did, until one of its admins changes that by name.
UPDATE "Newsroom" SET "secondCheck" = 'never';
