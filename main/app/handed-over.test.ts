import { expect, it } from 'vitest'
import { createHandedOver } from './handed-over'

it('keeps what is handed over before anybody opens it, and hands it on once and in order', () => {
  const handed = createHandedOver()
  handed.deliver(['redwell-open:1/a/1/0-4'])
  handed.deliver(['b.htm', 'redwell-open:1/c/1/0-4'])
  const opened: (readonly string[])[] = []
  handed.openBy((given) => opened.push(given))
  expect(opened).toEqual([['redwell-open:1/a/1/0-4', 'b.htm', 'redwell-open:1/c/1/0-4']])
  handed.deliver(['d.txt'])
  expect(opened.slice(1)).toEqual([['d.txt']])
})

it('opens nothing where nothing was handed over', () => {
  const opened: (readonly string[])[] = []
  createHandedOver().openBy((given) => opened.push(given))
  expect(opened).toEqual([])
})
