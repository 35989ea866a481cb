import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { openFile } from '../domain/analyse'
import { judgeNumbers } from '../domain/evaluate/judge-numbers'
import type { NumbersVerdict } from '../domain/evaluate/judge-numbers'
import { parseDocument } from '../domain/parse/file/parse-document'
import { codec } from '../worker/codec'

/** How many lost and doubled numbers of each document are shown. */
const SHOWN = 12

const listed = (word: string, numbers: readonly string[]): string =>
  numbers.length === 0 ? '' : `, ${word} ${numbers.length}: ${numbers.slice(0, SHOWN).join(' ')}`

/** Judges one file, and returns the verdicts of its documents by their place in it. */
const judge = (path: string): readonly (NumbersVerdict & { readonly document: string })[] => {
  const opened = openFile(readFileSync(path), codec)
  return opened.documents.map((entry) => ({
    ...judgeNumbers(opened.raw, entry, parseDocument(opened.raw, entry)),
    document: `${basename(path)} document ${entry.sequence}${entry.type === null ? '' : ` (${entry.type})`}`
  }))
}

/**
 * Holds the numbers that each file's source shows against those of its parsed documents, of whatever size, and prints each document that lost or
 * doubled some; then the totals. Returns whether none did.
 */
export const judgeAllNumbers = (paths: readonly string[], write: (text: string) => void): boolean => {
  const total = { documents: 0, shown: 0, hidden: 0, lost: 0, doubled: 0 }
  for (const path of paths) {
    for (const { document, shown, hidden, lost, doubled } of judge(path)) {
      total.documents += 1
      total.shown += shown
      total.hidden += hidden
      total.lost += lost.length
      total.doubled += doubled.length
      if (lost.length + doubled.length > 0) write(`${document}: ${shown} shown${listed('lost', lost)}${listed('doubled', doubled)}\n`)
    }
  }
  write(
    `${paths.length} files, ${total.documents} documents: ${total.shown} numbers shown, ${total.hidden} told as hidden; ${total.lost} lost, ` +
      `${total.doubled} doubled\n`
  )
  return total.lost + total.doubled === 0
}
