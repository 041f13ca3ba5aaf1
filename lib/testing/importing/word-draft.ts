import { makeWord, paragraph, run } from './make-word'

/** What the writer's draft says beside its text: two footnotes, a comment with an answer, one that is done, and a link. */
export const DRAFT_SAYS = {
  ledger: 'City ledger 1932, p. 41.',
  report: 'See Annual report, https://example.org/report.pdf.',
  question: 'Did the mayor say this to us?',
  answer: 'Yes, on the phone.',
  done: 'Spelling checked.',
  link: 'https://example.org/welding',
}

const mark = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
/** Word has answers stand on the words, too. */
const commented = (words: string, ...ids: number[]) =>
  `${ids.map((id) => `<w:commentRangeStart w:id="${id}"/>`).join('')}${run(words)}${ids.map((id) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`).join('')}`
const footnote = (id: number, words: string) =>
  `<w:footnote w:id="${id}">${paragraph(`<w:r><w:footnoteRef/></w:r>${run(` ${words}`)}`)}</w:footnote>`
const comment = (id: number, author: string, words: string) =>
  `<w:comment w:id="${id}" w:author="${author}" w:date="2026-11-30T09:0${id}:00Z"><w:p w14:paraId="0000000${id}">${run(words)}</w:p></w:comment>`

/** A writer's draft in Word about the bridge, with its year and, in a later version, another note. */
export function aWordDraft({ year = '1932', ending = 'in May', later = '' } = {}): Buffer {
  const body = [
    paragraph('The bridge', 'Title'),
    `<w:p>${run(`The old bridge opened in ${year}`)}${mark(1)}${run(' and cost four million crowns')}${mark(2)}${run(', ')}${commented('the mayor said on Friday', 0, 1)}${run('.')}</w:p>`,
    `<w:p>${run('It was the first in the country to be ')}<w:hyperlink r:id="weld">${run('welded throughout')}</w:hyperlink>${run('.')}${run(' Ask Tom.', '<w:vanish/>')}</w:p>`,
    `<w:p>${commented('Engineers', 2)}${run(` will close it ${ending}.`)}${later && mark(3)}</w:p>`,
  ].join('')
  return makeWord({
    body,
    styles: '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>',
    footnotes: `${footnote(1, DRAFT_SAYS.ledger)}${footnote(2, DRAFT_SAYS.report)}${later && footnote(3, later)}`,
    comments: [
      comment(0, 'Lena', DRAFT_SAYS.question),
      comment(1, 'Tom', DRAFT_SAYS.answer),
      comment(2, 'Tom', DRAFT_SAYS.done),
    ].join(''),
    commentsExtended:
      '<w15:commentEx w15:paraId="00000000" w15:done="0"/><w15:commentEx w15:paraId="00000001" w15:paraIdParent="00000000" w15:done="0"/><w15:commentEx w15:paraId="00000002" w15:done="1"/>',
    links: { weld: DRAFT_SAYS.link },
  })
}
