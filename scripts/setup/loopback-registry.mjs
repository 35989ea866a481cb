import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { crc32 } from 'node:zlib'

/** Support for the tests beside it: a small npm registry on the loopback interface, and archives made on the spot. */

/**
 * A zip archive of files kept as they are, without compression.
 * @param {Readonly<Record<string, string | Buffer>>} files contents by path; each becomes an executable file
 * @returns {Buffer}
 */
export function makeZip(files) {
  const parts = []
  const directory = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const data = Buffer.from(text)
    const title = Buffer.from(name)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(0x5a21, 8)
    facts.writeUInt32LE(crc32(data), 10)
    facts.writeUInt32LE(data.length, 14)
    facts.writeUInt32LE(data.length, 18)
    facts.writeUInt16LE(title.length, 22)
    parts.push(Buffer.from([0x50, 0x4b, 3, 4]), facts, title, data)
    const place = Buffer.alloc(14)
    place.writeUInt32LE((0o100755 << 16) >>> 0, 6)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 0x14, 3]), facts, place, title)
    offset += 30 + title.length + data.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(files).length, 8)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, list, end])
}

/**
 * A package tarball as npm makes them.
 * @param {Readonly<Record<string, string | Buffer>>} files contents by path inside the package; package.json among them
 * @returns {Buffer}
 */
export function makeTarball(files) {
  const folder = mkdtempSync(path.join(tmpdir(), 'redwell-tarball-'))
  try {
    for (const [name, text] of Object.entries(files)) {
      const target = path.join(folder, 'package', name)
      mkdirSync(path.dirname(target), { recursive: true })
      writeFileSync(target, text)
    }
    execFileSync('tar', ['-czf', path.join(folder, 'made.tgz'), '-C', folder, 'package'])
    return readFileSync(path.join(folder, 'made.tgz'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * The digest that a lock file would carry.
 * @param {Buffer} bytes
 * @returns {string}
 */
export function integrityOf(bytes) {
  return `sha512-${createHash('sha512').update(bytes).digest('base64')}`
}

/**
 * Serves packages on 127.0.0.1.
 * @param {Readonly<Record<string, { version: string, tarball: Buffer, claimed?: string }>>} packages by name; `claimed` is an
 *   integrity that differs from that of the bytes
 * @returns {Promise<{ address: string, requests: string[], close: () => Promise<void> }>} `requests` grows as it is asked
 */
export async function startRegistry(packages) {
  const requests = []
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(request.url ?? '/').slice(1)
    requests.push(asked)
    const tarballOf = Object.entries(packages).find(([name, { version }]) => asked === `${name}/-/${version}.tgz`)
    if (tarballOf !== undefined) {
      response.end(tarballOf[1].tarball)
      return
    }
    const found = packages[asked]
    response.statusCode = found === undefined ? 404 : 200
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(found === undefined ? {} : packument(asked, found, `http://127.0.0.1:${server.address().port}`)))
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve)
      server.closeAllConnections()
    })
  return { address: `http://127.0.0.1:${server.address().port}/`, requests, close }
}

/** An address on which nothing listens. @returns {Promise<string>} */
export async function closedAddress() {
  const { address, close } = await startRegistry({})
  await close()
  return address
}

function packument(name, { version, tarball, claimed }, address) {
  const dist = { tarball: `${address}/${name}/-/${version}.tgz`, integrity: claimed ?? integrityOf(tarball) }
  return { name, 'dist-tags': { latest: version }, versions: { [version]: { name, version, dist } } }
}
