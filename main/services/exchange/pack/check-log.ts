import { createHash } from 'node:crypto'
import { checkChain } from '#model/check-chain'
import { wholeHead } from '#model/history-head'
import { readSealLine } from '#model/sealed-line'
import type { EventText, SealLine } from '#model/sealed-line'
import type { CheckTools } from '../../../domain/exchange/pack/pack-tools'
import { objectOf } from '../../../domain/exchange/read-json'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The lines of a text that ends each with a line end. */
const linesOf = (text: string): readonly string[] => text === '' ? [] : text.replace(/\n$/, '').split('\n')

/** The number that an event says it has; 0, which no line has, where it says none. */
const numberOf = (text: string): number => {
  try {
    const n = objectOf(JSON.parse(text))?.['n']
    return Number.isSafeInteger(n) ? Number(n) : 0
  } catch {
    // A line that is no JSON is an event that nothing seals.
    return 0
  }
}

/** The seals of a history that left in a pack, or the number of the first line that is none. */
export const readSeals = (text: string): readonly SealLine[] | { readonly brokenAt: number } => {
  const lines: SealLine[] = []
  for (const [at, row] of linesOf(text).entries()) {
    const line = readSealLine(row)
    if (!line) return { brokenAt: at + 1 }
    lines.push(line)
  }
  return lines
}

/** Checks the chain of a history in a pack. */
export const checkLog: CheckTools['checkLog'] = (seals, changes) => {
  const lines = readSeals(seals)
  if ('brokenAt' in lines) return lines
  const events = linesOf(changes).map((text): EventText => ({ n: numberOf(text), text }))
  const verdict = checkChain(lines, events, sha256)
  return verdict.whole ? { head: verdict.head && wholeHead(verdict.head) } : { brokenAt: verdict.n }
}
