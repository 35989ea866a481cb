/** What tells a filing from others in one line. */
export interface FactsLineProps {
  /** Whose it is; cut first where there is no room. */
  readonly who: string | null
  /** Its form and its day, which are cut last; what is not known is left out. */
  readonly rest: readonly (string | null)[]
  /** Stands there where nothing is known. */
  readonly otherwise: string
  readonly className?: string
}

/** Whose a filing is, which form and of which day, in one line: the company is cut before what tells its filings apart. */
export const FactsLine = ({ who, rest, otherwise, className = '' }: FactsLineProps) => {
  const facts = rest.filter((part) => part !== null && part !== '')
  const name = who === null || who === '' ? null : who
  const line = [name, ...facts].filter((part) => part !== null).join(' · ') || otherwise
  return (
    <span className={`facts-line ${className}`} title={line}>
      {name === null && facts.length === 0 ? <span className="truncate">{otherwise}</span> : null}
      {name === null ? null : <span className="facts-who truncate">{name}</span>}
      {facts.length === 0 ? null : <span className="facts-rest">{name === null ? '' : ' · '}{facts.join(' · ')}</span>}
    </span>
  )
}
