import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import type { Annotation, Tag } from '#contract/annotation'
import type { Block, FilingDocument, Sentence } from '#contract/filing'
import type { Note } from '#contract/note'
import type { TextRange } from '#contract/range'
import { printHtml } from './print-html'
import type { PrintInput } from './print-input'

/** A page is built and parsed in each run: fewer runs than usual keep the suite quick. */
const RUNS = { numRuns: 40 }

const WHEN = '2026-03-02T08:30:00.000Z'
const YELLOW: Tag = { id: 't1', name: 'Efficacy', colour: 'yellow', underline: 'dashed', letter: 'E', shortcut: '1' }

/** A document whose blocks are these paragraphs, one sentence each, parted by a line end. */
const documentOf = (paragraphs: readonly string[], kinds: readonly Block['kind'][] = []): FilingDocument => {
  const blocks: Block[] = []
  const sentences: Sentence[] = []
  let at = 0
  for (const [index, text] of paragraphs.entries()) {
    const range = { start: at, end: at + text.length }
    const id = `d1b${index + 1}`
    blocks.push({ id, kind: kinds[index] ?? 'paragraph', ranges: [range], text, map: [0, text.length, at, text.length], why: '' })
    sentences.push({ id: `d1s${index + 1}`, block: id, ...range, text, section: null, speaker: null })
    at = range.end + 1
  }
  return {
    sequence: 1,
    type: 'EX-99.1',
    filename: null,
    description: null,
    format: 'text',
    range: { start: 0, end: at },
    hidden: [],
    blocks,
    sections: [],
    sentences,
    facts: [],
    findings: [],
    forwardLooking: [],
    safeHarbor: null,
    figures: []
  }
}

const annotationAt = (id: string, range: TextRange, exact: string, tagId: string | null = 't1'): Annotation => ({
  id,
  filingId: 'f1',
  tagId,
  verdict: 'intact',
  createdAt: WHEN,
  modifiedAt: WHEN,
  rev: 1,
  selectors: { position: range, quote: { exact, prefix: '', suffix: '' }, sectionPath: [], textSha256: '', parserVersion: 1 }
})

const noteOn = (annotationId: string, text: string, body: string): Note => ({
  id: `n-${annotationId}`,
  filingId: 'f1',
  target: { kind: 'annotation', annotationId },
  body,
  text,
  status: 'open',
  owner: null,
  dueAt: null,
  createdAt: WHEN,
  modifiedAt: WHEN,
  rev: 1,
  sha256: ''
})

const inputOf = (document: FilingDocument, more: Partial<PrintInput> = {}): PrintInput => ({
  document,
  submission: null,
  file: { name: 'release.txt', bytes: 10, sha256: 'ab12', encoding: 'utf-8', format: 'text' },
  work: { annotations: [], decisions: [], notes: [] },
  tags: [YELLOW],
  risks: [{ id: 'competition', label: 'Competition', scope: '' }],
  scope: { text: true, highlights: true, notes: true, suggestions: 'all', comments: false, paper: 'letter' },
  title: 'Results',
  company: null,
  exhibit: null,
  author: '',
  people: new Map(),
  tokenOf: (id) => `RW-${id}`,
  appVersion: '1.0.0',
  exportedAt: WHEN,
  ...more
})

const ALLOWED = new Set([
  'html',
  'head',
  'meta',
  'title',
  'link',
  'body',
  'header',
  'nav',
  'section',
  'div',
  'p',
  'span',
  'a',
  'h1',
  'h2',
  'h3',
  'h4',
  'table',
  'colgroup',
  'col',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'pre',
  'hr',
  'br',
  'ol',
  'ul',
  'li',
  'blockquote',
  'b',
  'i',
  'u',
  's',
  'sub',
  'sup',
  'code',
  'svg',
  'defs',
  'path',
  'use'
])

/** The page as a browser takes it: elements, attributes, and the text of the release alone. */
const readPage = (page: string) => {
  const elements = new Set<string>()
  const attributes: [string, string][] = []
  let release = ''
  let whole = ''
  let inRelease = 0
  let depth = 0
  const parser = new Parser({
    onopentag: (name, attribs) => {
      elements.add(name)
      for (const pair of Object.entries(attribs)) attributes.push(pair)
      depth += 1
      if (attribs['class'] === 'release') inRelease = depth
    },
    onclosetag: () => {
      if (depth === inRelease) inRelease = 0
      depth -= 1
    },
    ontext: (text) => {
      whole += text
      if (inRelease > 0) release += text
    }
  })
  parser.end(page)
  return { elements, attributes, release, whole }
}

/** What is left to compare once a browser has taken the text: no white space, no controls, whole characters. */
const essence = (text: string): string => text.replaceAll(/[\s\p{C}]/gu, '')

