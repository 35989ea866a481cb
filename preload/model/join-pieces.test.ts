import { expect, it } from 'vitest'
import type { DocumentPiece } from '#contract/document-wire'
import { joinPieces } from './join-pieces'

const block = (id: string, text: string): NonNullable<DocumentPiece['blocks']>[number] => ({ id, kind: 'paragraph', ranges: [], text,
  map: [], why: '' })
const sentence = { start: 0, end: 9, section: null, speaker: null }

it('joins lists in the order of their pieces and gives sentences the words of their blocks', () => {
  const joined = joinPieces([
    { blocks: [block('b1', 'Net sales rose. They will rise.')] },
    { blocks: [block('b2', 'Costs fell.')] },
    { sentences: [{ ...sentence, id: 's1', block: 'b1', slice: [16, 15] }, { ...sentence, id: 's2', block: 'b2', text: 'Costs fell' }] },
    { sequence: 2, type: 'EX-99.1', hasFacts: true, hidden: [{ start: 1, end: 2 }] },
    { hidden: [{ start: 5, end: 6 }] }
  ])
  expect(joined.blocks.map(({ id }) => id)).toEqual(['b1', 'b2'])
  expect(joined.sentences.map(({ id, text }) => [id, text])).toEqual([['s1', 'They will rise.'], ['s2', 'Costs fell']])
  expect(joined.sentences.every((one) => !('slice' in one))).toBe(true)
  expect(joined).toMatchObject({ sequence: 2, type: 'EX-99.1', hasFacts: true, hidden: [{ start: 1 }, { start: 5 }], findings: [],
    safeHarbor: null })
})

it('leaves out no list of any piece', () => {
  const piece = { sections: [1], hidden: [2], findings: [3], forwardLooking: [4], figures: [5] } as unknown as DocumentPiece
  const other = { sections: [6], hidden: [7], findings: [8], forwardLooking: [9], figures: [10] } as unknown as DocumentPiece
  expect(joinPieces([piece, other])).toMatchObject({ sections: [1, 6], hidden: [2, 7], findings: [3, 8], forwardLooking: [4, 9],
    figures: [5, 10] })
})
