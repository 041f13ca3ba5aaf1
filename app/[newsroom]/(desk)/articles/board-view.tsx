import { ArticleBoard } from '@/components/articles/list/article-board'
import { listBoard } from '@/lib/db/articles/article-board'
import { EmptyList } from './empty-list'
import type { ListProps } from './list-view'
import { wantedBy } from './wanted'

/** The articles by their state. */
export async function BoardView({ actor, path, filter, names }: ListProps) {
  const columns = await listBoard(actor, wantedBy(filter, actor, new Date()))
  if (columns.every(({ count }) => count === 0)) return <EmptyList {...{ actor, path, filter }} />
  return <ArticleBoard {...{ actor, path, filter, columns, names }} />
}
