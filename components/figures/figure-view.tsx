import { FIGURES, type Figure, isEmpty, tableOf } from '@/lib/domain/figures/figure'
import { BarChart } from './bar-chart'

/** A figure: what it says, its picture, and the table behind it, which can be taken along as a file. */
export function FigureView({ figure, csv }: { figure: Figure; csv: string }) {
  const title = FIGURES[figure.key]
  const name = `figure-${figure.key}`
  return (
    <figure className="work-figure" aria-labelledby={name}>
      <figcaption>
        <h3 id={name}>{title}</h3>
        <p className="quiet">{figure.says}</p>
      </figcaption>
      {!isEmpty(figure) && (
        <>
          <BarChart figure={figure} title={title} />
          <details>
            <summary>
              Table<span className="visually-hidden"> of {title.toLowerCase()}</span>
            </summary>
            <FigureTable figure={figure} title={title} />
            <p className="small">
              <a href={csv} download>
                Save as CSV<span className="visually-hidden">: {title}</span>
              </a>
            </p>
          </details>
        </>
      )}
    </figure>
  )
}

function FigureTable({ figure, title }: { figure: Figure; title: string }) {
  const [head = [], ...rows] = tableOf(figure)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by keys
    <section className="figure-table" aria-label={`Table: ${title}`} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...values]) => (
            <tr key={name}>
              <th scope="row" dir="auto">
                {name}
              </th>
              {values.map((value, at) => (
                <td key={head[at + 1]}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
