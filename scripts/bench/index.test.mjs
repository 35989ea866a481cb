import { describe, expect, it } from 'vitest'
import { BENCHES, ratioTable } from './index.mjs'

describe('the benches', () => {
  it('each have a name of their own and can be run', () => {
    const names = BENCHES.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(BENCHES.every(({ run }) => typeof run === 'function')).toBe(true)
  })

  it('are shown as ratios to their floors, with the aim met or missed', () => {
    const lines = ratioTable([
      { what: 'start', value: 300, floor: 250, floorIs: 'bare window', unit: 'ms', aim: 1.5 },
      { what: 'import', value: 90, floor: 10, floorIs: 'decode', unit: 'ms', aim: 4 },
      { what: 'memory', value: 12.345, unit: 'MB' }
    ]).split('\n')
    expect(lines[1]).toMatch(/^start +300 ms +250 ms +bare window +1\.20× +≤ 1\.5× +met$/)
    expect(lines[2]).toMatch(/9\.00× +≤ 4× +MISSED$/)
    expect(lines[3]).toMatch(/^memory +12\.3 MB$/)
  })
})
