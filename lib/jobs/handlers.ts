import { JOB_KINDS, type JobKind } from '@/lib/domain/jobs/job'
import { Refusal } from '@/lib/domain/refusal'
import { fetchArticle } from './handlers/fetch-article'
import { findNotes } from './handlers/find-notes'
import type { Handler } from './handlers/handler'
import { keepPage } from './handlers/keep-page'
import { lookAgain } from './handlers/look-again'
import { makeBundle } from './handlers/make-bundle'
import { sendMail } from './handlers/send-mail'
import { timeStamp } from './handlers/time-stamp'

/** How each kind of job is done. */
export const HANDLERS: Partial<Record<JobKind, Handler>> = {
  fetch_article: fetchArticle,
  find_notes: findNotes,
  keep_page: keepPage,
  look_again: lookAgain,
  make_bundle: makeBundle,
  send_mail: sendMail,
  time_stamp: timeStamp,
}

/** The handler of a kind. Refuses one that this version cannot do. */
export function handlerOf(kind: JobKind, handlers = HANDLERS): Handler {
  const handler = handlers[kind]
  if (handler) return handler
  throw new Refusal('invalid', `This version of Stet cannot do it yet: “${JOB_KINDS[kind]}”.`)
}
