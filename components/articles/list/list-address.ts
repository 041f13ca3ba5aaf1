import { type ArticleFilter, queryOf } from '@/lib/domain/articles/list-filter'

/** The address of the list with a filter; `also` says what is no part of one, such as the month that is shown. */
export function listAddress(path: string, filter: ArticleFilter, also = ''): string {
  const said = [queryOf(filter), also].filter(Boolean).join('&')
  return said ? `${path}?${said}` : path
}
