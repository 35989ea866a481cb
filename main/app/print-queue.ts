import type { PrintToPDFOptions, WebContents } from 'electron'

/**
 * Prints what a window shows. Where that fails, this print alone does: the runtime has each print wait for the one before, and hands a
 * failure of that one on to all that follow until the program ends (electron#51145, mended there in #51174). So what it waits for never
 * fails here; the failure is thrown behind it.
 */
export const printAlone = async (contents: WebContents, options: PrintToPDFOptions): Promise<Uint8Array> => {
  const print: unknown = Reflect.get(contents, '_printToPDF')
  const failures: unknown[] = []
  if (typeof print === 'function') {
    Reflect.set(contents, '_printToPDF', async (settings: unknown): Promise<unknown> => {
      try {
        return await Reflect.apply(print, contents, [settings])
      } catch (error) {
        failures.push(error)
        return Buffer.alloc(0)
      }
    })
  }
  const pdf = await contents.printToPDF(options)
  if (failures.length > 0) throw failures[0]
  return pdf
}
