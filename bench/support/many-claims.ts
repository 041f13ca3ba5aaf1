import { withClient } from '@/lib/server/postgres/access'

/** So many claims an article has. */
const OF_ARTICLE = 100

/** Parts of made-up names: 24³ of them, of which the first are met far more often than the last. */
const SYLLABLES = `'{nor,tar,mar,al,ber,ton,lin,der,wick,so,gar,men,kel,vas,ost,ura,bel,mir,dra,hol,fen,cas,pol,iva}'::text[]`

/** What a claim says, by its language: %1 and %2 are names, %3 a name in the middle of a word, %4 a sum, %5 a year, %6 a share. */
const SAID: Record<string, readonly string[]> = {
  en: [
    'The ferry %1$s carried %4$s tonnes of coal to %2$s in %5$s, more than in any year before',
    'Unemployment in %1$s rose by %6$s percent in %5$s, the statistics office of %2$s said',
    'The council of %1$s paid %4$s euros for the %2$s system in %5$s',
    '%1$s %2$s was mayor of %3$s when the bridge opened in %5$s',
    'Doctors in %1$s treated %4$s patients with %3$s fever, %6$s percent of them children',
  ],
  de: [
    'Die Fähre %1$s brachte %5$s insgesamt %4$s Tonnen Kohle nach %2$s',
    'Die Arbeitslosigkeit in %1$s stieg %5$s um %6$s Prozent, teilte %2$s mit',
  ],
  fr: [
    'Le conseil de %1$s a payé %4$s euros pour le système %2$s en %5$s',
    'Le chômage à %1$s a augmenté de %6$s pour cent en %5$s selon %2$s',
  ],
  es: ['El alcalde de %1$s pagó %4$s euros por el sistema %2$s en %5$s'],
  tr: ['%1$s belediyesi %5$s yılında %2$s sistemi için %4$s avro ödedi'],
  ru: ['Город %1$s заплатил %4$s евро за систему %2$s в %5$s году'],
  ar: ['دفعت مدينة %1$s مبلغ %4$s يورو مقابل نظام %2$s في عام %5$s'],
  zh: ['%1$s市在%5$s年为%2$s系统支付了%4$s欧元'],
}

/** Of ten articles so many are in each language. */
const LANGUAGES = ['en', 'en', 'en', 'de', 'fr', 'es', 'tr', 'ru', 'ar', 'zh']

const FORMS = Object.entries(SAID).map(([language, forms]) => {
  const listed = forms.map((form) => `'${form}'`).join(', ')
  return `WHEN '${language}' THEN (ARRAY[${listed}])[1 + mod(c, ${forms.length})]`
})

/** A number from 0 to 1 that is another for each claim and place, and the same in every run. */
const CHANCE = `CREATE OR REPLACE FUNCTION pg_temp.chance(c int, place int) RETURNS float8 LANGUAGE sql IMMUTABLE
  RETURN (hashint8extended(c::int8 * 16 + place, 7) & 2147483647) / 2147483648.0`
const NAME = `CREATE OR REPLACE FUNCTION pg_temp.name(c int, place int) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN (SELECT initcap(syllables[1 + n % 24] || syllables[1 + n / 24 % 24] || syllables[1 + n / 576 % 24])
    FROM (SELECT floor(power(pg_temp.chance(c, place), 3) * 13824)::int AS n, ${SYLLABLES} AS syllables) AS made)`

const LANGUAGE = `(ARRAY['${LANGUAGES.join("','")}'])[1 + mod(a, ${LANGUAGES.length})]`
const WORDS = `format(CASE language ${FORMS.join(' ')} END, pg_temp.name(c, 1), pg_temp.name(c, 2), pg_temp.name(c, 3),
  to_char(power(10, 2 + 5 * pg_temp.chance(c, 4)), 'FM9,999,999'), 1950 + floor(75 * pg_temp.chance(c, 5)),
  to_char(0.1 + 30 * pg_temp.chance(c, 6), 'FM90.0'))`

