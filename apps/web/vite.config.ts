import path from 'node:path'
import { defineConfig } from 'vite'

const jsx = { jsx: { runtime: 'automatic' as const, importSource: 'preact' } }

export default defineConfig(({ mode }) =>
  mode === 'client'
    ? {
        publicDir: false,
        base: '/assets/',
        build: {
          outDir: 'dist/client',
          manifest: true,
          emptyOutDir: true,
          assetsDir: '',
          assetsInlineLimit: 0,
          rollupOptions: {
            input: [
              path.resolve(import.meta.dirname, 'src/platform/http/style.css'),
              path.resolve(import.meta.dirname, 'src/islands/island.ts'),
              path.resolve(import.meta.dirname, 'src/islands/time-grid.ts'),
            ],
          },
        },
      }
    : {
        publicDir: false,
        oxc: jsx,
        ssr: { noExternal: [/^@jamvikt\//] },
        build: {
          ssr: path.resolve(import.meta.dirname, 'src/main.tsx'),
          outDir: 'dist/server',
          emptyOutDir: true,
          target: 'node24',
          sourcemap: true,
          minify: false,
        },
      },
)
