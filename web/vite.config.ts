import { svelte } from '@sveltejs/vite-plugin-svelte'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

// Everything is of one origin, and a mailed file of none: no request is to be made in the mode of cross-origin requests.
const sameOrigin: Plugin = {
  name: 'same-origin',
  transformIndexHtml: { order: 'post', handler: (html) => html.replaceAll(' crossorigin', '') },
}

// What is built holds the work of others, and goes where NOTICE does not: into files that are mailed.
const banner = `/*! demarche, Apache-2.0. With Svelte (MIT, (c) the Svelte contributors, svelte.dev); d3-geo, d3-force, d3-array, d3-dispatch, d3-quadtree, d3-timer, d3-scale, d3-interpolate, d3-color, d3-format, d3-time, d3-time-format,
internmap, topojson-client, world-atlas (ISC, (c) Mike Bostock, d3js.org, github.com/topojson); outlines of Natural Earth, public domain. */`

// One script and one sheet under fixed names: the program embeds them, serves them with an ETag, and writes them into a mailed file.
export default defineConfig({
  plugins: [svelte(), sameOrigin],
  build: {
    outDir: '../internal/web/dist/pages',
    emptyOutDir: true,
    modulePreload: false,
    target: 'es2022',
    rolldownOptions: {
      output: { postBanner: banner, codeSplitting: false, entryFileNames: 'app.js', assetFileNames: 'app[extname]' },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8087', '/docs': 'http://127.0.0.1:8087' } },
  test: { include: ['src/**/*.test.ts'] },
})
