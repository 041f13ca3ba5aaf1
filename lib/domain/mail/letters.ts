import { ROLES, type Role } from '../vocabulary'

/** What a mail says, in plain words with one link, before it is known who sends it. */
export interface Letter {
  subject: string
  text: string
  /** Where whoever gets it chooses what comes by mail (RFC 2369, 3.2); left out of what they asked for by name. */
  choices?: string
}

/** Invites somebody into a newsroom; the same whether or not they have an account. */
export function invitationLetter(of: { newsroom: string; role: Role; link: string }): Letter {
  const newsroom = named(of.newsroom)
  return {
    subject: `Your invitation to the fact-check desk of ${newsroom}`,
    text: paragraphs(
      `An admin of ${newsroom} invites you to its fact-check desk. Your role there: ${ROLES[of.role]}.`,
      'By this link you join. It works once, for a week:',
      of.link,
      'If you do not know them, do nothing. Nobody joins without this link.',
    ),
  }
}

/** Brings whoever forgot their password the link by which they choose another. */
export function passwordLetter({ link, hours }: { link: string; hours: number }): Letter {
  return {
    subject: 'Your link for a new password',
    text: paragraphs(
      'Somebody, most likely you, asked for a new password for your account at Stet.',
      `By this link you choose one. It works once, for ${hours} hours:`,
      link,
      'If it was not you, do nothing: your password is as it was.',
    ),
  }
}

/** Tells an admin that an address was told nothing any more because it took nothing; not which, since that may be a secret. */
export function webhookOffLetter(of: { newsroom: string; link: string }): Letter {
  const newsroom = named(of.newsroom)
  return {
    subject: `A webhook of ${newsroom} is switched off`,
    text: paragraphs(
      `An address that is told what happens at ${newsroom} took nothing for days, so Stet has switched it off.`,
      'What it answered, and the way to switch it on again:',
      of.link,
    ),
  }
}

/** Tells somebody what waits for them: what there is to do and how much of it, and no word or name of an article. */
export function waitingLetter(of: {
  newsroom: string
  /** “Answer 2 queries”, a line each, the most pressing first. */
  needs: readonly string[]
  isDigest: boolean
  /** How much more waits, of which they know. */
  others: number
  link: string
  choices: string
}): Letter {
  const newsroom = named(of.newsroom)
  const [first = '', ...more] = of.needs
  return {
    subject: of.isDigest
      ? `What waits for you at ${newsroom}`
      : `${first}${more.length > 0 ? ` and ${more.length} more` : ''} · ${newsroom}`,
    text: paragraphs(
      `This waits for you at ${newsroom}:`,
      of.needs.map((need) => `- ${need}`).join('\n'),
      ...(of.others > 0
        ? [`Of what waits besides, you know: ${of.others.toLocaleString('en')}.`]
        : []),
      of.link,
      `What comes by mail, and when, you choose on the page of your account:\n${of.choices}`,
    ),
    choices: of.choices,
  }
}

const paragraphs = (...all: string[]) => `${all.join('\n\n')}\n`

/**
 * A name that people chose, on its way into a line: no line ends and no other control characters, which could begin a
 * header, and no marks that turn what follows around; one in letters that run from right to left stands by itself (UAX 9).
 */
function named(name: string): string {
  const line = name
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return RIGHT_TO_LEFT.test(line) ? `\u2068${line}\u2069` : line
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u
