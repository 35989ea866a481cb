import { describe, expect, it } from 'vitest'
import type { Block, BlockKind } from '#contract/filing'
import type { DocumentContent } from '#contract/library'
import { contextsOf } from './block-context'

const block = (id: string, start: number, kind: BlockKind, level?: number): Block => ({ id, kind, ranges: [{ start, end: start + 10 }],
  text: id, map: [], why: '', ...(level === undefined ? {} : { level }) })

const CONTENT: DocumentContent = {
  sequence: 1,
  type: null,
  filename: null,
  description: null,
  format: 'text',
  range: { start: 0, end: 100 },
  hidden: [],
  hasFacts: false,
  findings: [],
  forwardLooking: [],
  safeHarbor: null,
  figures: [],
  blocks: [
    block('title', 0, 'title'),
    block('deep', 10, 'heading', 4),
    block('quote', 20, 'quote'),
    block('high', 30, 'heading', 1),
    block('about', 40, 'heading', 2),
    block('words', 50, 'paragraph'),
    block('number', 60, 'page-footer')
  ],
  sections: [{ id: 'c1', kind: 'about', title: 'About', level: 2, part: null, item: null, range: { start: 40, end: 60 } }],
  sentences: [{ id: 's1', block: 'quote', start: 20, end: 30, text: '', section: null, speaker: 'Ada Byrne, chief executive' }]
}

describe('what the reader knows of a block', () => {
  const contexts = contextsOf(CONTENT)

  it('names who speaks in it', () => {
    expect(contexts.get('quote')?.speaker).toBe('Ada Byrne, chief executive')
    expect(contexts.get('words')?.speaker).toBeNull()
  })

  it('sets back what every release carries, but not its heading', () => {
    expect(['about', 'words', 'number', 'quote'].map((id) => contexts.get(id)?.quiet)).toEqual([false, true, true, false])
  })

  it('never skips a level of heading on the way down', () => {
    expect(['deep', 'high', 'about'].map((id) => contexts.get(id)?.level)).toEqual([2, 2, 3])
  })
})
