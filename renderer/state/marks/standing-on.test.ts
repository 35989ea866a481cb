import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Annotation } from '#contract/annotation'
import { standingOn } from './standing-on'

const annotationOf = (id: number, start: number, length: number, verdict: Annotation['verdict']): Annotation => ({
  id: String(id),
  filingId: 'f',
  tagId: null,
  verdict,
  createdAt: '',
  modifiedAt: '',
  rev: 1,
  selectors: { position: { start, end: start + length }, quote: { exact: 'a', prefix: '', suffix: '' }, sectionPath: [], textSha256: '',
    parserVersion: 1 }
})
const annotations = fc.array(
  fc.record({ start: fc.nat(60), length: fc.integer({ min: 1, max: 40 }),
    verdict: fc.constantFrom<Annotation['verdict']>('intact', 'moved', 'gone') }),
  { maxLength: 20 }
)
  .map((all) => all.map(({ start, length, verdict }, id) => annotationOf(id, start, length, verdict)))

it('finds every highlight that touches a range, long ones that begin far ahead too, and none that waits', () => {
  fc.assert(fc.property(annotations, fc.nat(80), fc.integer({ min: 1, max: 20 }), (all, start, length) => {
    const expected = all.filter(({ verdict, selectors: { position } }) =>
      verdict !== 'gone' && position.start < start + length && position.end > start
    ).map(({ id }) => id)
    expect(standingOn(all, { start, end: start + length }).map(({ id }) => id).sort()).toEqual(expected.sort())
  }))
})
