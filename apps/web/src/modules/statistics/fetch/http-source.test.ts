import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { openHttpSource } from './http-source.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void
let handlers: Handler[] = []
const asked: string[] = []
const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`)
  const handler = handlers.length > 1 ? handlers.shift() : handlers[0]
  handler?.(request, response)
})
const port = await new Promise<number>((resolve) =>
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    resolve(typeof address === 'object' && address ? address.port : 0)
  }),
)
afterAll(() => server.close())

const here = `http://localhost:${port}`
let slept: number[] = []
let now = 1_000_000
const clock = {
  now: () => now,
  sleep: async (milliseconds: number) => {
    slept.push(milliseconds)
    now += milliseconds
  },
}
const resolved: string[] = []
const resolve = async (host: string) => {
  resolved.push(host)
  return host === 'localhost' ? ['127.0.0.1'] : ['10.0.0.7']
}
const open = (limits = {}) => openHttpSource({ localhost: true, clock, resolve, limits })

beforeEach(() => {
  handlers = []
  slept = []
  asked.length = 0
  resolved.length = 0
})

const answers =
  (body: string | Uint8Array, headers: Record<string, string> = {}, status = 200): Handler =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
const redirects = (to: string, status = 302) => answers('', { location: to }, status)
const textOf = (answer: Awaited<ReturnType<ReturnType<typeof open>['get']>>) =>
  answer.ok ? new TextDecoder().decode(answer.bytes) : answer.reason

it('an answer comes as it is, unpacked where it was packed', async () => {
  handlers = [answers('{"a":1}'), answers(gzipSync('{"b":2}'), { 'content-encoding': 'gzip' })]
  const http = open()
  expect(textOf(await http.get(`${here}/a`))).toBe('{"a":1}')
  expect(textOf(await http.get(`${here}/b`))).toBe('{"b":2}')
})

it('a question is put with its body', async () => {
  handlers = [
    (request, response) => {
      let body = ''
      request.setEncoding('utf8').on('data', (part: string) => (body += part))
      request.on('end', () => response.end(`${request.headers['content-type']} ${body}`))
    },
  ]
  expect(textOf(await open().ask(here, '{"q":"å"}'))).toBe('application/json {"q":"å"}')
})

it('three redirects are followed, each looked up and checked', async () => {
  handlers = [redirects('/b'), redirects('/c', 301), redirects(`${here}/d`, 307), answers('there')]
  const answer = await open().get(`${here}/a`)
  expect(answer).toMatchObject({ ok: true, address: `${here}/d` })
  expect(asked).toEqual(['GET /a', 'GET /b', 'GET /c', 'GET /d'])
  expect(resolved).toHaveLength(4)
})

it('a fourth redirect is not', async () => {
  handlers = [redirects('/again')]
  expect(textOf(await open().get(here))).toBe('too-many-redirects')
  expect(asked).toHaveLength(4)
})

it.each([
  ['https://10.0.0.1/', 'address-private'],
  ['https://169.254.169.254/latest/meta-data/', 'address-private'],
  ['https://[fd00::1]/', 'address-private'],
  ['https://[::ffff:10.0.0.1]/', 'address-private'],
  ['https://intranet.example/', 'address-private'],
  ['http://192.168.0.1/', 'address-not-https'],
  ['file:///etc/passwd', 'address-invalid'],
  ['http://', 'address-invalid'],
])('a redirect to %s is refused', async (to, reason) => {
  handlers = [redirects(to)]
  expect(textOf(await open().get(here))).toBe(reason)
  expect(asked).toHaveLength(1)
})

it('the connection goes to the address that was checked, without asking for the name again', async () => {
  handlers = [answers('yes')]
  let times = 0
  // A name that leads here when it is checked and elsewhere ever after.
  const http = openHttpSource({
    localhost: true,
    clock,
    resolve: async () => (times++ === 0 ? ['127.0.0.1'] : ['10.0.0.1']),
  })
  expect(textOf(await http.get(here))).toBe('yes')
  expect(times).toBe(1)
})

