import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asTyped, TYPED } from './typography'

it.each([
  ['\u201cIt\u2019s 5\u201310\u2033,\u201d she said', '"It\'s 5-10","  she said'.replace(',"  ', '," ')],
  ['\u00abd\u2019accord\u00bb \u2014 \u22121', '"d\'accord" - -1']
])('%s is typed %s', (set, typed) => {
  expect(asTyped(set)).toBe(typed)
})

it('changes each of its signs, keeps the length, and changes nothing twice', () => {
  for (const [sign, typed] of TYPED) expect(asTyped(sign)).toBe(typed)
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...TYPED.keys(), 'a', ' ', '1', '"') }), (text) => {
    const typed = asTyped(text)
    expect(typed).toHaveLength(text.length)
    expect(asTyped(typed)).toBe(typed)
  }))
})
