// Asks for pages over kept connections and counts the bytes, as sent: unpacking is the work of the visitor's own machine.
import http from 'node:http'

export interface Visitor {
  /** The milliseconds until the whole answer has come. */
  ask(address: string): Promise<number>
  leave(): void
}

export function visitorWith(headers: Record<string, string>): Visitor {
  const agent = new http.Agent({ keepAlive: true })
  const sent = { accept: 'text/html', 'accept-encoding': 'gzip', 'accept-language': 'sv', ...headers }
  return {
    ask: (address) =>
      new Promise((resolve, reject) => {
        const began = performance.now()
        const request = http.get(encodeURI(decodeURI(address)), { agent, headers: sent }, (answer) => {
          answer.resume()
          answer.once('error', reject)
          answer.once('end', () => {
            if (answer.statusCode === 200) resolve(performance.now() - began)
            else reject(new Error(`${address} was answered ${answer.statusCode}`))
          })
        })
        request.once('error', reject)
      }),
    leave: () => agent.destroy(),
  }
}
