-- AlterEnum
ALTER TYPE "JobKind" ADD VALUE 'send_mail';

-- AlterTable
ALTER TABLE "PasswordLink" ADD COLUMN "byMail" BOOLEAN NOT NULL DEFAULT false;
