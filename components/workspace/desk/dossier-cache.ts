import type { Dossier, DossierPage } from '@/lib/db/workspace/dossiers'

/**
 * What is on file about the claims of one article, held in this page: a claim opens without asking the
 * server, and can be read without a connection.
 */
export class DossierCache {
  private held = new Map<number, Dossier>()
  private upTo = 0
  private hearers = new Set<() => void>()

  constructor(private address: string) {}

  find(number: number): Dossier | null {
    return this.held.get(number) ?? null
  }

  subscribe = (hear: () => void): (() => void) => {
    this.hearers.add(hear)
    return () => this.hearers.delete(hear)
  }

  /** Keeps what came with the page; an older one never takes the place of a newer. */
  keep(dossier: Dossier): void {
    const known = this.held.get(dossier.number)
    if (!known || known.seq <= dossier.seq) this.held.set(dossier.number, dossier)
  }

  /** Asks for one claim alone, which is there sooner than all; false when the server was not reached. */
  async fetchOne(number: number, signal: AbortSignal): Promise<boolean> {
    try {
      const answer = await fetch(`${this.address}/${number}`, { signal })
      if (!answer.ok) return false
      this.keep(await answer.json())
      this.tell()
      return true
    } catch {
      return false
    }
  }

  /**
   * Brings what changed up to a place in the newsroom's log, a page at a time, for one caller at a time. Where that
   * fails nothing is lost: the next time begins where this one did.
   */
  async bringUpTo(seq: number): Promise<void> {
    if (this.upTo >= seq || !navigator.onLine) return
    const came = new Set<number>()
    let first: DossierPage | null = null
    for (let after: number | null = 0; after !== null; ) {
      const answer: Response = await fetch(`${this.address}?since=${this.upTo}&after=${after}`)
      if (answer.status === 404) {
        // Whoever may not see the article any more keeps nothing of it.
        this.held.clear()
        this.upTo = seq
        return this.tell()
      }
      if (!answer.ok) throw new Error(`the claims answered ${answer.status}`)
      const page: DossierPage = await answer.json()
      first ??= page
      // What this person may see changed between two pages.
      if (page.whole !== first.whole) throw new Error('the claims changed meanwhile')
      for (const dossier of page.dossiers) {
        this.keep(dossier)
        came.add(dossier.number)
      }
      this.tell()
      after = page.next
    }
    if (!first) return
    if (first.whole) this.dropOld(came, first.upTo)
    this.upTo = first.upTo
  }

  /** What was not among all that may be seen now is not kept, unless it came later by itself. */
  private dropOld(came: ReadonlySet<number>, upTo: number): void {
    for (const [number, { seq }] of this.held) {
      if (!came.has(number) && seq < upTo) this.held.delete(number)
    }
    this.tell()
  }

  private tell(): void {
    for (const hear of this.hearers) hear()
  }
}
