-- AlterTable
ALTER TABLE "SecondaryWaiver" ADD COLUMN     "words" TEXT;

-- What is on record was given for the words that the claim had then. Nothing else of it changes.
ALTER TABLE "SecondaryWaiver" DISABLE TRIGGER "append_only_rows";

UPDATE "SecondaryWaiver" waiver
SET "words" = (
    SELECT anchor.exact
    FROM "Anchor" anchor JOIN "Revision" revision ON revision.id = anchor."revisionId"
    WHERE anchor."claimId" = waiver."claimId"
    ORDER BY (revision."createdAt" <= waiver."givenAt") DESC,
        CASE WHEN revision."createdAt" <= waiver."givenAt" THEN revision.number END DESC,
        revision.number
    LIMIT 1
);

ALTER TABLE "SecondaryWaiver" ENABLE TRIGGER "append_only_rows";

ALTER TABLE "SecondaryWaiver" ALTER COLUMN "words" SET NOT NULL;
