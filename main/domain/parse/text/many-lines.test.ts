import { describe, expect, it } from 'vitest'
import { readText } from '../../fixtures/text-document'
import { MOST_LINES } from './text-regions'

const lines = (count: number, each: (at: number) => string): string => Array.from({ length: count }, (_, at) => each(at)).join('\n')
const digits = (text: string): string => text.replace(/\D/g, '')

describe('a list of very many lines', () => {
  it.each<[string, (at: number) => string]>([
    ['short lines', (at) => `${String(at)}  felt sold`],
    ['columns of numbers', (at) => `${String(10_000 + at)}.10   ${String(20_000 + at)}.20   ${String(30_000 + at)}.30`],
    ['rows with labels', (at) => `Mill number ${String(at)} ${'.'.repeat(20)}   ${String(1000 + at)}     ${String(2000 + at)}`]
  ])('of %s is several blocks, and no line is lost or cut', (_name, each) => {
    const list = lines(2 * MOST_LINES + 500, each)
    const { document } = readText(`ORRIN VALE FELT INC\n\n${list}\n`)
    expect(digits(document.blocks.map(({ text }) => text).join(''))).toBe(digits(list))
    for (const { verbatim, text } of document.blocks) expect((verbatim?.text ?? text).split('\n').length).toBeLessThanOrEqual(MOST_LINES)
    expect(document.blocks.length).toBeGreaterThan(2)
  })
  it('of as many lines as a block may have is one', () => {
    const { document } = readText(`ORRIN VALE FELT INC\n\n${lines(MOST_LINES, (at) => `${String(at)}  felt sold`)}\n`)
    expect(document.blocks.filter(({ text }) => text.includes('felt sold'))).toHaveLength(1)
  })
})
