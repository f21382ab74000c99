// The one place where the state changes. In: a state and an action. Out: the next state. Pure: no clock, no network, no page.
import type { GraphAnswer, QueryAnswer } from '../../../schema/answer.js'
import { collectGraph } from '../graph/collect.js'
import { reduceAsking } from './asking.js'
import { reduceBelieving } from './believing.js'
import { reduceKeeping } from './keeping.js'
import { reduceSeeing } from './seeing.js'
import type { Action, Drawn, State } from './state.js'

/** The state after an action: what is common first, then each slice, which may answer any action. */
export function reduce(before: State, action: Action): State {
  const state = reduceSeeing(before, reduceCommon(before, action), action)
  return {
    ...state,
    asking: reduceAsking(state.asking, action, state),
    believing: reduceBelieving(state.believing, action, state),
    keeping: reduceKeeping(state.keeping, action, state),
  }
}

function reduceCommon(state: State, action: Action): State {
  switch (action.type) {
    case 'typed':
      return { ...state, query: action.query }
    case 'limited':
      return { ...state, limit: action.limit }
    case 'ran':
      return { ...state, run: { is: 'running', since: action.since }, sheet: 'none' }
    case 'answered': {
      const drawn = collectGraph(action.answer.rows)
      return {
        ...fresh(state, drawn),
        answer: action.answer,
        run: { is: 'idle' },
        view: whatToSee(state, action.answer, drawn),
      }
    }
    case 'planned': {
      // A plan alone says nothing of the rows that are shown, and takes nothing off the canvas.
      const { plan, remarks } = action.answer
      const answer = state.answer === null ? action.answer : { ...state.answer, plan, remarks }
      return { ...state, answer, run: { is: 'idle' }, view: 'plan' }
    }
    case 'failed':
      return { ...state, run: { is: 'failed', problem: action.problem } }
    case 'overviewed':
      return {
        ...fresh(state, drawnOf(action.graph)),
        answer: null,
        view: 'graph',
        drawnFrom: { overview: true, partial: action.graph.truncated },
      }
    case 'expanded':
      return { ...state, drawn: join(state.drawn, action.graph), drawnFrom: partlyDrawn(state, action.graph) }
    case 'found':
      return {
        ...state,
        drawn: join(state.drawn, action.graph),
        hiddenNodes: without(state.hiddenNodes, action.id),
        hiddenTypes: new Set(),
        drawnFrom: partlyDrawn(state, action.graph),
        selection: { kind: 'node', id: action.id },
        view: 'graph',
        sheet: 'detail',
      }
    case 'selected':
      return {
        ...state,
        selection: action.selection,
        folded: action.selection === null ? state.folded : { ...state.folded, detail: false },
        sheet: action.selection === null ? 'none' : 'detail',
      }
    case 'toggledType':
      return {
        ...state,
        hiddenTypes: state.hiddenTypes.has(action.of)
          ? without(state.hiddenTypes, action.of)
          : new Set([...state.hiddenTypes, action.of]),
      }
    case 'hid':
      return {
        ...state,
        hiddenNodes: new Set([...state.hiddenNodes, action.node]),
        selection: state.selection?.id === action.node ? null : state.selection,
      }
    case 'unhid':
      return { ...state, hiddenNodes: new Set() }
    case 'viewed':
      return { ...state, view: action.view, sheet: 'none' }
    case 'spoke':
      return { ...state, lang: action.lang }
    case 'themed':
      return { ...state, theme: action.theme }
    case 'folded':
      return { ...state, folded: { ...state.folded, [action.side]: !state.folded[action.side] } }
    case 'sheeted':
      return { ...state, sheet: action.sheet }
    case 'evidence':
      return { ...state, evidence: new Map(state.evidence).set(action.fact, action.asked) }
    case 'neighbourCounts':
      return { ...state, neighbourCounts: new Map(state.neighbourCounts).set(action.id, action.counts) }
    case 'document':
      return {
        ...state,
        document: { id: action.id, text: action.text, quote: action.quote, at: action.at },
        sheet: 'document',
      }
    case 'closedDocument':
      return { ...state, document: null, sheet: state.sheet === 'document' ? 'detail' : state.sheet }
    case 'counted':
      return { ...state, counts: action.counts }
    case 'believe/review':
      // On a narrow screen a sheet would lie over it.
      return action.review === null ? state : { ...state, sheet: 'none' }
    // Of another graph nothing is known yet.
    case 'believe/day':
      return { ...state, evidence: new Map(), neighbourCounts: new Map(), document: null, selection: null }
    case 'believe/judged':
      return { ...state, evidence: new Map(), neighbourCounts: new Map() }
    case 'noticed':
      return { ...state, notice: action.problem }
    default:
      return state
  }
}

/** A new drawing: what was said of the old one no longer holds. */
function fresh(state: State, drawn: Drawn): State {
  return {
    ...state,
    drawn,
    drawnFrom: { overview: false, partial: false },
    hiddenTypes: new Set(),
    hiddenNodes: new Set(),
    selection: null,
    document: null,
    notice: null,
  }
}

/** A plan was asked for as one; rows without nodes say nothing on a canvas; a chosen JSON stays chosen. */
function whatToSee(state: State, answer: QueryAnswer, drawn: Drawn): State['view'] {
  if (answer.plan !== undefined) return 'plan'
  if (drawn.nodes.size === 0) return state.view === 'json' ? 'json' : 'table'
  return whatWasSeen(state)
}

/** A table that came by itself, for want of nodes, gives way to the graph again; a table that was chosen stays. */
function whatWasSeen(state: State): State['view'] {
  const cameByItself = state.view === 'table' && state.answer !== null && state.drawn.nodes.size === 0
  return cameByItself || state.view === 'summary' || state.view === 'plan' ? 'graph' : state.view
}

function partlyDrawn(state: State, graph: GraphAnswer): State['drawnFrom'] {
  return { overview: state.drawnFrom.overview, partial: state.drawnFrom.partial || graph.truncated }
}

function drawnOf(graph: GraphAnswer): Drawn {
  return join({ nodes: new Map(), edges: new Map() }, graph)
}

function join(drawn: Drawn, graph: GraphAnswer): Drawn {
  const nodes = new Map(drawn.nodes)
  const edges = new Map(drawn.edges)
  for (const node of graph.nodes) nodes.set(node.id, node)
  for (const edge of graph.relationships) {
    if (nodes.has(edge.start) && nodes.has(edge.end)) edges.set(edge.id, edge)
  }
  return { nodes, edges }
}

function without(set: ReadonlySet<string>, value: string): ReadonlySet<string> {
  const less = new Set(set)
  less.delete(value)
  return less
}
