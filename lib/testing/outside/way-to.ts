import type { Way } from '../../evidence/outgoing/checked-addresses'
import type { Outside } from './serve'

/** The way out to these hosts alone, which every name but that of nobody resolves to. */
export const wayTo = (...hosts: Pick<Outside, 'port'>[]): Way => ({
  resolve: async (name) => (name === 'nobody.example' ? [] : ['127.0.0.1']),
  allowed: hosts.map(({ port }) => ({ host: 'site.example', port })),
})
