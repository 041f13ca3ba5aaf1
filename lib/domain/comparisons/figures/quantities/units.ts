import { minus, ONE, over, plus, power, type Ratio, ratioOf, times, ZERO } from './ratio'

export type Dimension =
  | ('length' | 'area' | 'volume' | 'mass' | 'time' | 'months' | 'speed' | 'temperature')
  | ('power' | 'energy' | 'data' | 'voltage' | 'frequency')

export interface Unit {
  /** Its symbol in print, and its name in this program. */
  id: string
  dimension: Dimension
  /** How many it is of m, m², m³, kg, s, month, m/s, K, W, J, B, V or Hz, exactly. */
  factor: Ratio
  /** Where its zero stands in that base unit; other than zero for °C and °F alone. */
  zero: Ratio
  /** Where its factor is laid down. */
  standard: string
  /** The powers of simple units that it is made of: itself alone where it is simple. */
  parts: Readonly<Record<string, number>>
}

const SI = 'SI Brochure, 9th edition'
const YARD = 'international yard and pound, 1959'
const SEA = 'international nautical mile, 1929'
const UK = 'Weights and Measures Act 1985 (UK)'
const US = 'NIST Handbook 44, appendix C'
const DEGREES = 'NIST Special Publication 811'
const CALENDAR = 'ISO 8601-1'
const BYTES = 'IEC 80000-13'

const SIMPLE: readonly Unit[] = [
  ...units('length', SI, { mm: '0.001', cm: '0.01', m: '1', km: '1000' }),
  ...units('length', YARD, { in: '0.0254', ft: '0.3048', yd: '0.9144', mi: '1609.344' }),
  ...units('length', SEA, { nmi: '1852' }),
  ...units('area', SI, { ha: '10000' }),
  ...units('area', YARD, { acre: '4046.8564224' }),
  ...units('volume', SI, { ml: '0.000001', l: '0.001' }),
  ...units('volume', US, { 'US gal': '0.003785411784', bbl: '0.158987294928' }),
  ...units('volume', UK, { 'imp gal': '0.00454609' }),
  ...units('mass', SI, { mg: '0.000001', g: '0.001', kg: '1', t: '1000' }),
  ...units('mass', YARD, { oz: '0.028349523125', lb: '0.45359237' }),
  ...units('mass', UK, { st: '6.35029318', 'long ton': '1016.0469088' }),
  ...units('mass', US, { 'short ton': '907.18474' }),
  ...units('time', SI, { s: '1', min: '60', h: '3600', d: '86400' }),
  ...units('time', CALENDAR, { wk: '604800' }),
  ...units('months', CALENDAR, { mo: '1', yr: '12' }),
  ...units('temperature', SI, { K: '1' }),
  ...units('temperature', SI, { '°C': '1' }, '273.15'),
  ...units('temperature', DEGREES, { '°F': '5/9' }, '45967/180'),
  ...units('power', SI, { W: '1', kW: '1000', MW: '1000000', GW: '1000000000' }),
  ...units('data', BYTES, { kB: '1000', MB: '1000000', GB: '1000000000', TB: '1000000000000' }),
  ...units('voltage', SI, { V: '1', kV: '1000' }),
  ...units('frequency', SI, { Hz: '1', kHz: '1000', MHz: '1000000', GHz: '1000000000' }),
]

const COMPOUND: readonly [string, Dimension, Record<string, number>][] = [
  ['cm²', 'area', { cm: 2 }],
  ['m²', 'area', { m: 2 }],
  ['km²', 'area', { km: 2 }],
  ['sq ft', 'area', { ft: 2 }],
  ['sq yd', 'area', { yd: 2 }],
  ['sq mi', 'area', { mi: 2 }],
  ['m³', 'volume', { m: 3 }],
  ['km/h', 'speed', { km: 1, h: -1 }],
  ['m/s', 'speed', { m: 1, s: -1 }],
  ['mph', 'speed', { mi: 1, h: -1 }],
  ['kn', 'speed', { nmi: 1, h: -1 }],
  ['Wh', 'energy', { W: 1, h: 1 }],
  ['kWh', 'energy', { kW: 1, h: 1 }],
  ['MWh', 'energy', { MW: 1, h: 1 }],
  ['GWh', 'energy', { GW: 1, h: 1 }],
]

const UNITS: ReadonlyMap<string, Unit> = new Map(
  [...SIMPLE, ...COMPOUND.map(compound)].map((unit) => [unit.id, unit]),
)

/** A unit by its symbol, or null; all factors are exact by the standard that each names. */
export const findUnit = (id: string): Unit | null => UNITS.get(id) ?? null

/** A value of one unit in another of the same dimension, exactly. */
export function converted(value: Ratio, from: Unit, to: Unit): Ratio {
  return over(minus(plus(times(value, from.factor), from.zero), to.zero), to.factor)
}

function units(
  dimension: Dimension,
  standard: string,
  factors: Record<string, string>,
  zero = '0',
): Unit[] {
  return Object.entries(factors).map(([id, factor]) => ({
    id,
    dimension,
    factor: ratioOf(factor),
    zero: ratioOf(zero),
    standard,
    parts: { [id]: 1 },
  }))
}

function compound([id, dimension, parts]: (typeof COMPOUND)[number]): Unit {
  const made = Object.entries(parts).flatMap(([part, exponent]) => {
    const unit = SIMPLE.find((one) => one.id === part)
    return unit ? [{ unit, exponent }] : []
  })
  return {
    id,
    dimension,
    factor: made.reduce((sum, { unit, exponent }) => times(sum, power(unit.factor, exponent)), ONE),
    zero: ZERO,
    standard: [...new Set(made.map(({ unit }) => unit.standard))].join('; '),
    parts,
  }
}