/** Where the claims and their articles are, from the first to the last of them. */
const FILLED = [
  `CREATE TEMP TABLE said AS SELECT c, a, c - (a - 1) * ${OF_ARTICLE} AS n, language, ${WORDS} AS words
   FROM generate_series($from, $to) AS c, LATERAL (SELECT (c - 1) / ${OF_ARTICLE} + 1 AS a) AS of_article,
     LATERAL (SELECT ${LANGUAGE} AS language) AS spoken`,
  `INSERT INTO "Article" (id, "newsroomId", slug, headline, language, state, "createdById", "createdAt", "revisionNumber", "claimCount", "coveredWords")
   SELECT 'many-article-' || a, $newsroom, 'many-' || a, 'What ' || pg_temp.name(a, 8) || ' said of ' || pg_temp.name(a, 9), language, 'published',
     $editor, timestamptz '2016-01-01' + a * interval '6 hours', 1, count(*), 10 FROM said GROUP BY a, language`,
  `INSERT INTO "Revision" (id, "articleId", number, text, blocks, sha256, words, "createdById", "createdAt")
   SELECT 'many-revision-' || a, 'many-article-' || a, 1, text, '[]', encode(sha256(convert_to(text, 'UTF8')), 'hex'), 1000, $editor, now()
   FROM (SELECT a, string_agg(words, E'\\n\\n' ORDER BY c) AS text FROM said GROUP BY a) AS texts`,
  `INSERT INTO "Claim" (id, "articleId", number, type, risks, status, "soVerdict", "createdById", "createdAt")
   SELECT 'many-claim-' || c, 'many-article-' || a, n, 'number', '{}', (CASE WHEN c % 5 = 0 THEN 'unchecked' ELSE 'checked' END)::"WorkStatus",
     (CASE WHEN c % 5 <> 0 THEN 'confirmed' END)::"VerdictKind", $editor, timestamptz '2016-01-01' + c * interval '4 minutes' FROM said`,
  `INSERT INTO "Anchor" (id, "claimId", "revisionId", start, "end", exact, prefix, suffix)
   SELECT 'many-anchor-' || c, 'many-claim-' || c, 'many-revision-' || a, n * 80, n * 80 + 70, words, '', '' FROM said`,
  `INSERT INTO "Verdict" (id, "claimId", "revisionId", aspect, verdict, words, rationale, "givenById", "givenAt")
   SELECT 'many-verdict-' || c, 'many-claim-' || c, 'many-revision-' || a, 'so', 'confirmed', words,
     'The office gives the same sum, see volume ' || c % 997, $editor, timestamptz '2016-01-02' + c * interval '4 minutes'
   FROM said WHERE c % 5 <> 0`,
  `SELECT "index_articles"(ARRAY(SELECT DISTINCT 'many-article-' || a FROM said))`,
  `SELECT "index_claims"(ARRAY(SELECT 'many-claim-' || c FROM said))`,
  `SELECT "index_verdicts"(ARRAY(SELECT 'many-verdict-' || c FROM said WHERE c % 5 <> 0))`,
  'DROP TABLE said',
]

/** So many claims are made in one go. */
const BATCH = 50_000

/**
 * Fills a newsroom with claims up to a number, from another on, as years of work would: in eight languages, with names and sums of
 * which some are met often and most hardly ever, four of five checked. As the owner of the tables, who can put triggers aside.
 */
export async function fillClaims(
  owner: string,
  { newsroomId, editorId }: { newsroomId: string; editorId: string },
  { from, to }: { from: number; to: number },
): Promise<void> {
  await withClient(owner, async (client) => {
    await client.query("SET session_replication_role = 'replica'")
    await client.query("SET maintenance_work_mem = '256MB'")
    await client.query(CHANCE)
    await client.query(NAME)
    // An index is made faster of what is there than kept with each row.
    if (to - from >= BATCH) await client.query('DROP INDEX "SearchEntry_terms_idx"')
    for (let first = from + 1; first <= to; first += BATCH) {
      const given = {
        ...{ from: `${first}`, to: `${Math.min(to, first + BATCH - 1)}` },
        ...{ newsroom: `'${newsroomId}'`, editor: `'${editorId}'` },
      }
      for (const statement of FILLED) {
        await client.query(
          statement.replace(
            /\$(from|to|newsroom|editor)\b/g,
            (_, name: keyof typeof given) => given[name],
          ),
        )
      }
    }
    await client.query(
      'CREATE INDEX IF NOT EXISTS "SearchEntry_terms_idx" ON "SearchEntry" USING GIN ("terms")',
    )
    await client.query("SET session_replication_role = 'origin'")
    await client.query('VACUUM ANALYZE')
  })
}
