// The server as a function of requests. In: questions, a page, secrets. Out: a hono application. Must not listen, nor know the graph.
import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import { stream } from 'hono/streaming'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ErrorAnswer } from '../../schema/answer.js'
import { FAULTS, Fault } from '../../schema/fault.js'
import { ROUTES } from './api.js'
import { type Refusal, refuseForeign, refuseForm, refuseHost, sameSecret } from './guard.js'
import type { Page } from './page.js'
import { safetyHeaders } from './policy.js'
import type { Questions } from './questions.js'
import { CAPS } from './route.js'
import { parseRun, writeRun } from './run.js'

export interface AppOptions {
  questions: Questions
  page: Page
  /** Where the server listens; the port is known only once it does, hence a function. */
  listening: () => { host: string; port: number }
  /** What the printed address carries; good for as long as the server runs. */
  token: string
  /** What the cookie carries; never shown anywhere. */
  session: string
  /** Asked of whoever comes without the token, where others can reach the server. */
  password?: string | undefined
}

/** Carries the day whose graph is asked; without it today's is. */
const DAY_HEADER = 'wentu-day'

type Problem = ErrorAnswer['error']
type Env = { Variables: { nonce: string } }

/** The application that answers the browser. */
export function makeApp(options: AppOptions): Hono<Env> {
  const app = new Hono<Env>()
  // Cookies do not tell ports apart, so two consoles of one machine need two names.
  const cookieName = (): string => `wentu-${options.listening().port}`
  const questionsFor = (c: Context): Questions => {
    const day = c.req.header(DAY_HEADER)
    return day === undefined ? options.questions : options.questions.at(day)
  }
  const known = (c: Context): boolean => sameSecret(getCookie(c, cookieName()), options.session)

  app.use(async (c, next) => {
    const nonce = randomBytes(16).toString('base64')
    c.set('nonce', nonce)
    for (const [name, value] of Object.entries(safetyHeaders(nonce))) c.header(name, value)
    c.header('cache-control', 'no-store')
    const navigation = c.req.method === 'GET' && c.req.path === '/'
    const refusal =
      refuseHost(c.req.header('host'), options.listening()) ?? refuseForeign(c.req.raw.headers, navigation)
    if (refusal !== undefined) return refuse(c, refusal)
    await next()
  })

  app.use('/api/*', async (c, next) => {
    const refusal = refuseForm(c.req.method, c.req.raw.headers)
    if (refusal !== undefined) return refuse(c, refusal)
    if (!known(c)) return refuse(c, { status: 401, message: 'Open the address that wentu console printed first.' })
    await next()
  })
  const tooLarge = (c: Context): Response => {
    // What is left of the body is not read, so the connection cannot serve another request.
    c.header('connection', 'close')
    return fail(c, 413, tooLong)
  }
  const [short, long] = [CAPS.requestBytes, CAPS.viewBytes].map((maxSize) => bodyLimit({ maxSize, onError: tooLarge }))
  app.use(
    '/api/*',
    (context, next) => (context.req.path === '/api/save-view' ? long : short)?.(context, next) ?? next(),
  )
  for (const route of ROUTES) {
    app.post(`/api/${route.name}`, async (c) =>
      c.json((await route.answer(questionsFor(c), await bodyOf(c), c.req.raw.signal)) as object),
    )
  }
  app.post('/api/run', async (c) => {
    const ask = parseRun(await bodyOf(c))
    const questions = questionsFor(c)
    const gone = new AbortController()
    const signal = AbortSignal.any([gone.signal, c.req.raw.signal])
    c.header('content-type', 'application/x-ndjson; charset=utf-8')
    return stream(c, async (out) => {
      out.onAbort(() => gone.abort())
      await writeRun(
        questions,
        ask,
        signal,
        (line) => out.writeln(line),
        (error) => describe(error).problem,
      )
    })
  })

  app.get('/', async (c) => {
    const token = c.req.query('token')
    if (token !== undefined && sameSecret(token, options.token)) return admit(c)
    if (known(c)) return c.html(options.page.index.replaceAll('__CSP_NONCE__', c.get('nonce')))
    if (options.password === undefined) return c.text(CLOSED, 403)
    const given = basicPassword(c.req.header('authorization'))
    if (sameSecret(given, options.password)) return admit(c)
    // A guess costs a second, so that a list of words costs days.
    if (given !== undefined) await new Promise((resolve) => setTimeout(resolve, 1000))
    return c.text(CLOSED, 401, { 'www-authenticate': 'Basic realm="wentu", charset="UTF-8"' })
  })

  app.get('*', (c) => {
    const file = options.page.file(c.req.path)
    if (file === undefined) return c.notFound()
    if (file.lasting) c.header('cache-control', 'public, max-age=31536000, immutable')
    return c.body(new Uint8Array(file.body), 200, { 'content-type': file.type })
  })

  app.notFound((c) => fail(c, 404, { kind: 'refused', message: `There is nothing at ${c.req.path}.` }))
  app.onError((error, c) => {
    // Who asked is gone: there is nobody to tell, and nothing is broken.
    if (c.req.raw.signal.aborted) return c.body(null, 408)
    const { status, problem } = describe(error)
    return fail(c, status, problem)
  })

  function admit(c: Context): Response {
    setCookie(c, cookieName(), options.session, { httpOnly: true, sameSite: 'Strict', path: '/' })
    // After a link from another site a redirect would still count as foreign and lose the cookie; a fresh start does not.
    if (c.req.header('sec-fetch-site') === 'cross-site')
      return c.html('<!doctype html><meta http-equiv="refresh" content="0;url=/"><title>wentu</title>') as Response
    return c.redirect('/', 303)
  }
  return app
}

const tooLong: Problem = { kind: 'usage', message: `A request may hold at most ${CAPS.requestBytes} bytes.` }
const CLOSED =
  '请打开 wentu console 打印的完整地址（含 token）。\nOpen the whole address that wentu console printed, with its token.\n'

function fail(c: Context, status: ContentfulStatusCode, error: Problem): Response {
  return c.json({ error } satisfies ErrorAnswer, status)
}

function refuse(c: Context, refusal: Refusal): Response {
  return fail(c, refusal.status, { kind: 'refused', message: refusal.message })
}

/** The password of a Basic `Authorization` header; the user name before the colon is free. */
function basicPassword(header: string | undefined): string | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/.exec(header ?? '')?.[1]
  if (encoded === undefined) return undefined
  const pair = Buffer.from(encoded, 'base64').toString('utf8')
  return pair.slice(pair.indexOf(':') + 1)
}

async function bodyOf(c: Context): Promise<unknown> {
  return c.req.json().catch(() => {
    throw new Fault('usage', 'The body of the request is not JSON.')
  })
}

/** What the page is told of an error: a Fault in its own words, anything else without its insides. */
function describe(error: Error): { status: ContentfulStatusCode; problem: Problem } {
  if (error instanceof Fault) {
    const code = codeOf(error) ?? codeOf(error.cause)
    return {
      status: FAULTS[error.kind].status,
      problem: { kind: error.kind, message: error.message, ...(code === undefined ? {} : { code }) },
    }
  }
  console.error(error)
  return { status: 500, problem: { kind: 'broken', message: 'The server met an error it did not foresee.' } }
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code
  return typeof code === 'string' ? code : undefined
}
