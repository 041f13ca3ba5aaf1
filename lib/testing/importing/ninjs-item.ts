const FIRST =
  'The old bridge opened in 1932 and cost four million crowns, the city archive says in its ledger.'
const SECOND =
  'Engineers will close it in May, and nobody who lives beside it has been asked so far.'

/** An agency's item about the bridge in ninjs 1: a text in two forms, with a picture. */
export const aNinjsItem = (changes: Record<string, unknown> = {}) => ({
  uri: 'urn:newsml:agency.example:20261130:bridge',
  type: 'text',
  version: '3',
  versioncreated: '2026-11-30T09:30:00+01:00',
  firstcreated: '2026-11-29T18:00:00+01:00',
  pubstatus: 'usable',
  language: 'en-GB',
  byline: 'By Ada Pine',
  headline: 'The old bridge closes in May',
  slugline: 'bridge-closure',
  urgency: 4,
  altids: { desk: 'B-4711' },
  body_text: `${FIRST}\n\n${SECOND}`,
  body_xhtml: `<p>${FIRST}</p><h2>What comes next</h2><p>${SECOND}</p>`,
  associations: {
    main: {
      uri: 'urn:newsml:agency.example:20261130:photo',
      type: 'picture',
      description_text: 'The bridge in 1932, with its builders on it.',
      byline: 'Tom Oak',
    },
  },
  ...changes,
})

export const NINJS_WORDS = { first: FIRST, second: SECOND }
