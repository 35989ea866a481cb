import { expect, it } from 'vitest'
import { measureKey, measureTitle } from './measure-key'

it('knows a measure again however it is written', () => {
  for (const written of ['Net Revenues', 'net  revenue', 'Net revenues:', 'net revenues1'])
    expect(measureKey(written), written).toBe('net revenue')
  expect(measureKey('Gross losses')).not.toBe(measureKey('Gross profit'))
  expect(measureKey('Net loss')).toBe('net loss')
  expect(measureTitle('long-term  debt:')).toBe('Long-term debt')
})
