import { Undo2 } from 'lucide-react'
import { useId, useMemo, useState } from 'react'
import type { FilingSummary } from '#contract/library'
import { companyNames } from '#model/filing-identity'
import { ORIGIN_WORDS } from '../state/window/day-origin'
import { libraryState } from '../state/library/library'
import { libraryActs } from '../state/library/library-acts'
import { useStore } from '../state/window/use-store'
import { viewState } from '../state/window/view'
import { Button, IconButton } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { changesOf, DETAIL_FIELDS, problemsOf, valueInHeader, valueNow, type DetailField, type Typed } from './details-fields'
import { filingsMeant } from './move-dialog'

interface FieldProps {
  readonly field: DetailField
  readonly filings: readonly FilingSummary[]
  readonly typed: string | undefined
  readonly problem: string | undefined
  readonly first: boolean
  readonly onType: (words: string) => void
}

/** The companies of the library, to be chosen while one is typed. */
const KnownCompanies = ({ id }: { readonly id: string }) => {
  const filings = useStore(libraryState, libraryState.select.filings)
  const names = useMemo(() => [...new Set(companyNames(filings).values())].sort((a, b) => a.localeCompare(b)), [filings])
  return <datalist id={id}>{names.map((name) => <option key={name} value={name} />)}</datalist>
}

/** Where the words of a field come from that nobody wrote by hand. */
const originOf = (filings: readonly FilingSummary[], name: DetailField['name']): string => {
  const [filing] = filings
  const origin = filings.length === 1 && (name === 'filedAt' || name === 'period') ? filing?.origins?.[name] : undefined
  return origin === undefined ? 'From the header.' : `The header does not say; read ${ORIGIN_WORDS[origin]}.`
}

/** One field with where its words come from beneath it. */
const Field = ({ field, filings, typed, problem, first, onType }: FieldProps) => {
  const id = useId()
  const now = valueNow(filings, field.name)
  const header = valueInHeader(filings, field.name)
  const words = typed ?? (now.kind === 'same' ? now.value ?? '' : '')
  const headerWords = header.kind === 'same' ? header.value ?? '' : ''
  const untouched = typed === undefined && now.kind === 'differ'
  const fromHeader = !untouched && words.trim() === headerWords && header.kind === 'same'
  const byHand = !untouched && words.trim() !== '' && !fromHeader
  return (
    <div className="detail" data-problem={problem !== undefined}>
      <label htmlFor={id}>{field.label}</label>
      <input
        id={id}
        className="field"
        value={words}
        spellCheck={false}
        autoComplete="off"
        placeholder={untouched ? 'Different values' : field.example}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-origin`}
        {...(field.name === 'company' ? { list: `${id}-known` } : {})}
        {...(first ? { 'data-autofocus': '' } : {})}
        onChange={(event) => onType(event.target.value)}
      />
      {field.name === 'company' ? <KnownCompanies id={`${id}-known`} /> : null}
      {byHand && headerWords !== ''
        ? <IconButton size="small" icon={Undo2} label={`${field.label}: take the header’s word`} onClick={() => onType(headerWords)} />
        : <span className="detail-gap" />}
      <p id={`${id}-origin`} className="detail-origin">
        {problem ?? (untouched
          ? 'Left as it is in each filing.'
          : byHand
          ? (headerWords === '' ? 'Entered by hand. The header does not say.' : `Entered by hand. The header says “${headerWords}”.`)
          : words === ''
          ? 'The header does not say.'
          : originOf(filings, field.name))}
      </p>
    </div>
  )
}

const filedTooEarly = (filings: readonly FilingSummary[], typed: Typed): boolean => {
  const of = (name: 'filedAt' | 'period'): string => {
    const now = valueNow(filings, name)
    return typed[name] ?? (now.kind === 'same' ? now.value ?? '' : '')
  }
  return of('filedAt') !== '' && of('period') !== '' && of('filedAt') < of('period')
}

const Form = ({ filings }: { readonly filings: readonly FilingSummary[] }) => {
  const [typed, setTyped] = useState<Typed>({})
  const problems = problemsOf(typed)
  const changes = changesOf(filings, typed)
  const able = Object.keys(problems).length === 0 && Object.keys(changes).length > 0
  const many = filings.length > 1
  const keep = async (): Promise<void> => {
    if (able && await libraryActs.describe(filings.map(({ id }) => id), changes)) viewState.closeDialog()
  }
  return (
    <form className="details" onSubmit={(event) => {
      event.preventDefault()
      void keep()
    }}>
      <p className="details-lead">
        {many
          ? `What you write here is set for all ${String(filings.length)} filings. Fields you leave alone stay as they are.`
          : filings[0]?.fileName}
      </p>
      {DETAIL_FIELDS.map((field, at) => (
        <Field key={field.name} field={field} filings={filings} typed={typed[field.name]} problem={problems[field.name]} first={at === 0}
          onType={(words) => setTyped((kept) => ({ ...kept, [field.name]: words }))} />
      ))}
      {filedTooEarly(filings, typed) && Object.keys(problems).length === 0
        ? <p className="details-doubt" role="status">The filing date lies before the end of the period. Filings usually come after it.</p>
        : null}
      <div className="details-acts">
        <Button onClick={viewState.closeDialog}>Cancel</Button>
        <Button tone="primary" type="submit" disabled={!able}>Save details</Button>
      </div>
    </form>
  )
}

const Content = () => {
  const [filings] = useState(filingsMeant)
  return <Form filings={filings} />
}

/** Details of one or of many filings, written by hand where the header says nothing or errs. The filing itself is never changed. */
export const DetailsDialog = () => {
  const open = useStore(viewState, (state) => state.dialog === 'describe')
  return (
    <Dialog open={open} onClose={viewState.closeDialog} title="Details" width="wide">
      <Content />
    </Dialog>
  )
}
