import { resolve } from 'node:path'
import { argv, stderr, stdout } from 'node:process'
import { readHead, shortHead, wholeHead } from '#model/history-head'
import { historyWords } from '#model/history-words'
import { checkHistory, inSteps } from '../services/integrity/history-check'
import { openForReading } from '../store/open-for-reading'

const USAGE = `npm run --silent history -- FOLDER [HEAD]

FOLDER   the data folder of a library; nothing in it is changed
HEAD     a head as an exported file shows it, in its whole form: a number, a hyphen, 64 digits
Ends with 0 where the history is whole and holds the head, with 1 where not.
`

const main = async ([folder = '', ...words]: readonly string[]): Promise<number> => {
  const given = words.length === 0 ? null : readHead(words.join(' '))
  if (folder === '' || (words.length > 0 && given === null)) {
    stderr.write(USAGE)
    return 2
  }
  const db = openForReading(resolve(folder))
  if (db === null) {
    stderr.write(`There is no library in ${resolve(folder)} that this version reads. Start Redwell with it once, then try again.\n`)
    return 2
  }
  try {
    const report = await inSteps(checkHistory({ db, folder: resolve(folder) }, given))
    const { whole, lines } = historyWords(report)
    const head = report.head === null ? [] : [`Head: ${shortHead(report.head)}`, wholeHead(report.head)]
    stdout.write(`${[...lines, ...head].join('\n')}\n`)
    return whole ? 0 : 1
  } finally {
    db.close()
  }
}

try {
  process.exitCode = await main(argv.slice(2))
} catch (error) {
  stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
