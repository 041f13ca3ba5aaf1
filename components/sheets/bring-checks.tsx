'use client'

import { useMemo, useState } from 'react'
import { bringChecks } from '@/lib/actions'
import { QuotableText } from '@/lib/domain/anchoring/find-quotation'
import { checksOf, type Mapping, statusesIn } from '@/lib/domain/sheets/checks'
import {
  type ClaimOnFile,
  canBeBrought,
  type MatchedCheck,
  matchChecks,
} from '@/lib/domain/sheets/match-checks'
import { NearestWords } from '@/lib/domain/sheets/nearest-words'
import type { PlacedBlock } from '@/lib/domain/text/blocks'
import { claimNumber } from '@/lib/domain/vocabulary'
import { ActionForm } from '../forms/action-form'
import { FieldError, SubmitButton } from '../forms/fields'
import { Link } from '../ui/links/link'
import { CheckList } from './check-list'
import { FirstRows } from './first-rows'
import { MappingFields, StatusFields } from './mapping-fields'
import { ReadingFields, SheetField } from './sheet-field'
import { type BroughtSheet, useBroughtSheet } from './use-brought-sheet'

interface Props {
  me: string
  newsroom: string
  article: { id: string; slug: string; language: string }
  revision: { number: number; text: string; blocks: readonly PlacedBlock[] }
  claims: readonly ClaimOnFile[]
}

/** Brings a sheet of earlier checks: read, mapped and matched with the text by a person, before anything is stored. */
export function BringChecks({ me, newsroom, article, revision, claims }: Props) {
  const { brought, ...sheet } = useBroughtSheet({ me, newsroom, articleId: article.id })
  const [done, setDone] = useState<Brought | null>(null)
  return (
    <>
      <SheetField
        name={brought?.file.name ?? null}
        message={sheet.message}
        isReading={sheet.isReading}
        onOpen={(file) => {
          setDone(null)
          void sheet.open(file)
        }}
      />
      <p id={DONE} role="status" tabIndex={-1} className={done ? 'form-message kept' : ''}>
        {done && (
          <>
            {sentenceOf(done)}{' '}
            <Link href={`/${newsroom}/articles/${article.slug}`}>To the article</Link>
          </>
        )}
      </p>
      {brought && (
        <>
          <ReadingFields brought={brought} onWishes={sheet.readAgain} />
          {brought.sheet.rows.length > 0 && (
            <MatchedSheet
              {...{ article, revision, claims, brought }}
              onChange={sheet.change}
              onDone={(output) => {
                sheet.settle()
                setDone(output)
              }}
            />
          )}
        </>
      )}
    </>
  )
}

/** Where the keyboard goes on once the checks are brought: at what came of it. */
const DONE = 'sheet-done'

/** What came of bringing it. */
interface Brought {
  made: number[]
  checks: number
  evidence: number
  sources: number
}

/** The mapping of a sheet that was read, and its rows matched with the text by it. */
function MatchedSheet({
  article,
  revision,
  claims,
  brought,
  onChange,
  onDone,
}: Pick<Props, 'article' | 'revision' | 'claims'> & {
  brought: BroughtSheet
  onChange: (changed: Partial<Pick<BroughtSheet, 'mapping' | 'chosen' | 'left'>>) => void
  onDone: (output: Brought) => void
}) {
  const { sheet, mapping, chosen, file } = brought
  const { text, blocks } = revision
  const quotable = useMemo(() => new QuotableText(text), [text])
  const nearest = useMemo(() => new NearestWords(text), [text])
  const checks = useMemo(() => checksOf(sheet, mapping), [sheet, mapping])
  const matched = useMemo(
    () => matchChecks(checks, { name: file.name, text, quotable, claims, chosen }),
    [checks, file.name, text, quotable, claims, chosen],
  )
  const statuses = useMemo(() => statusesIn(checks), [checks])
  const left = useMemo(() => new Set(brought.left), [brought.left])
  const going = matched.filter((one) => canBeBrought(one) && !left.has(one.check.row))
  const isMapped = mapping.columns.quote !== null

  return (
    <>
      <FirstRows rows={sheet.rows} header={mapping.header} />
      <section className="section" aria-labelledby="sheet-mapping">
        <h2 id="sheet-mapping">What its columns say</h2>
        <MappingFields
          {...{ sheet, mapping }}
          onMapping={(next) =>
            // A place that was chosen is one of the words that were shown.
            onChange(quotesAlike(next, mapping) ? { mapping: next } : { mapping: next, chosen: {} })
          }
        />
        {statuses.length > 0 && (
          <StatusFields {...{ statuses, mapping }} onMapping={(mapping) => onChange({ mapping })} />
        )}
      </section>
      {!isMapped && (
        <p className="warning">
          Choose the column with the words of the article, and the rows are matched with it.
        </p>
      )}
      {isMapped && (
        <>
          <CheckList
            name={file.name}
            {...{ matched, left }}
            here={{ text, blocks, nearest, language: article.language }}
            onLeft={(left) => onChange({ left: [...left] })}
            onPlace={(row, start) => onChange({ chosen: { ...chosen, [row]: start } })}
          />
          {going.length > MOST && (
            <p className="quiet">
              {MOST} rows are brought at once. Bring the first of them, and the next ones follow.
            </p>
          )}
          <ActionForm
            action={bringChecks}
            values={{
              ...{ articleId: article.id, revision: revision.number },
              ...{ kind: mapping.kind, directness: mapping.directness },
              name: file.name.slice(0, 200),
              checks: JSON.stringify(going.slice(0, MOST).map(asSent)),
            }}
            saved="Checks brought"
            label="Bring the checks"
            className="form sheet-send"
            goOnAt={DONE}
            onDone={(output) => onDone(output as Brought)}
          >
            <FieldError name="checks" />
            {going.length > 0 ? (
              <div className="actions">
                <SubmitButton busy="Bringing them in…">
                  {labelOf(Math.min(going.length, MOST), matched.length)}
                </SubmitButton>
              </div>
            ) : (
              <p className="quiet">No row is left to be brought.</p>
            )}
          </ActionForm>
        </>
      )}
    </>
  )
}

const quotesAlike = (one: Mapping, other: Mapping) =>
  one.header === other.header &&
  one.columns.quote === other.columns.quote &&
  one.marksAround === other.marksAround

/** As many as one command takes. */
const MOST = 500

function asSent({ check, place }: MatchedCheck) {
  const { isHidden: _, problem: __, ...said } = check
  return place.what === 'found' ? { ...said, start: place.at.start, end: place.at.end } : said
}

const labelOf = (count: number, all: number) =>
  `Bring ${count.toLocaleString('en')} of ${all.toLocaleString('en')} ${all === 1 ? 'check' : 'checks'}`

function sentenceOf({ made, checks, evidence, sources }: Brought): string {
  const first = made[0]
  const last = made.at(-1)
  const which =
    first === undefined || last === undefined
      ? 'no new claims'
      : first === last
        ? `1 new claim (${claimNumber(first)})`
        : `${made.length} new claims (${claimNumber(first)} to ${claimNumber(last)})`
  return `Brought ${counted(checks, 'check')}: ${which}, ${counted(evidence, 'piece')} of evidence, ${counted(sources, 'new source')}.`
}

const counted = (count: number, what: string) =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`
