// `npm test`: sets itself up as `npm start` does, finds a browser, and runs every suite. With --deep the long ones too.
import { spawn, spawnSync } from 'node:child_process'
import path from 'node:path'
import { ensureRuntime, fail, root } from './runtime.mjs'

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome']

function findBrowser() {
  if (process.env.JAMVIKT_CHROMIUM) return process.env.JAMVIKT_CHROMIUM
  for (const name of BROWSERS) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' })
    if (found.status === 0) return found.stdout.trim()
  }
  return null
}

/** The browser of the journeys: as root on a Debian machine it is installed, elsewhere it must be there. */
function ensureBrowser() {
  const found = findBrowser()
  if (found) return found
  const apt = spawnSync('sh', ['-c', 'command -v apt-get']).status === 0
  if (process.getuid?.() === 0 && apt) {
    process.stdout.write('Installing Chromium …\n')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    for (const args of [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
    ])
      spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env })
    const installed = findBrowser()
    if (installed) return installed
  }
  return fail(
    'the browser journeys need Chromium. Install the program “chromium”, or name one in JAMVIKT_CHROMIUM.',
  )
}

const nodePath = ensureRuntime()
const env = {
  ...process.env,
  JAMVIKT_CHROMIUM: ensureBrowser(),
  PATH: `${path.dirname(nodePath)}${path.delimiter}${process.env.PATH ?? ''}`,
}
const child = spawn(nodePath, [path.join(root, 'tools', 'run-tests.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env,
  cwd: root,
})
child.on('exit', (code) => process.exit(code ?? 1))
