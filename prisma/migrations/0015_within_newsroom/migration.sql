-- Whoever has a newsroom's turn to write (lockChain, takeTurn) writes within that newsroom, whatever ids a command hands on. Outside
-- of a turn, which is before there is a newsroom, nothing is compared. Each table gets a function of its own, because one
-- for all of them would cost a row ten times as much.

DO $make$
DECLARE
  -- By primary keys alone: the newsroom of a row is found and compared, not looked up among the newsroom's articles.
  of_article text := '(SELECT article."newsroomId" FROM %I part JOIN "Article" article ON article.id = part."articleId"
      WHERE part.id = %%s) IS NOT DISTINCT FROM newsroom';
  of_person text := 'EXISTS (SELECT 1 FROM "Membership" WHERE "userId" = %s AND "newsroomId" = newsroom)';
  -- What it takes to stand within the newsroom, by the name of a column that leads there.
  way jsonb := jsonb_build_object(
    'newsroomId', '%s = newsroom',
    'articleId', '(SELECT "newsroomId" FROM "Article" WHERE id = %s) IS NOT DISTINCT FROM newsroom',
    'sourceId', '(SELECT "newsroomId" FROM "Source" WHERE id = %s) IS NOT DISTINCT FROM newsroom',
    'commentId', '(SELECT article."newsroomId" FROM "Comment" part JOIN "Claim" claim ON claim.id = part."claimId"
      JOIN "Article" article ON article.id = claim."articleId" WHERE part.id = %s) IS NOT DISTINCT FROM newsroom',
    'claimId', format(of_article, 'Claim'),
    'revisionId', format(of_article, 'Revision'),
    'publishedRevisionId', format(of_article, 'Revision'),
    'appliedIn', format(of_article, 'Revision'),
    'queryId', format(of_article, 'Query'),
    'suggestionId', format(of_article, 'Suggestion'),
    'acceptanceId', format(of_article, 'Acceptance'),
    'signOffId', format(of_article, 'SignOff'),
    'userId', of_person,
    'editorId', of_person,
    'assigneeId', of_person,
    'secondCheckerId', of_person,
    'toUserId', of_person
  );
  kept record;
BEGIN
  FOR kept IN
    SELECT tables.name,
      string_agg(format(
        E'(NEW.%1$I IS NULL OR %2$s)', one, format(way ->> one, format('NEW.%I', one))
      ), E'\n      AND ') AS within,
      string_agg(format('NEW.%I', one), ', ') AS ids
    FROM (VALUES
      ('Article', '{newsroomId, editorId}'),
      ('ArticlePerson', '{articleId, userId}'),
      ('Revision', '{articleId}'),
      ('CoverageMark', '{revisionId}'),
      ('Claim', '{articleId, assigneeId, secondCheckerId}'),
      ('Anchor', '{claimId, revisionId}'),
      ('Unplaced', '{claimId, revisionId}'),
      ('Verdict', '{claimId, revisionId}'),
      ('SecondaryWaiver', '{claimId}'),
      ('CandidateDecision', '{revisionId}'),
      ('Source', '{newsroomId}'),
      ('ArticleSource', '{articleId, sourceId}'),
      ('Evidence', '{claimId, sourceId}'),
      ('Query', '{articleId, claimId, revisionId, toUserId}'),
      ('QueryEntry', '{queryId}'),
      ('QueryPlace', '{queryId, revisionId}'),
      ('Suggestion', '{articleId, claimId, revisionId, appliedIn}'),
      ('SuggestionDecision', '{suggestionId}'),
      ('SuggestionPlace', '{suggestionId, revisionId}'),
      ('Dissent', '{suggestionId}'),
      ('Comment', '{claimId}'),
      ('Mention', '{commentId, userId}'),
      ('Acceptance', '{articleId, claimId}'),
      ('SignOff', '{articleId, revisionId}'),
      ('SignOffItem', '{signOffId, claimId, queryId, suggestionId, acceptanceId}'),
      ('SignOffEnd', '{signOffId, revisionId}'),
      ('Correction', '{articleId, claimId, publishedRevisionId, revisionId}'),
      ('AuditEvent', '{newsroomId, articleId, claimId}'),
      ('Membership', '{newsroomId}'),
      ('Invitation', '{newsroomId}'),
      ('FormReceipt', '{newsroomId, userId}'),
      ('Session', '{userId}')
    ) AS tables (name, columns), unnest(columns::text[]) AS one
    GROUP BY tables.name
  LOOP
    EXECUTE format($function$
CREATE FUNCTION %1$I() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  newsroom text := current_setting('stet.newsroom', true);
BEGIN
  IF newsroom <> '' THEN
    IF TG_OP <> 'DELETE' AND NOT (%3$s) THEN
      RAISE EXCEPTION 'This %% is not within the newsroom that writes', TG_TABLE_NAME;
    END IF;
    IF (TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND (%4$s) IS DISTINCT FROM (%6$s)) AND NOT (%5$s) THEN
      RAISE EXCEPTION 'This %% is not within the newsroom that writes', TG_TABLE_NAME;
    END IF;
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER "within_newsroom" BEFORE INSERT OR UPDATE OR DELETE ON %2$I
  FOR EACH ROW EXECUTE FUNCTION %1$I()$function$,
      'within_newsroom_' || kept.name, kept.name, kept.within, kept.ids,
      replace(kept.within, 'NEW.', 'OLD.'), replace(kept.ids, 'NEW.', 'OLD.'));
  END LOOP;
END
$make$;
