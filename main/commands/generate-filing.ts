import { seeded } from './generate-release'

const START = ['Al', 'Bar', 'Cor', 'Dun', 'El', 'Far', 'Gal', 'Har', 'Is', 'Kel', 'Lor', 'Mar', 'Nor', 'Or', 'Pel', 'Ros', 'Sel', 'Tar',
  'Ul', 'Wes']
const MIDDLE = ['a', 'be', 'co', 'da', 'e', 'fi', 'go', 'i', 'la', 'mo', 'ne', 'o', 'ri', 'sa', 'tu', 'vi']
const END = ['beck', 'combe', 'dale', 'field', 'ford', 'gate', 'ham', 'ley', 'mere', 'moor', 'ridge', 'stead', 'thorpe', 'wick', 'worth']
const TRADES = ['Foods', 'Instruments', 'Therapeutics', 'Networks', 'Mining', 'Logistics', 'Paper', 'Energy', 'Textiles', 'Software']
const FORMS = ['8-K', '8-K', '8-K', '10-Q', '10-Q', '10-K', '8-K/A', '6-K', 'DEF 14A', 'S-1']

/** Sentences of the length and with the share of figures that real filings have. */
const PLAIN = [
  'The plant in {name} makes {thing} for customers in several countries, and most of what it makes is sold through distributors that have worked with the Company for many years.',
  'Revenue from {thing} was ${n}.{d} million, compared with ${n}.{d} million in the year before, and the difference came from the order of one customer that was not repeated.',
  'The agreement with {name} {trade}, dated {date}, remains in force under its terms and was not changed in the period, although the parties have discussed its renewal.',
  'Depreciation of the machines that make {thing} is recorded over their useful lives by the straight-line method, which management reviews at the end of each year.',
  'The board met several times during the period, approved the minutes of each of its meetings, and heard the reports of the committees on audit, pay and nominations.',
  'Interest on the notes is paid in {month} and again six months later, and the covenants of the notes limit the payments that the Company makes to its shareholders.',
  'No single customer made up more than a tenth of the sales of {thing}, and the Company had no receivables from one customer above the limit that its insurers accept.',
  'Inventories of {thing} are stated at the lower of cost and net realisable value, with cost determined by the first-in, first-out method for all of the divisions.',
  'The lease of the warehouse in {name} carries a rent that follows an index of prices, and the Company has the right to leave it before its end on {date} with notice.',
  'Employees of the {name} division are members of a union, and relations with the union were good throughout the period according to the managers of the division.',
  'The Company keeps its cash with several banks, none of which holds more than the amount that its policy allows, and reviews the standing of the banks every quarter.',
  'Research on {thing} was carried out together with {name} {trade}, which bears half of the cost of the work and receives a licence for its own field of use.'
]
const FORWARD = [
  'The Company expects to open a second line for {thing} in {name} by the end of {month}, after the permits that it has applied for have been granted by the authorities.',
  'Sales of {thing} may decline if {name} {trade} does not renew its order, since the Company has few other customers with a comparable need for its products.',
  'We believe that the {thing} programme will be completed within the budget that the board approved, and that its results will be known before the end of the year.'
]
const THINGS = ['valves', 'glass fibre', 'infusion pumps', 'copper cathode', 'routers', 'frozen fruit', 'newsprint', 'turbine blades',
  'linen', 'ledger software']
const MONTHS = ['January', 'March', 'April', 'June', 'July', 'September', 'October', 'December']

type Words = (sentences: readonly string[]) => string

const pickFrom = (random: () => number): <T>(list: readonly T[]) => T => (list) => {
  const picked = list[Math.floor(random() * list.length)]
  if (picked === undefined) throw new Error('There is nothing to pick from.')
  return picked
}

const nameBy = (random: () => number): string => {
  const pick = pickFrom(random)
  return `${pick(START)}${random() < 0.5 ? pick(MIDDLE) : ''}${pick(END)}`
}

const sentencesBy = (random: () => number): Words => {
  const pick = pickFrom(random)
  const fill: Readonly<Record<string, () => string>> = {
    name: () => nameBy(random),
    n: () => String(11 + Math.floor(random() * 900)),
    d: () => String(2 + Math.floor(random() * 8)),
    thing: () => pick(THINGS),
    trade: () => pick(TRADES),
    month: () => pick(MONTHS),
    date: () => `${pick(MONTHS)} ${String(1 + Math.floor(random() * 28))}, ${String(1998 + Math.floor(random() * 26))}`
  }
  return (sentences) => pick(sentences).replace(/\{(\w+)\}/g, (whole, what: string) => fill[what]?.() ?? whole)
}

const paragraphBy = (random: () => number): string => {
  const words = sentencesBy(random)
  return Array.from({ length: 3 + Math.floor(random() * 4) }, () => words(random() < 0.12 ? FORWARD : PLAIN)).join(' ')
}

