interface ActionKind {
  /** As `useKeys` names it; a capital is `shift+n`. */
  key?: string
  /** What the palette and the list of keys say. */
  label: string
  /** What a button or the strip says, where the page around it tells the rest. */
  short?: string
  group:
    | 'Claims'
    | 'The open claim'
    | 'The chosen words'
    | 'Coverage'
    | 'Proposals'
    | 'Revisions'
    | 'The page'
  /** What has to be there first. */
  needs?: string
}

const WORDS = 'choose words first'
const CLAIM = 'open a claim first'
const EARLIER = 'open a claim, and what was checked before, first'

/** All that can be done on this page by a key or from the palette: one table for the keys, their list, the strip and the palette. */
const TABLE = {
  next: { key: 'j', label: 'Next claim', short: 'next claim', group: 'Claims' },
  before: { key: 'k', label: 'Claim before', short: 'claim before', group: 'Claims' },
  jump: { key: '#', label: 'Go to a claim by its number', group: 'Claims' },
  filter: { key: '/', label: 'Filter the claims', short: 'filter', group: 'Claims' },
  choose: { key: 's', label: 'Choose this claim, or let it go', group: 'Claims' },
  chooseNext: { key: 'shift+j', label: 'Let the choice of claims grow downwards', group: 'Claims' },
  chooseBefore: { key: 'shift+k', label: 'Let the choice of claims grow upwards', group: 'Claims' },
  chooseAll: { label: 'Choose all claims that are shown', group: 'Claims' },
  attach: {
    key: 'e',
    label: 'Attach a source to the open claim',
    short: 'attach source',
    group: 'The open claim',
    needs: CLAIM,
  },
  verdict: {
    key: 'v',
    label: 'Give the open claim a verdict',
    short: 'give verdict',
    group: 'The open claim',
    needs: CLAIM,
  },
  hold: {
    key: 'y',
    label: 'The check of the open claim holds with the words around it as they are now',
    short: 'The check holds',
    group: 'The open claim',
    needs: 'open a claim around which the words changed first',
  },
  sameOrigin: {
    key: 'shift+o',
    label: 'The sources that say the same words are of one origin',
    short: 'Same origin',
    group: 'The open claim',
    needs: 'open a claim of which sources say the same words first',
  },
  notSameOrigin: {
    key: 'shift+x',
    label: 'The sources that say the same words reported each on their own',
    short: 'Not the same',
    group: 'The open claim',
    needs: 'open a claim of which sources say the same words first',
  },
  earlier: {
    key: 'b',
    label: 'What was checked before that says the same, one after the other',
    short: 'checked before',
    group: 'The open claim',
    needs: CLAIM,
  },
  earlierSame: {
    key: '1',
    label: 'The earlier check is of the same',
    group: 'The open claim',
    needs: EARLIER,
  },
  earlierRelated: {
    key: '2',
    label: 'The earlier check is related',
    group: 'The open claim',
    needs: EARLIER,
  },
  earlierNotSame: {
    key: '3',
    label: 'The earlier check is not of the same',
    group: 'The open claim',
    needs: EARLIER,
  },
  sameVerdict: {
    key: 'shift+v',
    label: 'Open the verdict with what the earlier check came to',
    group: 'The open claim',
    needs: EARLIER,
  },
  comment: {
    key: 'm',
    label: 'Comment on the open claim',
    short: 'comment',
    group: 'The open claim',
    needs: CLAIM,
  },
  ask: {
    key: 'q',
    label: 'Ask about the chosen words, or the open claim',
    short: 'Ask',
    group: 'The open claim',
    needs: 'open a claim or choose words first',
  },
  suggest: {
    key: 'r',
    label: 'Suggest other words for the chosen ones, or the open claim',
    short: 'Suggest',
    group: 'The open claim',
    needs: 'open a claim or choose words first',
  },
  correct: {
    label: 'Correct the chosen words, or the open claim, in what is published',
    short: 'Correct…',
    group: 'The open claim',
    needs: 'open a claim or choose words first',
  },
  accept: {
    key: 'a',
    label: 'Accept the place that is shown for the open claim',
    short: 'accept this place',
    group: 'The open claim',
    needs: 'open a claim that has a proposed place first',
  },
  placeHere: {
    key: 'l',
    label: 'Place the open claim on the chosen words',
    short: 'Place the claim here',
    group: 'The chosen words',
    needs: 'open a claim to settle, and choose words',
  },
  details: { label: 'Edit the details of the open claim', group: 'The open claim', needs: CLAIM },
  assign: { label: 'Assign the open claim', group: 'The open claim', needs: CLAIM },
  unchecked: { label: 'The open claim is Unchecked', group: 'The open claim', needs: CLAIM },
  in_progress: { label: 'The open claim is In progress', group: 'The open claim', needs: CLAIM },
  waiting_writer: {
    label: 'The open claim is Waiting (writer)',
    group: 'The open claim',
    needs: CLAIM,
  },
  waiting_source: {
    label: 'The open claim is Waiting (source)',
    group: 'The open claim',
    needs: CLAIM,
  },
  text: {
    key: 't',
    label: 'Go to the text',
    short: 'choose words with the arrow keys',
    group: 'The chosen words',
  },
  claim: {
    key: 'c',
    label: 'Make the chosen words a claim',
    short: 'Make claim',
    group: 'The chosen words',
    needs: WORDS,
  },
  claimNow: {
    key: 'shift+c',
    label: 'Claim the chosen words now, with their details later',
    short: 'Claim now',
    group: 'The chosen words',
    needs: WORDS,
  },
  opinion: {
    key: 'o',
    label: 'The chosen words are opinion',
    short: 'Opinion',
    group: 'The chosen words',
    needs: WORDS,
  },
  nothing: {
    key: 'x',
    label: 'There is nothing to check in the chosen words',
    short: 'Nothing to check',
    group: 'The chosen words',
    needs: WORDS,
  },
  waive: {
    key: 'w',
    label: 'Waive the chosen words',
    short: 'Waive',
    group: 'The chosen words',
    needs: WORDS,
  },
  coverage: { key: 'g', label: 'Show or hide the coverage', group: 'Coverage' },
  nextGap: { key: 'n', label: 'Next gap in the coverage', short: 'next gap', group: 'Coverage' },
  gapBefore: { key: 'shift+n', label: 'Gap before', group: 'Coverage' },
  sweep: {
    label: 'Sweep the gaps that hold only connecting words',
    group: 'Coverage',
    needs: 'show the coverage, where there are such gaps',
  },
  proposals: { key: 'p', label: 'Show or hide what is proposed for a check', group: 'Proposals' },
  nextProposal: { key: '.', label: 'Next proposal', group: 'Proposals' },
  proposalBefore: { key: ',', label: 'Proposal before', group: 'Proposals' },
  takeParagraph: {
    key: 'shift+p',
    label: 'Make claims of all proposals in the paragraph',
    short: 'Claim the paragraph’s proposals',
    group: 'Proposals',
    needs: 'show the proposals, and choose words in a paragraph that has some',
  },
  takeProposal: {
    key: 'shift+a',
    label: 'Take what the document says as it is proposed',
    short: 'Take',
    group: 'Proposals',
    needs: 'choose what the document says first',
  },
  dismiss: {
    key: 'd',
    label: 'Dismiss the chosen proposal',
    short: 'Dismiss',
    group: 'Proposals',
    needs: 'choose a proposal first',
  },
  sinceSeen: {
    key: 'u',
    label: 'What changed since you last looked',
    short: 'Since you last looked',
    group: 'Revisions',
    needs: 'nothing changed since then',
  },
  sinceChecked: {
    key: 'shift+u',
    label: 'What changed since somebody last gave a verdict',
    short: 'Since last checked',
    group: 'Revisions',
    needs: 'nothing changed since then',
  },
  nextChange: {
    key: 'f',
    label: 'Next change, where two revisions are compared',
    short: 'Next change',
    group: 'Revisions',
    needs: 'compare two revisions first',
  },
  changeBefore: {
    key: 'shift+f',
    label: 'Change before, where two revisions are compared',
    short: 'Change before',
    group: 'Revisions',
    needs: 'compare two revisions first',
  },
  plain: { key: 'h', label: 'Hide or show the marks in the text', group: 'The page' },
  panel: {
    key: '\\',
    label: 'Show the claims beside the text, or put them away',
    group: 'The page',
  },
  keys: { key: '?', label: 'All keys of this page', short: 'all keys', group: 'The page' },
  singleKeys: { label: 'Switch single keys on or off', group: 'The page' },
} as const satisfies Record<string, ActionKind>

export type ActionId = keyof typeof TABLE

export const ACTIONS: Readonly<Record<ActionId, ActionKind>> = TABLE

export const ACTION_IDS = Object.keys(TABLE) as ActionId[]

/**
 * What this person can do here. `ready` says whether what it needs is there, as far as the page has
 * shown; running it looks again, since a key may come before the page has shown the last choice.
 */
export type ActionHandlers = Partial<Record<ActionId, { run: () => void; ready: boolean }>>

/** A key as its cap is labelled: `Shift` and `n` for `shift+n`. */
export const capsOf = (key: string) =>
  key.split('+').map((cap) => (cap === 'shift' ? 'Shift' : cap))
