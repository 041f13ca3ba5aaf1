-- AlterTable
ALTER TABLE "Acceptance" ADD COLUMN     "claimId" TEXT;

-- AddForeignKey
ALTER TABLE "Acceptance" ADD CONSTRAINT "Acceptance_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Which claim it was, as the log says of each acceptance. Nothing else of it changes.
ALTER TABLE "Acceptance" DISABLE TRIGGER USER;

UPDATE "Acceptance" accepted SET "claimId" = event."claimId"
FROM "AuditEvent" event
WHERE event."articleId" = accepted."articleId" AND event.type = 'open-item.accepted'
    AND event."actorId" = accepted."acceptedById" AND event.data ->> 'what' = accepted.what
    AND event."claimId" IS NOT NULL;

ALTER TABLE "Acceptance" ENABLE TRIGGER USER;
