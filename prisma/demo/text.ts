import type { Block } from '@/lib/domain/text/blocks'

/** The demonstration's article: an agency's facts and attributed statements, in our own sentences. */
export const ARTICLE = {
  headline: 'First S-400 order for Turkey is complete, head of Rostec says',
  worry:
    'The payment: one man’s word at one briefing, and nothing from Ankara. And whether 400 km is true of every missile or of one.',
}

const RANGE =
  'It can hit targets at a range of 400 km and an altitude of 35 km. Aircraft are among them, as are cruise missiles and ballistic missiles up to medium range, and it can be turned against targets on the ground too.'

export const BLOCKS: Block[] = [
  { kind: 'headline', text: ARTICLE.headline },
  {
    kind: 'dek',
    text: 'A second contract waits for a word from Ankara, while the two sides discuss making parts of the system in Turkey',
  },
  {
    kind: 'paragraph',
    text: 'MOSCOW, December 7 – Russia has fulfilled its first order of S-400 air-defence systems for Turkey, and whether another one follows is for Ankara to say, the head of the Russian state corporation Rostec told a briefing on Monday.',
  },
  {
    kind: 'paragraph',
    text: 'Sergei Chemezov said that nothing of the first contract was left open: it had been carried out in full, every component had been delivered, and full payment was received.',
  },
  {
    kind: 'paragraph',
    text: 'What comes next is being talked over, by his account. The arms exporter Rosoboronexport is in touch with the Turkish side, and one of the subjects is whether components could be made in Turkey. He added a caution: technology this complex cannot be put into production there from nothing.',
  },
  {
    kind: 'paragraph',
    text: 'Chemezov called the sale unique, since the customer is a member of NATO. Other kinds of equipment are under negotiation as well, he said, and he sees prospects for them.',
  },
  { kind: 'subhead', text: 'Objections from the allies' },
  {
    kind: 'paragraph',
    text: 'The contract was signed in 2017. It made Turkey the first NATO country to buy the system, and it was received badly in the alliance and in Washington.',
  },
  {
    kind: 'paragraph',
    text: 'In a statement of July 17, 2019, the White House press secretary said that Turkey’s choice of the Russian system “renders its continued involvement with the F-35 impossible”. The F-35 is an American fighter aircraft.',
  },
  {
    kind: 'paragraph',
    text: 'The dispute did not end there. The United States is threatening Turkey with sanctions because of the purchase; none had been announced when this article was written.',
  },
  { kind: 'subhead', text: 'What the system does' },
  { kind: 'caption', text: 'The S-400 Triumf, a long-range air-defence system' },
  {
    kind: 'paragraph',
    text: 'The S-400 Triumf has been in service since 2007; its NATO reporting name is SA-21 Growler.',
  },
  { kind: 'paragraph', text: RANGE },
  { kind: 'subhead', text: 'What is not known' },
  {
    kind: 'paragraph',
    text: 'What Chemezov said on Monday is known here from the report of one news agency, TASS. That report names neither the price that was paid nor the number of systems that were delivered, and it carries no comment from the Turkish government. It gives no date by which Ankara wants to decide.',
  },
]

/** A second article, so that the list of articles is one. */
export const NOTE = {
  headline: 'How an article goes through this desk',
  worry: 'That it reads like a manual.',
}

export const NOTE_BLOCKS: Block[] = [
  { kind: 'headline', text: NOTE.headline },
  { kind: 'dek', text: 'A note for new colleagues, still to be edited' },
  {
    kind: 'paragraph',
    text: 'An article comes to this desk as a draft. A checker reads it word by word and marks every statement that could be wrong: a name, a figure, a date, a quotation.',
  },
  {
    kind: 'paragraph',
    text: 'Each mark is a claim with a number. The checker looks for the source that knows best, writes down where in it the answer stands, and says what was found.',
  },
  {
    kind: 'paragraph',
    text: 'Where only the writer can help, the claim waits for the writer. Where the words go further than the source, the checker proposes other words, and the editor decides.',
  },
  {
    kind: 'paragraph',
    text: 'Where there is no primary source, a claim needs three independent secondary sources. Ten copies of one wire report are one.',
  },
  { kind: 'pull_quote', text: 'A claim needs two independent secondary sources' },
  {
    kind: 'paragraph',
    text: 'Words that nobody has accounted for stay visible as such, because what was overlooked is what does the harm.',
  },
]
