import { describe, expect, it } from 'vitest'
import { CERTAINTY_WORDS, CLASS_WORDS, FLAG_WORDS, POLARITY_WORDS, ROLE_WORDS, SUBCLASS_WORDS, TYPE_WORDS } from './suggestion-words'

const EXPLAINED = { polarity: POLARITY_WORDS, flag: FLAG_WORDS, class: CLASS_WORDS, certainty: CERTAINTY_WORDS }
const NAMED = { type: TYPE_WORDS, role: ROLE_WORDS, subclass: SUBCLASS_WORDS }

describe.each(Object.entries(EXPLAINED))('the words of each %s',
  (_kind, words: Readonly<Record<string, { word: string; says: string }>>) => {
    it('have names of their own', () => {
      const names = Object.values(words).map(({ word }) => word)
      expect(new Set(names).size).toBe(names.length)
    })

    it('are explained by one or two whole sentences that do more than repeat the name', () => {
      for (const { word, says } of Object.values(words)) {
        expect(says).toMatch(/^[A-Z].+\.$/)
        expect(says.length).toBeGreaterThan(word.length + 5)
      }
    })
  })

describe.each(Object.entries(NAMED))('the names of each %s', (_kind, words: Readonly<Record<string, string>>) => {
  it('are different and begin with a capital', () => {
    const names = Object.values(words)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[A-Z]/)
  })
})
