import 'server-only'
import { ImageResponse } from 'next/og'
import type { ReactElement } from 'react'
import { loadFonts } from './drawing'

/** The size that chat apps and social networks ask for (ogp.me). */
const SIZE = { width: 1200, height: 630 }

type Drawn = { of: string; png: Promise<ArrayBuffer> }

const kept = new Map<string, Drawn>()

/**
 * The picture under this name as PNG. Drawing takes a hundred milliseconds of CPU and anybody may ask for it,
 * so each is drawn once, and again when what it is `of` has changed.
 */
export function drawOnce(
  name: string,
  of: string,
  draw: () => Promise<ReactElement>,
): Promise<ArrayBuffer> {
  const drawn = kept.get(name)
  if (drawn?.of === of) return drawn.png
  const png = makePng(draw)
  kept.set(name, { of, png })
  // What went wrong is not kept.
  png.catch(() => kept.delete(name))
  return png
}

async function makePng(draw: () => Promise<ReactElement>): Promise<ArrayBuffer> {
  return new ImageResponse(await draw(), { ...SIZE, fonts: await loadFonts() }).arrayBuffer()
}