const wrap = (text: string): string => text.replace(/(.{60,78}) /g, '$1\n')

const SPAN = '<span style="color:#000000;font-family:\'Times New Roman\',sans-serif;font-size:10pt;font-weight:400;line-height:120%">'

const tableBy = (random: () => number): string => {
  const row = (): string => {
    const cells = Array.from({ length: 4 },
      () =>
        `<td colspan="3" style="padding:2px 1pt;text-align:right;vertical-align:bottom">${SPAN}${
          String(Math.floor(random() * 90_000))
        }</span></td>`)
    return `<tr><td colspan="3" style="padding:2px 1pt;text-align:left;vertical-align:bottom">${SPAN}${nameBy(random)}</span></td>${
      cells.join('')
    }</tr>`
  }
  return `<div style="margin-top:6pt"><table style="border-collapse:collapse;width:100%">${
    Array.from({ length: 12 }, row).join('')
  }</table></div>`
}

/** The body of an HTML document of about `characters` characters, set as filing agents set it: a style on every run. */
const htmlBody = (random: () => number, characters: number): string => {
  const parts: string[] = []
  let length = 0
  for (let at = 1; length < characters; at += 1) {
    const heading = at % 12 === 0
      ? `<div style="margin-top:12pt"><span style="font-weight:700">${nameBy(random)} and its ${pickFrom(random)(THINGS)}</span></div>`
      : ''
    const body = at % 5 === 0
      ? tableBy(random)
      : `<div style="margin-top:6pt;text-align:justify">${SPAN}${paragraphBy(random)}</span></div>`
    parts.push(heading, body, '\n')
    length += heading.length + body.length + 1
  }
  return parts.join('')
}

/** The wrapped body of a plain-text document of about `characters` characters. */
const textBody = (random: () => number, characters: number): string => {
  const parts: string[] = []
  let length = 0
  for (let at = 1; length < characters; at += 1) {
    const part = `${at % 9 === 0 ? `${nameBy(random).toUpperCase()} DIVISION\n\n` : ''}${wrap(paragraphBy(random))}\n\n`
    parts.push(part)
    length += part.length
  }
  return parts.join('')
}

/** An annual report of a fictional company in HTML of about `characters` characters. */
export const generateReport = (characters: number, seed: number): string =>
  `<html><head><title>10-K</title></head><body><div>FORM 10-K</div><div>ELDER MOOR INSTRUMENTS INC</div>${
    htmlBody(seeded(seed), characters)
  }</body></html>\n`

/** The year from which most filings are HTML. */
const HTML_FROM = 2002

/**
 * The `n`th of many filings: a full submission of a fictional company with one exhibit of about `characters` characters, in plain text
 * where it was filed before 2002 and in HTML after that, as filings are. Companies return every hundred filings; forms, dates and
 * words vary. The same `n` gives the same text.
 */
export const generateFiling = (n: number, characters: number): { readonly name: string; readonly text: string } => {
  const random = seeded(n + 1)
  const company = seeded(1_000_000 + n % 100)
  const name = `${nameBy(company)} ${pickFrom(company)(TRADES)} Inc`.toUpperCase()
  const day = new Date(Date.UTC(1998, 0, 2 + (n * 37) % 9000)).toISOString().slice(0, 10).replaceAll('-', '')
  const cik = String(1_000_000 + n % 100).padStart(10, '0')
  const accession = `${cik}-${day.slice(2, 4)}-${String(n).padStart(6, '0')}`
  const form = pickFrom(random)(FORMS)
  const isText = Number(day.slice(0, 4)) < HTML_FROM
  const body = isText
    ? `EXHIBIT 99.1\n\n                    ${name} REPORTS ITS PERIOD\n\n\n${textBody(random, characters)}`
    : `<html><body><div>EXHIBIT 99.1</div><div>${name} REPORTS ITS PERIOD</div>${htmlBody(random, characters)}</body></html>\n`
  const text = `<SEC-DOCUMENT>${accession}.txt : ${day}
<SEC-HEADER>${accession}.hdr.sgml : ${day}
ACCESSION NUMBER:\t\t${accession}
CONFORMED SUBMISSION TYPE:\t${form}
PUBLIC DOCUMENT COUNT:\t\t1
CONFORMED PERIOD OF REPORT:\t${day}
FILED AS OF DATE:\t\t${day}

FILER:

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\t${name}
\t\tCENTRAL INDEX KEY:\t\t\t${cik}
</SEC-HEADER>
<DOCUMENT>
<TYPE>EX-99.1
<SEQUENCE>1
<FILENAME>release.${isText ? 'txt' : 'htm'}
<TEXT>
${body}</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`
  return { name: `${accession}.txt`, text }
}
