import type { ComparedCell, Comparison, ComparisonRow, WordRun } from '#contract/comparison'
import { comparableDocument } from '../domain/compare/comparable-document'
import type { ComparableDocument } from '../domain/compare/comparable-document'
import { compareDocuments } from '../domain/compare/compare-documents'
import { analyseFile } from '../worker/analyse-file'
import { diffByGit, medianTime } from './git-diff'

/** One document of a file, named `FILE` (the first that can be read) or `FILE#SEQUENCE`. */
const read = (name: string): ComparableDocument => {
  const [path = '', sequence] = name.split('#')
  const { document } = analyseFile({ job: 'compare', path, encoding: null, sequence: sequence === undefined ? 'first' : Number(sequence) },
    () => undefined)
  if (!document) throw new Error(`${name} has no document that can be read.`)
  return comparableDocument(document)
}

const wordsOf = (runs: readonly WordRun[]): string =>
  runs.map(({ op, text }) => op === 'delete' ? `[-${text}-]` : op === 'insert' ? `{+${text}+}` : text).join('')

const cellsOf = (cells: readonly ComparedCell[]): string =>
  cells.map(({ kind, left, right, words }) => (
    kind === 'same' ? right : words ? wordsOf(words) : `${left === '' ? '' : `[-${left}-]`}${right === '' ? '' : `{+${right}+}`}`
  )).join(' | ')

const lineOf = (row: ComparisonRow): string => {
  const words = row.cells ? cellsOf(row.cells) : row.words.length > 0 ? wordsOf(row.words) : (row.right ?? row.left)?.text ?? ''
  return `${row.kind}${row.moved && row.kind !== 'moved' ? ' and moved' : ''} (${row.unit}): ${words}`
}

const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

const report = ({ rows, items, factors, figures, counts }: Comparison): void => {
  for (const row of rows) if (row.kind !== 'same') print(lineOf(row))
  for (const { list, kind, left, right, words } of items)
    if (kind !== 'same') print(`${list} ${kind}: ${words.length > 0 ? wordsOf(words) : (right ?? left)?.text ?? ''}`)
  for (const { kind, left, right, changes } of factors)
    if (kind !== 'same') print(`factor ${kind} (${String(changes)} changes): ${(right ?? left)?.text ?? ''}`)
  for (const { kind, measure, period, left, right } of figures)
    if (kind === 'number-changed') print(`figure ${measure}, ${period ?? 'no period'}: ${left?.text ?? ''} → ${right?.text ?? ''}`)
  print(JSON.stringify({ ...counts, factors: factors.length, figures: figures.filter(({ left, right }) => left && right).length }))
}

const [first, second, option] = process.argv.slice(2)
if (first === undefined || second === undefined) {
  process.stderr.write('Name two files to compare: npm run --silent compare -- FILE[#SEQUENCE] FILE[#SEQUENCE] [--time]\n')
  process.exitCode = 2
} else {
  const [left, right] = [read(first), read(second)]
  if (option === '--time')
    print(
      JSON.stringify({ passages: [left.passages.length, right.passages.length], ms: await medianTime(() => compareDocuments(left, right)),
        git: (await diffByGit(left, right)).ms })
    )
  else report(compareDocuments(left, right))
}
