// What the page of the console is measured against: sigma as it comes, drawing the same answer of the server and nothing else.
import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'

const canvas = document.getElementById('canvas')
const sigma = new Sigma(new MultiDirectedGraph(), canvas)
sigma.on('afterRender', () => {
  canvas.dataset.drawn = String(sigma.getGraph().order)
})

/** Asks the server for a graph and draws it. */
async function draw() {
  const answer = await (await fetch('/graph', { method: 'POST' })).json()
  const graph = new MultiDirectedGraph()
  for (const [index, { id, properties }] of answer.nodes.entries()) {
    const angle = index * Math.PI * (3 - Math.sqrt(5))
    const [x, y] = answer.places?.[index] ?? [Math.cos(angle) * Math.sqrt(index), Math.sin(angle) * Math.sqrt(index)]
    graph.addNode(id, { x, y, size: 6, label: properties.name, color: '#1f6feb' })
  }
  for (const { id, start, end } of answer.relationships)
    graph.addDirectedEdgeWithKey(id, start, end, { size: 1, color: '#c3cad2' })
  sigma.setGraph(graph)
}
window.draw = draw
