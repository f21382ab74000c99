// What the browser remembers of how the canvas is to look: colours, sizes, captions by type. In: the browser. Out: a look.
import { FIRST_SEEING, type Look, type TypeLook } from './seeing.js'

const KEY = 'wentu.look'

/** The look of last time; what cannot be read is as at first. */
export function savedLook(): Look {
  const first = FIRST_SEEING.look
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Look>
    return {
      types: Object.fromEntries(Object.entries(kept.types ?? {}).map(([type, look]) => [type, sound(look)])),
      sizeBy: typeof kept.sizeBy === 'string' ? kept.sizeBy : first.sizeBy,
      minimap: kept.minimap === true,
    }
  } catch {
    return first
  }
}

/** Only what the canvas can take: a colour it cannot read would stop the drawing. */
function sound({ colour, size, caption }: TypeLook): TypeLook {
  return {
    ...(typeof colour === 'string' && /^#[0-9a-f]{6}$/i.test(colour) ? { colour } : {}),
    ...(typeof size === 'number' && size >= 0.5 && size <= 2.5 ? { size } : {}),
    ...(typeof caption === 'string' ? { caption } : {}),
  }
}

export function saveLook(look: Look): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(look))
  } catch {
    // A browser that keeps nothing still shows everything.
  }
}
