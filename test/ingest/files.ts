// Files of every format as programs in use write them, made for the tests: words in, bytes out.
import * as CFB from 'cfb'
import { strToU8, zipSync } from 'fflate'
import { pack } from 'tar-stream'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** A Word document of paragraphs and, at its end, a table. */
export function docx(paragraphs: readonly string[], table: readonly string[][] = []): Uint8Array {
  const p = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`
  const rows = table.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')}</w:tr>`).join('')
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.map(p).join('')}${rows ? `<w:tbl>${rows}</w:tbl>` : ''}</w:body></w:document>`,
    ),
  })
}

/** A workbook of one sheet. */
export function xlsx(rows: readonly string[][], name = '名单'): Uint8Array {
  const cell = (text: string, r: number, c: number) =>
    `<c r="${String.fromCharCode(65 + c)}${r + 1}" t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`
  const sheet = rows
    .map((row, r) => `<row r="${r + 1}">${row.map((text, c) => cell(text, r, c)).join('')}</row>`)
    .join('')
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `${XML}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${name}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(`${XML}<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`),
  })
}

/** An OpenDocument text of paragraphs and a table. */
export function odt(paragraphs: readonly string[], table: readonly string[][] = []): Uint8Array {
  const p = (text: string) => `<text:p>${escapeXml(text)}</text:p>`
  const cells = (row: readonly string[]) =>
    row.map((text) => `<table:table-cell>${p(text)}</table:table-cell>`).join('')
  const rows = table.map((row) => `<table:table-row>${cells(row)}</table:table-row>`).join('')
  const names = ['office', 'text', 'table'].map((n) => `xmlns:${n}="urn:oasis:names:tc:opendocument:xmlns:${n}:1.0"`)
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(
      `${XML}<office:document-content ${names.join(' ')}><office:body><office:text>${paragraphs.map(p).join('')}${rows ? `<table:table>${rows}</table:table>` : ''}</office:text></office:body></office:document-content>`,
    ),
  })
}

/** A document in the binary format of Word 97 to 2003: one piece of UTF-16 text ([MS-DOC] 2.8). */
export function doc(paragraphs: readonly string[]): Uint8Array {
  const text = paragraphs.map((one) => `${one}\r`).join('')
  const start = 1536
  const stream = Buffer.alloc(start + text.length * 2)
  stream.writeUInt16LE(0xa5ec, 0)
  stream.writeUInt16LE(0x00c1, 2)
  stream.writeUInt16LE(0x0200, 10)
  stream.writeUInt16LE(0x000e, 32)
  stream.writeUInt16LE(0x0016, 62)
  stream.writeInt32LE(text.length, 0x004c)
  stream.writeUInt16LE(0x005d, 152)
  stream.write(text, start, 'utf16le')
  const pieces = Buffer.alloc(5 + 8 + 8)
  pieces.writeUInt8(0x02, 0)
  pieces.writeUInt32LE(16, 1)
  pieces.writeUInt32LE(0, 5)
  pieces.writeUInt32LE(text.length, 9)
  pieces.writeUInt16LE(0, 13)
  pieces.writeUInt32LE(start, 15)
  stream.writeUInt32LE(0, 0x01a2)
  stream.writeUInt32LE(pieces.length, 0x01a6)
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, '/WordDocument', stream)
  CFB.utils.cfb_add(file, '/1Table', pieces)
  return CFB.write(file, { type: 'buffer' }) as Buffer
}

/** A tar of files by name. */
export async function tar(files: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const packed = pack()
  for (const [name, content] of Object.entries(files)) packed.entry({ name }, Buffer.from(content))
  packed.finalize()
  const chunks: Uint8Array[] = []
  for await (const chunk of packed) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}

/** A zip of files by name. */
export function zip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, content]) => [name, Uint8Array.from(Buffer.from(content))])),
  )
}

/** A web archive of pages by address. */
export function warc(pages: Readonly<Record<string, { type: string; body: string; status?: number }>>): Buffer {
  const records = Object.entries(pages).map(([url, { type, body, status = 200 }], i) => {
    const answer = `HTTP/1.1 ${status} OK\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
    const id = `<urn:uuid:00000000-0000-4000-8000-${String(i).padStart(12, '0')}>`
    return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2024-01-02T03:04:05Z\r\nWARC-Record-ID: ${id}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(answer)}\r\n\r\n${answer}\r\n\r\n`
  })
  return Buffer.from(records.join(''))
}

/** A mail with one attached file. */
export function eml(subject: string, text: string, attached?: { name: string; content: Uint8Array }): Buffer {
  const word = (s: string) => `=?UTF-8?B?${Buffer.from(s).toString('base64')}?=`
  const head = [
    `From: ${word('省应急厅办公室')} <office@example.invalid>`,
    `Subject: ${word(subject)}`,
    'Date: Tue, 12 Mar 2024 09:00:00 +0800',
    'MIME-Version: 1.0',
  ]
  const body = (type: string, extra: string, content: Uint8Array | string) =>
    `Content-Type: ${type}${extra}\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64')}\r\n`
  if (!attached) return Buffer.from(`${head.join('\r\n')}\r\n${body('text/plain; charset=utf-8', '', text)}`)
  return Buffer.from(
    `${head.join('\r\n')}\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n${body('text/plain; charset=utf-8', '', text)}--b\r\n${body('application/octet-stream', `; name="${word(attached.name)}"\r\nContent-Disposition: attachment; filename="${word(attached.name)}"`, attached.content)}--b--\r\n`,
  )
}

/** A PDF of pages of lines, each `[x, y, words]` in points from the lower left, in a Chinese font that is not embedded. */
export function pdf(pages: readonly (readonly [number, number, string])[][]): Buffer {
  const objects: string[] = []
  const add = (content: string) => objects.push(content)
  const first = 5
  const kids = pages.map((_, i) => `${first + i * 2} 0 R`)
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(' ')}] >>`)
  add('<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>')
  add(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >> >>',
  )
  pages.forEach((lines, i) => {
    const draw = lines.map(([x, y, words]) => {
      const hex = Buffer.from(words, 'utf16le').swap16().toString('hex')
      return `BT /F1 12 Tf 1 0 0 1 ${x} ${y} Tm <${hex}> Tj ET`
    })
    const stream = draw.join('\n')
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + i * 2 + 1} 0 R >>`,
    )
    add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`)
  })
  let file = '%PDF-1.4\n'
  const offsets = objects.map((content, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${content}\nendobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
