import { expect, it } from 'vitest'
import { streamPage } from './page-stream'

const readAll = async (stream: ReadableStream<Uint8Array>): Promise<string> => await new Response(stream).text()

it.each([
  ['nothing', ''],
  ['a short page', '<p>Felt</p>'],
  ['a page of several pieces', 'Felt and wool. '.repeat(20_000)],
  ['characters of two units wherever a piece ends', `x${'\u{1f9f6}'.repeat(70_000)}`],
  ['the same one unit on', '\u{1f9f6}'.repeat(70_000)]
])('hands on %s whole, and tells how much was taken', async (_, text) => {
  const taken: number[] = []
  expect(await readAll(streamPage(text, (units) => taken.push(units)))).toBe(text)
  expect(taken).toEqual(taken.toSorted((a, b) => a - b))
  expect(taken.at(-1)).toBe(text.length)
  expect(taken.length).toBeGreaterThanOrEqual(Math.ceil(text.length / 65_536))
})

it('makes no piece before it is asked for', async () => {
  const taken: number[] = []
  const reader = streamPage('x'.repeat(200_000), (units) => taken.push(units)).getReader()
  expect(taken).toEqual([])
  await reader.read()
  expect(taken).toEqual([65_536])
  await reader.cancel()
  expect(taken).toEqual([65_536])
})
