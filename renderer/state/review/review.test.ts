import type { FilingProgress, LeftItem } from '#contract/review'
import { fail, ok } from '#contract/result'
import { beforeEach, describe, expect, it } from 'vitest'
import { documentState } from '../document/document'
import { feedbackState } from '../window/feedback'
import { installMemoryApi, type MemoryApi } from '../testing/memory-api'
import { leftOf, reviewState, sortBoard, totalsOf } from './review'

const progress = (title: string, more: Partial<FilingProgress> = {}): FilingProgress => ({
  filing: { id: title, title } as FilingProgress['filing'],
  suggestions: { decided: 0, all: 0 },
  sections: { reviewed: 0, all: 0 },
  questions: { open: 0, asked: 0, answered: 0, closed: 0 },
  orphans: 0,
  unread: 0,
  finished: false,
  ...more
})
const BOARD = [
  progress('a', { suggestions: { decided: 1, all: 4 } }),
  progress('b', { sections: { reviewed: 0, all: 5 }, unread: 1 }),
  progress('c', { questions: { open: 1, asked: 1, answered: 3, closed: 9 }, orphans: 2 })
]
const item = (ref: string): LeftItem => ({ kind: 'section', filingId: 'f', sequence: 1, range: { start: 0, end: 1 }, words: ref, ref })

describe('the board', () => {
  it('counts as left what is undecided, unreviewed, open or asked, and orphans; not what is answered or unread', () => {
    expect(BOARD.map(leftOf)).toEqual([3, 5, 4])
    expect(totalsOf(BOARD)).toEqual({ decided: 1, suggestions: 4, reviewed: 0, sections: 5, questions: 2, orphans: 2, unread: 1, left: 12 })
  })
  it.each([['left', 'bca'], ['title', 'abc'], ['suggestions', 'abc'], ['sections', 'bac'], ['questions', 'cab']] as const)('sorts by %s',
    (sort, expected) => {
      expect(sortBoard(BOARD, sort).map(({ filing }) => filing.title).join('')).toBe(expected)
    })
})

describe('the queue of what is left', () => {
  let wire: MemoryApi
  let left: readonly LeftItem[]
  const shown = (): string => {
    const { queue } = reviewState.store.get()
    return queue ? `${queue.shown?.ref ?? '-'}${queue.done ? ' done' : ''} ${String(queue.at)}/${String(queue.total)}` : 'none'
  }
  beforeEach(() => {
    left = ['x', 'y', 'z'].map(item)
    wire = installMemoryApi()
    wire.answer({
      'review.left': () => ok({ items: left, total: left.length }),
      'filing.open': () => fail('not-found', 'Not here.'),
      'review.board': () => ok({ filings: [], finished: 0 }),
      'review.requests': () => ok([])
    })
    reviewState.endQueue()
  })

  it('goes on and back, and begins again behind the last', async () => {
    await reviewState.begin(null, null)
    expect(shown()).toBe('x 0/3')
    await reviewState.step(1)
    await reviewState.step(1)
    expect(shown()).toBe('z 2/3')
    await reviewState.step(1)
    expect(shown()).toBe('x 0/3')
    await reviewState.step(-1)
    expect(shown()).toBe('z 2/3')
  })

  it('passes over none when the shown one is done, nor when others were done meanwhile', async () => {
    await reviewState.begin(null, null)
    left = ['y', 'z'].map(item)
    await reviewState.step(1)
    expect(shown()).toBe('y 0/2')
    left = ['z'].map(item)
    await reviewState.step(1)
    expect(shown()).toBe('z 0/1')
  })

  it('marks the section that is shown in the filing it stands in, which need not be open yet', async () => {
    wire.answer({ 'review.setSection': () => ok([]) })
    await reviewState.begin(null, null)
    await reviewState.reviewShown()
    expect(wire.calls.filter(({ name }) => name === 'review.setSection').map(({ args }) => args)).toEqual([
      { filingId: 'f', sequence: 1, section: 'x', reviewed: true }
    ])
  })

  it('leaves the mark that was shown before it looks for the next, so that no key changes it meanwhile', async () => {
    await reviewState.begin(null, null)
    documentState.activate({ kind: 'finding', id: 'x' })
    const stepped = reviewState.step(1)
    expect(documentState.store.get().active).toBeNull()
    await stepped
  })

  it('ends with a word when nothing is left', async () => {
    await reviewState.begin(null, null)
    left = []
    await reviewState.step(1)
    expect(shown()).toBe('none')
    expect(feedbackState.store.get().toasts.at(-1)?.text).toBe('Nothing is left.')
  })
})
