import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { argv, execPath } from 'node:process'
import type { WrittenFormat } from '#contract/exchange'
import { readCsv } from '../../domain/exchange/tables/read-csv'
import { carefulText } from '../../domain/export/careful-text'
import { gatherWork } from '../../services/exchange/gather-work'
import { partsOf } from './answer-word'
import { makeThrowAway } from './throw-away'

/** One export that was measured: milliseconds and megabytes of the process that wrote it, bytes on the disk, and what is wrong with it. */
export interface Measured {
  readonly file: string
  readonly format: WrittenFormat
  readonly ms: number
  readonly mb: number
  readonly bytes: number
  readonly fault: string | null
}

const FORMATS: readonly WrittenFormat[] = ['docx', 'xlsx', 'csv', 'markdown', 'html', 'json', 'w3c', 'qdpx']

/** What every export of a filing must say: the letters of its text, and the sum and the number of its figures. */
interface Told {
  readonly streams: readonly string[]
  readonly figures: { readonly count: number; readonly sum: number }
}

const squeezed = (text: string): string => text.replace(/\s+/g, '')

const unescaped = (xml: string): string =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((path) => statSync(path).isFile())

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))

const sumFault = ({ figures }: Told, values: readonly number[]): string | null => {
  const sum = values.reduce((total, value) => total + value, 0)
  return values.length === figures.count && isNear(sum, figures.sum)
    ? null
    : `${String(values.length)} figures with the sum ${String(sum)}, not ${String(figures.count)} with ${String(figures.sum)}`
}

/** The letters and digits of a text. Lines of dashes and rows of points, which the tables of plain text are drawn with, are drawn otherwise. */
const lettersOf = (text: string): string => squeezed(text).replace(/[-=_.]/g, '')

/** The numbers of a text as they are written, in their order. */
const numbersOf = (text: string): readonly string[] => text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []

const sumOf = (numbers: readonly string[]): number => numbers.reduce((sum, number) => sum + Number(number.replaceAll(',', '')), 0)

/** What of the streams is not told: letters, or numbers, whose sum is that of all the texts. */
const textFault = ({ streams }: Told, text: string): string | null => {
  const letters = lettersOf(text)
  if (!streams.every((stream) => letters.includes(lettersOf(carefulText(stream))))) return 'the text differs from the stream'
  const meant = sumOf(streams.flatMap(numbersOf))
  const sum = sumOf(numbersOf(text))
  return isNear(sum, meant) ? null : `the sum of all numbers is ${String(sum)}, not ${String(meant)}`
}

/** The words of the texts of a Word file: what stands between its bookmarks of them, but for notices of pictures that are left out. */
const wordsOfWord = (xml: string): string =>
  [...xml.matchAll(/<w:bookmarkStart w:id="(\d+)" w:name="_rwText\d+"\/>(.*?)<w:bookmarkEnd w:id="\1"\/>/gs)].map(([, , words = '']) =>
    unescaped(words.replace(/<w:(?:br|tab)\/>|<\/w:p>/g, ' \n').replace(/<[^>]*>/g, '')).replace(/^ ?\[(?:Picture|Attachment)[^\]\n]*\]/gm,
      '')
  ).join(' ')

const wordsOfPage = (html: string): string =>
  unescaped(
    (/<main>(.*)<\/main>/s.exec(html)?.[1] ?? '').replace(/<sup\b.*?<\/sup>/g, '').replace(/<\/?(?:mark|span|b|i|u|em|strong|a|s)\b[^>]*>/g,
      '')
      .replace(/<[^>]*>/g, ' ')
  )

/** The values of the second sheet, which holds the figures: the cells of its second column. */
const valuesOfSheet = (parts: Readonly<Record<string, string>>): readonly number[] =>
  [...(parts['xl/worksheets/sheet2.xml'] ?? '').matchAll(/<c r="B\d+"[^>]*><v>([^<]*)<\/v>/g)].slice(1).map(([, value]) => Number(value))

const CHECKS: Readonly<Partial<Record<WrittenFormat, (told: Told, files: readonly string[]) => string | null>>> = {
  docx: (told, [path = '']) => textFault(told, wordsOfWord(partsOf(readFileSync(path))['word/document.xml'] ?? '')),
  html: (told, [path = '']) => textFault(told, wordsOfPage(readFileSync(path, 'utf8'))),
  json: ({ streams }, [path = '']) => {
    const texts = new Set<unknown>()
    JSON.parse(readFileSync(path, 'utf8'), (_key, value: unknown) => {
      texts.add(value)
      return value
    })
    return streams.every((stream) => texts.has(stream)) ? null : 'a text differs from the stream'
  },
  w3c: ({ streams }, files) => {
    const texts = files.filter((path) => path.endsWith('.txt')).map((path) => readFileSync(path, 'utf8'))
    return streams.every((stream) => texts.includes(stream)) ? null : 'a text beside the annotations differs from the stream'
  },
  qdpx: ({ streams }, [path = '']) => {
    const texts = Object.entries(partsOf(readFileSync(path))).flatMap(([name, text]) => name.endsWith('.txt') ? [text] : [])
    return streams.every((stream) => texts.includes(stream)) && !texts.some((text) => text.includes('\r'))
      ? null
      : 'a text differs from the stream'
  },
  csv: (told, files) => {
    const path = files.find((name) => basename(name) === 'figures.csv') ?? ''
    return sumFault(told, readCsv(readFileSync(path, 'utf8'), Infinity).slice(1).flatMap((row) => {
      const value = row.kind === 'row' ? row.cells[1] ?? '' : ''
      return value === '' ? [] : [Number(value)]
    }))
  },
  xlsx: (told, [path = '']) => sumFault(told, valuesOfSheet(partsOf(readFileSync(path))))
}

/** Writes all formats of one filing with that many marks, each in a process of its own over the library, and checks what was written. */
export const measureExports = async (source: string, marks: number, onDone: (measured: Measured) => void): Promise<void> => {
  const out = mkdtempSync(join(tmpdir(), 'redwell-measured-'))
  const { services: { library }, filingId, remove } = await makeThrowAway(source, marks)
  try {
    const [filing] =
      gatherWork(library.db, { filingIds: [filingId], suggestions: 'all' }, { appVersion: '1', history: false, bytesOf: null }).filings
    const values = filing?.texts.flatMap(({ figures }) => figures.flatMap(({ value }) => value === null ? [] : [value])) ?? []
    const told: Told = { streams: filing?.texts.map(({ stream: { text } }) => text) ?? [],
      figures: { count: values.length, sum: values.reduce((total, value) => total + value, 0) } }
    for (const format of FORMATS) {
      const folder = join(out, format)
      mkdirSync(folder)
      const { stderr, status } = spawnSync(execPath, [argv[1] ?? '', format, library.folder, folder, '--whole'], { encoding: 'utf8' })
      const [, ms = 'NaN', mb = 'NaN'] = /written in (\d+) ms, at most (\d+) MB/.exec(stderr) ?? []
      const files = filesIn(folder)
      const fault = status === 0 ? CHECKS[format]?.(told, files) ?? null : stderr.trim()
      onDone({ file: basename(source), format, ms: Number(ms), mb: Number(mb), bytes: files.reduce((sum, path) =>
        sum + statSync(path).size, 0), fault })
    }
  } finally {
    await remove()
    rmSync(out, { recursive: true, force: true })
  }
}
