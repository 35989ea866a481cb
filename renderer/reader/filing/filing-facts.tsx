import { Info } from 'lucide-react'
import type { DayOrigin, OpenFiling } from '#contract/library'
import { documentState } from '../../state/document/document'
import { ORIGIN_WORDS } from '../../state/window/day-origin'
import { useDateWords } from '../../ui/date-text'
import { IconButton } from '../../ui/button'
import { Select } from '../../ui/fields'
import { Popover } from '../../ui/popover'
import { FamilyList } from './family-list'
import { NoticeList } from './filing-notices'

const KB = 1024

/** A size in bytes in the unit a reader would say it in. */
const sizeOf = (bytes: number): string =>
  bytes < KB ? `${String(bytes)} bytes` : bytes < KB * KB ? `${(bytes / KB).toFixed(1)} KB` : `${(bytes / KB / KB).toFixed(1)} MB`

const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const

const said = (day: string | null, short: (iso: string) => string, origin: DayOrigin | undefined): string =>
  day === null ? '' : `${short(day)}${origin === undefined ? '' : `, ${ORIGIN_WORDS[origin]}`}`

const factsOf = ({ filing, submission, documents }: OpenFiling, short: (iso: string) => string): readonly (readonly [string, string])[] => [
  ['File', filing.fileName],
  ['Size', sizeOf(filing.bytes)],
  ['SHA-256', filing.sha256],
  ['Format', filing.format],
  ['Accession number', filing.accession ?? ''],
  ['Form', filing.form ?? ''],
  ['Filed', said(filing.filedAt, short, filing.origins?.filedAt)],
  [/^(?:8-K|6-K)/i.test(filing.form ?? '8-K') ? 'Reports of' : 'Period ends', said(filing.period, short, filing.origins?.period)],
  ['CIK', filing.cik ?? ''],
  ['Filers', submission?.filers.map(({ name }) => name).join(', ') ?? ''],
  ['Items', submission?.items.join(', ') ?? ''],
  ['Documents', String(documents.length)],
  ['Imported', short(filing.importedAt)]
]

/** The facts of the file behind a button: what it is, how it was read, and what to know about it. */
export const FilingFacts = ({ open }: { readonly open: OpenFiling }) => {
  const { short } = useDateWords()
  return (
    <Popover label="About this file" trigger={<IconButton icon={Info} label="About this file" />}>
      <div className="facts">
        <dl className="facts-list">
          {factsOf(open, short).filter(([, value]) => value !== '').map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
          {open.filing.encoding === null ? null : (
            <div>
              <dt>Encoding</dt>
              <dd>
                <Select
                  label="Read the file again with the encoding"
                  value={open.filing.encoding}
                  options={ENCODINGS.map((value) => ({ value, label: value }))}
                  onChange={(encoding) => void documentState.reencode(encoding)}
                />
              </dd>
            </div>
          )}
        </dl>
        {open.warnings.length === 0 ? null : <NoticeList notices={open.warnings} />}
        <FamilyList open={open} />
      </div>
    </Popover>
  )
}
