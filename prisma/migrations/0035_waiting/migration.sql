-- What somebody has read of what waits for them: the parts of each line, by its name.
ALTER TABLE "Membership" ADD COLUMN "readLines" JSONB NOT NULL DEFAULT '{}';

-- What waits for somebody, by the ways in which it is looked for.

CREATE INDEX "Claim_to_check" ON "Claim"("articleId", status)
  WHERE status IN ('unchecked', 'in_progress', 'recheck', 'waiting_writer', 'waiting_source');
CREATE INDEX "Claim_reframed" ON "Claim"("articleId") WHERE status = 'checked' AND "frameAfter" <> '';
CREATE INDEX "Claim_unsafe" ON "Claim"("articleId") WHERE status = 'checked'
  AND ("soVerdict" IN ('ok_with_change', 'incorrect', 'misleading', 'cannot_be_stood_up', 'disputed')
    OR "saidVerdict" IN ('ok_with_change', 'incorrect', 'misleading', 'cannot_be_stood_up', 'disputed'));
CREATE INDEX "SignOff_emergency" ON "SignOff"("articleId") WHERE emergency;
CREATE INDEX "Article_corrected" ON "Article"("newsroomId") WHERE state = 'corrected';
