'use client'

import { createContext, type ReactNode, use } from 'react'

/** What the error page says. */
export type ErrorWords = {
  heading: string
  text: string
  again: string
  allProducts: string
  /** Before the number under which the server's log has the cause. */
  number: string
}

/** Above the layout no language has been chosen, and none can be asked for. */
const inBothLanguages: ErrorWords = {
  heading: 'That did not work. Maaf, belum berhasil.',
  text: 'Something went wrong on our side; your cart and your orders are safe. Ada gangguan di pihak kami; keranjang dan pesanan Anda tetap aman.',
  again: 'Try again · Coba lagi',
  allProducts: 'See all products · Lihat semua barang',
  number: 'Error number · Nomor kesalahan',
}

const ErrorWordsContext = createContext(inBothLanguages)

/** The error page is made in the browser, where no translator is: its words are sent ahead. */
export function ErrorWordsProvider({
  words,
  children,
}: {
  words: ErrorWords
  children: ReactNode
}) {
  return <ErrorWordsContext value={words}>{children}</ErrorWordsContext>
}

export function useErrorWords(): ErrorWords {
  return use(ErrorWordsContext)
}
