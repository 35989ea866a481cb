import { describe, expect, it } from 'vitest'
import type { ChangeKind } from '#contract/comparison'
import { classifyChange, compareCells, gravestOf, kindOfCells, plainCells } from './classify-change'

describe('what a changed passage says otherwise', () => {
  it.each<[string, string, ChangeKind]>([
    ['Sales rose.', 'Sales rose.', 'same'],
    ['Sales “rose” — again', 'Sales  "rose" - again', 'same'],
    ['Sales rose 4%.', 'Sales rose 5%.', 'number-changed'],
    ['Sales of 5.', 'Sales of (5).', 'number-changed'],
    ['Sales of 1,204.', 'Sales of 1204.', 'reworded'],
    ['Sales of 4 and 5.', 'Sales of 4.', 'number-changed'],
    ['Three kilns stand.', 'Four kilns stand.', 'number-changed'],
    ['Sales rose.', 'Sales fell.', 'polarity-changed'],
    ['We expect orders.', 'We do not expect orders.', 'polarity-changed'],
    ['Sales rose.', 'Orders rose.', 'reworded'],
    ['Sales, rose.', 'Sales rose.', 'reworded'],
    ['Sales fell by 4%.', 'Sales rose by 5%.', 'number-changed']
  ])('%s → %s: %s', (left, right, kind) => expect(classifyChange(left, right)).toBe(kind))

  it('the gravest of several is told, in one order', () => {
    const order: readonly ChangeKind[] = ['number-changed', 'polarity-changed', 'reworded', 'added', 'removed', 'moved']
    order.forEach((kind, at) => expect(gravestOf(['same', ...order.slice(at).reverse()])).toBe(kind))
    expect(gravestOf([])).toBe('same')
    expect(gravestOf(['same'])).toBe('same')
  })
})

const brief = (left: readonly string[], right: readonly string[]): string =>
  compareCells(left, right).map((cell) => `${cell.left}>${cell.right}:${cell.kind}`).join(' ; ')

describe('the cells of two rows', () => {
  it.each<[string, readonly string[], readonly string[], string]>([
    ['by place', ['Kilns', '41', '42'], ['Kilns', '41', '43'], 'Kilns>Kilns:same ; 41>41:same ; 42>43:number-changed'],
    ['signs joined', ['Kilns', '$', '41', '(', '7', ')', '5', '%'], ['Kilns', '$41', '(7)', '5%'],
      'Kilns>Kilns:same ; $41>$41:same ; (7)>(7):same ; 5%>5%:same'],
    ['a sign at the end', ['Kilns', '41', '$'], ['Kilns', '41', '$'], 'Kilns>Kilns:same ; 41>41:same ; $>$:same'],
    ['a sign behind nothing', [')', 'Kilns'], [')', 'Kilns'], ')>):same ; Kilns>Kilns:same'],
    ['one column more', ['Kilns', '42', '43'], ['Kilns', '41', '42', '43'], 'Kilns>Kilns:same ; >41:added ; 42>42:same ; 43>43:same'],
    ['one column less', ['Kilns', '41', '42', '43'], ['Kilns', '41', '43'], 'Kilns>Kilns:same ; 41>41:same ; 42>:removed ; 43>43:same'],
    ['labels that differ', ['Kilns', '41'], ['Barges', '41', '42'], 'Kilns>Barges:reworded ; 41>41:same ; >42:added'],
    ['no labels', ['41', '42'], ['42'], '41>:removed ; 42>42:same'],
    ['a label on one side', ['Kilns', '41'], ['41'], 'Kilns>:removed ; 41>41:same'],
    ['other columns alike', ['Kilns', '1', '2'], ['Kilns', '3', '4', '5'],
      'Kilns>Kilns:same ; 1>:removed ; 2>:removed ; >3:added ; >4:added ; >5:added']
  ])('%s', (_name, left, right, expected) => expect(brief(left, right)).toBe(expected))
  it('one letter is no label', () => expect(brief(['A', '41'], ['41'])).toBe('A>:removed ; 41>41:same'))
  it('the words of a long cell are set against each other, of six words on', () => {
    const [six, five] = ['the kilns of Osterby rose again', 'kilns of Osterby rose again']
    expect(compareCells([six], [six.replace('rose', 'fell')])[0]?.words?.map(({ op }) => op)).toEqual(['same', 'delete', 'insert', 'same'])
    expect(compareCells([five], [six])[0]?.words).toBeUndefined()
    expect(compareCells([six], [six])[0]?.words).toBeUndefined()
  })
  it('rows of over 200 cells are set by place', () => {
    const long = Array.from({ length: 202 }, (_, at) => String(at))
    expect(compareCells(long, long.slice(1))[0]).toMatchObject({ left: '0', right: '1' })
    expect(compareCells(long.slice(2), long.slice(3))[0]).toMatchObject({ left: '2', right: '', kind: 'removed' })
  })
  it('of a row that stands on one side have nothing on the other', () => {
    expect(plainCells(['Kilns', '$', '41'], 'added')).toEqual([{ left: '', right: 'Kilns', kind: 'added' }, { left: '', right: '$41',
      kind: 'added' }])
    expect(plainCells(['Kilns'], 'removed')).toEqual([{ left: 'Kilns', right: '', kind: 'removed' }])
    expect(plainCells(['Kilns'], 'same')).toEqual([{ left: 'Kilns', right: 'Kilns', kind: 'same' }])
  })
  it('tell the kind of the row: a number that came or went changes a number', () => {
    expect(kindOfCells(compareCells(['Kilns', '41'], ['Kilns', '41', '42']))).toBe('number-changed')
    expect(kindOfCells(compareCells(['Kilns', '41', '42'], ['Kilns', '41']))).toBe('number-changed')
    expect(kindOfCells(compareCells(['Kilns', '41'], ['Kilns', '41', 'barges']))).toBe('reworded')
    expect(kindOfCells(compareCells(['Kilns', '41'], ['Kilns', '41']))).toBe('same')
  })
})