const statementsOf = (document: FilingDocument): FilingDocument['forwardLooking'] =>
  document.sentences.map((sentence) => ({
    sentence: sentence.id,
    class: 'core',
    triggers: [],
    risks: ['competition'],
    coveredBy: [],
    why: ''
  }))

describe('printHtml', () => {
  it('prints every sentence whole and in order, with marks that overlap in any way and add no text of their own', () => {
    const words = fc.array(fc.stringMatching(/^[a-z<&"'-]{1,12}$/), { minLength: 1, maxLength: 12 }).map((list) => list.join(' '))
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), fc.array(fc.tuple(fc.nat(200), fc.nat(60)), { maxLength: 6 }),
        (paragraphs, spans) => {
          const document = documentOf(paragraphs)
          const annotations = spans.map(([start, length], at) => annotationAt(`a${at}`, { start, end: start + length + 1 }, 'x'))
          const page = printHtml(
            inputOf({ ...document, forwardLooking: statementsOf(document) }, { work: { annotations, decisions: [], notes: [] } })
          )
          expect(essence(readPage(page).release)).toBe(essence(paragraphs.join('')))
        }),
      RUNS
    )
  }, 20_000)

  it('lets nothing of a hostile filing or note become markup, an address or a style', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (nasty) => {
      const text = `${nasty}</title><script>x</script><img src=x onerror=y>"'<a href="https://x.example">`
      const document = documentOf([text])
      const body = JSON.stringify({ root: { type: 'root', children: [{ type: 'link', url: text, children: [{ type: 'text', text }] }] } })
      const page = printHtml(inputOf({ ...document, forwardLooking: statementsOf(document) }, {
        company: text,
        title: text,
        author: text,
        exhibit: text,
        tags: [{ ...YELLOW, name: text }],
        file: { name: text, bytes: 1, sha256: text, encoding: null, format: 'text' },
        work: { annotations: [annotationAt('a1', { start: 0, end: 5 }, text)], decisions: [],
          notes: [noteOn('a1', text, body), noteOn('a1', text, text)] }
      }))
      const { elements, attributes } = readPage(page)
      expect([...elements].filter((name) => !ALLOWED.has(name))).toEqual([])
      for (const [name, value] of attributes) {
        expect(name).not.toMatch(/^on|^style$|^src$|^action$/)
        if (name === 'href') expect(value).toMatch(/^#[a-z0-9A-Z-]+$|^\/print\.css$/)
      }
    }), RUNS)
  }, 20_000)

  it('numbers the marks in the margin without writing a digit into the text', () => {
    const document = documentOf(['Velatrine met its endpoint.', 'Soreness fell.'])
    const page = printHtml(
      inputOf(document, { work: { annotations: [annotationAt('a1', { start: 0, end: 9 }, 'Velatrine')], decisions: [], notes: [] } })
    )
    expect(page).toContain('class="mark own" href="#note-1"')
    expect(page).toContain('<span class="own yellow dashed">Velatrine</span>')
    expect(readPage(page).release).not.toMatch(/\d/)
  })

  it('prints a highlight with its notes, and a note it cannot read as plain text', () => {
    const document = documentOf(['Soreness fell.'])
    const readable = JSON.stringify({
      root: { type: 'root', version: 1,
        children: [{ type: 'paragraph', version: 1,
          children: [{ type: 'text', version: 1, mode: 'normal', format: 1, text: 'By how much?' }] }] }
    })
    const annotations = [annotationAt('a1', { start: 0, end: 8 }, 'Soreness'), annotationAt('a2', { start: 9, end: 13 }, 'fell')]
    const notes = [noteOn('a1', 'By how much?', readable),
      noteOn('a2', 'Plain words', '{"root":{"type":"root","children":[{"type":"frame"}]}}')]
    const page = printHtml(inputOf(document, { work: { annotations, decisions: [], notes } }))
    expect(page).toContain('<b>By how much?</b>')
    expect(page).toContain('<p>Plain words</p>')
    expect(readPage(page).whole).toContain('Open question')
  })

  it('leaves out what was rejected, and lists only what was accepted where that is asked for', () => {
    const document = documentOf(['We expect approval.', 'We plan a trial.', 'We may fail.'])
    const decide = (node: string, verdict: 'accepted' | 'rejected') => ({
      id: node,
      filingId: 'f1',
      kind: 'forward-looking' as const,
      node,
      range: { start: 0, end: 1 },
      exact: '',
      verdict,
      risks: null,
      decidedAt: WHEN,
      rev: 1
    })
    const work = { annotations: [], notes: [], decisions: [decide('d1s1', 'rejected'), decide('d1s2', 'accepted')] }
    const print = (suggestions: 'all' | 'accepted' | 'none') =>
      printHtml(
        inputOf({ ...document, forwardLooking: statementsOf(document) }, { work,
          scope: { text: true, highlights: true, notes: true, suggestions, comments: false, paper: 'letter' } })
      )
    expect(print('all').match(/id="statement-/g)).toHaveLength(2)
    expect(print('accepted').match(/id="statement-/g)).toHaveLength(1)
    expect(print('none')).not.toContain('id="statement-')
  })

  it('leaves the text out where only the lists are wanted, and says so', () => {
    const document = documentOf(['We expect approval in May.', 'Soreness fell.'])
    const print = (text: boolean): string =>
      printHtml(
        inputOf({ ...document, forwardLooking: statementsOf(document) }, {
          scope: { text, highlights: true, notes: true, suggestions: 'all', comments: false, paper: 'letter' }
        })
      )
    expect(print(true)).toContain('class="release"')
    expect(print(false)).not.toContain('class="release"')
    expect(print(false)).toContain('The text of the document')
    expect(print(false).match(/id="statement-/g)).toEqual(print(true).match(/id="statement-/g))
  })

  it('lists a statement in the words the analyst gave it', () => {
    const document = documentOf(['We expect approval in May.'])
    const span = { exact: 'approval in May', range: { start: 10, end: 25 } }
    const decision = { id: 'd', filingId: 'f1', kind: 'forward-looking', node: 'd1s1', range: { start: 0, end: 26 }, exact: '',
      verdict: 'accepted', risks: null, span, decidedAt: WHEN, rev: 1 } as const
    const page = printHtml(
      inputOf({ ...document, forwardLooking: statementsOf(document) }, { work: { annotations: [], notes: [], decisions: [decision] } })
    )
    const row = page.slice(page.indexOf('id="statement-'))
    expect(row.slice(0, row.indexOf('</tr>'))).toContain('approval in May')
    expect(row.slice(0, row.indexOf('</tr>'))).not.toContain('We expect')
  })

  it('paints no words whose highlight lost its place', () => {
    const lost: Annotation = { ...annotationAt('a1', { start: 0, end: 8 }, 'Soreness'), verdict: 'gone' }
    const page = printHtml(inputOf(documentOf(['Soreness fell.']), { work: { annotations: [lost], decisions: [], notes: [] } }))
    expect(page).not.toContain('class="mark own')
    expect(page).toContain('no longer stands in the release')
  })

  it('shows controls that would reorder words by name', () => {
    const page = printHtml(inputOf(documentOf(['pay \u202e001\u202c dollars'])))
    expect(page).toContain('pay ‹RLO›001‹PDF› dollars')
  })

  it('makes titles and headings the levels of the outline', () => {
    const page = printHtml(inputOf(documentOf(['Results', 'About us'], ['title', 'heading'])))
    expect(page).toContain('<h1>The release</h1>')
    expect(printHtml(inputOf({ ...documentOf(['Results']), type: '10-K' }))).toContain('<h1>The filing</h1>')
    expect(printHtml(inputOf({ ...documentOf(['Results']), type: 'EX-10.1' }))).toContain('<h1>The exhibit</h1>')
    expect(printHtml(inputOf({ ...documentOf(['Results']), type: 'D' }))).toContain('<tr><th>Form</th><td class="">D</td></tr>')
    expect(page).toMatch(/<h2 class="block title">Results<\/h2>\n<h3 class="block heading">About us<\/h3>/)
  })
})

describe('a paragraph longer than a page', () => {
  it('is cut between sentences only, and loses nothing', () => {
    const sentence = 'The company expects that the study will begin in the second quarter of the year and end before its third. '
    const words = sentence.repeat(60).trimEnd()
    const document = documentOf([words])
    const [block] = document.blocks
    if (!block) throw new Error('There is no block.')
    const sentences = Array.from({ length: 60 }, (_, at): Sentence => {
      const start = at * sentence.length
      return { id: `d1s${at}`, block: block.id, start, end: start + sentence.length - 1, text: sentence.trimEnd(), section: null,
        speaker: null }
    })
    const page = printHtml(inputOf({ ...document, sentences }))
    const parts = [...page.matchAll(/<span class="stretch">(.*?)<\/span>/g)].map((match) => match[1] ?? '')
    expect(parts.length).toBeGreaterThan(1)
    for (const part of parts) expect(part.trimStart().startsWith('The company expects')).toBe(true)
    expect(essence(readPage(page).release)).toBe(essence(words))
  })
})

it('names the dateline on the cover without the dashes that lead to the text', () => {
  const page = printHtml(inputOf(documentOf(['Alder Bay, May 2, 2011 --', 'A quarry opened.'], ['dateline'])))
  expect(page).toContain('Alder Bay, May 2, 2011</td>')
})
