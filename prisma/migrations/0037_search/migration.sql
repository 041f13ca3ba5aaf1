-- CreateEnum
CREATE TYPE "SearchKind" AS ENUM ('article', 'claim', 'verdict', 'source', 'evidence', 'question');

-- CreateTable
CREATE TABLE "SearchEntry" (
    "kind" "SearchKind" NOT NULL,
    "id" TEXT NOT NULL,
    "newsroomId" TEXT NOT NULL,
    "articleId" TEXT,
    "claimId" TEXT,
    "personId" TEXT NOT NULL,
    "facet" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "terms" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("kind","id")
);

-- CreateIndex
CREATE INDEX "SearchEntry_terms_idx" ON "SearchEntry" USING GIN ("terms");

-- CreateIndex
CREATE INDEX "SearchEntry_newsroomId_at_idx" ON "SearchEntry"("newsroomId", "at" DESC);

-- AddForeignKey
ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_newsroomId_fkey" FOREIGN KEY ("newsroomId") REFERENCES "Newsroom"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Words as they are compared when somebody looks for them: without case and marks, and one form where a script or a habit has
-- several (Turkish i, Arabic and Persian letters and digits, ligatures). A thousands separator does not part a number.
-- Characters are named by their numbers, so that it does the same in a database of any locale.

