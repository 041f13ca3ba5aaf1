import {
  barOf,
  type Figure,
  type FigureRow,
  foldedOf,
  isEmpty,
  totalOf,
} from '@/lib/domain/figures/figure'

/** How high a row is, and where its bar lies in it, in CSS pixels. */
const ROW = 38
const BAR = { top: 20, height: 10 }

/**
 * Bars below their names, each as long as its share of the longest. Drawn on the server; lengths are in percent, so that it
 * fits whatever width there is, and its words keep their size. Days without anything before the first and after the last that
 * has something are a line below.
 */
export function BarChart({ figure, title }: { figure: Figure; title: string }) {
  const { key, series } = figure
  if (isEmpty(figure)) return null
  const { rows, says } = foldedOf(figure)
  return (
    <>
      {series.length > 1 && <Legend figure={figure} />}
      <svg
        className="bar-chart"
        width="100%"
        height={rows.length * ROW}
        role="img"
        aria-labelledby={`${key}-title`}
        aria-describedby={`${key}-desc`}
      >
        <title id={`${key}-title`}>{title}</title>
        <desc id={`${key}-desc`}>{inWords(rows)}</desc>
        {rows.map((row, at) => (
          <g key={row.name} transform={`translate(0 ${at * ROW})`}>
            <text className="bar-name" x="0" y="14">
              {nameOf(row)}
            </text>
            <text className="bar-value" x="100%" y="14" textAnchor="end">
              {totalOf(row).toLocaleString('en')}
            </text>
            <rect className="bar-track" x="0" y={BAR.top} width="100%" height={BAR.height} rx="2" />
            {barOf(figure, row).map(({ at: x, width }, nth) => {
              const part = series[nth]
              return width > 0 && part ? (
                <rect
                  key={part.name}
                  x={percent(x)}
                  y={BAR.top}
                  width={percent(width)}
                  height={BAR.height}
                  style={{ fill: `var(${part.colour})` }}
                />
              ) : null
            })}
          </g>
        ))}
      </svg>
      {says && <p className="quiet small">{says}</p>}
    </>
  )
}

/** What the colours mean, of those that are there; the table has the same in words alone. */
function Legend({ figure: { series, rows } }: { figure: Figure }) {
  const shown = series.filter((_, nth) => rows.some(({ values }) => (values[nth] ?? 0) > 0))
  return (
    <ul className="bare figure-legend small" aria-label="Colours">
      {shown.map(({ name, colour }) => (
        <li key={name}>
          <svg aria-hidden="true" width="10" height="10">
            <rect width="10" height="10" rx="2" style={{ fill: `var(${colour})` }} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}

const nameOf = ({ name, day }: FigureRow) => day ?? name

const inWords = (rows: readonly FigureRow[]) =>
  rows.map((row) => `${nameOf(row)}: ${totalOf(row)}`).join('; ')

const percent = (share: number) => `${share.toFixed(3)}%`
