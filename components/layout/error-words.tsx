'use client'

import { createContext, type ReactNode, use } from 'react'

/** What the error page says: sentences, or sentences with the language of each. */
export type ErrorWords = {
  heading: ReactNode
  text: ReactNode
  again: ReactNode
  allProducts: ReactNode
  /** Before the number under which the server's log has the cause. */
  number: ReactNode
}

/** Above the layout no language has been chosen, and none can be asked for. */
const inBothLanguages: ErrorWords = {
  heading: inBoth('That did not work.', 'Maaf, belum berhasil.'),
  text: inBoth(
    'Something went wrong on our side; your cart and your orders are safe.',
    'Ada gangguan di pihak kami; keranjang dan pesanan Anda tetap aman.',
  ),
  again: inBoth('Try again', 'Coba lagi'),
  allProducts: inBoth('See all products', 'Lihat semua barang'),
  number: inBoth('Error number', 'Nomor kesalahan'),
}

/** On a line of its own, and read out as what it is. */
function inBoth(english: string, indonesian: string): ReactNode {
  return (
    <span>
      {english}{' '}
      <span lang="id" className="block">
        {indonesian}
      </span>
    </span>
  )
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
