import type { Annotation, Decision, Tag } from '#contract/annotation'
import type { Section, Sentence } from '#contract/filing'
import type { DocumentContent } from '#contract/library'
import type { Note } from '#contract/note'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filterMarksOf, sectionNames } from './filter-marks'
import { NONE } from './mark-filter'
import { labelOf } from '../document/outline'

const at = '2026-03-04T12:00:00.000Z'
const section = (title: string, start: number, end: number, item: string | null, level: number): Section => ({ id: title, kind: 'other',
  title, level, part: null, item, range: { start, end } })
const sentence = (id: string, start: number, end: number, speaker: string | null): Sentence => ({ id, block: 'b', start, end,
  text: `${id}.`, section: null, speaker })
const annotation = (id: string, start: number, tagId: string | null, verdict: Annotation['verdict'] = 'intact'): Annotation => ({
  id,
  filingId: 'f',
  tagId,
  verdict,
  createdAt: at,
  modifiedAt: at,
  rev: 1,
  selectors: { position: { start, end: start + 4 }, quote: { exact: `words ${id}`, prefix: '', suffix: '' }, sectionPath: ['Elsewhere'],
    textSha256: '', parserVersion: 1 }
})
const note = (id: string, target: Note['target'], status: Note['status']): Note => ({ id, filingId: 'f', target, body: '',
  text: `text ${id}`, status, owner: null, dueAt: null, createdAt: at, modifiedAt: at, rev: 1, sha256: '' })
const tag: Tag = { id: 't', name: 'Claim', colour: 'blue', underline: 'solid', letter: 'C', shortcut: '1' }

const content = {
  range: { start: 0, end: 100 },
  blocks: [],
  sections: [section('PART I', 0, 60, null, 1), section('Business', 10, 40, '1', 2), section('Kilns', 20, 30, null, 3),
    section('Annex', 80, 100, null, 1)],
  sentences: [sentence('s1', 10, 20, null), sentence('s2', 20, 30, 'Ida Wick, Chief Executive'), sentence('s3', 80, 90, null)],
  findings: [],
  forwardLooking: [{ sentence: 's3', class: 'core', triggers: [], risks: [], coveredBy: [], why: '' }],
  safeHarbor: null
} as unknown as DocumentContent
const decision: Decision = { id: 'd', filingId: 'f', kind: 'forward-looking', node: 's3', range: { start: 80, end: 90 }, exact: 's3.',
  verdict: 'accepted', risks: null, decidedAt: at, rev: 1 }

describe('filterMarksOf', () => {
  const marks = filterMarksOf({
    content,
    decisions: [decision],
    tags: [tag],
    annotations: [annotation('one', 22, 't'), annotation('two', 12, null), annotation('far', 500, 't'),
      annotation('lost', 14, 't', 'gone')],
    notes: [note('n1', { kind: 'annotation', annotationId: 'one' }, 'asked'), note('n2', { kind: 'filing' }, 'none')]
  })
  const of = (key: string) => marks.find((mark) => mark.key === key)

  it('lists every mark once, by place, without orphans', () => {
    expect(marks.map(({ key }) => key)).toEqual(['note n2', 'annotation two', 'annotation one', 'forward-looking s3', 'annotation far'])
  })

  it('knows the tag, colour, status, section and speaker of a highlight', () => {
    expect(of('annotation one')?.values).toMatchObject({
      kind: ['highlight', 'note'],
      tag: ['t'],
      colour: ['blue'],
      status: ['asked'],
      section: ['Item 1. Business'],
      speaker: ['Ida Wick, Chief Executive'],
      date: ['2026-03-04']
    })
    expect(of('annotation two')?.values).toMatchObject({ kind: ['highlight'], tag: [NONE], colour: [], status: [],
      section: ['Item 1. Business'], speaker: [NONE] })
  })

  it('names the section of a highlight in another document as the highlight keeps it', () => {
    expect(of('annotation far')?.values.section).toEqual(['Elsewhere'])
  })

  it('knows what was decided of a suggestion, and when', () => {
    expect(of('forward-looking s3')?.values).toMatchObject({ kind: ['core'], status: ['accepted'], section: ['Annex'],
      date: ['2026-03-04'] })
  })

  it('keeps a note on the whole filing, which opens no words', () => {
    expect(of('note n2')).toMatchObject({ ref: null, range: null, words: 'text n2', values: { kind: ['note'] } })
  })
})

describe('the names of sections', () => {
  const placed = (start: number, length: number, level: number, item: string | null): Section => ({
    id: `${String(start)} ${String(length)}`,
    kind: 'item',
    title: `T${String(start)}-${String(length)}-${String(level)}`,
    level,
    part: null,
    item,
    range: { start, end: start + length }
  })

  it('are those of the section of the least rank, of several the first, wherever sections lie', () => {
    const any = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 3 }),
      fc.constantFrom('1', '1A', null, null, null))
    fc.assert(fc.property(fc.array(any, { maxLength: 12 }), (made) => {
      const sections = made.map((one) => placed(...one)).sort((a, b) => a.range.start - b.range.start)
      const hasItems = sections.some(({ item }) => item !== null)
      const rank = ({ item, level }: Section): number => (hasItems && item === null ? 1000 + level : level)
      const named = sectionNames(sections)
      for (let offset = 0; offset < 95; offset += 1) {
        const here = sections.filter(({ range }) => offset >= range.start && offset < range.end)
        const best = here.toSorted((a, b) => rank(a) - rank(b))[0]
        expect(named(offset)).toBe(best ? labelOf(best) : null)
      }
    }))
  })
})
