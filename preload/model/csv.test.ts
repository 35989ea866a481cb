import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toCsv, withoutGuard } from './csv'

it.each([
  ['=1+1', "'=1+1"],
  ['+44', "'+44"],
  ['-5', "'-5"],
  ['@SUM(A1)', "'@SUM(A1)"],
  [' =1', "' =1"],
  ['\t=1', "'\t=1"],
  ['\u0001=1', "'\u0001=1"],
  ['＝1', "'＝1"],
  ['a=1', 'a=1'],
  ['', '']
])('writes %j so that no spreadsheet runs it', (cell, written) => {
  expect(toCsv([[cell]])).toBe(`\ufeff${written}\r\n`)
})

it('leaves numbers as numbers, and nothing as nothing', () => expect(toCsv([[-5, null, true]])).toBe('\ufeff-5,,true\r\n'))

/** Reads CSV after RFC 4180, sign by sign. */
const parse = (csv: string): string[][] => {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 1; at < csv.length; at += 1) {
    const sign = csv[at] ?? ''
    if (quoted && sign === '"' && csv[at + 1] === '"') cell += csv[at += 1] ?? ''
    else if (sign === '"') quoted = !quoted
    else if (quoted || (sign !== ',' && sign !== '\r')) cell += sign
    else {
      row.push(cell)
      cell = ''
      if (sign === '\r') {
        at += 1
        rows.push(row)
        row = []
      }
    }
  }
  return rows
}

it('gives every text back, but for the apostrophe before what could be a formula', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('"', ',', '\r\n', '\n', 'a"b,c\n', '=x', '\t'))
  fc.assert(fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
    const read = parse(toCsv(rows))
    expect(read.map((row, line) => row.map((cell, at) => cell === `'${rows[line]?.[at] ?? ''}` ? cell.slice(1) : cell))).toEqual(rows)
    expect(read.flat().filter((cell) => /^[\s\p{Cc}]*[=+\-@]/u.test(cell))).toEqual([])
  }))
})

it.each([["'=1+1", '=1+1'], ["' =1", ' =1'], ["'\t", '\t'], ["'tis", "'tis"], ['=1', '=1'], ["''=1", "'=1"], ["'", "'"]])(
  'reads %j back as %j',
  (cell, text) => expect(withoutGuard(cell)).toBe(text)
)

it('gives back every text that was written', () => {
  const text = fc.oneof(fc.string(), fc.tuple(fc.constantFrom('=', "'=", "''=", "' ="), fc.string()).map((parts) => parts.join('')))
  fc.assert(fc.property(text, (written) => {
    expect(withoutGuard(parse(toCsv([[written]]))[0]?.[0] ?? '')).toBe(written)
  }))
})
