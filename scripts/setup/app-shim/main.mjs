// Stands in for Electron's own default app, which packaged distributions do not carry. It must be an ES module with a
// top-level await: Electron holds back "ready" until it has finished, so that the app can still do what must come first.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const require = createRequire(import.meta.url)

/** Splits Electron's own arguments from the app to load. @returns {{ preloads: string[], target: string | undefined }} */
function readArguments(args) {
  const preloads = []
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at]
    if (argument === '-r' || argument === '--require') {
      at += 1
      if (args[at] !== undefined) preloads.push(args[at])
    } else if (argument.startsWith('--require=')) {
      preloads.push(argument.slice('--require='.length))
    } else if (!argument.startsWith('-')) {
      return { preloads, target: argument }
    }
  }
  return { preloads, target: undefined }
}

/** Finds the entry file of a folder or file, and tells Electron whose app it is. @returns {string} */
function adopt(target) {
  const full = path.resolve(target)
  if (!existsSync(full)) throw new Error(`There is no app at ${full}.`)
  if (!statSync(full).isDirectory()) {
    app.setAppPath(path.dirname(full))
    return full
  }
  const manifest = JSON.parse(readFileSync(path.join(full, 'package.json'), 'utf8'))
  const name = manifest.productName ?? manifest.name
  if (name) {
    app.name = name
    app.setPath('userData', path.join(app.getPath('appData'), name))
  }
  if (manifest.version) app.setVersion(manifest.version)
  app.setAppPath(full)
  return path.join(full, manifest.main ?? 'index.js')
}

const { preloads, target } = readArguments(process.argv.slice(1))
for (const file of preloads) require(file.startsWith('.') || path.isAbsolute(file) ? path.resolve(file) : file)
if (target === undefined) {
  process.stderr.write('Name the app to run: electron FOLDER\n')
  app.exit(1)
} else {
  try {
    await import(pathToFileURL(adopt(target)).href)
  } catch (error) {
    process.stderr.write(`The app failed to load: ${error?.stack ?? error}\n`)
    app.exit(1)
  }
}
