import { createAnalysisInPlace } from '../analysis-thread'
import { createServices } from '../create-services'
import { addNote, saveNote } from '../work/write-note'

/**
 * A program for the crash test: opens the library of a folder, imports a file, and writes notes until it is killed. Each
 * save is told on standard output only after it was answered.
 */
const main = async (folder: string, file: string): Promise<void> => {
  const made = createServices({ dataFolder: folder, analysis: createAnalysisInPlace(), samplePath: file, appVersion: '0',
    runtimeVersion: '0' })
  if (!made.ok) throw new Error(made.failure.message)
  const { library, importer } = made.value
  const imported = await importer.importFile(file)
  if (!imported.ok) throw new Error(imported.failure.message)
  for (let count = 0;; count += 1) {
    const note = addNote(library, imported.value.filingId, { kind: 'filing' })
    if (!note.ok) throw new Error(note.failure.message)
    let { id, rev } = note.value
    for (let save = 0; save < 5; save += 1) {
      const text = `${String(count)} ${String(save)} ${'words that must not be lost '.repeat(save * 20)}`
      const saved = saveNote(library, { id, rev, body: JSON.stringify({ text }), text })
      if (!saved.ok) throw new Error(saved.failure.message)
      ;({ id, rev } = saved.value)
      process.stdout.write(`${JSON.stringify({ id, rev, text })}\n`)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
}

const [folder, file] = process.argv.slice(2)
if (folder === undefined || file === undefined) throw new Error('needs a folder and a file')
await main(folder, file)