CREATE FUNCTION "folded"(words text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(
    CASE WHEN plain ~ '[\u00ad\u00df\u00e6\u00f0\u00f8\u0131\u0142\u0153\u0111\u0629\u0640\u0649\u0660-\u0669\u06a9\u06cc\u06f0-\u06f9\u200b-\u200d\ufeff]'
    THEN translate(
      replace(replace(replace(plain, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
      U&'\0131\0142\00F8\0111\00F0\0629\0649\06A9\06CC\0660\0661\0662\0663\0664\0665\0666\0667\0668\0669\06F0\06F1\06F2\06F3\06F4\06F5\06F6\06F7\06F8\06F9\0640\00AD\200B\200C\200D\FEFF',
      U&'ilodd\0647\064A\0643\064A01234567890123456789')
    ELSE plain END,
    '([0-9])[.,''\u00a0\u2009\u202f\u2019](?=[0-9]{3}(?![0-9]))', '\1', 'g')
  FROM (SELECT "searched"(words) AS plain OFFSET 0) AS made
$$;

-- The words of a text, each once. What stands between them is named by its ranges. Scripts that are written without spaces
-- have no words that could be told apart here: of them, each pair of neighbours is one.

CREATE FUNCTION "search_words"(words text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  WITH pieces AS (
    SELECT DISTINCT piece FROM regexp_split_to_table(
      "folded"(words),
      '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u02c2-\u02df\u055a-\u055f\u0589\u058a\u05be\u05c0\u05c3\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u0e2f\u0e5a\u1361-\u1368\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\u30a0\u30fb\ufe00-\ufe1f\ufe30-\ufe6f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\U0001f000-\U0001faff]+'
    ) AS piece
    WHERE piece <> ''
  ), spaced AS (
    SELECT piece FROM pieces WHERE piece !~ '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]'
  ), others AS (
    SELECT piece FROM pieces WHERE piece ~ '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]'
  ), runs AS (
    SELECT found[1] AS run FROM others,
      regexp_matches(piece, '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]+', 'g') AS found
  )
  SELECT piece FROM spaced
  UNION
  SELECT part FROM others,
    regexp_split_to_table(piece, '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]+') AS part
    WHERE part <> ''
  UNION
  SELECT substr(run, place, 2) FROM runs, generate_series(1, greatest(length(run) - 1, 1)) AS place
$$;

-- The dictionary that knows the endings of a language (BCP 47), or of the script where none is named; null where there is none.

CREATE FUNCTION "stemmer_of"(language text, word text) RETURNS regdictionary
LANGUAGE sql STABLE PARALLEL SAFE
RETURN (CASE lower(split_part(language, '-', 1))
  WHEN 'ar' THEN 'arabic_stem' WHEN 'da' THEN 'danish_stem' WHEN 'nl' THEN 'dutch_stem' WHEN 'en' THEN 'english_stem'
  WHEN 'fi' THEN 'finnish_stem' WHEN 'fr' THEN 'french_stem' WHEN 'de' THEN 'german_stem' WHEN 'hu' THEN 'hungarian_stem'
  WHEN 'it' THEN 'italian_stem' WHEN 'nb' THEN 'norwegian_stem' WHEN 'no' THEN 'norwegian_stem' WHEN 'nn' THEN 'norwegian_stem'
  WHEN 'pt' THEN 'portuguese_stem' WHEN 'ro' THEN 'romanian_stem' WHEN 'ru' THEN 'russian_stem' WHEN 'es' THEN 'spanish_stem'
  WHEN 'sv' THEN 'swedish_stem' WHEN 'tr' THEN 'turkish_stem'
  WHEN '' THEN CASE
    WHEN word ~ '[\u0400-\u052f]' THEN 'russian_stem'
    WHEN word ~ '[\u0600-\u06ff]' THEN 'arabic_stem'
    WHEN word ~ '[a-z]' THEN 'english_stem' END
END)::regdictionary;

-- A word as it is looked for in a text of this language: as it stands, and, marked, without its ending.

CREATE FUNCTION "search_forms"(word text, language text) RETURNS SETOF text
LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
  SELECT left(word, 60)
  UNION
  SELECT '~' || left(stem, 60) FROM unnest(ts_lexize("stemmer_of"(language, word), left(word, 60))) AS stem
$$;

CREATE FUNCTION "search_terms"(words text, language text) RETURNS text[]
LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
  WITH found AS MATERIALIZED (SELECT left(word, 60) AS word FROM "search_words"(words) AS word)
  SELECT ARRAY(
    SELECT word FROM found
    UNION
    SELECT '~' || stem FROM found, unnest(ts_lexize("stemmer_of"(language, word), word)) AS stem)
$$;

-- What is found. Every entry is made and kept by the database in the statement that changes what it is about, so that no way
-- of writing can forget it, and what was written is found by the next who looks.

CREATE FUNCTION "index_articles"(ids text[]) RETURNS void
LANGUAGE sql VOLATILE AS $$
  INSERT INTO "SearchEntry" (kind, id, "newsroomId", "articleId", "personId", facet, words, terms, at)
  SELECT 'article', article.id, article."newsroomId", article.id, article."createdById", '', article.headline,
    "search_terms"(article.headline || ' ' || COALESCE(newest.text, ''), article.language), article."createdAt"
  FROM "Article" article LEFT JOIN LATERAL (
    SELECT text FROM "Revision" revision WHERE revision."articleId" = article.id ORDER BY number DESC LIMIT 1
  ) AS newest ON true
  WHERE article.id = ANY (ids)
  ON CONFLICT (kind, id) DO UPDATE SET words = excluded.words, terms = excluded.terms
$$;

CREATE FUNCTION "index_claims"(ids text[]) RETURNS void
LANGUAGE sql VOLATILE AS $$
  INSERT INTO "SearchEntry" (kind, id, "newsroomId", "articleId", "claimId", "personId", facet, words, terms, at)
  SELECT 'claim', claim.id, article."newsroomId", article.id, claim.id, claim."createdById", claim.type::text, newest.exact,
    "search_terms"(newest.exact || ' ' || COALESCE(claim.claimant, ''), article.language), claim."createdAt"
  FROM "Claim" claim JOIN "Article" article ON article.id = claim."articleId" CROSS JOIN LATERAL (
    SELECT anchor.exact FROM "Anchor" anchor JOIN "Revision" revision ON revision.id = anchor."revisionId"
    WHERE anchor."claimId" = claim.id ORDER BY revision.number DESC LIMIT 1
  ) AS newest
  WHERE claim.id = ANY (ids)
  ON CONFLICT (kind, id) DO UPDATE SET facet = excluded.facet, words = excluded.words, terms = excluded.terms
$$;

CREATE FUNCTION "index_verdicts"(ids text[]) RETURNS void
LANGUAGE sql VOLATILE AS $$
  INSERT INTO "SearchEntry" (kind, id, "newsroomId", "articleId", "claimId", "personId", facet, words, terms, at)
  SELECT 'verdict', verdict.id, article."newsroomId", article.id, claim.id, verdict."givenById", verdict.verdict::text, said,
    "search_terms"(said, article.language), verdict."givenAt"
  FROM "Verdict" verdict JOIN "Claim" claim ON claim.id = verdict."claimId" JOIN "Article" article ON article.id = claim."articleId"
  CROSS JOIN LATERAL (
    SELECT concat_ws(E'\n', NULLIF(rationale, ''), NULLIF(searched, ''), NULLIF(change, ''), NULLIF("writersWord", '')) AS said
  ) AS written
  WHERE verdict.id = ANY (ids)
  ON CONFLICT (kind, id) DO NOTHING
$$;

CREATE FUNCTION "index_sources"(ids text[]) RETURNS void
LANGUAGE sql VOLATILE AS $$
  INSERT INTO "SearchEntry" (kind, id, "newsroomId", "personId", facet, words, terms, at)
  SELECT 'source', id, "newsroomId", "addedById", kind::text, said, "search_terms"(said, ''), "addedAt"
  FROM "Source" CROSS JOIN LATERAL (
    SELECT concat_ws(E'\n', title, NULLIF(publisher, ''), NULLIF(origin, ''), NULLIF(url, ''), NULLIF(note, '')) AS said
  ) AS written
  WHERE id = ANY (ids)
  ON CONFLICT (kind, id) DO UPDATE SET facet = excluded.facet, words = excluded.words, terms = excluded.terms
$$;

CREATE FUNCTION "index_evidence"(ids text[]) RETURNS void
LANGUAGE sql VOLATILE AS $$
  DELETE FROM "SearchEntry" WHERE kind = 'evidence' AND id IN (
    SELECT evidence.id FROM "Evidence" evidence WHERE evidence.id = ANY (ids) AND "detachedAt" IS NOT NULL);
  INSERT INTO "SearchEntry" (kind, id, "newsroomId", "articleId", "claimId", "personId", facet, words, terms, at)
  SELECT 'evidence', evidence.id, article."newsroomId", article.id, claim.id, evidence."addedById", evidence.stance::text, said,
    "search_terms"(said, article.language) || "search_terms"(said, ''), evidence."addedAt"
  FROM "Evidence" evidence JOIN "Claim" claim ON claim.id = evidence."claimId" JOIN "Article" article ON article.id = claim."articleId"
  CROSS JOIN LATERAL (
    SELECT concat_ws(E'\n', NULLIF(excerpt, ''), NULLIF(locator, ''), NULLIF(note, '')) AS said
  ) AS written
  WHERE evidence.id = ANY (ids) AND evidence."detachedAt" IS NULL
  ON CONFLICT (kind, id) DO UPDATE SET facet = excluded.facet, words = excluded.words, terms = excluded.terms
$$;

CREATE FUNCTION "index_questions"(ids text[]) RETURNS void
LANGUAGE sql VOLATILE AS $$
  INSERT INTO "SearchEntry" (kind, id, "newsroomId", "articleId", "claimId", "personId", facet, words, terms, at)
  SELECT 'question', query.id, article."newsroomId", article.id, query."claimId", query."askedById", query."to"::text, said,
    "search_terms"(said, article.language), query."askedAt"
  FROM "Query" query JOIN "Article" article ON article.id = query."articleId" CROSS JOIN LATERAL (
    SELECT concat_ws(E'\n', query.question, (
      SELECT string_agg(concat_ws(E'\n', NULLIF(entry.text, ''), NULLIF(entry."writersWord", '')), E'\n' ORDER BY entry."writtenAt")
      FROM "QueryEntry" entry WHERE entry."queryId" = query.id
    )) AS said
  ) AS thread
  WHERE query.id = ANY (ids)
  ON CONFLICT (kind, id) DO UPDATE SET words = excluded.words, terms = excluded.terms
$$;

-- One function for all triggers: it is told which entries, and by what column the changed rows name them.

CREATE FUNCTION "keep_search"() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  ids text[];
BEGIN
  EXECUTE format('SELECT ARRAY(SELECT DISTINCT %I FROM changed)', TG_ARGV[1]) INTO ids;
  IF cardinality(ids) > 0 THEN
    EXECUTE format('SELECT %I($1)', TG_ARGV[0]) USING ids;
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER "search_follows_new" AFTER INSERT ON "Revision"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "keep_search"('index_articles', 'articleId');
CREATE TRIGGER "search_follows_new" AFTER INSERT ON "Anchor"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "keep_search"('index_claims', 'claimId');
CREATE TRIGGER "search_follows_new" AFTER INSERT ON "Verdict"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "keep_search"('index_verdicts', 'id');
CREATE TRIGGER "search_follows_new" AFTER INSERT ON "Source"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "keep_search"('index_sources', 'id');
CREATE TRIGGER "search_follows_new" AFTER INSERT ON "Evidence"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "keep_search"('index_evidence', 'id');
CREATE TRIGGER "search_follows_new" AFTER INSERT ON "Query"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "keep_search"('index_questions', 'id');
CREATE TRIGGER "search_follows_new" AFTER INSERT ON "QueryEntry"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "keep_search"('index_questions', 'queryId');

-- Most changes of these rows are of other columns, and are not looked at.

CREATE FUNCTION "keep_search_of_row"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('SELECT %I(ARRAY[$1])', TG_ARGV[0]) USING NEW.id;
  RETURN NULL;
END
$$;

CREATE TRIGGER "search_follows" AFTER UPDATE ON "Article"
  FOR EACH ROW WHEN (OLD.headline <> NEW.headline OR OLD.language <> NEW.language) EXECUTE FUNCTION "keep_search_of_row"('index_articles');
CREATE TRIGGER "search_follows" AFTER UPDATE ON "Claim"
  FOR EACH ROW WHEN (OLD.claimant IS DISTINCT FROM NEW.claimant OR OLD.type <> NEW.type) EXECUTE FUNCTION "keep_search_of_row"('index_claims');
CREATE TRIGGER "search_follows" AFTER UPDATE ON "Source"
  FOR EACH ROW WHEN ((OLD.kind, OLD.title, OLD.publisher, OLD.origin, OLD.url, OLD.note)
    IS DISTINCT FROM (NEW.kind, NEW.title, NEW.publisher, NEW.origin, NEW.url, NEW.note)) EXECUTE FUNCTION "keep_search_of_row"('index_sources');
CREATE TRIGGER "search_follows" AFTER UPDATE ON "Evidence"
  FOR EACH ROW WHEN ((OLD.stance, OLD.locator, OLD.excerpt, OLD.note, OLD."detachedAt")
    IS DISTINCT FROM (NEW.stance, NEW.locator, NEW.excerpt, NEW.note, NEW."detachedAt")) EXECUTE FUNCTION "keep_search_of_row"('index_evidence');

SELECT "index_articles"(ARRAY(SELECT id FROM "Article"));
SELECT "index_claims"(ARRAY(SELECT id FROM "Claim"));
SELECT "index_verdicts"(ARRAY(SELECT id FROM "Verdict"));
SELECT "index_sources"(ARRAY(SELECT id FROM "Source"));
SELECT "index_evidence"(ARRAY(SELECT id FROM "Evidence"));
SELECT "index_questions"(ARRAY(SELECT id FROM "Query"));

-- What somebody looks for, word by word: the forms of each in the languages of the newsroom, one of which has to be there.

CREATE FUNCTION "search_groups"(words text, newsroom text) RETURNS TABLE (word text, forms text[])
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  WITH RECURSIVE spoken(language) AS (
    (SELECT article.language FROM "Article" article WHERE "newsroomId" = newsroom ORDER BY language LIMIT 1)
    UNION ALL
    SELECT (SELECT article.language FROM "Article" article
      WHERE "newsroomId" = newsroom AND article.language > spoken.language ORDER BY article.language LIMIT 1)
    FROM spoken WHERE spoken.language IS NOT NULL
  )
  SELECT word, ARRAY(
    SELECT DISTINCT form FROM (
      SELECT language FROM spoken WHERE language IS NOT NULL UNION SELECT ''
    ) AS languages, "search_forms"(word, language) AS form)
  FROM "search_words"(words) AS word
$$;

CREATE INDEX "Article_newsroomId_language_idx" ON "Article"("newsroomId", "language");
