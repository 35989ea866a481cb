import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { CallName, Calls } from '#contract/calls'
import type { Result } from '#contract/result'

/** A filing of a fictional company, written for a story. `day` is `YYYY-MM-DD`. */
export interface ShelfFiling {
  readonly file: string
  readonly company: string
  readonly cik: string
  readonly day: string
  readonly form: string
  readonly exhibit: string
  readonly headline: string
  readonly body: string
}

const plain = (day: string): string => day.replaceAll('-', '')

/** A submission with one exhibit as the archive keeps it. */
export const submissionText = ({ company, cik, day, form, exhibit, headline, body }: ShelfFiling, number = 1): string => {
  const accession = `${cik}-${day.slice(2, 4)}-${String(number).padStart(6, '0')}`
  return `<SEC-DOCUMENT>${accession}.txt : ${plain(day)}
<SEC-HEADER>${accession}.hdr.sgml : ${plain(day)}
ACCESSION NUMBER:\t\t${accession}
CONFORMED SUBMISSION TYPE:\t${form}
PUBLIC DOCUMENT COUNT:\t\t1
CONFORMED PERIOD OF REPORT:\t${plain(day)}
FILED AS OF DATE:\t\t${plain(day)}

FILER:

\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\t\t${company}
\t\tCENTRAL INDEX KEY:\t\t\t${cik}
</SEC-HEADER>
<DOCUMENT>
<TYPE>${exhibit}
<SEQUENCE>1
<FILENAME>release.htm
<TEXT>
<HTML><BODY>
<P ALIGN="CENTER"><B>${headline}</B></P>
${body}
</BODY></HTML>
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`
}

const COMPANIES = [['ELM COVE FOODS INC', '0009991001'], ['TARN VALLEY TOOLS CORP', '0009991002'], ['OSTERBY GLASS LTD', '0009991003'], [
  'QUILL HARBOR SHIPPING INC',
  '0009991004'
], ['MARROW LANE PAPER CO', '0009991005']] as const
const NEWS = [
  ['reports results of its first quarter', 'Sales rose 9% to $41.7 million.',
    'The company expects sales of about $170 million in the full year.'],
  ['opens a second foundry', 'The foundry employs 212 people.', 'Management believes that the foundry will reach full output next spring.'],
  ['renews its credit line', 'The line of $60 million runs for five years.', 'The company may draw on it to finance acquisitions.'],
  ['names a chief financial officer', 'She joins from a maker of gauges.', 'The company anticipates no further changes this year.']
] as const

/** A shelf of `count` different filings by fictional companies, the same every time. */
export const shelf = (count: number): readonly ShelfFiling[] =>
  Array.from({ length: count }, (_, at) => {
    const [company, cik] = COMPANIES[at % COMPANIES.length] ?? COMPANIES[0]
    const [news, fact, outlook] = NEWS[at % NEWS.length] ?? NEWS[0]
    const name = company.toLowerCase().replace(/\b\w/g, (letter) => letter.toUpperCase()).replace(/ (Inc|Corp|Ltd|Co)$/, '')
    const day = `${2004 + (at % 4)}-${String(1 + (at * 5) % 12).padStart(2, '0')}-${String(1 + (at * 7) % 28).padStart(2, '0')}`
    return {
      file: `${name.toLowerCase().replaceAll(' ', '-')}-${String(at + 1)}.txt`,
      company,
      cik,
      day,
      form: at % 3 === 0 ? '10-Q' : '8-K',
      exhibit: at % 2 === 0 ? 'EX-99.1' : 'EX-99.2',
      headline: `${name} ${news}`,
      body: `<P>${name} said today: ${fact} This is release ${
        String(at + 1)
      } of the company.</P>\n<P><B>Outlook</B></P>\n<P>${outlook}</P>\n<P><B>Safe harbor</B></P>\n<P>Words such as expects, believes and may identify forward-looking statements. Actual results could differ because of the price of energy.</P>`
    }
  })

/** Writes filings as files into a folder of the disk, which is made where it is not there, and answers their paths. */
export const writeShelf = (folder: string, filings: readonly ShelfFiling[]): readonly string[] => {
  mkdirSync(folder, { recursive: true })
  return filings.map((filing, at) => {
    const path = join(folder, filing.file)
    writeFileSync(path, submissionText(filing, at + 1))
    return path
  })
}

/** Makes one call of the page's own wire and answers its value; fails where the call was refused. */
export const ask = async <N extends CallName>(page: Page, name: N, args: Calls[N]['args']): Promise<Calls[N]['value']> => {
  const answer = await page.evaluate(async ([called, given]) => {
    const { call } = (window as unknown as { redwell: { call: Record<string, (args: unknown) => Promise<unknown>> } }).redwell
    return call[called]?.(given)
  }, [name, args] as const) as Result<Calls[N]['value']>
  if (!answer.ok) throw new Error(`${name}: ${answer.failure.message}`)
  return answer.value
}
