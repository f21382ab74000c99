// Who may ask. In: the headers of a request. Out: the refusal it deserves, or nothing. Must not know what is asked.
import { timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import { hostname } from 'node:os'
import { sha256 } from '../../schema/id.js'

/** Why a request is turned away, with its HTTP status. */
export interface Refusal {
  status: 400 | 401 | 403 | 405 | 415 | 421
  message: string
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])

/** Whether only this machine can reach an address to listen on. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host) || /^127\.\d+\.\d+\.\d+$/.test(host)
}

function hostParts(header: string): { name: string; port: string } | undefined {
  const match = /^(?:\[([0-9a-f:]+)\]|([^:[\]/@\s]+))(?::(\d+))?$/i.exec(header)
  if (match === null) return undefined
  return { name: (match[1] ?? match[2] ?? '').toLowerCase(), port: match[3] ?? '80' }
}

/**
 * Refuses a Host that is not ours: a name that an attacker rebound to this machine still carries his name here.
 * @param listening the address and port the server listens on
 */
export function refuseHost(header: string | undefined, listening: { host: string; port: number }): Refusal | undefined {
  const parts = header === undefined ? undefined : hostParts(header)
  const known = (name: string): boolean =>
    isLoopback(listening.host)
      ? LOOPBACK.has(name) || name === listening.host
      : // An address cannot be rebound; a name can, so only names this machine is known by pass.
        isIP(name) !== 0 || LOOPBACK.has(name) || name === listening.host || name === hostname().toLowerCase()
  if (parts !== undefined && parts.port === String(listening.port) && known(parts.name)) return undefined
  return { status: 421, message: `This server does not answer for the host ${JSON.stringify(header ?? '')}.` }
}

/** Refuses what another site sent through the user's browser. A browser sets these headers itself; a page cannot. */
export function refuseForeign(headers: Headers, navigation: boolean): Refusal | undefined {
  const site = headers.get('sec-fetch-site')
  const origin = headers.get('origin')
  const host = headers.get('host') ?? ''
  // Behind a proxy that adds TLS the page is https while this server is not.
  if (origin !== null && origin !== `http://${host}` && origin !== `https://${host}`)
    return { status: 403, message: `The origin ${origin} may not ask here.` }
  if (site === null || site === 'same-origin' || site === 'none') return undefined
  // A link in a mail or a chat may lead to the page; only a whole page, never a frame or an image.
  if (navigation && headers.get('sec-fetch-mode') === 'navigate' && headers.get('sec-fetch-dest') === 'document')
    return undefined
  return { status: 403, message: `A request from another site (${site}) may not ask here.` }
}

/** Refuses anything but POST with a JSON body: no form and no link of another site can make such a request. */
export function refuseForm(method: string, headers: Headers): Refusal | undefined {
  if (method !== 'POST') return { status: 405, message: `Ask with POST, not ${method}.` }
  const type = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') return { status: 415, message: 'Ask with the content type application/json.' }
  return undefined
}

/** Whether two secrets are equal, in a time that tells nothing of where they differ. */
export function sameSecret(given: string | undefined, wanted: string): boolean {
  return given !== undefined && timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(wanted)))
}
