import { defineConfig } from 'vitest/config'
import base from '../../main/vitest.config.ts'

/** The tests as they are, over sources of which one place is changed: `REDWELL_MUTANT` says which (file, start, end, text). */
const mutant = JSON.parse(process.env.REDWELL_MUTANT ?? 'null')

export default defineConfig({
  ...base,
  // A module that was read for one change must be read again for the next.
  test: { ...base.test, fsModuleCache: false },
  plugins: [{
    name: 'one-change',
    enforce: 'pre',
    transform: (code, id) =>
      mutant && id.split('?')[0] === mutant.file
        ? { code: code.slice(0, mutant.start) + mutant.text + code.slice(mutant.end), map: null }
        : null
  }]
})
