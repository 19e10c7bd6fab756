import { createServer } from 'node:http'

/** What a test’s server answers at an address (path and question mark); nothing is 404. */
export type Answering = (place: string, body: string) => string | Uint8Array | null

/** A server on this machine that answers as a test says; `state.asked` holds the addresses in order. */
export async function openAnsweringServer(answering: Answering, type = 'application/json') {
  const state = { answering, type, asked: [] as string[] }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const place = decodeURIComponent(request.url ?? '/')
      state.asked.push(place)
      const body = state.answering(place, Buffer.concat(chunks).toString())
      response.writeHead(body === null ? 404 : 200, { 'content-type': state.type }).end(body)
    })
  })
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    }),
  )
  return {
    state,
    address: `http://localhost:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
