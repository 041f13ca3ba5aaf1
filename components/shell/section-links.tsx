/** The sections of a long page, each by the id and the words of its heading, in their order. */
export function SectionLinks({ sections }: { sections: Readonly<Record<string, string>> }) {
  return (
    <nav className="section-links" aria-label="On this page">
      <ul className="bare">
        {Object.entries(sections).map(([id, heading]) => (
          <li key={id}>
            <a href={`#${id}`}>{heading}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
