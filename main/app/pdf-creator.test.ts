import { describe, expect, it } from 'vitest'
import { nameCreator } from './pdf-creator'

const named = (pdf: string): string => Buffer.from(nameCreator(Buffer.from(pdf, 'latin1'), 'Redwell 1.0.0')).toString('latin1')

describe('nameCreator', () => {
  it('takes the place of the runtime, parentheses and all, and moves no byte behind it', () => {
    const before = '1 0 obj\n<</Title (x)\n/Creator (Mozilla \\(X11; Linux\\) Electron/1.2.3)\n/Producer (P)>>\nxref 99'
    const after = named(before)
    expect(after).toContain('/Creator (Redwell 1.0.0 ')
    expect(after).not.toMatch(/Electron|Mozilla/)
    expect(after.length).toBe(before.length)
    expect(after.indexOf(')\n/Producer (P)>>\nxref 99')).toBe(before.indexOf(')\n/Producer'))
  })

  it('leaves a file that names no creator alone', () => {
    expect(named('%PDF-1.4')).toBe('%PDF-1.4')
  })
})
