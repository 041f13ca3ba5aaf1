-- CreateEnum
CREATE TYPE "MailTiming" AS ENUM ('at_once', 'digest', 'never');

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "digestHour" INTEGER NOT NULL DEFAULT 8,
ADD COLUMN     "digestedOn" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "mailAsked" "MailTiming" NOT NULL DEFAULT 'digest',
ADD COLUMN     "mailBlocks" "MailTiming" NOT NULL DEFAULT 'at_once',
ADD COLUMN     "mailWork" "MailTiming" NOT NULL DEFAULT 'digest',
ADD COLUMN     "toldLines" JSONB NOT NULL DEFAULT '{}';

ALTER TABLE "Membership" ADD CONSTRAINT "digest_at_an_hour" CHECK ("digestHour" BETWEEN 0 AND 23);

-- The mails to one person that did not get through are asked for before their next digest.
CREATE INDEX "Job_mail_failed" ON "Job"("newsroomId", ("input" ->> 'userId')) WHERE kind = 'send_mail' AND state = 'failed';
