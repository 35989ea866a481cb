import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkChain, holdsHead } from '#model/check-chain'
import { eventText, headAt, NO_PREV, readSealLine, sealText } from '#model/sealed-line'
import type { EventText, SealedEvent, SealLine } from '#model/sealed-line'
import { sha256 } from './change-seals'

const eventOf = (n: number, label: string): SealedEvent => ({ n, salt: sha256(`salt ${String(n)}`).slice(0, 32), kind: 'change',
  group: `g${String(n)}`, at: '2026-12-01T09:00:00.000Z', author: 'Ana', label, entity: 'note', entityId: 'n1', filingId: null,
  before: null, after: '{"a":"“é”"}', detail: null })

const chainOf = (labels: readonly string[]): { readonly lines: SealLine[]; readonly events: EventText[] } => {
  const events = labels.map((label, at) => ({ n: at + 1, text: eventText(eventOf(at + 1, label)) }))
  let prev = NO_PREV
  const lines = events.map(({ n, text }): SealLine => {
    const line = { prev, n, digest: sha256(text) }
    prev = sha256(sealText(line))
    return line
  })
  return { lines, events }
}

const labels = fc.array(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 3, maxLength: 12 })

/** Another digit in the place of one. */
const turned = (hash: string, at: number): string => `${hash.slice(0, at)}${hash[at] === '0' ? '1' : '0'}${hash.slice(at + 1)}`

describe('a chain', () => {
  it('is whole as it was made, with its events, some of them, or none', () => {
    fc.assert(fc.property(labels, fc.func(fc.boolean()), (words, keep) => {
      const { lines, events } = chainOf(words)
      const last = lines.at(-1)
      const verdict = { whole: true, head: last && headAt(last, sha256) }
      expect(checkChain(lines, events, sha256)).toEqual(verdict)
      expect(checkChain(lines, events.filter(({ n }) => keep(n)), sha256)).toEqual(verdict)
      expect(checkChain(lines, [], sha256)).toEqual(verdict)
    }))
    expect(checkChain([], [], sha256)).toEqual({ whole: true, head: null })
  })

  it('names the line of which one digit changed, whichever it is', () => {
    fc.assert(fc.property(labels, fc.nat(), fc.nat(63), fc.constantFrom('prev' as const, 'digest' as const), (words, pick, at, field) => {
      const { lines, events } = chainOf(words)
      const k = pick % lines.length
      const changed = lines.map((line, index) => (index === k ? { ...line, [field]: turned(line[field], at) } : line))
      expect(checkChain(changed, events, sha256)).toMatchObject({ whole: false, n: k + 1 })
      // Without what they seal, the last two lines can each be the one that does not fit the other, and the digest of the last can be any.
      if (field === 'digest' && k === lines.length - 1) return
      const verdict = checkChain(changed, [], sha256)
      expect(verdict.whole).toBe(false)
      if (!verdict.whole) expect(field === 'digest' && k === lines.length - 2 ? [k + 1, k + 2] : [k + 1]).toContain(verdict.n)
    }))
  })

  it('names the event of which one letter changed, and one that no line seals', () => {
    fc.assert(fc.property(labels, fc.nat(), fc.nat(), (words, pick, at) => {
      const { lines, events } = chainOf(words)
      const k = pick % lines.length
      const changed = events.map((event, index) => {
        const place = at % event.text.length
        return index === k ? { ...event, text: `${event.text.slice(0, place)}\u00a0${event.text.slice(place + 1)}` } : event
      })
      expect(checkChain(lines, changed, sha256)).toEqual({ whole: false, n: k + 1, fault: 'event' })
      const more = { n: lines.length + 1, text: 'x' }
      expect(checkChain(lines, [...events, more], sha256)).toEqual({ whole: false, n: more.n, fault: 'unknown' })
    }))
  })

  it('names the place of a line that is gone, doubled or out of its order, numbered anew or not', () => {
    fc.assert(fc.property(labels, fc.nat(), fc.boolean(), (words, pick, renumber) => {
      const { lines, events } = chainOf(words)
      const k = pick % (lines.length - 1)
      const numbered = (some: readonly SealLine[]): SealLine[] => some.map((line, at) => (renumber ? { ...line, n: at + 1 } : line))
      const gone = numbered(lines.filter((_, at) => at !== k))
      const doubled = numbered(lines.flatMap((line, at) => (at === k ? [line, line] : [line])))
      const swapped = numbered(lines.map((line, at) => lines[at === k ? k + 1 : at === k + 1 ? k : at] ?? line))
      for (const [broken, places] of [[gone, [k + 1]], [doubled, [k + 1, k + 2]], [swapped, [k, k + 1]]] as const) {
        const verdict = checkChain(broken, events, sha256)
        expect(verdict.whole).toBe(false)
        if (!verdict.whole) expect(places).toContain(verdict.n)
      }
    }))
  })

  it('that was made anew from a place on holds the heads before it and none of those after', () => {
    fc.assert(fc.property(labels, fc.nat(), (words, pick) => {
      const { lines } = chainOf(words)
      const k = pick % lines.length
      const anew = chainOf(words.map((word, at) => (at === k ? `${word}!` : word)))
      expect(checkChain(anew.lines, anew.events, sha256).whole).toBe(true)
      for (const line of lines) {
        const head = headAt(line, sha256)
        expect(holdsHead(lines, head, sha256)).toBe('held')
        expect(holdsHead(anew.lines, head, sha256)).toBe(line.n <= k ? 'held' : 'other')
        expect(holdsHead(lines.slice(0, line.n - 1), head, sha256)).toBe('beyond')
      }
    }))
  })
})

it('a line is read only as it was written', () => {
  const [line] = chainOf(['a']).lines
  if (!line) throw new Error('no line')
  expect(readSealLine(sealText(line))).toEqual(line)
  for (const text of [sealText(line).replace(',', ', '), `${sealText(line)}\n`, sealText(line).replace('"n":1', '"n":01'), '{}', ''])
    expect(readSealLine(text)).toBeNull()
})