it('a busy source is asked again when it says, or after doubled pauses', async () => {
  const busy = answers('', {}, 429)
  handlers = [answers('', { 'retry-after': '7' }, 503), busy, busy, answers('at last')]
  expect(textOf(await open().get(here))).toBe('at last')
  expect(slept.filter((pause) => pause >= 1000)).toEqual([7000, 2000, 4000])
})

it('a date to come back at is kept', async () => {
  const at = new Date(Math.ceil(now / 1000) * 1000 + 9000)
  const pause = at.getTime() - now
  handlers = [answers('', { 'retry-after': at.toUTCString() }, 429), answers('yes')]
  expect(textOf(await open().get(here))).toBe('yes')
  expect(slept).toContain(pause)
})

it('a source that stays busy is given up, one that wants long peace at once', async () => {
  handlers = [answers('', {}, 429)]
  expect(textOf(await open().get(here))).toBe('source-busy')
  expect(asked).toHaveLength(4)
  asked.length = 0
  handlers = [answers('', { 'retry-after': '3600' }, 429)]
  expect(textOf(await open().get(here))).toBe('source-busy')
  expect(asked).toHaveLength(1)
})

it('a connection that breaks in the middle is tried again', async () => {
  const breaks: Handler = (_request, response) => {
    response.writeHead(200, { 'content-length': '1000' })
    response.write('half', () => response.destroy())
  }
  handlers = [breaks, (request) => void request.socket.destroy(), answers('whole')]
  expect(textOf(await open().get(here))).toBe('whole')
  handlers = [breaks]
  expect(textOf(await open().get(here))).toBe('source-down')
})

it('an answer without end, packed or not, is cut off', async () => {
  const http = open({ bytes: 1000 })
  handlers = [answers('x'.repeat(1001))]
  expect(textOf(await http.get(here))).toBe('too-large')
  handlers = [answers(gzipSync('x'.repeat(100_000)), { 'content-encoding': 'gzip' })]
  expect(textOf(await http.get(here))).toBe('too-large')
  handlers = [
    (_request, response) => {
      const pour = () => {
        while (!response.destroyed && response.write('y'.repeat(500)));
        response.once('drain', pour)
      }
      pour()
    },
  ]
  expect(textOf(await http.get(here))).toBe('too-large')
})

it('an answer that does not come in time is not waited for', async () => {
  handlers = [(_request, response) => void response.write('{')]
  expect(textOf(await open({ milliseconds: 100 }).get(here))).toBe('source-slow')
})

it.each([
  [404, 'not-found'],
  [410, 'not-found'],
  [400, 'source-refused'],
  [403, 'source-refused'],
  [500, 'source-down'],
])('the status %i is told as %s', async (status, reason) => {
  handlers = [answers('{"error":"no such thing"}', {}, status)]
  expect(textOf(await open().get(here))).toBe(reason)
})

it('a web page is no data, whatever it calls itself', async () => {
  handlers = [
    answers('<p>hej', { 'content-type': 'text/html; charset=utf-8' }),
    answers('\ufeff\n <!DOCTYPE html><html>', { 'content-type': 'application/json' }),
  ]
  const http = open()
  expect(textOf(await http.get(here))).toBe('html-file')
  expect(textOf(await http.get(here))).toBe('html-file')
})

it('a packing that was not asked for, or is broken, is refused', async () => {
  handlers = [answers('x', { 'content-encoding': 'br' }), answers('not gzip', { 'content-encoding': 'gzip' })]
  const http = open()
  expect(textOf(await http.get(here))).toBe('encoding-unknown')
  expect(textOf(await http.get(here))).toBe('encoding-unknown')
})

it('calls are held within what a source allows, also side by side', async () => {
  handlers = [answers('x')]
  const http = open()
  http.tellRate(here, { calls: 2, milliseconds: 10_000 })
  const start = now
  await Promise.all([http.get(here), http.get(here)])
  expect(slept).toEqual([])
  await http.get(here)
  expect(now - start).toBe(10_000)
  await http.get(here)
  await http.get(here)
  expect(now - start).toBe(20_000)
})
