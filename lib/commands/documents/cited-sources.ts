import { findCitedSource, type Source, type SourceDetails } from '@/lib/db/sources/sources'
import type { Actor } from '@/lib/domain/policy'

/** The sources that a list from elsewhere cites: each is one that is on file, or is put on file once. */
export class CitedSources {
  readonly #known = new Map<string, Pick<Source, 'id' | 'title'>>()

  constructor(
    private readonly actor: Actor,
    private readonly add: (details: SourceDetails) => Promise<Pick<Source, 'id' | 'title'>>,
  ) {}

  async of(
    cited: Pick<SourceDetails, 'title' | 'url' | 'kind'> & Partial<SourceDetails>,
  ): Promise<Pick<Source, 'id' | 'title'>> {
    const key = cited.url || `: ${cited.title}`
    const known = this.#known.get(key) ?? (await findCitedSource(this.actor, cited))
    const source =
      known ?? (await this.add({ publisher: '', published: '', origin: '', note: '', ...cited }))
    this.#known.set(key, source)
    return source
  }
}
