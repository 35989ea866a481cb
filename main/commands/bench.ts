import { measureBareSearches } from './bench-floor'
import { prepareLibrary } from './bench-library'
import { benchParts } from './bench-parts'
import { prepareReading } from './bench-reading'
import { benchSearch } from './bench-search'

const [mode = '', ...args] = process.argv.slice(2)

const run = async (): Promise<unknown> => {
  switch (mode) {
    case 'parts': return benchParts(args)
    case 'reading': return prepareReading(args[0] ?? '', args[1] ?? null)
    case 'library': return prepareLibrary(args[0] ?? '', Number(args[1]), Number(args[2]))
    case 'bare-search': return measureBareSearches(args[0] ?? '', args.slice(1))
    case 'search': return benchSearch(Number(args[0] ?? 200), Number(args[1] ?? 60_000))
    default: throw new Error(`There is no bench of that name: ${mode}`)
  }
}

process.stdout.write(`${JSON.stringify(await run())}\n`)
