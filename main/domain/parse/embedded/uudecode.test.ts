import fc from 'fast-check'
import { expect, it } from 'vitest'
import { uudecode } from './uudecode'
import { uuencoded } from './uuencoded-fixture'

const whole = (text: string) => ({ start: 0, end: text.length })

const MENDS: readonly ((line: string) => string)[] = [
  (line) => line,
  // Blanks are cut from the ends of lines, as mail and archives do.
  (line) => line.trimEnd(),
  // Grave accents for blanks, and a carriage return before the line feed.
  (line) => `${line.charAt(0)}${line.slice(1).replaceAll(' ', '`')}\r`,
  // A checksum behind the data.
  (line) => `${line}X`
]

it('gives back the bytes that were encoded, however the lines were treated', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(...MENDS),
      fc.constantFrom('`\nend\n', ' \nend\n', 'end\n', '', '</PDF>\n</TEXT>\n'), (bytes, mend, end) => {
      const text = `<TEXT>\n${uuencoded('a picture.jpg', bytes, mend, end)}`
      const decoded = uudecode(text, whole(text), 10_000)
      expect(decoded?.name).toBe('a picture.jpg')
      expect([...decoded?.bytes ?? []]).toEqual([...bytes])
      expect(decoded?.complete).toBe(end.includes('end'))
    })
  )
})

it('never gives more than its limit, and reads nothing behind its range', () => {
  const bytes = new Uint8Array(1000).fill(7)
  const text = uuencoded('x.png', bytes)
  expect(uudecode(text, whole(text), 100)).toMatchObject({ complete: false, bytes: new Uint8Array(100).fill(7) })
  expect(uudecode(text, { start: 0, end: text.indexOf('\n', 40) }, 10_000)?.bytes.length).toBe(45)
})

it('takes lines of wrong lengths for what they can hold, and words between them for nothing', () => {
  const bytes = Uint8Array.from({ length: 90 }, (_, at) => at + 1)
  const [begin = '', first = '', second = ''] = uuencoded('x.gif', bytes).split('\n')
  const text = [begin, first, '', 'continued on the next page', second.slice(0, 21), '`', 'end'].join('\n')
  const decoded = uudecode(text, whole(text), 10_000)
  expect(decoded?.bytes.length).toBe(90)
  expect([...decoded?.bytes.subarray(0, 60) ?? []]).toEqual([...bytes.subarray(0, 60)])
})

it('knows a body that is none', () => {
  for (const text of ['', 'We begin 644 times.', `${' '.repeat(700)}\nbegin 644 late.jpg\n#8V%T\n`])
    expect(uudecode(text, whole(text), 100)).toBeNull()
})
