import type { OutsideQuotation, PackLook, WrittenPack } from '#contract/pack'
import { packExportState } from '../state/review/pack-export'
import { workExportState } from '../state/review/work-export'
import { copyText } from '../state/window/clipboard'
import { useStore } from '../state/window/use-store'
import { Button } from '../ui/button'
import { Segments, Switch, TextField } from '../ui/fields'
import { sizeWords } from '../ui/size-text'
import { countWords } from '#model/words'
import { Copy } from 'lucide-react'

/** More filings or quotations than this are counted and not listed. */
const MOST_LISTED = 200

const Leaving = ({ look }: { readonly look: PackLook }) => {
  const { tally: { kept }, people, entries, seals } = look
  return (
    <section className="pack-leaving" aria-label="What leaves">
      <p className="pack-sum">
        <strong>{countWords(look.filings.length, 'filing')}, {sizeWords(look.bytes)}</strong> as imported, with{' '}
        {[countWords(kept.marks, 'highlight'), countWords(kept.notes, 'note'), countWords(kept.questions, 'question'),
          countWords(kept.decisions, 'decision'), countWords(kept.reviews, 'reviewed section')].join(
            ', '
          )}
        {people.length === 0 ? '' : `, of ${people.join(', ')}`}; {countWords(entries, 'entry', 'entries')} of the history
        {seals === 0 ? '.' : `, and the seals alone of ${countWords(seals, 'entry', 'entries')} on other filings.`}
      </p>
      <ol className="pack-filings">
        {look.filings.slice(0, MOST_LISTED).map(({ title, fileName, bytes, linked }, at) => (
          <li key={at}>
            <span className="pack-filing" title={fileName}>{title}</span>
            <span className="pack-size numeric">{linked ? 'linked · ' : ''}{sizeWords(bytes)}</span>
          </li>
        ))}
      </ol>
      {look.filings.length > MOST_LISTED ? <p>and {(look.filings.length - MOST_LISTED).toLocaleString('en')} more</p> : null}
    </section>
  )
}

const QUOTING = [{ value: 'ask', label: 'Not said yet' }, { value: 'keep', label: 'Let them leave' }, { value: 'leave',
  label: 'Leave these notes out' }] as const

const Quotations = ({ quotations }: { readonly quotations: readonly OutsideQuotation[] }) => {
  const quoting = useStore(packExportState, packExportState.select.quoting)
  return (
    <section className="pack-quotations" aria-label="Quotations of other filings">
      <p>
        {countWords(quotations.length, 'quotation')} of filings that are not in the pack {quotations.length === 1 ? 'stands' : 'stand'}{' '}
        in notes that would leave:
      </p>
      <ul>
        {quotations.slice(0, MOST_LISTED).map(({ of, quote, note, on }, at) => (
          <li key={at}>
            <q>{quote}</q> <span className="pack-why">of {of ?? 'a filing that is gone'}, in “{note}” on {on}</span>
          </li>
        ))}
      </ul>
      <Segments label="Quotations of other filings" value={quoting ?? 'ask'} options={QUOTING}
        onChange={(next) => packExportState.choose({ quoting: next === 'ask' ? null : next })} />
    </section>
  )
}

const Signing = ({ look }: { readonly look: PackLook }) => {
  const sign = useStore(packExportState, packExportState.select.sign)
  const passphrase = useStore(packExportState, packExportState.select.passphrase)
  const needs = useStore(packExportState, packExportState.select.needsPassphrase)
  return (
    <>
      <div className="export-row">
        <Switch label="Sign it" checked={sign} onChange={(next) => packExportState.choose({ sign: next })} />
        <span className="export-count">{look.key ? look.key.fingerprint : 'a key is made for this library'}</span>
      </div>
      {needs
        ? (
          <div className="export-row">
            <span>{look.key ? 'Passphrase of the key' : 'New passphrase'}</span>
            <TextField type="password" label="Passphrase" value={passphrase}
              onChange={(event) => packExportState.choose({ passphrase: event.target.value })} />
            <span className="export-count">at least 8 signs; nobody can bring it back</span>
          </div>
        )
        : null}
    </>
  )
}

/** How a pack is made, and all that it would carry out of the house. */
export const PackForm = () => {
  const look = useStore(packExportState, packExportState.select.look)
  const name = useStore(packExportState, packExportState.select.name)
  const linked = useStore(packExportState, packExportState.select.linked)
  const printed = useStore(packExportState, packExportState.select.printed)
  const quoting = useStore(packExportState, packExportState.select.quoting)
  useStore(workExportState, workExportState.select.tally)
  if (!look) return <p className="export-says">Looking what would leave…</p>
  const canPrint = packExportState.isWhole(workExportState.scope()) && quoting !== 'leave'
  return (
    <div className="export-scope">
      <Leaving look={look} />
      {look.quotations.length === 0 ? null : <Quotations quotations={look.quotations} />}
      <div className="export-row">
        <span>Name</span>
        <TextField label="Name of the pack" className="pack-name" value={name} placeholder={look.name}
          onChange={(event) => packExportState.choose({ name: event.target.value })} />
      </div>
      <div className="export-row">
        <Switch label="With linked versions and families" checked={linked} onChange={(next) => {
          packExportState.choose({ linked: next })
          void workExportState.recount()
        }} />
      </div>
      <div className="export-row">
        {canPrint
          ? <Switch label="With a PDF of each document" checked={printed} onChange={(next) => packExportState.choose({ printed: next })} />
          : <span className="pack-why">No PDF: it would show what is left out. Pages for a browser are in it.</span>}
      </div>
      <Signing look={look} />
    </div>
  )
}

/** What is told of a pack once it is written: who signed it, and what could not be printed. */
export const PackWritten = ({ written }: { readonly written: WrittenPack }) => {
  const look = useStore(packExportState, packExportState.select.look)
  return (
    <div className="pack-written">
      <p>
        How to check it without Redwell stands in its VERIFY.txt.
        {written.fingerprint === null ? ' It is not signed: it shows that nothing was changed, and not who made it.' : null}
      </p>
      {written.fingerprint === null
        ? null
        : (
          <p>
            Signed with <code>{written.fingerprint}</code>. Tell it to the receiver by voice. {look?.key
              ? (
                <Button size="small" tone="plain" icon={Copy} onClick={() => void copyText(look.key?.line ?? '', 'Public key copied.')}>
                  Copy public key
                </Button>
              )
              : null}
          </p>
        )}
      {written.notPrinted.length === 0 ? null : <p>Not printed: {written.notPrinted.join(', ')}. Their pages for a browser are in it.</p>}
    </div>
  )
}
