import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { crc32Of } from './steps/crc32.mjs'
import { ROOT } from './steps/run.mjs'

/** Draws the program's icon (rising bars on a blue sheet) as icon.png and icon.ico; run by hand after a change here. */
const BLUE = [0x1f, 0x5f, 0xa8]
const WHITE = [0xff, 0xff, 0xff]
/** Left, top, width, height of each bar, as parts of the side. */
const BARS = [
  [0.2, 0.6, 0.14, 0.2],
  [0.43, 0.44, 0.14, 0.36],
  [0.66, 0.22, 0.14, 0.58],
]
const CORNER = 0.18
/** Each pixel is the mean of SAMPLES² points. */
const SAMPLES = 4

function isInSheet(x, y) {
  const dx = Math.max(CORNER - x, x - (1 - CORNER), 0)
  const dy = Math.max(CORNER - y, y - (1 - CORNER), 0)
  return dx * dx + dy * dy <= CORNER * CORNER
}

const isInBar = (x, y) => BARS.some(([l, t, w, h]) => x >= l && x < l + w && y >= t && y < t + h)

function pixel(px, py, side) {
  let sheet = 0
  let bar = 0
  for (let i = 0; i < SAMPLES * SAMPLES; i++) {
    const x = (px + ((i % SAMPLES) + 0.5) / SAMPLES) / side
    const y = (py + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES) / side
    if (!isInSheet(x, y)) continue
    sheet++
    if (isInBar(x, y)) bar++
  }
  const share = sheet === 0 ? 0 : bar / sheet
  const colour = BLUE.map((from, at) => Math.round(from + (WHITE[at] - from) * share))
  return [...colour, Math.round((255 * sheet) / SAMPLES ** 2)]
}

function chunk(type, body) {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const framed = Buffer.alloc(typed.length + 8)
  framed.writeUInt32BE(body.length, 0)
  typed.copy(framed, 4)
  framed.writeUInt32BE(crc32Of(typed), typed.length + 4)
  return framed
}

/** PNG, 8-bit RGBA. */
function png(side) {
  const rows = []
  for (let y = 0; y < side; y++) {
    rows.push(0)
    for (let x = 0; x < side; x++) rows.push(...pixel(x, y, side))
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const body = deflateSync(Buffer.from(rows), { level: 9 })
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', body),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** ICO holding one PNG per size, which Windows has read since Vista. */
function ico(sides) {
  const pictures = sides.map(png)
  const header = Buffer.alloc(6 + 16 * sides.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(sides.length, 4)
  let offset = header.length
  for (const [at, picture] of pictures.entries()) {
    const entry = 6 + 16 * at
    const side = sides[at] === 256 ? 0 : sides[at]
    header.set([side, side, 0, 0, 1, 0, 32, 0], entry)
    header.writeUInt32LE(picture.length, entry + 8)
    header.writeUInt32LE(offset, entry + 12)
    offset += picture.length
  }
  return Buffer.concat([header, ...pictures])
}

const folder = join(ROOT, 'assets', 'icons')
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'icon.png'), png(512))
writeFileSync(join(folder, 'icon.ico'), ico([16, 24, 32, 48, 64, 256]))
