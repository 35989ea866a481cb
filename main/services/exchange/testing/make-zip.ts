import { crc32, deflateRawSync } from 'node:zlib'

/** One entry of an archive that is made to be wrong: what is left out is as it should be. */
export interface MadeEntry {
  readonly name: string
  readonly content?: string | Buffer
  readonly localName?: string
  readonly mode?: number
  readonly method?: number
  readonly flags?: number
  /** The size the directory claims. */
  readonly size?: number
  readonly crc?: number
  /** Where the directory says its content begins. */
  readonly offset?: number
}

const UTF8 = 0x0800

const header = (entry: MadeEntry, name: Buffer, packed: Buffer, size: number, crc: number): Buffer => {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(UTF8 | (entry.flags ?? 0), 2)
  fields.writeUInt16LE(entry.method ?? 8, 4)
  fields.writeUInt32LE(entry.crc ?? crc, 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(entry.size ?? size, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

/** Makes a ZIP archive byte by byte (APPNOTE 4.3), so that each of its claims can be false. */
export const makeZip = (entries: readonly MadeEntry[]): Buffer => {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content ?? 'words')
    const packed = entry.method === 0 ? content : deflateRawSync(content)
    const name = Buffer.from(entry.name)
    const local = Buffer.from(entry.localName ?? entry.name)
    const crc = crc32(content)
    const piece = Buffer.concat([Buffer.from('PK\x03\x04'), header(entry, local, packed, content.length, crc), local, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 6)
    tail.writeUInt32LE(entry.offset ?? at, 10)
    const madeBy = Buffer.from([20, 3])
    central.push(Buffer.concat([Buffer.from('PK\x01\x02'), madeBy, header(entry, name, packed, content.length, crc), tail, name]))
    locals.push(piece)
    at += piece.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 4)
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end])
}
