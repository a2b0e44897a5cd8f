import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReactElement, ReactNode } from 'react'
import { formatRupiah } from '@/lib/money'

/** As in globals.css: what draws these pictures reads no stylesheet. */
const colors = {
  paper: '#f7f5ec',
  card: '#fffefa',
  ink: '#20261f',
  inkSoft: '#585d51',
  accent: '#14603f',
  turmeric: '#e6ae35',
  wood: '#a9713f',
  woodEdge: '#7d4d28',
}

const FONTS = join(process.cwd(), 'node_modules/@fontsource/plus-jakarta-sans/files')

/** The face of the pages, in a form that next/og reads: without one it would draw with another. */
export async function loadFonts() {
  const weights = [600, 800] as const
  return Promise.all(
    weights.map(async (weight) => ({
      name: 'Plus Jakarta Sans',
      data: await readFile(join(FONTS, `plus-jakarta-sans-latin-${weight}-normal.woff`)),
      weight,
    })),
  )
}

async function readPicture(path: string): Promise<string> {
  const svg = await readFile(join(process.cwd(), 'public/images', path))
  return `data:image/svg+xml;base64,${svg.toString('base64')}`
}

export async function drawShop(): Promise<ReactElement> {
  return (
    <Card>
      <div style={{ display: 'flex', flexDirection: 'column', flexGrow: 1, paddingLeft: 72 }}>
        <span style={{ fontSize: 112, fontWeight: 800, letterSpacing: -4 }}>Tokoku</span>
        <span style={{ marginTop: 8, fontSize: 40, color: colors.inkSoft }}>GoPay · QRIS</span>
      </div>
      <img alt="" src={await readPicture('open-shop.svg')} width={640} height={480} />
    </Card>
  )
}

type ShownProduct = { slug: string; name: string; price: number }

export async function drawProduct({ slug, name, price }: ShownProduct): Promise<ReactElement> {
  return (
    <Card>
      <div style={{ display: 'flex', flexDirection: 'column', marginLeft: 72 }}>
        <img
          alt=""
          src={await readPicture(`products/${slug}.svg`)}
          width={420}
          height={420}
          style={{ borderRadius: '24px 24px 0 0' }}
        />
        <div style={{ width: 460, height: 14, marginLeft: -20, background: colors.wood }} />
        <div style={{ width: 460, height: 8, marginLeft: -20, background: colors.woodEdge }} />
      </div>
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          alignItems: 'flex-start',
          width: 620,
          paddingLeft: 64,
          paddingRight: 56,
        }}
      >
        <span style={{ fontSize: 64, fontWeight: 800, letterSpacing: -2, lineHeight: 1.1 }}>
          {name}
        </span>
        <span
          style={{
            marginTop: 28,
            padding: '10px 28px',
            borderRadius: 12,
            background: colors.turmeric,
            fontSize: 48,
            fontWeight: 800,
          }}
        >
          {formatRupiah(price)}
        </span>
        <span style={{ marginTop: 40, fontSize: 34, color: colors.inkSoft }}>
          Tokoku · GoPay · QRIS
        </span>
      </div>
    </Card>
  )
}

const SCALLOPS = Array.from({ length: 20 }, (_, place) => place)

/** Paper under the awning of the shop. */
function Card({ children }: { children: ReactNode }) {
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        width: '100%',
        height: '100%',
        background: colors.paper,
        color: colors.ink,
        fontFamily: 'Plus Jakarta Sans',
        fontWeight: 600,
      }}
    >
      <div style={{ display: 'flex' }}>
        {SCALLOPS.map((place) => (
          <div
            key={place}
            style={{
              width: 60,
              height: 64,
              borderRadius: '0 0 30px 30px',
              background: place % 2 === 0 ? colors.accent : colors.card,
            }}
          />
        ))}
      </div>
      <div style={{ display: 'flex', flexGrow: 1, alignItems: 'center' }}>{children}</div>
    </div>
  )
}
