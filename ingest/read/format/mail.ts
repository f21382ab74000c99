// A mail (.eml): bytes in, its words with subject, sender and date out, and what was attached to it.
import PostalMime from 'postal-mime'
import { Fault } from '../../../schema/fault.js'
import { parseMarkup } from './html.js'
import type { Parsed } from './parsed.js'

export interface Mail {
  /** Undefined for a mail that only carries files. */
  body?: Parsed
  attachments: { name: string; bytes: Uint8Array }[]
}

/** @throws Fault('input') when the mail holds neither words nor files */
export async function parseMail(bytes: Uint8Array, place: string): Promise<Mail> {
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' }).catch((cause) => {
    throw new Fault('input', `${place}: no mail that can be read (${(cause as Error).message}).`, { cause })
  })
  const attachments = mail.attachments
    .filter(({ disposition }) => disposition !== 'inline')
    .map(({ filename, content }, i) => ({
      name: (filename ?? `attachment-${i + 1}`).replace(/[/\\]/g, '_'),
      bytes: new Uint8Array(content as ArrayBuffer),
    }))
  const text = mail.text?.trim()
    ? mail.text.replace(/\r\n?/g, '\n').trim()
    : mail.html
      ? parseMarkup(mail.html, place, true).text
      : ''
  if (!text && attachments.length === 0) throw new Fault('input', `${place}: a mail without words and without files.`)
  if (!text) return { attachments }
  const from = mail.from?.name || mail.from?.address
  return {
    attachments,
    body: {
      text: mail.subject ? `${mail.subject}\n${text}` : text,
      ...(mail.subject ? { title: { value: mail.subject, from: 'header Subject', weight: 'page' } } : {}),
      ...(mail.date ? { date: { value: mail.date, from: 'header Date', weight: 'page' } } : {}),
      ...(from ? { source: { value: from, from: 'header From', weight: 'hint' } } : {}),
    },
  }
}
