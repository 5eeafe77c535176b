import './app.css'
import './tables.css'
import './print.css'
import { mount } from 'svelte'
import App from './App.svelte'
import type { Dossier } from './lib/record'

// A mailed file has its dossier in it; else there is a server to ask.
const embedded = document.getElementById('dossier')?.textContent
const mailed: Dossier | null = embedded ? JSON.parse(embedded) : null

mount(App, { target: document.getElementById('app')!, props: { mailed } })
