import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markTriggers } from './mark-triggers'

const trigger = (start: number, text: string, source: 'filing' | 'lexicon' = 'filing') => ({ start, end: start + text.length, text,
  source })

describe('markTriggers', () => {
  it('marks each trigger once, in order, with its list', () => {
    expect(markTriggers('We will see what will be, could it.', [trigger(40, 'could', 'lexicon'), trigger(3, 'will'), trigger(20, 'will')]))
      .toEqual([
        { text: 'We ', source: null },
        { text: 'will', source: 'filing' },
        { text: ' see what ', source: null },
        { text: 'will', source: 'filing' },
        { text: ' be, ', source: null },
        { text: 'could', source: 'lexicon' },
        { text: ' it.', source: null }
      ])
  })

  it('finds a trigger whose source runs over a line end', () => {
    expect(markTriggers('It is designed to work.', [trigger(6, 'designed\n   to')])[1]).toEqual({ text: 'designed to', source: 'filing' })
  })

  it('never loses or doubles a letter of the sentence', () => {
    fc.assert(fc.property(fc.string(), fc.array(fc.tuple(fc.nat(50), fc.string({ maxLength: 4 }))), (text, triggers) => {
      expect(markTriggers(text, triggers.map(([start, words]) => trigger(start, words))).map((run) => run.text).join('')).toBe(text)
    }))
  })
})
