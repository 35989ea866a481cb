import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changesBetween, changeWords, numbersIn, valueChange, valueWithUnit } from './number-change'

const between = (before: string, after: string): string => changesBetween(before, after).map(changeWords).join(' · ')

it('tells the change and its share, with the unit of the number', () => {
  expect(between('$41.2', '$44.9')).toBe('+$3.7 (+9.0%)')
  expect(between('41,200', '44,900')).toBe('+3,700 (+9.0%)')
  expect(between('$41.2 million', '$39 million')).toBe('−$2.2 million (−5.3%)')
  expect(between('€950 million', '€1.2 billion')).toBe('+€0.250 billion (+26.3%)')
  expect(between('9', '120')).toBe('+111 (+1,233%)')
})

it('knows the signs: brackets, minus signs, and brackets behind the currency', () => {
  expect(between('(158)', '(120)')).toBe('+38 (+24.1%)')
  expect(between('$ (1.5)', '$(2.0)')).toBe('−$0.5 (−33.3%)')
  expect(between('-5', '−4')).toBe('+1 (+20.0%)')
  // Across zero a share says nothing.
  expect(between('(158)', '42')).toBe('+200')
  expect(between('0', '42')).toBe('+42')
  expect(between('(net of 5)', '(net of 7)')).toBe('+2 (+40.0%)')
})

it('tells points for percentages', () => {
  expect(between('3.2%', '4.1%')).toBe('+0.9 points')
  expect(between('12 percent', '11 percent')).toBe('−1 point')
  expect(between('(2.5)%', '1.0%')).toBe('+3.5 points')
})

it('sets nothing against each other that is not alike', () => {
  for (const [before, after] of [['$5', '€6'], ['5%', '6'], ['5 million', '6'], ['2023', '2024'], ['March 31', 'March 30'], ['Item 5',
    'Item 6'], ['555-0100', '555-0200'], ['10:30', '11:30'], ['0009990001', '0009990002'], ['5', 'none'], ['5 and 6', '7'], ['5', '5.0'], [
    'Q1',
    'Q2'
  ], ['3/31/04', '3/31/05']] as const) expect(between(before, after), `${before} ${after}`).toBe('')
})

it('takes several numbers in their order, and no more than a few', () => {
  expect(between('9% to $41.7', '12% to $44.9')).toBe('+3 points · +$3.2 (+7.7%)')
  expect(between('1 2 3 4', '2 3 4 5')).toBe('')
})

it('law: the change undone is the change back, and its sign is that of the difference', () => {
  fc.assert(fc.property(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: -99_999, max: 99_999 }), (a, b) => {
    const told = (value: number): string => value < 0 ? `(${Math.abs(value).toLocaleString('en')})` : value.toLocaleString('en')
    // Four digits without a comma would be a year; with one they are not.
    expect(numbersIn(told(a)).map(({ value }) => value + 0)).toEqual([a])
    const [there] = changesBetween(told(a), told(b))
    const [back] = changesBetween(told(b), told(a))
    if (a === b) expect(there).toBeUndefined()
    else expect(there?.difference).toBe(back?.difference.replace(/^[+−]/, (sign) => (sign === '+' ? '−' : '+')))
  }))
})

it('tells values with their units, and their changes', () => {
  expect([valueWithUnit(7_582_000_000, 'USD'), valueWithUnit(-3.2, '%'), valueWithUnit(14_300_000, 'shares'),
    valueWithUnit(0.38, 'USD/share'), valueWithUnit(-1200, null)]).toEqual(['$7.582 billion', '−3.2%', '14.3 million shares',
      '$0.38 per share', '−1,200'])
  expect(valueChange(7_720_000, 12_864_000, 'USD')).toEqual({ difference: '+$5.144 million', percent: '+66.6%' })
  expect(valueChange(67, 68, '%')).toEqual({ difference: '+1 point', percent: null })
  expect(valueChange(0.1, 0.3, 'USD/share')).toEqual({ difference: '+$0.2 per share', percent: '+200.0%' })
  expect(valueChange(5, 5, null)).toBeNull()
})
