import { type CandidateRule, ENGLISH, english, NAMES, unicode } from './rule'

const SAID =
  '(?:said|says|told|claimed|claims|announced|reported|stated|argued|insisted|added|confirmed|denied|wrote|acknowledged|admitted|alleged|estimated|warned|testified|promised|suggested|found|concluded|explained|noted)'

/** Where it is told whose words these are. */
export const ATTRIBUTION = new RegExp(`\\b(?:${SAID}|saying|according to)\\b`, 'i')

/** What is stated: by whom, against what, because of what, and what happened; addresses at the end. */
export const STATEMENT_RULES: readonly CandidateRule[] = [
  {
    id: 'attribution-before',
    type: 'paraphrase',
    weight: 0.6,
    grows: 'after',
    pattern: english(
      `(?:${SAID})(?: (?:reporters|journalists|parliament|lawmakers|the \\w+|\\w+day|on \\w+day)){0,2} that`,
    ),
    languages: ENGLISH,
  },
  {
    id: 'attribution-after',
    type: 'paraphrase',
    weight: 0.55,
    grows: 'before',
    pattern: unicode(
      `, (?:${NAMES}, [^,;:.!?“”"]{3,80}, |(?:[^,;:.!?“”"]{1,60} )?)${SAID}\\b(?=[^,;:“”"]{0,80}[.!?]?$)|, according to\\b`,
    ),
    languages: ENGLISH,
  },
  {
    id: 'according-to',
    type: 'paraphrase',
    weight: 0.6,
    grows: 'after',
    pattern: /\bAccording to [^,;.!?]{2,80},/g,
    languages: ENGLISH,
  },
  {
    id: 'superlative',
    type: 'superlative',
    weight: 0.7,
    grows: 'clause',
    pattern: english(
      '(?:larg|bigg|high|low|fast|slow|old|young|long|short|strong|weak|rich|poor|great|small|deep|tall|heavi|bus|cheap|dead|earli|new|wid)est(?! (?:in touch|news))|most (?!of\\b|people\\b|likely\\b)[a-z]{4,20}|(?<!at )least [a-z]{4,20}|(?<!(?:at|my|your|our|their|do|is) )best(?! (?:way|thing|of each|of all|interests?|i|we|you|to)\\b)|worst',
    ),
    languages: ENGLISH,
  },
  {
    id: 'first-or-only',
    type: 'superlative',
    weight: 0.75,
    grows: 'clause',
    pattern:
      /(?<!\bat )\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|became|an?) (?:\w+ )?(?:very )?(?:first|only|last|sole|second|third)\b(?![,.;]| (?:of all|lady|name|aid|class|hand|time|few|couple|several|minute|resort|day|debate|presidential debate|part|problem|reason|world)\b)|\bfirst (?:[A-Z]\w{1,20} )?\w{3,20} to\b|\bfor the (?:first|last|only) time\b|\b(?:never|ever) before\b|\bunprecedented\b|\brecord (?:high|low|number|profit|loss|year)\b/g,
    languages: ENGLISH,
  },
  {
    id: 'comparison',
    type: 'comparison',
    weight: 0.65,
    grows: 'clause',
    pattern: english(
      '(?:more|less|fewer|higher|lower|bigger|larger|smaller|greater|better|worse|faster|slower|longer|shorter|older|younger|cheaper|richer|stronger)(?: [a-z]{2,15}){0,2} than|(?:twice|half|double|triple|(?:\\d+|three|four|five|ten) times) (?:as|the|more|its)|compared (?:to|with)|as (?:many|much|high|low|large|big|long(?= as \\d)) as',
    ),
    languages: ENGLISH,
  },
  {
    id: 'change',
    type: 'comparison',
    weight: 0.65,
    grows: 'clause',
    pattern: english(
      '(?:rose|risen|fell|fallen|grew|grown|increased|decreased|dropped|declined|doubled|tripled|halved|quadrupled|soared|plunged|shrank|climbed|surged)(?! (?:in love|apart|asleep|up))',
    ),
    languages: ENGLISH,
  },
  {
    id: 'cause',
    type: 'cause',
    weight: 0.6,
    grows: 'clause',
    pattern: english(
      'because of|due to|thanks to|led to|leads to|caused by|caused|resulted in|results in|as a result of|triggered|blamed (?:on|for)|was behind|stemmed from|responsible for',
    ),
    languages: ENGLISH,
  },
  {
    id: 'legal',
    type: 'legal_status',
    weight: 0.75,
    grows: 'clause',
    pattern: english(
      'convicted|indicted|acquitted|sentenced to|charged with|accused of|pleaded (?:not )?guilty|found (?:not )?guilty|was (?:arrested|sued|fined|jailed|banned|extradited|deported)|were (?:arrested|sued|fined|jailed|banned|deported)|under (?:investigation|sanctions|arrest)|filed a lawsuit|illegal(?:ly)?|unlawful(?:ly)?|violat(?:es|ed|ing|ion of)|ruled that|sanctioned|bankrupt(?:cy)?',
    ),
    languages: ENGLISH,
  },
  {
    id: 'event',
    type: 'event',
    weight: 0.55,
    grows: 'clause',
    pattern: english(
      "(?:was|were|is|are|has been|have been|had been|been)(?! concerned)(?: (?:fully|first|also|never|already|recently|officially|partly))? (?:\\w{2,15}ed|built|sold|bought|made|sent|held|found|given|taken|shot|lost|won|paid|shown|seen|hit|begun|written|brought|left|put|set|cut)|signed|founded|launched|bought|sold|won(?![’']t)|lost|killed|resigned|died|joined|voted|elected|appointed|withdrew|invaded|attacked|destroyed|delivered|received|completed|approved|rejected|cancelled|canceled|suspended|opened|closed|merged|acquired|invented|discovered|published|executed",
    ),
    languages: ENGLISH,
  },
  {
    id: 'specification',
    type: 'technical_specification',
    weight: 0.55,
    grows: 'clause',
    pattern: english(
      'powered by|equipped with|armed with|capable of|compatible with|designed to|made of|fitted with|reporting name|runs on',
    ),
    languages: ENGLISH,
  },
  {
    id: 'translation',
    type: 'translation',
    weight: 0.5,
    grows: 'clause',
    pattern: english(
      'translat(?:es|ed) (?:as|from|into)|(?:Arabic|Chinese|Dutch|English|French|German|Greek|Hebrew|Hindi|Italian|Japanese|Latin|Persian|Polish|Portuguese|Russian|Spanish|Turkish|Ukrainian) for',
    ),
    languages: ENGLISH,
  },
  {
    id: 'link',
    needs: /:\/\/|www\./,
    type: 'contact_or_link',
    weight: 0.5,
    pattern:
      /(?:https?:\/\/|www\.)(?<![\p{L}\p{N}@.](?:https?:\/\/|www\.))[^\s<>"“”]{3,300}(?<![.,;:!?)])/gu,
  },
  {
    id: 'mail-address',
    needs: /@/,
    type: 'contact_or_link',
    weight: 0.5,
    pattern:
      /(?<![\p{L}\p{N}._+-])[\p{L}\p{N}._+-]{1,60}@[\p{L}\p{N}-]{1,60}(?:\.[\p{L}\p{N}-]{1,30}){1,4}/gu,
  },
  {
    id: 'telephone',
    figures: true,
    type: 'contact_or_link',
    weight: 0.8,
    pattern: /(?<![\p{L}\p{N}])(?:\+\d{1,3}[ .-]?)(?:\(?\d{1,4}\)?[ .-]?){2,5}\d{2,4}(?!\p{N})/gu,
  },
]
