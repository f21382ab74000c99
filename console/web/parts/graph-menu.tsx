// The menu of a node, an edge or the ground, called by mouse or by key. In: what it was called for. Out: actions. Loaded when first called.
import { Content, DropdownMenu, Item, Label, Portal, Separator, Trigger } from '@radix-ui/react-dropdown-menu'
import { type ReactNode, useEffect } from 'react'
import type { WireNode, WireRelationship } from '../../../schema/wire.js'
import { keyOf, nameOf, typeOf } from '../graph/node-words.js'
import { cutText } from '../look/text.js'
import { LAYOUTS } from '../state/seeing.js'
import type { MenuCall } from '../view/graph-view.js'
import { useConsole } from './console.js'
import { FIT } from './keys.js'

const COLUMNS = 40

export default function GraphMenu({ call, onClose }: { call: MenuCall; onClose: () => void }) {
  const { state, t, caption } = useConsole()
  const { thing, at } = call
  const node = thing?.kind === 'node' ? state.drawn.nodes.get(thing.id) : undefined
  const edge = thing?.kind === 'edge' ? state.drawn.edges.get(thing.id) : undefined
  const name = node === undefined ? edge && caption(edge.type) : nameOf(node) || t('node.unknown')
  return (
    <DropdownMenu open modal={false} onOpenChange={(open) => !open && onClose()}>
      <Trigger asChild>
        <span className="menu-anchor" style={{ left: at.x, top: at.y }} aria-hidden="true" />
      </Trigger>
      <Portal>
        <Content
          className="menu"
          align="start"
          collisionPadding={8}
          aria-label={name === undefined ? t('menu.ground') : t('menu.title', { name })}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          {name !== undefined && <Label className="menu-label">{cutText(name, COLUMNS)}</Label>}
          {node !== undefined && <NodeItems node={node} />}
          {edge !== undefined && <EdgeItems edge={edge} />}
          {node === undefined && edge === undefined && <GroundItems />}
        </Content>
      </Portal>
    </DropdownMenu>
  )
}

function Entry({ act, children, keyShown }: { act: () => unknown; children: ReactNode; keyShown?: string }) {
  return (
    <Item className="menu-item" onSelect={() => void act()}>
      <span>{children}</span>
      {keyShown !== undefined && <kbd>{keyShown}</kbd>}
    </Item>
  )
}

function NodeItems({ node }: { node: WireNode }) {
  const { state, dispatch, tasks, t } = useConsole()
  const { picked, pinned, brought } = state.seeing
  const key = keyOf(node)
  const isEntity = node.labels.includes('Entity')
  // Called on one of those picked, the menu is for all of them.
  const nodes = picked.has(node.id) ? [...picked] : [node.id]
  return (
    <>
      {isEntity && <Expansions node={node} />}
      {typeOf(node) === 'Document' && key !== undefined && (
        <Entry act={() => tasks.openDocument(key, null)}>{t('node.open')}</Entry>
      )}
      {brought.has(node.id) && (
        <Entry keyShown="c" act={() => dispatch({ type: 'see/collapsed', node: node.id })}>
          {t('menu.collapse')}
        </Entry>
      )}
      <Separator className="menu-line" />
      <Entry keyShown="x" act={() => dispatch({ type: 'see/picked', nodes: [node.id], how: 'toggle' })}>
        {picked.has(node.id) ? t('menu.unpick') : t('menu.pick')}
      </Entry>
      <Entry keyShown="p" act={() => dispatch({ type: 'see/pinned', nodes })}>
        {nodes.every((one) => pinned.has(one)) ? t('menu.unpin') : t('menu.pin')}
      </Entry>
      <Entry keyShown="h" act={() => dispatch({ type: 'see/hid', nodes })}>
        {t('node.hide')}
      </Entry>
      <Entry keyShown="H" act={() => dispatch({ type: 'see/keptOnly', nodes })}>
        {t('menu.keepOnly')}
      </Entry>
    </>
  )
}

/** What an expansion would bring, type by type, told before it is done. */
function Expansions({ node }: { node: WireNode }) {
  const { state, tasks, t, caption } = useConsole()
  const key = keyOf(node)
  useEffect(() => {
    if (key !== undefined) void tasks.neighbourCounts(key)
  }, [key, tasks])
  const counts = key === undefined ? undefined : state.neighbourCounts.get(key)
  const byType = new Map<string, number>()
  for (const { type, count } of counts ?? []) byType.set(type, (byType.get(type) ?? 0) + count)
  return (
    <>
      <Entry keyShown="e" act={() => tasks.expand(node)}>
        {t('menu.expandAll')}
      </Entry>
      {counts === undefined && <Label className="menu-label">{t('menu.counting')}</Label>}
      {[...byType].map(([type, count]) => (
        <Entry key={type} act={() => tasks.expand(node, type)}>
          {t('node.expandType', { type: caption(type), n: count })}
        </Entry>
      ))}
    </>
  )
}

function EdgeItems({ edge }: { edge: WireRelationship }) {
  const { dispatch, t } = useConsole()
  return (
    <>
      <Entry act={() => dispatch({ type: 'selected', selection: { kind: 'edge', id: edge.id } })}>
        {t('menu.open')}
      </Entry>
      <Entry act={() => dispatch({ type: 'see/onlyRelation', of: edge.type })}>{t('menu.onlyRelation')}</Entry>
      <Entry act={() => dispatch({ type: 'see/toggledRelation', of: edge.type })}>{t('menu.hideRelation')}</Entry>
    </>
  )
}

function GroundItems() {
  const { state, dispatch, t } = useConsole()
  return (
    <>
      <Entry keyShown="f" act={() => window.dispatchEvent(new Event(FIT))}>
        {t('graph.fit')}
      </Entry>
      <Entry keyShown="i" act={() => dispatch({ type: 'see/inverted' })}>
        {t('pick.invert')}
      </Entry>
      <Entry keyShown="g" act={() => dispatch({ type: 'see/clustered' })}>
        {t('graph.clusters')}
      </Entry>
      {state.hiddenNodes.size > 0 && <Entry act={() => dispatch({ type: 'unhid' })}>{t('menu.restore')}</Entry>}
      <Separator className="menu-line" />
      {LAYOUTS.map((layout) => (
        <Entry key={layout} act={() => dispatch({ type: 'see/laid', layout })}>
          {t(`layout.${layout}`)}
        </Entry>
      ))}
    </>
  )
}
