import { describe, expect, it } from 'vitest'
import type { Decision } from '#contract/annotation'
import type { Block, FilingDocument, Sentence } from '#contract/filing'
import type { ForwardLooking } from '#contract/finding'
import type { Note } from '#contract/note'
import { printPage } from './print-html'
import type { PrintInput } from './print-input'

const WHEN = '2026-03-02T08:30:00.000Z'

/** A document of these statements, one a paragraph. */
const documentOf = (
  statements: readonly { readonly text: string; readonly covered?: boolean; readonly standing?: boolean }[]
): FilingDocument => {
  let at = 0
  const blocks: Block[] = []
  const sentences: Sentence[] = []
  const forwardLooking: ForwardLooking[] = []
  for (const [index, { text, covered = false, standing = false }] of statements.entries()) {
    const range = { start: at, end: at + text.length }
    blocks.push({ id: `b${String(index)}`, kind: 'paragraph', ranges: [range], text, map: [0, text.length, at, range.end], why: '' })
    sentences.push({ id: `s${String(index)}`, block: `b${String(index)}`, ...range, text, section: null, speaker: null })
    forwardLooking.push({ sentence: `s${String(index)}`, class: standing ? 'boilerplate' : 'core', triggers: [], risks: [],
      coveredBy: covered ? ['r1'] : [], why: '' })
    at = range.end + 1
  }
  return { sequence: 1, type: 'EX-99.1', filename: null, description: null, format: 'text', range: { start: 0, end: at }, hidden: [],
    blocks, sections: [], sentences, facts: [], findings: [], forwardLooking, safeHarbor: null, figures: [] }
}

const question = (id: string, text: string, status: Note['status']): Note => ({ id, filingId: 'f1', target: { kind: 'filing' }, body: '',
  text, status, owner: null, dueAt: null, createdAt: WHEN, modifiedAt: WHEN, rev: 1, sha256: '' })

const page = (document: FilingDocument, notes: readonly Note[] = [], more: Partial<PrintInput> = {}) =>
  printPage({ document, submission: null, file: { name: 'r.txt', bytes: 1, sha256: 'ab12'.repeat(16), encoding: 'utf-8', format: 'text' },
    work: { annotations: [], decisions: [] as Decision[], notes }, tags: [], risks: [],
    scope: { text: true, highlights: true, notes: true, suggestions: 'all', comments: true, paper: 'letter' }, title: 'Results',
    company: null, exhibit: null, author: '', people: new Map(), tokenOf: (id) => id, appVersion: '1.0.0', exportedAt: WHEN, ...more })

const summaryOf = (html: string): string => /<section class="part" id="summary">.*?<\/section>/s.exec(html)?.[0] ?? ''

describe('the summary', () => {
  it('names open and asked questions and statements without a caution, and nothing else', () => {
    const document = documentOf([{ text: 'We expect rain.' }, { text: 'We plan a mill.', covered: true }, { text: 'Words such as expect.',
      standing: true }])
    const summary = summaryOf(
      page(document, [question('a', 'Who pays?', 'open'), question('b', 'How long?', 'asked'), question('c', 'Since when?', 'closed'),
        question('d', 'A remark.', 'none')]).html
    )
    for (const told of ['We expect rain.', 'Who pays?', 'How long?', 'href="#statement-1"']) expect(summary).toContain(told)
    for (const untold of ['We plan a mill.', 'Words such as', 'Since when?', 'A remark.']) expect(summary).not.toContain(untold)
  })

  it('counts what one page does not hold, so that no row is lost unsaid', () => {
    const summary = summaryOf(
      page(documentOf(Array.from({ length: 80 }, (_, at) => ({ text: `We expect the mill ${String(at)} to open.` })))).html
    )
    const rows = summary.match(/<tr>/g)?.length ?? 0
    expect(rows).toBeGreaterThan(5)
    expect(summary).toContain(`and ${String(80 - rows)} more`)
  })
})

describe('a part of which there is nothing', () => {
  it('has no page and no line among the contents', () => {
    const { html } = page(documentOf([]))
    expect([...html.matchAll(/<section class="part" id="(\w+)">/g)].map(([, id]) => id)).toEqual(['release'])
    expect(html).not.toContain('Highlights and notes')
  })
})

it('heads each page with company, exhibit and hash, in which nothing is markup', () => {
  const { head } = page(documentOf([]), [], { company: '<b>Orrin & Vale</b><script>x</script>' })
  expect(head).toContain('&lt;b&gt;Orrin &amp; Vale')
  expect(head).toContain('EX-99.1')
  expect(head).toContain('SHA-256 ab12ab12ab12…')
  expect(head.replaceAll(/<\/?span>/g, '')).not.toMatch(/[<>]/)
})
