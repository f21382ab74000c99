// Starts the page. In: the element #root. Out: the console inside it.
import './style/ground.css'
import './style/layout.css'
import './style/header.css'
import './style/ask.css'
import './style/asking.css'
import './style/result.css'
import './style/detail.css'
import './style/summary.css'
import './style/time.css'
import './style/model.css'
import './style/popup.css'
import './style/believe.css'
import './style/canvas.css'
import { createRoot } from 'react-dom/client'
import { api } from './api.js'
import { App } from './app.js'
import { ConsoleContext, makeConsole } from './parts/console.js'
import { savedChoices } from './state/saved.js'
import { savedLook } from './state/saved-look.js'
import { firstState } from './state/state.js'
import { makeStore } from './state/store.js'
import { makeTasks } from './state/tasks.js'

const choices = savedChoices()
const store = makeStore(firstState(choices.lang, choices.theme))
store.dispatch({ type: 'see/looked', look: savedLook() })
const tasks = makeTasks(store, api)
const root = document.getElementById('root')
if (root !== null)
  createRoot(root).render(
    <ConsoleContext value={makeConsole(store, tasks)}>
      <App />
    </ConsoleContext>,
  )
void tasks.open(location.hash)
void tasks.prepareEvidence()
