import type { FiguresLaid } from '@/lib/domain/comparisons/benches/lay-figures'
import { OUTCOMES } from '@/lib/domain/comparisons/figures/comparing/outcome'

/** Printed figures beside those of the source, with the arithmetic and what follows from it. */
export function FiguresShown({ laid: { pairs } }: { laid: FiguresLaid }) {
  return (
    <table className="figure-pairs">
      <thead>
        <tr>
          <th scope="col">Printed</th>
          <th scope="col">In the source</th>
          <th scope="col">What follows</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ printed, found, outcome, sentence, standards }) => (
          <tr key={printed.start} data-outcome={outcome}>
            <th scope="row" dir="auto">
              {printed.text}
            </th>
            <td dir="auto">{found ? found.text : <span className="quiet">none</span>}</td>
            <td>
              <strong>{OUTCOMES[outcome]}</strong>
              <span className="arithmetic">{sentence}</span>
              {standards.length > 0 && (
                <span className="quiet small arithmetic">{standards.join('; ')}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
