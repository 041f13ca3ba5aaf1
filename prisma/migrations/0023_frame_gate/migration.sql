-- A claim that was checked with other words around it is open, whatever else is open about it. Where its two checks
-- disagree, that is what is named.
CREATE OR REPLACE FUNCTION "assert_names_what_is_open"(signed "SignOff") RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "Claim" claim CROSS JOIN LATERAL (
      SELECT "why_open"(claim, signed."revisionId") AS why
      UNION ALL
      SELECT 'frame_changed' WHERE claim.status = 'checked' AND claim."frameAfter" <> ''
    ) AS open
    WHERE claim."articleId" = signed."articleId" AND claim.status <> 'cut' AND why IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM "SignOffItem"
      WHERE "signOffId" = signed.id AND "claimId" = claim.id AND (
        kind IN (why, 'checks_disagree')
        -- Without a place, that is all there is to say of it.
        OR why = 'frame_changed' AND kind = 'unplaced'
      )
    )
  ) OR EXISTS (
    SELECT 1 FROM "Query" asked
    WHERE asked."articleId" = signed."articleId" AND asked.blocking AND asked.state <> 'closed' AND NOT EXISTS (
      SELECT 1 FROM "SignOffItem"
      WHERE "signOffId" = signed.id AND "queryId" = asked.id AND kind = 'blocking_query'
    )
  ) OR EXISTS (
    SELECT 1 FROM "Suggestion" made
    WHERE made."articleId" = signed."articleId" AND made.state IN ('undecided', 'accepted') AND NOT EXISTS (
      SELECT 1 FROM "SignOffItem" WHERE "signOffId" = signed.id AND "suggestionId" = made.id
        AND kind = CASE made.state WHEN 'undecided' THEN 'undecided_suggestion' ELSE 'unapplied_suggestion' END::"OpenItemKind"
    )
  ) THEN
    RAISE EXCEPTION 'The sign-off does not name all that is open';
  END IF;
END
$$;

DROP TRIGGER "article_stands" ON "Claim";
CREATE CONSTRAINT TRIGGER "article_stands"
  AFTER INSERT OR UPDATE OF status, claimant, "saidVerdict", "soVerdict", "frameAfter" ON "Claim"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.status <> 'cut') EXECUTE FUNCTION "check_article"();
